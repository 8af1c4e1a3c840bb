"""A board that shows what participants answered: on the slide, from the file that was collected; never on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.blocks.board import AnsweredBoard
from deckbuild.foreign.files import TABLE
from deckbuild.frame.items import LayoutKind, Role, TextBox, WriteBox
from deckbuild.pipeline.lay_out import LaidOut, lay_out_deck

DECK = """\
deck: {title: Prøve}
slides:
- title: Før
  reflection:
  - {ask: Hvad vil du høre om?, id: til-jacob}
- title: Til Jacob
  board: BOARD
"""
COLLECTED = """\
deck: proeve
version: 0123456789ab
participants:
  - {name: Åse, file: a.pdf, answers: {til-jacob: "Ledelse\\nog støj", f/q1: Andet}}
  - {name: Bo, file: b.pdf, answers: {til-jacob: Økonomi}}
  - {name: Ib, file: c.pdf, answers: {}}
  - {name: Eva, file: d.pdf, answers: {til-jacob: [Økonomi, " "]}}
"""


def build(
    folder: Path, board: str = "{answers: til-jacob}", collected: str | None = COLLECTED
) -> tuple[LaidOut | None, list[str]]:
    (folder / "deck.yaml").write_text(DECK.replace("BOARD", board), "utf-8")
    if collected is not None:
        (folder / "answers.yaml").write_text(collected, "utf-8")
    made, diagnostics = lay_out_deck(folder / "deck.yaml")
    return made, [found.code for found in diagnostics]


def body(laid_out: LaidOut, frame: int) -> str:
    (box,) = [i for i in laid_out.presentation.frames[frame].items if isinstance(i, TextBox) and i.role is Role.BODY]
    return "|".join(par.plain for par in box.pars)


def test_the_slide_shows_the_answers_without_names(tmp_path: Path) -> None:
    made, reported = build(tmp_path)
    assert made
    assert reported == []
    assert made.presentation.frames[-1].layout is LayoutKind.TEXT
    assert body(made, -1) == "Økonomi (2)|Ledelse og støj"


def test_paper_stays_empty(tmp_path: Path) -> None:
    made, _ = build(tmp_path)
    assert made
    empty, _ = build(tmp_path, "dots")
    assert empty
    boards = [[i for f in paper.document.pages for i in f.items if isinstance(i, WriteBox)] for paper in (made, empty)]
    assert boards[0] == boards[1]


@pytest.mark.parametrize("collected", [None, "participants: []\n", "participants: [{answers: {}}]\n"])
def test_without_answers_it_is_a_board_and_says_so(tmp_path: Path, collected: str | None) -> None:
    made, reported = build(tmp_path, collected=collected)
    assert made
    assert reported == ["no-answers"]
    assert made.presentation.frames[-1].layout is LayoutKind.BOARD


@pytest.mark.parametrize("collected", ["- en liste\n", "{", "participants: 3\n", "participants: [3]\n", "\x00"])
def test_what_is_no_file_of_answers_is_a_fault(tmp_path: Path, collected: str) -> None:
    made, reported = build(tmp_path, collected=collected)
    assert made is None
    assert reported == ["not-answers"]


def test_answers_that_cannot_be_read_are_told_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(DECK.replace("BOARD", "{answers: til-jacob}"), "utf-8")
    (tmp_path / "answers.yaml").write_bytes(b"#" * (TABLE.size + 1))
    made, diagnostics = lay_out_deck(tmp_path / "deck.yaml")
    assert made is None
    assert [found.text() for found in diagnostics] == ["“answers.yaml” can't be read: it is larger than 20 MB."]


def test_a_question_nobody_asks_is_a_fault(tmp_path: Path) -> None:
    made, reported = build(tmp_path, "{answers: til-jakob}")
    assert made is None
    assert "unknown-name" in reported


def test_another_file_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "hold-2.yaml").write_text(COLLECTED.replace("Økonomi", "Tillid"), "utf-8")
    made, _ = build(tmp_path, "{answers: til-jacob, file: hold-2.yaml}")
    assert made
    assert body(made, -1).startswith("Tillid (2)")


def test_many_answers_go_on_over_slides(tmp_path: Path) -> None:
    people = "".join(
        f"  - {{answers: {{til-jacob: Et ønske med nummer {n} og noget mere om det}}}}\n" for n in range(40)
    )
    made, reported = build(tmp_path, collected="participants:\n" + people)
    assert made
    assert reported == []
    frames = made.presentation.frames[2:]
    assert len(frames) > 1
    shown = "|".join(body(made, place) for place in range(2, 2 + len(frames)))
    assert len(shown.split("|")) == 40
    assert [type(block) for block in made.deck.slides[-1].body] == [AnsweredBoard]
