"""Table layout: the widths of columns follow from their text, the height of a row from its highest cell.

Widths follow the idea of automatic table layout (CSS 2.1, 17.5.2.2): a column is never narrower than its widest word,
and the rest of the width is shared by how much text each column holds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import field, replace
from functools import lru_cache
from itertools import pairwise

from deckbuild.characters import SOFT_HYPHEN
from deckbuild.dataclass import dataclass
from deckbuild.fonts.faces import Family, Style
from deckbuild.frame.items import Anchor, Border, TableCell, TableItem, TableRow
from deckbuild.frame.text import Align, Par
from deckbuild.layout.decimals import Decimals, are_figures, decimals_of
from deckbuild.layout.text.evening import unbroken
from deckbuild.layout.text.line_breaking import Hyphenate
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, text_width
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import HAIR, INK, Color, Look, Step
from deckbuild.units import Pt, Rect

_SUM_RULE = Border(1.5, INK)
GUTTER: Pt = 16.0
"""White space between the text of two columns."""
SLIDES = TextSettings()
"""The settings of text on slides in the usual language and family."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLook:
    """The format of a table. Lengths are in points."""

    step: Step
    head: Color
    """Colour of the header row's text and of the rule under it."""
    head_look: Look = field(default_factory=lambda: Look(bold=True))
    """How the header row's text looks, but for its colour."""
    row_rule: Border | None = field(default_factory=lambda: Border(0.75, HAIR))
    head_rule: Pt = 2.0
    """Width of the rule under the header row."""
    padding: Pt = 6.0
    """Space above and below the text of a body row."""
    gutter: Pt = GUTTER
    """Space to the right of a cell's text in a body row; the last column has none."""
    head_gutter: Pt | None = None
    """The same in the header row; ``None`` when it is no other."""
    head_padding: Pt = 5.0
    """Space between the header row's text and its rule."""
    bold: bool = False
    """Whether all text of a body row is bold, as in a sum."""

    def of_row(self, index: int, count: int, *, summed: bool) -> TableLook:
        """Return the look of body row ``index``, from 0, of ``count``: if ``summed`` the last is a sum under a rule."""
        if summed and index == count - 1:
            return replace(self, bold=True, row_rule=None)
        return replace(self, row_rule=_SUM_RULE) if summed and index == count - 2 else self


@dataclass(frozen=True, slots=True)
class TableColumn:
    """How the cells of a column are set, in all rows."""

    names: bool = False
    """Whether they name the rows: they are bold, and header cells."""
    color: Color | None = None
    """The colour of their text and of the column's head. Without it their text is in ink."""
    align: Align = Align.LEFT
    """Figures stand flush right, and so does their head."""
    decimals: Decimals | None = None
    """How the signs before decimals stand in line, where figures have different numbers of them."""

    def style(self, step: Step, usual: Color, *, bold: bool) -> ParStyle:
        """Return the format of a cell, in the ``usual`` colour unless the column has one."""
        return ParStyle(step, self.color or usual, bold=bold, align=self.align)


def columns_of(rows: Sequence[Sequence[Text]], *, head_column: bool) -> tuple[TableColumn, ...]:
    """Return how the columns of a table of these ``rows`` are set. With ``head_column`` the first names the rows.

    Columns of figures, in two rows or more, stand flush right, so that tens stand under tens.
    """
    made = []
    for index, cells in enumerate(zip(*rows, strict=True)):
        texts = [cell.plain for cell in cells]
        if head_column and not index:
            made.append(TableColumn(names=True))
        elif are_figures(texts):
            made.append(TableColumn(align=Align.RIGHT, decimals=decimals_of(texts)))
        else:
            made.append(TableColumn())
    return tuple(made)


def column_widths(
    heads: Sequence[Text],
    rows: Sequence[Sequence[Text]],
    width: Pt,
    step: Step,
    gutter: Pt,
    *,
    head_column: bool,
    hanging: Pt = 0.0,
    settings: TextSettings = SLIDES,
    divided: Hyphenate | None = None,
) -> tuple[Pt, ...]:
    """Return the widths of the columns, in points; they add up to ``width``.

    ``settings`` tell the family, and the share of a column that lines may fill. ``divided`` finds hyphenation points:
    when the widest words don't fit side by side whole, but do when hyphenated, a column only needs room for the widest
    part of a word.

    ``head_column`` says that the first column holds names. With ``hanging``, where every other text fits on one line,
    that column is ``hanging`` points wide, or more when its names need it. Without ``hanging`` it is treated like the
    others.
    """
    words, want = _words_and_texts((heads, *rows), step, gutter, settings, head_column=head_column)
    names = max(want[0], hanging) if want else 0.0
    if head_column and hanging and len(want) > 1 and sum(want[1:]) <= width - names:
        return (names, *_share(words[1:], want[1:], width - names))
    if divided and sum(words) > width:
        pieces = least_widths((heads, *rows), step, gutter, head_column=head_column, settings=settings, divided=divided)
        words = pieces if sum(pieces) <= width else words
    return _share([min(word, width / 2) for word in words], want, width)


