"""The last unit: short forms with their meanings, and the literature with the pages that use each work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from deckbuild.diagnostics import Span
from deckbuild.frame.items import Border, Item, TableCell, TableRow
from deckbuild.frame.text import Par
from deckbuild.handout.furniture.addresses import Addresses
from deckbuild.handout.furniture.marks import rule
from deckbuild.handout.furniture.note_lines import lines_strip
from deckbuild.handout.furniture.slide_title import Header
from deckbuild.handout.pagination.unit import Unit
from deckbuild.handout.strip import References, Strip, finished, fixed
from deckbuild.handout.style.paragraphs import box, fair_par
from deckbuild.handout.style.settings import deck_settings
from deckbuild.handout.style.style import HAIR_RULE, TITLE_RULE, PaperStyle
from deckbuild.layout.table import table_item
from deckbuild.layout.text.paragraph import baseline, set_par, stack, text_width
from deckbuild.layout.text.ranges import ranges
from deckbuild.model.deck import Deck, Source
from deckbuild.model.text import BREAK, Run, plain
from deckbuild.model.theme import HAIR, INK
from deckbuild.units import Pt, mm

_GAP = mm(4)
_WORD_PAD, _WORK_PAD = mm(1.5), mm(2)
_PAGES = mm(28)
_BORDER = Border(HAIR_RULE, HAIR)
_NAME = "words"
_BETWEEN = ", "
"""The text between two page numbers of a work."""


def words_unit(deck: Deck, style: PaperStyle, lines: Mapping[str, int]) -> Unit | None:
    """Return short forms and literature as one unit; ``None`` when the deck has neither.

    ``lines`` maps the name of a work to the number of lines that its page numbers take; one when it isn't there.
    """
    if not deck.words and not deck.sources:
        return None
    addresses = Addresses()
    deck = replace(deck, words=addresses.numbered(deck.words), sources=addresses.numbered(deck.sources))
    strips: list[Strip] = []
    if deck.words:
        strips += _words(deck, style, headed=bool(deck.sources))
    if deck.sources:
        strips += _literature(deck, style, lines, headed=bool(deck.words))
    strips += addresses.strips(_NAME, style.width, style, deck_settings(deck), style.between_blocks)
    labels = deck.labels
    title = labels.words_and_literature
    if not deck.words or not deck.sources:
        title = labels.words if deck.words else labels.literature
    return Unit(
        id=_NAME,
        style=style,
        title=title,
        section=0,
        group=_NAME if style.own_pages else "back",
        head=lambda big, continued: plain_header(deck, _NAME, title, style, big=big, continued=continued),
        strips=tuple(strips),
    )


def plain_header(deck: Deck, name: str, title: str, style: PaperStyle, *, big: bool, continued: bool) -> Header:
    """Return the title of a page that isn't made from a slide."""
    shown = f"{title} {deck.labels.continued}" if continued else title
    look = style.page_title if big else style.slide_title
    par = fair_par((Run(shown),), look, style.width, deck_settings(deck, always=False))
    return Header(par.height, (box(f"{name}/title", [par], 0.0, 0.0, style.width),))


def _subhead(name: str, text: str, aside: str, deck: Deck, style: PaperStyle, before: Pt) -> Strip:
    """Return a heading over a rule, with ``aside`` flush right. An empty ``text`` leaves only ``aside``."""
    settings = deck_settings(deck, always=False)
    par = set_par((Run(text),), style.subhead, style.width, settings) if text else None
    note = set_par((Run(aside),), style.note_right, style.width, settings)
    high = (par or note).height + mm(2)

    items: list[Item] = [box(f"{name}/head", [par], 0.0, 0.0, style.width)] if par else []
    if aside:
        y = baseline(style.subhead.step) - baseline(style.note_right.step) if par else 0.0
        items.append(box(f"{name}/aside", [note], 0.0, y, style.width))
    items.append(rule(f"{name}/rule", 0.0, style.width, high, TITLE_RULE, INK))
    return finished(tuple(items), high, before, keep=True)


def _cell(par: Par | None, pad: Pt, *, header: bool = False, ruled: bool = True) -> TableCell:
    pars = stack([par]) if par else ()
    return TableCell(
        pars=pars, inset=(0.0, pad, 0.0, pad), bottom=_BORDER if ruled else None, header=header, text_top=pad
    )


