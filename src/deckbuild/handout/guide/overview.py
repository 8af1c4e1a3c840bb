"""The guide's first page: the day by the clock, the sections, the sheets, and what the numbers mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from deckbuild.frame.items import Border, TableCell, TableRow
from deckbuild.frame.text import Align, Par, Tag
from deckbuild.handout.furniture.section_marks import tab_shape
from deckbuild.handout.guide.clock import ClockRow, duration
from deckbuild.handout.strip import References, Strip, finished
from deckbuild.handout.style.paragraphs import box, fair_par, one_line, optical
from deckbuild.handout.style.settings import deck_settings
from deckbuild.handout.style.style import HEAD_RULE, ROW_RULE, PaperStyle
from deckbuild.layout.slides.sources import listed
from deckbuild.layout.table import table_item
from deckbuild.layout.text.paragraph import ParStyle, set_par, stack
from deckbuild.layout.text.ranges import whole_range
from deckbuild.model.deck import Deck
from deckbuild.model.text import Run, Text, plain
from deckbuild.model.theme import INK, LINE, SOFT, Step, accent
from deckbuild.units import Pt, Rect, mm

_TITLE = ParStyle(Step(34, mm(14)), INK, bold=True, tag=Tag.TITLE)
_SUBTITLE = ParStyle(Step(16, mm(7)), SOFT)
_KIND = ParStyle(Step(12, mm(5.5)), INK, bold=True)
_TO_TITLE, _TO_HEAD, _TO_TABLE, _TO_TOTAL, _TO_NEXT = mm(8), mm(14), mm(2), mm(3), mm(2)
_PAD, _HEAD_PAD = mm(2), mm(1.5)
_TIME, _LASTS, _SLIDES, _PAGE = mm(27), mm(27), mm(20), mm(14)
_GUTTER = mm(4)
_SQUARE, _PITCH, _INDENT = mm(6), mm(8), mm(10)


def overview_strips(
    deck: Deck,
    day: Sequence[ClockRow],
    numbers: Mapping[str, int],
    pages: Mapping[str, int],
    references: References,
    style: PaperStyle,
) -> list[Strip]:
    """Return the strips of the first page. ``numbers`` and ``pages`` map a slide's id to its number and guide page."""
    strips = [_title(deck, style)]
    for place, (name, rows) in enumerate(groupby(day, key=lambda session: session.day)):
        strips += _programme(deck, name, f"day{place or ''}", list(rows), numbers, pages, style)
    if deck.sections:
        strips += _sections(deck, numbers, pages, style)
    settings = deck_settings(deck)
    for place, line in enumerate((*_how_to_read(deck, references), *_sheets(deck, references))):
        par = fair_par((Run(line),), style.note_ink, style.measure, settings)
        strips.append(_plain(f"overview/key{place or ''}", par, style.width, _TO_NEXT if place else _TO_HEAD))
    return strips


def _how_to_read(deck: Deck, references: References) -> Iterator[str]:
    """Yield what the numbers of questions mean. The example is from the deck: the second of a slide if possible."""
    numbers = [one.number for asked in references.asked.values() for one in asked if "." in one.number]
    for number in sorted(numbers, key=lambda number: not number.endswith(".2"))[:1]:
        slide, _, question = number.partition(".")
        yield deck.labels.how_to_read.format(number=number, slide=slide, question=question)


def _sheets(deck: Deck, references: References) -> Iterator[str]:
    """Yield for each sheet of the handout its page, and the questions whose answers are carried to it."""
    carried: dict[str, list[str]] = {}
    for asked in references.asked.values():
        for one in asked:
            carried.setdefault(one.question.carry_to or "", []).append(one.number)
    for sheet, page in references.sheets.items():
        if sheet in carried:
            numbers = listed(carried[sheet], deck.labels.and_)
            yield deck.labels.sheet_answers.format(sheet=sheet, page=page, numbers=numbers)


def _plain(name: str, par: Par, width: Pt, before: Pt, *, keep: bool = False) -> Strip:
    return finished((box(name, [par], 0.0, 0.0, width),), par.height, before, keep=keep)


def _title(deck: Deck, style: PaperStyle) -> Strip:
    settings, info = deck_settings(deck, always=False), deck.info
    pars = [set_par((Run(deck.labels.guide),), _KIND, style.width, settings)]
    pars.append(fair_par(info.title, replace(_TITLE, before=_TO_TITLE), style.width, settings))
    for line in (info.subtitle, info.date):
        if line:
            pars.append(fair_par(line, replace(_SUBTITLE, before=mm(1)), style.width, settings))
    placed = box("overview/title", pars, 0.0, 0.0, style.width, info.title.span)
    return finished((placed,), placed.box.h)


def _head(name: str, text: str, deck: Deck, style: PaperStyle) -> Strip:
    settings = deck_settings(deck, always=False)
    par = set_par((Run(text),), replace(style.subhead, tag=Tag.HEAD), style.width, settings)
    return _plain(f"overview/{name}", par, style.width, _TO_HEAD, keep=True)


