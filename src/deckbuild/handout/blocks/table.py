"""Tables on paper: each row is a strip. Rows of one table on the same page are joined to one table afterwards."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.items import Border, Item, TableCell, TableRow, WriteBox
from deckbuild.frame.transform import moved
from deckbuild.handout.blocks.column_widths import balanced_widths, fits_columns
from deckbuild.handout.blocks.prose import note_strip
from deckbuild.handout.blocks.records import Record, labelled_line, record_strips
from deckbuild.handout.furniture.marks import dot
from deckbuild.handout.strip import References, Strip, finished, fixed
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.paragraphs import cut_lines, optical
from deckbuild.handout.style.style import HEAD_RULE, ROW_RULE
from deckbuild.layout.table import TableColumn, TableLook, body_row, columns_of, grown, head_row, table_item
from deckbuild.layout.text.paragraph import stack
from deckbuild.model.text import Text
from deckbuild.model.theme import LINE, Step
from deckbuild.units import Pt, Rect, mm

_EXTRA = mm(36)
"""The width of the column to write in."""
_EXTRA_INDENT = mm(4)
_LEAST_LINES = 2
_MOST_LINES = 4
"""How many write lines spare height may add to a row."""
_TALLEST, _PIECE = mm(110), mm(55)
"""A row higher than the first is cut between its lines, into pieces of about the second height."""


def paper_look(context: PaperContext, step: Step | None = None) -> TableLook:
    """Return the look of tables on paper."""
    return TableLook(
        step=step or context.style.table,
        head=context.accent,
        row_rule=Border(ROW_RULE, LINE),
        head_rule=HEAD_RULE,
        padding=context.style.gap(mm(1.9)),
        gutter=mm(4),
        head_padding=mm(2),
    )


def table_strips(
    name: str,
    heads: Sequence[Text],
    rows: Sequence[Sequence[Text]],
    caption: Text | None,
    context: PaperContext,
    *,
    head_column: bool,
    summed: bool = False,
) -> list[Strip]:
    """Return head, if there are ``heads``, rows and caption; with a column to write in when the slide asks for it.

    With ``summed`` the last row is a sum.

    Where that column leaves too little room for the others, each row has write lines under it instead. A table that is
    too wide in itself becomes records.
    """
    look = replace(paper_look(context), head_gutter=mm(3))
    rooms = (context.width - _EXTRA, context.width) if context.directives.column else (context.width,)
    for room in rooms:
        if not heads or fits_columns(heads, rows, room, look.step, look.gutter, context.settings):
            strips = _rows(name, heads, rows, caption, look, context, room, head_column=head_column, summed=summed)
            break
    else:
        strips = _records(name, heads, rows, look, context)
    if caption:
        strips[-1] = replace(strips[-1], keep=True)
        strips.append(note_strip(f"{name}/caption", caption, context))
    return strips


def _rows(
    name: str,
    heads: Sequence[Text],
    rows: Sequence[Sequence[Text]],
    caption: Text | None,
    look: TableLook,
    context: PaperContext,
    room: Pt,
    *,
    head_column: bool,
    summed: bool,
) -> list[Strip]:
    """Return head and rows. The columns share ``room`` points; a column to write in stands in what is left beside them.

    When nothing is left, each row has write lines under it.
    """
    asked = context.directives.column
    extra = asked if room < context.width else None
    columns = columns_of(rows, head_column=head_column)
    widths = balanced_widths(
        heads,
        rows,
        room,
        look.step,
        look.gutter,
        context.settings,
        head_column=head_column,
        followed=extra is not None,
    )
    if extra:
        columns, widths = (*columns, TableColumn()), (*widths, _EXTRA)
    alt = caption.plain if caption else ""
    shown = (*heads, extra) if extra else heads
    head = _head(name, shown, columns, widths, look, context, alt, extra=extra is not None) if heads else None
    strips = [head] if head else []
    for index, cells in enumerate(rows):
        label = f"{extra.plain}: {cells[0].plain}" if extra else None
        own_look = look.of_row(index, len(rows), summed=summed)
        made = body_row((*cells, Text(())) if extra else cells, columns, widths, own_look, context.settings)
        for place, row in enumerate(cut_row(made, look)):
            own = f"{name}/{index + 1}" + (f"-{place + 1}" if place else "")
            strip = _row(own, name, row, widths, head, label, context)
            if asked and not extra:
                under = labelled_line(own, asked, f"{asked.plain}: {cells[0].plain}", context)
                strip = _over_lines(name, row, widths, head, under)
            strips.append(strip)
    if len(rows) > 3 or (summed and len(strips) > 1):
        strips[-2] = replace(strips[-2], keep=True)
    return strips


def _records(
    name: str, heads: Sequence[Text], rows: Sequence[Sequence[Text]], look: TableLook, context: PaperContext
) -> list[Strip]:
    """Return each row as a record, with write lines under it when the slide asks for a column to write in."""
    extra = context.directives.column
    records = [Record(row[0], tuple(zip(heads[1:], row[1:], strict=True))) for row in rows]
    answers = [
        [labelled_line(f"{name}/{index}", extra, f"{extra.plain}: {row[0].plain}", context)]
        for index, row in enumerate(rows, 1)
        if extra
    ]
    return record_strips(name, records, look, context, answers)


def _head(
    name: str,
    heads: Sequence[Text],
    columns: Sequence[TableColumn],
    widths: Sequence[Pt],
    look: TableLook,
    context: PaperContext,
    alt: str,
    *,
    extra: bool,
) -> Strip:
    """Return the head as a strip. ``extra`` tells that the last column is the one to write in."""
    row = head_row(heads, columns, widths, look, context.display)
    if extra:
        last = replace(row.cells[-1], inset=(_EXTRA_INDENT, *row.cells[-1].inset[1:]))
        row = TableRow(row.height, (*row.cells[:-1], last))

    items: tuple[Item, ...] = (
        table_item(name, 0.0, 0.0, widths, [row], head_rows=1, head_column=columns[0].names, alt=alt),
    )
    if extra:
        middle = row.height - look.head_padding - look.step.leading + optical(look.step)
        left = sum(widths[:-1]) + _EXTRA_INDENT - context.style.dot_out
        items = (*items, dot(name, left, middle, context.style))
    return finished(items, row.height, context.style.gap(mm(4.5)), keep=True)


def _row(
    own: str,
    name: str,
    row: TableRow,
    widths: Sequence[Pt],
    head: Strip | None,
    label: str | None,
    context: PaperContext,
) -> Strip:
    """Return a row as a strip. With a ``label`` it has write lines in its last cell, and is whole lines high."""
    style = context.style
    named = row.cells[0].header
    if label is None:
        table = table_item(name, 0.0, 0.0, widths, [row], head_rows=0, head_column=named)
        return Strip(height=row.height, build=fixed(table), head=head, ruled=True)
    empty = TableCell(pars=(), inset=(_EXTRA_INDENT, 0.0, 0.0, 0.0), bottom=row.cells[0].bottom)
    least = max(_LEAST_LINES, math.ceil(row.height / style.pitch - 0.01))
    left = sum(widths[:-1]) + _EXTRA_INDENT

    def build(steps: int, _references: References) -> tuple[Item, ...]:
        count = least + steps
        tall = grown(TableRow(row.height, (*row.cells[:-1], empty)), count * style.pitch)
        table = table_item(name, 0.0, 0.0, widths, [tall], head_rows=0, head_column=named)
        # the last write line is the rule of the row itself
        area = Rect(left, 0.0, _EXTRA - _EXTRA_INDENT, (count - 1) * style.pitch)
        number = context.instruction_number
        return (
            table,
            WriteBox(id=own, box=area, count=count - 1, pitch=style.pitch, dot=False, label=label, number=number),
        )

    return Strip(
        height=least * style.pitch,
        build=build,
        head=head,
        ruled=True,
        line=least * style.pitch,
        grow=float(least),
        most=_MOST_LINES,
        step=style.pitch,
    )


def _over_lines(name: str, row: TableRow, widths: Sequence[Pt], head: Strip | None, under: Strip) -> Strip:
    """Return a row with the write lines ``under`` it as a strip. The last line stands for the row's rule."""
    bare = replace(row, cells=tuple(replace(cell, bottom=None) for cell in row.cells))
    height = row.height + under.height

    def build(steps: int, references: References) -> tuple[Item, ...]:
        tall = grown(bare, height + steps * under.step)
        named = row.cells[0].header
        table = table_item(name, 0.0, 0.0, widths, [tall], head_rows=0, head_column=named)
        return (table, *moved(under.build(steps, references), 0.0, row.height))

    return replace(under, height=height, build=build, before=0.0, head=head, line=height)


def cut_row(row: TableRow, look: TableLook) -> list[TableRow]:
    """Cut a row that is too high into rows of some lines each; return any other row as the only one."""
    if row.height <= _TALLEST:
        return [row]
    most = int(_PIECE / look.step.leading)
    columns = [[piece for par in cell.pars for piece in cut_lines(par, most)] for cell in row.cells]
    count = max(len(column) for column in columns)
    made = []
    for place in range(count):
        cells = []
        for cell, column in zip(row.cells, columns, strict=True):
            pars = stack([column[place]]) if place < len(column) else ()
            bottom = cell.bottom if place == count - 1 else None
            cells.append(replace(cell, pars=pars, bottom=bottom))
        tallest = max((c.pars[0].height for c in cells if c.pars), default=0.0)
        padding = look.padding * (2 if place == count - 1 else 1)
        made.append(TableRow(tallest + padding, tuple(cells)))
    return made
