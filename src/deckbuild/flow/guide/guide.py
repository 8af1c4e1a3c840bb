"""The whole guide: the overview, then the day in order, every slide under the row of the programme it is shown in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckbuild.diagnostics import Diagnostics
from deckbuild.flow.chrome import Running, chrome, left_margin
from deckbuild.flow.guide.band import band_strip
from deckbuild.flow.guide.clock import Session, sessions
from deckbuild.flow.guide.entry import APART, Shown, entry_strips
from deckbuild.flow.guide.overview import overview_strips
from deckbuild.flow.guide.paging import Sheet, sheets
from deckbuild.flow.pages import joined_tables
from deckbuild.flow.strip import References, Strip
from deckbuild.flow.style import PaperStyle
from deckbuild.frame.items import Booklet, Bookmark, Folio, Frame
from deckbuild.model.deck import Deck, Slide
from deckbuild.model.theme import Theme

STYLE = PaperStyle()
"""The guide is A4 whatever the handout's paper is: it isn't written on."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A row of the programme or a slide: strips that begin with a heading, and what a page says of it."""

    title: str
    strips: tuple[Strip, ...]
    session: Session | None
    slide: Slide | None


def make_guide(
    deck: Deck, frames: Sequence[Frame], references: References, theme: Theme, diagnostics: Diagnostics
) -> Booklet:
    """Return the guide. ``references`` are the participants' edition's: its pages are those that are named."""
    day = sessions(deck)
    numbers = _numbers(frames)
    pieces = list(_pieces(deck, day, frames, references, theme))
    body = sheets([strip for piece in pieces for strip in piece.strips], APART, STYLE, diagnostics)
    starts = _starts(pieces, body)
    homes = {piece.slide.id: page for piece, page in zip(pieces, starts, strict=True) if piece.slide}
    front: list[Sheet] = []
    for told in (Diagnostics(), diagnostics):  # how many pages stand before the slides is known once they are made
        before = max(1, len(front)) + 1
        pages = {slide: before + page for slide, page in homes.items()}
        front = sheets(overview_strips(deck, day, numbers, pages, STYLE), APART, STYLE, told)
    running = [(0, "")] * len(front) + _running(pieces, starts, len(body))
    name = f"{deck.info.title.plain} – {_small(deck.labels.guide)}"
    folios = []
    for number, (sheet, (section, clock)) in enumerate(zip([*front, *body], running, strict=True), 1):
        items = joined_tables(sheet.items(left_margin(number, STYLE), STYLE.title_top, APART, references))
        # the first page's title says what it is
        head = Running(deck.labels.guide if number > 1 else "", aside=clock, foot=name)
        around = chrome(deck, number, len(running), section, head, STYLE)
        folios.append(Folio(number=number, width=STYLE.page_width, height=STYLE.page_height, items=(*around, *items)))
    marks = [Bookmark(deck.labels.guide, 0, 0)]
    marks += _bookmarks(pieces, [len(front) + page for page in starts])
    return Booklet(
        title=name,
        author=deck.info.owner.plain if deck.info.owner else "",
        lang=deck.labels.lang,
        folios=tuple(folios),
        bookmarks=tuple(marks),
    )


def _numbers(frames: Sequence[Frame]) -> dict[str, int]:
    """Return each slide's number, by id."""
    numbers: dict[str, int] = {}
    for frame in frames:
        numbers.setdefault(frame.slide, frame.number)
    return numbers


def _pieces(
    deck: Deck, day: Sequence[Session], frames: Sequence[Frame], references: References, theme: Theme
) -> Iterator[Piece]:
    """Yield the day in order: rows of the programme, each before its slides.

    Where no row has slides, the programme stands in the overview alone.
    """
    numbers = _numbers(frames)
    places: dict[str, list[int]] = {}
    for place, frame in enumerate(frames):
        places.setdefault(frame.slide, []).append(place)
    waiting = list(day) if any(session.slides for session in day) else []
    current: Session | None = None
    for slide in deck.slides:
        if any(slide.id in session.slides for session in waiting):
            while waiting and slide.id not in waiting[0].slides:
                yield _row(deck, waiting.pop(0))
            current = waiting.pop(0)
            yield _row(deck, current)
        shown = Shown(
            deck=deck, slide=slide, number=numbers.get(slide.id, 0), frames=tuple(places.get(slide.id, ())),
            range=_range(deck, slide, numbers) if slide.opens_section else None,
            timed=current is not None, theme=theme, style=STYLE,
        )  # fmt: skip
        yield Piece(deck.titles[slide.id].plain, tuple(entry_strips(shown, references)), current, slide)
    for session in waiting:
        yield _row(deck, session)


def _range(deck: Deck, section: Slide, numbers: Mapping[str, int]) -> tuple[int, int] | None:
    """Return the numbers of the first and last slide of a section after its own."""
    within = [numbers[slide.id] for slide in deck.slides if slide.section == section.section and slide is not section]
    return (min(within), max(within)) if within else None


def _row(deck: Deck, session: Session) -> Piece:
    title = f"{session.slot.time} {session.slot.item.plain}"
    return Piece(title, (band_strip(deck, session, STYLE),), session, None)


def _starts(pieces: Sequence[Piece], body: Sequence[Sheet]) -> list[int]:
    """Return the page, from 0, on which each piece begins."""
    page_of = {id(strip): page for page, sheet in enumerate(body) for strip in sheet.strips}
    return [page_of[id(piece.strips[0])] for piece in pieces]


def _running(pieces: Sequence[Piece], starts: Sequence[int], pages: int) -> list[tuple[int, str]]:
    """Return for each page the section of its first slide, and the time of its first row of the programme."""
    made: list[tuple[int, str]] = []
    section, clock = 0, ""
    for page in range(pages):
        begun = [piece for piece, start in zip(pieces, starts, strict=True) if start == page]
        slide = next((piece.slide for piece in begun if piece.slide), None)
        session = next((piece.session for piece in begun if piece.session), None)
        section = slide.section if slide else section
        clock = session.slot.time if session else clock
        made.append((section, clock))
    return made


def _bookmarks(pieces: Sequence[Piece], starts: Sequence[int]) -> Iterator[Bookmark]:
    """Yield an entry for each row of the programme and, under it, for each of its slides."""
    for piece, page in zip(pieces, starts, strict=True):
        yield Bookmark(piece.title, page, 1 if piece.slide and piece.session else 0)


def _small(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
