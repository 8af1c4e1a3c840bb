"""Lines to write on that stand beside one another, and how a page's spare height is shared among them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Page
from deckbuild.frame.items import Ruling, WriteBox
from deckbuild.handout.handout import make_handout
from deckbuild.handout.style.style import PaperStyle
from deckbuild.handout.style.styles import paper_style
from deckbuild.model.deck import Deck, Density, HandoutSettings
from deckbuild.model.deck import PaperSize as Sheet
from deckbuild.model.theme import Theme
from deckbuild.reader import read
from deckbuild.units import Rect
from decks import read_deck
from random_papers import random_slides
from sampling import some

COURSE_DAY = Path(__file__).parent.parent / "deck.yaml"
LOOKS = {
    f"{sheet.value} {density.value}": paper_style(HandoutSettings(paper=sheet, density=density))
    for sheet in (Sheet.A4, Sheet.LETTER)
    for density in Density
}
AIRY = LOOKS["A4 airy"]
LARGE = paper_style(HandoutSettings(), large=True)


def pages_of(deck: Deck, style: PaperStyle = AIRY) -> tuple[Page, ...]:
    numbers = {slide.id: number for number, slide in enumerate(deck.slides, 1)}
    return make_handout(deck, numbers, numbers, Theme(), Diagnostics(), style)[0].pages


def written(page: Page) -> dict[str, WriteBox]:
    return {i.id: i for i in page.items if isinstance(i, WriteBox) and i.ruling is Ruling.LINES and i.count}


def lines(box: WriteBox) -> Iterator[float]:
    return (box.box.y + (n + 1) * box.pitch for n in range(box.count))


def beside(page: Page) -> Iterator[tuple[WriteBox, list[WriteBox]]]:
    """Yield each notes column with what is written in the text beside it."""
    boxes = written(page)
    for name, column in boxes.items():
        if "/margin" in name:
            foot = min((d for d in _dividers(page) if d > column.box.y), default=page.height)
            head = max((d for d in _dividers(page) if d < column.box.y + column.pitch), default=0.0)
            own = [b for b in boxes.values() if b is not column and head < b.box.y + b.pitch and b.box.bottom < foot]
            yield column, [b for b in own if b.box.right < column.box.x]


def _dividers(page: Page) -> list[float]:
    return [i.y1 for i in page.items if i.id.endswith(("/divider", "own-notes/rule")) and hasattr(i, "y1")]


@pytest.mark.parametrize("look", some(LOOKS))
def test_lines_beside_one_another_share_one_rhythm(look: str) -> None:
    style = LOOKS[look]
    course_day = read(COURSE_DAY).deck
    assert course_day
    found = 0
    for deck in (course_day, *(read_deck(random_slides(seed)) for seed in range(3))):
        for page in pages_of(deck, style):
            for column, text in beside(page):
                found += len(text)
                for box in text:
                    over = (next(lines(box)) - next(lines(column))) % style.pitch
                    assert min(over, style.pitch - over) < 0.01, (page.number, box.id)
    assert found >= 6


ASKED = {
    "a word": "{ask: Hvem?, answer: word}",
    "words": "{ask: Hvem?, answer: word}, {ask: Hvor?, answer: word}, {ask: Hvornår?, answer: word}",
    "lines": "Hvad?, Hvordan?",
    "the author's lines": "{ask: Hvad?, lines: 2}",
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
@pytest.mark.parametrize("style", LOOKS.values(), ids=LOOKS)
def test_lines_beside_one_another_end_together(asked: str, style: PaperStyle) -> None:
    items = ", ".join(["Et punkt om velfærd, netværk og ledelse, der tager en linje eller to"] * 6)
    slides = f"- title: T\n  bullets: [{items}]\n  handout: {{write: [{asked}]}}\n"
    ((column, text),) = beside(pages_of(read_deck(slides), style)[1])
    assert list(lines(column))[-1] == pytest.approx(max(y for box in text for y in lines(box)))


def test_notes_reach_the_foot_of_a_text_that_does_not_end_in_lines() -> None:
    tick = "{ask: Hvilke?, answer: tick, choices: [A, B]}"
    slides = "".join(
        f"- title: {title}\n  bullets: [{', '.join(['Et punkt'] * 9)}]\n  handout: {{write: [{tick}]}}\n"
        for title in ("En", "To")
    )
    page = pages_of(read_deck(slides))[1]
    assert [round(column.box.bottom) for column, _ in beside(page)][-1] > AIRY.body_bottom - 2 * AIRY.pitch


def _own_notes(page: Page) -> int:
    return sum(box.count for name, box in written(page).items() if "own-notes" in name)


NOTES: dict[str, tuple[str, bool]] = {
    "an answer that can be longer": ("- title: T\n  reflection: [Hvad?, {ask: Hvem?, lines: 8}]\n", False),
    "much room": ("- title: T\n  reflection: [Hvad?]\n", True),
    "nothing that can grow": (
        "- title: T\n  reflection: [" + ", ".join(["{ask: Hvad?, lines: 8}"] * 2) + "]\n", True
    ),
}  # fmt: skip


@pytest.mark.parametrize(("slides", "noted"), NOTES.values(), ids=NOTES)
def test_few_own_notes_give_way_to_longer_answers(slides: str, noted: bool) -> None:
    assert bool(_own_notes(pages_of(read_deck(slides))[1])) is noted


def test_own_notes_are_few_only_where_nothing_else_fills_the_page() -> None:
    deck = read(COURSE_DAY).deck
    assert deck
    few = {n.number for n in pages_of(deck) if 0 < _own_notes(n) < 6}
    assert few == {14}  # a comment of one word ends it


def test_what_belongs_together_gets_equal_room_on_all_its_pages() -> None:
    hub = "hub: {center: M, fields: [A, B, C, D], alt: a}\n  handout: {each: [Et eksempel]}"
    for style in (LARGE, paper_style(HandoutSettings(paper=Sheet.A5))):
        pages = pages_of(read_deck(f"- title: T\n  {hub}\n"), style)
        counts = [b.count for f in pages for name, b in written(f).items() if name.startswith("t/q")]
        assert len(counts) == 4
        assert len(set(counts)) == 1


def test_fields_in_a_narrow_column_are_alike() -> None:
    slides = "- title: T\n  fields: [A, B, C]\n"
    for style in (LARGE, paper_style(HandoutSettings(paper=Sheet.A5))):
        areas = [(f.number, i.box) for f in pages_of(read_deck(slides), style) for i in f.items
                 if isinstance(i, WriteBox) and i.ruling is Ruling.FRAME]  # fmt: skip
        assert len(areas) == 3
        assert len({(page, area.x, area.w, round(area.h, 2)) for page, area in areas}) == 1
        assert all(isinstance(area, Rect) and area.w == style.width for _, area in areas)


PROGRAMME = {"9.00-9.20": 2, "9.20-12.00": 5, "12.00-12.15": 2, "13.00-15.00": 5, "15.00-16.00": 4, "16.00-17.00": 4}


def test_rows_of_the_programme_follow_the_clock() -> None:
    placeholders = ", ".join(f"{{time: {time}, item: Punkt}}" for time in PROGRAMME)
    deck = read_deck(f"- title: P\n  agenda: [{placeholders}]\n  handout: {{margin: yes}}\n")
    boxes = written(pages_of(deck)[1])
    assert [box.count for box in boxes.values()] == list(PROGRAMME.values())
