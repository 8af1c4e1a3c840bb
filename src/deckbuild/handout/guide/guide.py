"""The whole guide: the overview, then the day in order, with every slide under its row of the programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Bookmark, Document, Frame, Page
from deckbuild.handout.furniture.running_heads import Running, chrome, left_margin
from deckbuild.handout.guide.answers import uncapitalized
from deckbuild.handout.guide.band import band_strip, day_strip
from deckbuild.handout.guide.clock import ClockRow, sessions
from deckbuild.handout.guide.entry import APART, Shown, entry_strips
from deckbuild.handout.guide.overview import overview_strips
from deckbuild.handout.guide.paging import Sheet, sheets
from deckbuild.handout.pagination.compose import joined_tables
from deckbuild.handout.strip import References, Strip
from deckbuild.handout.style.style import PaperStyle
from deckbuild.model.deck import Deck, Slide
from deckbuild.model.theme import Theme

STYLE = PaperStyle()
"""The look of the guide: always A4, whatever paper size the handout has."""


def _style(theme: Theme) -> PaperStyle:
    """Return the look with titles where a theme has them on paper."""
    return replace(STYLE, title_top=STYLE.title_top + theme.paper.title_down)


@dataclass(frozen=True, slots=True)
class GuidePiece:
    """A row of the programme or a slide: its strips, with a title for bookmarks and its row for the running head."""

    title: str
    strips: tuple[Strip, ...]
    session: ClockRow | None
    slide: Slide | None
    section: int
    """The section it is printed in; 0 before the first."""


def make_guide(
    deck: Deck, frames: Sequence[Frame], references: References, theme: Theme, diagnostics: Diagnostics
) -> Document:
    """Return the guide. ``references`` are the pages of the participants' edition, which the guide names."""
    day = sessions(deck)
    numbers = _numbers(frames)
    pieces = list(_pieces(deck, day, frames, references, theme))
    style = _style(theme)
    body = list(_sheets(pieces, style, diagnostics))
    starts = _starts(pieces, [sheet for sheet, _ in body])
    homes = {piece.slide.id: page for piece, page in zip(pieces, starts, strict=True) if piece.slide}
    front: list[Sheet] = []
    for findings in (Diagnostics(), diagnostics):  # twice: page numbers depend on the overview's length
        before = max(1, len(front)) + 1
        found = {slide: before + page for slide, page in homes.items()}
        front = sheets(overview_strips(deck, day, numbers, found, references, style), APART, style, findings)
    pages: list[tuple[Sheet, GuidePiece | None]] = [*((sheet, None) for sheet in front), *body]
    name = f"{deck.info.title.plain} – {uncapitalized(deck.labels.guide)}"
    made = []
    for number, (sheet, opens) in enumerate(pages, 1):
        items = joined_tables(sheet.items(left_margin(number, style), style.title_top, APART, references))
        section, clock = (opens.section, _clock(opens.session)) if opens else (0, "")
        # the first page has no running head: its title says the same
        head = Running(deck.labels.guide if number > 1 else "", aside=clock, foot=name)
        around = chrome(deck, number, len(pages), section, head, style)
        made.append(Page(number=number, width=style.page_width, height=style.page_height, items=(*around, *items)))
    marks = [Bookmark(deck.labels.guide, 0, 0)]
    marks += _bookmarks(pieces, [len(front) + page for page in starts])
    return Document(
        title=name,
        author=deck.info.owner.plain if deck.info.owner else "",
        lang=deck.labels.lang,
        pages=tuple(made),
        bookmarks=tuple(marks),
    )


def _numbers(frames: Sequence[Frame]) -> dict[str, int]:
    """Return slide id -> the slide's number."""
    numbers: dict[str, int] = {}
    for frame in frames:
        numbers.setdefault(frame.slide, frame.number)
    return numbers