def least_widths(
    rows: Sequence[Sequence[Text]],
    step: Step,
    gutter: Pt,
    *,
    head_column: bool,
    settings: TextSettings = SLIDES,
    divided: Hyphenate | None = None,
) -> list[Pt]:
    """Return the least width of each column, in points: that of its widest word with the gutter.

    The first of ``rows`` is the header row. With ``divided``, words count as hyphenated wherever it allows.
    """
    return _words_and_texts(rows, step, gutter, settings, head_column=head_column, divided=divided)[0]


def words_fit(
    rows: Sequence[Sequence[Text]],
    widths: Sequence[Pt],
    step: Step,
    gutter: Pt,
    *,
    head_column: bool,
    settings: TextSettings = SLIDES,
    divided: Hyphenate | None = None,
) -> bool:
    """Whether every word fits its column, in points, whole or, with ``divided``, hyphenated.

    The first of ``rows`` is the header row.
    """
    words = least_widths(rows, step, gutter, head_column=head_column, settings=settings, divided=divided)
    return all(word <= width + 0.01 for word, width in zip(words, widths, strict=False))


def _words_and_texts(
    rows: Sequence[Sequence[Text]],
    step: Step,
    gutter: Pt,
    settings: TextSettings,
    *,
    head_column: bool,
    divided: Hyphenate | None = None,
) -> tuple[list[Pt], list[Pt]]:
    """Return two widths in points for each column: for its widest word, and for its widest text on one line.

    Both include the gutter. The first row is the header row. With ``divided`` the parts of hyphenated words count as
    words.
    """
    widest = _widest(tuple(tuple(cell.runs for cell in row) for row in rows), head_column, divided, settings.family)
    words = [word * step.size / settings.fill + gutter + 1 for word, _ in widest]
    return words, [text * step.size / settings.fill + gutter + 1 for _, text in widest]


@lru_cache(maxsize=64)
def _widest(
    rows: tuple[tuple[tuple[Run, ...], ...], ...],
    head_column: bool,
    divided: Hyphenate | None,
    family: Family,
) -> list[tuple[float, float]]:
    """Return the widths of each column's widest word, and of its widest text on one line, in em.

    It is cached: a table is tried at each type size, and the widths in em stay the same. The cells are cached one by
    one too: the preview sets a table anew of which one was edited.
    """
    widest = []
    for index, column in enumerate(zip(*rows, strict=True)):
        bold = head_column and not index
        measured = [
            _measured(runs, Style.of(bold=bold or not row, italic=False, family=family), divided)
            for row, runs in enumerate(column)
        ]
        widest.append((max(word for word, _ in measured), max(text for _, text in measured)))
    return widest


@lru_cache(maxsize=1 << 16)
def _measured(runs: tuple[Run, ...], style: Style, divided: Hyphenate | None) -> tuple[float, float]:
    """Return the width of a cell's widest word, and of its whole text on one line, in em."""
    parts = "".join(run.text for run in runs).replace("-", "- ").replace(SOFT_HYPHEN, "- ").split()
    pieces = (piece for part in parts for piece in _pieces(part, divided))
    word = max((text_width(piece, style, 1.0) for piece in pieces), default=0.0)
    return word, text_width(Text(runs).plain, style, 1.0)


def _pieces(word: str, divided: Hyphenate | None) -> list[str]:
    """Return the parts that a word can be hyphenated into, each but the last with its hyphen."""
    edges = (0, *(divided(word) if divided else ()), len(word))
    return [word[start:end] + ("-" if end < len(word) else "") for start, end in pairwise(edges)]


def _share(least: list[Pt], want: list[Pt], width: Pt) -> tuple[Pt, ...]:
    """Share ``width`` points among columns that need at least ``least`` points each, and use no more than ``want``.

    When all columns can have what they want, the spare width is added in proportion to it. Otherwise each gets its
    least width, and the rest is shared by the square root of what it still wants. The root keeps columns of short
    phrases from being squeezed by one of long sentences.
    """
    if not least:
        return ()
    total = sum(least)
    if total >= width:  # even the widest words don't fit side by side: shrink all columns in proportion
        return tuple(w * width / total for w in least)
    if sum(want) <= width:
        spare = width - sum(want)
        return tuple(w + spare * w / sum(want) for w in want)
    widths = list(least)
    open_columns = set(range(len(least)))
    while open_columns:
        spare = width - sum(widths)
        if spare < 0.5:
            break
        weight = {i: math.sqrt(max(want[i] - widths[i], 0.0)) for i in open_columns}
        weights = sum(weight.values())
        full: set[int] = set()
        for index in open_columns:
            extra = spare * weight[index] / weights
            if widths[index] + extra >= want[index]:
                extra, full = want[index] - widths[index], full | {index}
            widths[index] += extra
        if not full:
            break
        open_columns -= full
    spare = width - sum(widths)
    return tuple(w + spare * w / sum(widths) for w in widths)


