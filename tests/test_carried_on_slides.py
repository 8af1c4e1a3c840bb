"""A question that is carried to a sheet says so on its slide: a star, the sheet's own name and its page."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Frame
from deckbuild.frame.items import Anchor, Role, Shape, ShapeKind, TextBox, extent
from deckbuild.model.theme import MARK
from deckbuild.model.themes import SHIPPED
from deckbuild.pipeline.lay_out import lay_out_read
from decks import HEAD, read_deck

SHEETS = HEAD + "handout: {sheets: {Ledestjernen: Her., Min plan: Og her.}}\n"
ONE = "{ask: Hvad vil du gøre?, carry-to: Ledestjernen}"
PLAN = "{ask: Og så?, carry-to: Min plan}"
LONG = "Hvor og hvordan ser du, at kommunen arbejder på at nedbryde barrierer, og hvad vil du selv gøre ved det?"
CARRIED = {
    "the only question": (f"reflection: [{ONE}]", ["Føres videre til Ledestjernen, side {}"]),
    "one of two": (f"reflection: ['{LONG} {LONG}', {ONE}]", ["1.2 føres videre til Ledestjernen, side {}"]),
    "two of three, and another sheet": (
        f"reflection: [{ONE}, {PLAN}, {{ask: '{LONG} {LONG}', carry-to: Ledestjernen}}]",
        ["1.1 og 1.3 føres videre til Ledestjernen, side {}", "1.2 føres videre til Min plan, side {}"],
    ),
    "below fields": (
        f"body: [{{fields: [Her, Der]}}, {{reflection: [{ONE}]}}]", ["1.3 føres videre til Ledestjernen, side {}"]
    ),
    "long questions": (
        f"reflection: [{ONE}, '{LONG}', '{LONG}', '{LONG}']", ["1.1 føres videre til Ledestjernen, side {}"]
    ),
    "none": ("reflection: [Hvad nu?]", []),
}  # fmt: skip


def laid_out(content: str, theme: str) -> tuple[list[Frame], dict[str, int]]:
    """Return the frames of the only slide, and the pages of the handout's sheets by their names."""
    deck = read_deck(f"- {{title: A, {content}}}", SHEETS.replace("deck:", f"theme: {theme}\ndeck:", 1))
    found = Diagnostics()
    laid = lay_out_read(deck, found)
    assert laid
    assert not found.has_errors
    pages = {mark.title: mark.page + 1 for mark in laid.document.bookmarks}
    return [frame for frame in laid.presentation.frames if frame.slide == "a"], pages


def lines(frame: Frame) -> list[TextBox]:
    return [item for item in frame.items if isinstance(item, TextBox) and "/sheet" in item.id]


def stars(frame: Frame) -> list[Shape]:
    return [item for item in frame.items if isinstance(item, Shape) and item.kind is ShapeKind.STAR]


@pytest.mark.parametrize("theme", SHIPPED)
@pytest.mark.parametrize(("content", "said"), CARRIED.values(), ids=CARRIED)
def test_what_the_slide_says_below_its_questions(content: str, said: list[str], theme: str) -> None:
    frames, pages = laid_out(content, theme)
    made = lines(frames[-1])
    named = ["Min plan" if "Min plan" in text else "Ledestjernen" for text in said]
    assert [line.pars[0].plain for line in made] == [
        text.format(pages[sheet]) for text, sheet in zip(said, named, strict=True)
    ]
    assert [star.fill for star in stars(frames[-1])] == [MARK] * len(said)
    for line, sheet in zip(made, named, strict=True):
        assert line.role is Role.NONE  # no words of the outline
        assert not line.artifact  # but read aloud
        assert [run.text for run in line.pars[0].runs if run.style.bold] == [sheet]


@pytest.mark.parametrize("theme", SHIPPED)
@pytest.mark.parametrize("content", [content for content, said in CARRIED.values() if said])
def test_it_stands_below_all_else_and_in_nobodys_way(content: str, theme: str) -> None:
    frame = laid_out(content, theme)[0][-1]
    placed = [item for item in frame.items if isinstance(item, TextBox) and item.role in (Role.BODY, Role.BELOW)]
    first, last = lines(frame)[0], lines(frame)[-1]
    foot = [item for item in frame.items if isinstance(item, TextBox) and item.artifact and item.box.y > last.box.y]
    for item in placed:
        assert (item.room or item.box).bottom <= first.box.y
        assert item.pars[0].runs[0].size >= first.pars[0].runs[0].size
        if item.anchor is Anchor.MIDDLE and item.room:
            assert item.room.y + item.room.h / 2 == pytest.approx(item.box.y + item.box.h / 2)
    assert all(extent(item).y >= last.box.bottom for item in foot)
    assert last.box.bottom <= 540


def test_a_slide_without_room_names_the_sheet_in_its_foot() -> None:
    long = LONG + " Og hvad gør de andre, som du kender til, når de kommer hjem i næste uge og skal i gang med det?"
    (frame,), _ = laid_out(f"reflection: [{ONE}, " + ", ".join(f"'{long}'" for _ in range(4)) + "]", "lys")
    (star,) = stars(frame)
    pointer = next(item for item in frame.items if isinstance(item, TextBox) and item.role is Role.WRITE)
    assert not lines(frame)
    assert pointer.pars[0].plain.split("\u2002" * 4) == ["Side 2", "Ledestjernen"]
    assert pointer.box.x < star.box.x
    assert star.box.right < pointer.box.right
    assert abs(star.box.y + star.box.h / 2 - (pointer.box.y + pointer.box.h / 2)) < 2


def test_a_slide_that_continues_says_it_where_its_questions_end() -> None:
    frames, _ = laid_out(f"reflection: [{ONE}, " + ", ".join(f"'{LONG} {LONG}'" for _ in range(6)) + "]", "lys")
    assert len(frames) > 1
    assert [len(lines(frame)) for frame in frames] == [0] * (len(frames) - 1) + [1]


def test_several_questions_set_large_fill_the_slide_and_leave_the_sheet_to_the_foot() -> None:
    (frame,), _ = laid_out(f"reflection: [{ONE}, Hvad nu?]", "lys")
    assert not lines(frame)
    assert len(stars(frame)) == 1