def _programme(
    deck: Deck,
    name: str,
    own: str,
    day: Sequence[ClockRow],
    numbers: Mapping[str, int],
    pages: Mapping[str, int],
    style: PaperStyle,
) -> list[Strip]:
    """Return a day's programme as a table: time, length, text, slides and page in the guide; under it the total length.

    ``name`` is the day's, ``own`` what the ids of its items begin with.
    """
    labels = deck.labels
    widths = (_TIME, _LASTS, style.width - _TIME - _LASTS - _SLIDES - _PAGE, _SLIDES, _PAGE)
    heads = (labels.time, labels.duration, labels.point, labels.slides, labels.page)
    head = _row(tuple(plain(text) for text in heads), widths, deck, style, head=True)
    rows = [head]
    for session in day:
        shown = [numbers[slide] for slide in session.slides if slide in numbers]
        first = session.slides[0] if session.slides else ""
        link = f"#{first}" if first else None
        texts = (
            plain(session.slot.time),
            plain(duration(session.lasts, labels) if session.lasts else ""),
            Text(tuple(replace(run, link=run.link or link) for run in session.slot.item.runs)),
            plain(whole_range(shown)),
            plain(str(pages[first]) if first else ""),
        )
        rows.append(_row(texts, widths, deck, style, head=False, soft=session.slot.pause))
    strips = []
    for place, row in enumerate(rows):
        table = table_item(f"overview/{own}", 0.0, 0.0, widths, [row], head_rows=0 if place else 1, head_column=True)
        before = 0.0 if place else _TO_TABLE
        strips.append(finished((table,), row.height, before, keep=place in (0, len(rows) - 2, len(rows) - 1)))
    total = sum(session.lasts for session in day)
    pauses = sum(session.lasts for session in day if session.slot.pause)
    said = labels.day_lasts if pauses else labels.day_lasts_unbroken
    line = said.format(total=duration(total, labels), pauses=duration(pauses, labels)).replace("..", ".")
    par = set_par((Run(line),), style.note, style.width, deck_settings(deck))
    total_strip = _plain(f"overview/{own.replace('day', 'total')}", par, style.width, _TO_TOTAL)
    return [_head(f"{own}-head", name or labels.day, deck, style), *strips, total_strip]


def _row(
    texts: Sequence[Text], widths: Sequence[Pt], deck: Deck, style: PaperStyle, *, head: bool, soft: bool = False
) -> TableRow:
    settings = deck_settings(deck)
    look = style.note if head else style.text_soft if soft else style.text
    above, below = (0.0, _HEAD_PAD) if head else (_PAD, _PAD)
    last = len(texts) - 1
    pars = [
        fair_par(
            text,
            replace(look, bold=index == 0 and not head, align=Align.RIGHT if index == last else Align.LEFT),
            width - (0.0 if index == last else _GUTTER),
            settings,
        )
        for index, (text, width) in enumerate(zip(texts, widths, strict=True))
    ]
    border = Border(HEAD_RULE, INK) if head else Border(ROW_RULE, LINE)
    cells = tuple(
        TableCell(pars=stack([par]), inset=(0.0, above, 0.0, below), bottom=border, header=head or index == 0,
             text_top=above, span=text.span)
        for index, (par, text) in enumerate(zip(pars, texts, strict=True))
    )  # fmt: skip
    return TableRow(max(par.height for par in pars) + above + below, cells)


def _sections(deck: Deck, numbers: Mapping[str, int], pages: Mapping[str, int], style: PaperStyle) -> list[Strip]:
    """Return the sections with their colours, slides and pages, in the same columns as the programme."""
    opening = {slide.section: slide.id for slide in deck.slides if slide.opens_section}
    slides: dict[int, list[int]] = {}
    for shown in deck.slides:
        if shown.id in numbers:
            slides.setdefault(shown.section, []).append(numbers[shown.id])
    end, right = style.width - _PAGE, replace(style.text, align=Align.RIGHT)
    settings = deck_settings(deck, always=False)
    strips = [_head("sections-head", deck.labels.sections, deck, style)]
    for place, section in enumerate(deck.sections):
        name = f"overview/section{section.number}"
        square = tab_shape(
            f"{name}/number", section.number, Rect(0.0, 0.0, _SQUARE, _SQUARE), accent(section.number),
            replace(style.tab_number, step=Step(9, _SQUARE), tag=Tag.PARAGRAPH), settings,
        )  # fmt: skip
        room = end - _SLIDES - _INDENT - _GUTTER
        title = one_line(section.title, style.text, room, settings)
        slide = opening.get(section.number, "")
        if slide:
            linked = tuple(Run(run.text, link=f"#{slide}", source=run.source) for run in title.runs)
            title = set_par(linked, style.text, room + 1, settings)
        span = set_par((Run(whole_range(slides.get(section.number, ()))),), style.text, _SLIDES, settings)
        page = set_par((Run(str(pages[slide])),) if slide else (), right, _PAGE, settings)
        y = _SQUARE / 2 - optical(style.text.step)

        items = (
            square,
            box(name, [title], _INDENT, y, room),
            box(f"{name}/slides", [span], end - _SLIDES, y, _SLIDES),
            box(f"{name}/page", [page], end, y, _PAGE),
        )
        before = _TO_TABLE if not place else _PITCH - _SQUARE
        strips.append(finished(items, _SQUARE, before, keep=not place))
    return strips