def head_row(
    heads: Sequence[Text], columns: Sequence[TableColumn], widths: Sequence[Pt], look: TableLook, settings: TextSettings
) -> TableRow:
    """Set the header row: anchored at the bottom, with a rule under it."""
    face = look.head_look
    usual = (column.style(look.step, look.head, bold=face.bold) for column in columns)
    styles = [replace(style, italic=face.italic, heading=face.heading) for style in usual]
    return _row(
        heads, columns, styles, widths, settings,
        gutter=(look.head_gutter or look.gutter, look.gutter), padding=(0.0, look.head_padding),
        rule=Border(look.head_rule, look.head), anchor=Anchor.BOTTOM,
    )  # fmt: skip


def body_row(
    cells: Sequence[Text], columns: Sequence[TableColumn], widths: Sequence[Pt], look: TableLook, settings: TextSettings
) -> TableRow:
    """Set a body row."""
    styles = [column.style(look.step, INK, bold=column.names or look.bold) for column in columns]
    row = _row(
        cells, columns, styles, widths, settings,
        gutter=(look.gutter, look.gutter), padding=(look.padding, look.padding), rule=look.row_rule, anchor=Anchor.TOP,
    )  # fmt: skip
    return replace(row, total=True) if look.bold else row


def _row(
    cells: Sequence[Text],
    columns: Sequence[TableColumn],
    styles: Sequence[ParStyle],
    widths: Sequence[Pt],
    settings: TextSettings,
    *,
    gutter: tuple[Pt, Pt],
    padding: tuple[Pt, Pt],
    rule: Border | None,
    anchor: Anchor,
) -> TableRow:
    """Set the cells of one row; those of a head and those that name rows are header cells.

    The row is as high as its highest cell with ``padding``, above and below. ``gutter`` is to the right of all cells
    but the last: of texts, and of figures.
    """
    gutters = [*(gutter[column.align is Align.RIGHT] for column in columns[:-1]), 0.0]
    if anchor is Anchor.TOP:
        hangs = map(_hang, cells, columns, styles, widths, gutters)
        gutters = [gap + hang for gap, hang in zip(gutters, hangs, strict=True)]
    places = list(zip(cells, styles, widths, gutters, strict=True))
    pars = [_cell_par(text, style, width - gap, settings) for text, style, width, gap in places]
    tallest = max(par.height for par in pars)
    made = tuple(
        TableCell(
            pars=(par,),
            inset=(
                0.0,
                padding[0],
                gap + _margin(par, width - gap, settings),
                padding[1],
            ),
            bottom=rule,
            anchor=anchor,
            header=anchor is Anchor.BOTTOM or column.names,
            text_top=padding[0] + (tallest - par.height if anchor is Anchor.BOTTOM else 0.0),
            span=text.span,
        )
        for par, column, (text, _, width, gap) in zip(pars, columns, places, strict=True)
    )
    return TableRow(tallest + sum(padding), made)


def _hang(text: Text, column: TableColumn, style: ParStyle, width: Pt, gap: Pt) -> Pt:
    """Return how far a figure stands from the right edge of its column, as far as there is room for that."""
    if column.decimals is None:
        return 0.0
    wide = text_width(text.plain, Style.of(bold=style.bold, italic=False), style.step.size) + 1
    return max(0.0, min(column.decimals.hang(text.plain) * style.step.size, width - gap - wide))


def _cell_par(text: Text, style: ParStyle, width: Pt, settings: TextSettings) -> Par:
    """Set a cell; its right inset can keep words with hyphens on one line, where it is aligned left."""
    if style.align is Align.LEFT and settings.editable:
        return unbroken(lambda wide: [set_par(text, style, wide, settings)], width, settings.fill)[0]
    return set_par(text, style, width, settings)


def _margin(par: Par, width: Pt, settings: TextSettings) -> Pt:
    """Return the right inset that keeps the lines of a cell; figures stand at the edge."""
    return settings.margin((par,), width) if par.align is Align.LEFT else 0.0


def table_item(
    name: str,
    x: Pt,
    y: Pt,
    widths: Sequence[Pt],
    rows: Sequence[TableRow],
    *,
    head_rows: int,
    head_column: bool,
    alt: str = "",
) -> TableItem:
    """Put rows together to a table with its top left corner at ``(x, y)``. ``name`` becomes its id."""
    box = Rect(x, y, sum(widths), sum(row.height for row in rows))
    return TableItem(
        id=name, box=box, widths=tuple(widths), rows=tuple(rows),
        head_rows=head_rows, head_column=head_column, alt=alt,
    )  # fmt: skip


def grown(row: TableRow, high: Pt) -> TableRow:
    """Return the row with a height of at least ``high`` points."""
    return replace(row, height=max(row.height, high))