def _pieces(
    deck: Deck, day: Sequence[ClockRow], frames: Sequence[Frame], references: References, theme: Theme
) -> Iterator[GuidePiece]:
    """Yield the pieces of the day in order: each row of the programme before its slides.

    A row is printed in the section of its slides; a row without slides in that of the slide before. When no row of a
    day has slides, only the overview shows its programme.
    """
    numbers = _numbers(frames)
    places: dict[str, list[int]] = {}
    for place, frame in enumerate(frames):
        places.setdefault(frame.slide, []).append(place)
    shown_days = {session.day for session in day if session.slides}
    waiting = [session for session in day if session.day in shown_days]
    firsts = {id(next(rows)) for _, rows in groupby(waiting, key=lambda session: session.day)}
    place_of = {id(session): place for place, session in enumerate(day)}
    current: ClockRow | None = None
    section = 0

    def row(session: ClockRow, section: int) -> GuidePiece:
        closed = session is day[-1] and not session.slides
        return _row(deck, session, section, first=id(session) in firsts, closed=closed)

    for slide in deck.slides:
        opened = next((place for place, session in enumerate(day) if session.opens == slide.id), 0)
        if opened:
            while waiting and place_of[id(waiting[0])] < opened:
                yield row(waiting.pop(0), section)
            current = None
        if any(slide.id in session.slides for session in waiting):
            while waiting and slide.id not in waiting[0].slides:
                yield row(waiting.pop(0), section)
            current = waiting.pop(0)
            yield row(current, slide.section)
        section = slide.section
        shown = Shown(
            deck=deck, slide=slide, number=numbers.get(slide.id, 0), frames=tuple(places.get(slide.id, ())),
            range=_range(deck, slide, numbers) if slide.opens_section else None,
            timed=current is not None, theme=theme, style=_style(theme),
        )  # fmt: skip
        yield GuidePiece(deck.titles[slide.id].plain, tuple(entry_strips(shown, references)), current, slide, section)
    for session in waiting:
        yield row(session, section)


def _range(deck: Deck, section: Slide, numbers: Mapping[str, int]) -> tuple[int, int] | None:
    """Return the numbers of the first and last slide after the one that opens a section; ``None`` for none."""
    within = [numbers[slide.id] for slide in deck.slides if slide.section == section.section and slide is not section]
    return (min(within), max(within)) if within else None


def _row(deck: Deck, session: ClockRow, section: int, *, first: bool, closed: bool) -> GuidePiece:
    """Return the piece of a row; that of the ``first`` row of a day begins with the day's name, if it has one."""
    title = f"{session.slot.time} {session.slot.item.plain}"
    day = (day_strip(session.day, deck, STYLE),) if first and session.day else ()
    return GuidePiece(title, (*day, band_strip(deck, session, STYLE, closed=closed)), session, None, section)


def _clock(session: ClockRow | None) -> str:
    """Return the day and the time of a row for the running head."""
    return ", ".join(part for part in (session.day, session.slot.time) if part) if session else ""


def _sheets(
    pieces: Sequence[GuidePiece], style: PaperStyle, diagnostics: Diagnostics
) -> Iterator[tuple[Sheet, GuidePiece]]:
    """Yield each page with the piece of its first strip. A section begins on a new page, as in the handout."""
    for _, group in groupby(pieces, key=lambda piece: piece.section):
        owned = [(strip, piece) for piece in group for strip in piece.strips]
        owners = {id(strip): piece for strip, piece in owned}
        for sheet in sheets([strip for strip, _ in owned], APART, style, diagnostics):
            # a title that is repeated at the top of a page belongs to no piece
            yield sheet, next(owners[id(strip)] for strip in sheet.strips if id(strip) in owners)


def _starts(pieces: Sequence[GuidePiece], body: Sequence[Sheet]) -> list[int]:
    """Return for each piece the index of the page in ``body`` on which it begins."""
    page_of = {id(strip): page for page, sheet in enumerate(body) for strip in sheet.strips}
    return [page_of[id(piece.strips[0])] for piece in pieces]


def _bookmarks(pieces: Sequence[GuidePiece], starts: Sequence[int]) -> Iterator[Bookmark]:
    """Yield a bookmark for each row of the programme and, under it, for each of its slides; above them for each day."""
    day = ""
    for piece, page in zip(pieces, starts, strict=True):
        session = piece.session
        if session and session.day != day:
            day = session.day
            yield Bookmark(day, page, 0)
        yield Bookmark(piece.title, page, (session is not None and bool(session.day)) + bool(piece.slide and session))