def _words(deck: Deck, style: PaperStyle, *, headed: bool) -> list[Strip]:
    """Return the short forms in two columns, down the first and then the second; in one on a narrow page.

    ``headed`` adds a heading, for a unit that holds literature too.
    """
    pairs = list(deck.words.items())
    settings = deck_settings(deck)
    widest = max(text_width(short, settings.face(bold=True), style.strong.step.size) for short, _ in pairs)
    across = 2 if style.side_notes else 1
    first = min(max(style.wide_indent, widest + mm(3)), style.sized(mm(40)))
    second = (style.width - _GAP * (across - 1)) / across - first
    widths = (first, second, _GAP, first, second)[: 3 * across - 1]
    strips = [_subhead(_NAME, deck.labels.words, "", deck, style, style.gap(mm(4.5)))] if headed else []
    rows = -(-len(pairs) // across)
    for pair in zip_longest(*(pairs[at * rows : (at + 1) * rows] for at in range(across))):
        set_pars: list[Par | None] = []
        for word in pair:
            set_pars.append(fair_par(plain(word[0]), style.strong, first - mm(2), settings) if word else None)
            set_pars.append(fair_par(word[1], style.text, second, settings) if word else None)
        high = max(p.height for p in set_pars if p) + 2 * style.gap(_WORD_PAD)
        cells = [_cell(p, style.gap(_WORD_PAD), header=i % 2 == 0, ruled=p is not None) for i, p in enumerate(set_pars)]
        apart = (_cell(None, 0.0, ruled=False),) if across > 1 else ()
        row = TableRow(high, (*cells[:2], *apart, *cells[2:]))
        longest = max((word[1] for word in pair if word), key=lambda meaning: len(meaning.plain))
        strips.append(_table_strip(_NAME + "/table", row, widths, longest.span))
    return strips


def _table_strip(name: str, row: TableRow, widths: Sequence[Pt], span: Span | None) -> Strip:
    table = table_item(name, 0.0, 0.0, widths, [row], head_rows=0, head_column=True)
    return Strip(height=row.height, build=fixed(table), span=span)


def _literature(deck: Deck, style: PaperStyle, lines: Mapping[str, int], *, headed: bool) -> list[Strip]:
    """Return the works by number. ``headed`` adds a heading, for a unit that holds short forms too."""
    works = sorted(deck.sources.items(), key=lambda named: named[1].number)
    title, before = (deck.labels.literature, mm(13)) if headed else ("", mm(4.5))
    head = _subhead("literature", title, deck.labels.in_handout, deck, style, style.gap(before))
    again = replace(head, before=style.gap(mm(4.5)))
    return [
        head,
        *(replace(_work(deck, name, source, style, lines.get(name, 1)), head=again) for name, source in works),
    ]


def _work(deck: Deck, name: str, source: Source, style: PaperStyle, lines: int) -> Strip:
    """Return a work with the pages that use it. ``lines`` is the number of lines to keep for the pages."""
    settings = deck_settings(deck)
    pad = style.gap(_WORK_PAD)
    aside = _aside(style)
    middle = _middle(style)
    widths = (style.wide_indent, middle, aside) if aside else (style.wide_indent, middle)
    number = set_par((Run(str(source.number)),), style.strong, style.wide_indent, settings)
    title = tuple(replace(run, italic=not run.italic) for run in source.title.runs)
    note = (Run(" ("), *source.note.unmarked.runs, Run(")")) if source.note else ()
    par = fair_par((*source.authors.runs, Run(", "), *title, *note), style.text, middle - mm(2), settings)
    listed = lines * style.note.step.leading
    drop = baseline(style.text.step) - baseline(style.note_right.step)
    least = max(par.height, drop + listed) if aside else par.height + listed
    high = max(least + 2 * pad, style.gap(mm(9)))

    def build(_steps: int, references: References) -> tuple[Item, ...]:
        shown = _page_list(deck, references.sources.get(name, ()), style)
        number_cell = _cell(number, pad, header=True)
        if not aside:
            under = (shown,) if shown else ()
            cell = TableCell(pars=stack([par, *under]), inset=(0.0, pad, 0.0, pad), bottom=_BORDER, text_top=pad)
            return (
                table_item(
                    "literature/table",
                    0.0,
                    0.0,
                    widths,
                    [TableRow(high, (number_cell, cell))],
                    head_rows=0,
                    head_column=True,
                ),
            )
        cells = (number_cell, _cell(par, pad), _cell(shown, pad + drop))
        return (
            table_item("literature/table", 0.0, 0.0, widths, [TableRow(high, cells)], head_rows=0, head_column=True),
        )

    return Strip(height=high, build=build, span=source.span)


def _aside(style: PaperStyle) -> Pt:
    """Return the width in points of the column of page numbers; 0 when they stand under the work."""
    return _PAGES if style.side_notes else 0.0


def _middle(style: PaperStyle) -> Pt:
    return style.width - style.wide_indent - _aside(style)


def page_lines(deck: Deck, references: References, style: PaperStyle) -> dict[str, int]:
    """Return how many lines the page numbers of each work take, by its name."""
    listed = {name: _page_list(deck, references.sources.get(name, ()), style) for name in deck.sources}
    return {name: len(par.lines) for name, par in listed.items() if par}


def _page_list(deck: Deck, pages: Sequence[int], style: PaperStyle) -> Par | None:
    """Set the page numbers of a work; lines break only between two numbers. ``None`` when no page uses it."""
    if not pages:
        return None
    look, width = (style.note_right, _PAGES) if _aside(style) else (style.note, _middle(style))
    lines = [""]
    for piece in deck.labels.page_abbr.format(pages=ranges(pages)).split(_BETWEEN):
        longer = f"{lines[-1]}{_BETWEEN}{piece}" if lines[-1] else piece
        if lines[-1] and text_width(f"{longer},", deck_settings(deck).face(), look.step.size) > width:
            lines[-1] += _BETWEEN.rstrip()
            lines.append(piece)
        else:
            lines[-1] = longer
    return set_par((Run(BREAK.join(lines)),), look, width + 0.01, deck_settings(deck))


def notes_unit(deck: Deck, number: int, style: PaperStyle) -> Unit:
    """Return page ``number`` (from 1) of the pages with nothing but lines for own notes."""
    name = f"notes/{number}"
    title = deck.labels.own_notes
    return Unit(
        id=name,
        style=style,
        title=title,
        section=0,
        group=name,
        head=lambda big, continued: plain_header(deck, name, title, style, big=big, continued=continued),
        strips=(lines_strip(name, title, 6, style.width, style, most=40),),
    )
