"""Tables that are too wide for the page, as records: each row becomes a small block with the column heads as labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Border, Item, TableRow, WriteBox
from deckbuild.frame.text import Tag
from deckbuild.handout.strip import MOSTLY, References, Strip, pairs_kept, stacked
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par
from deckbuild.handout.style.style import ROW_RULE
from deckbuild.layout.table import TableLook, body_row, columns_of, table_item
from deckbuild.layout.text.paragraph import ParStyle, baseline, text_width
from deckbuild.model.deck import continued_title
from deckbuild.model.text import Text
from deckbuild.model.theme import LINE
from deckbuild.units import Pt, Rect, mm

_TALLEST = 0.7
"""A record of at least this share of a page may be divided; its name is repeated where it continues."""
_LABELS, _LABELS_MOST = 0.36, 0.45
"""The largest share of the width for the labels: usually, and when a long word needs more."""


_ABOVE_RULE: Pt = mm(1.5)
"""White above the rule that ends a record, added to the white between its rows."""


_ABOVE_LINE: Pt = mm(1)
"""White between a write line and the baseline of the word before it."""
_MOST_LINES = 6
"""How many write lines spare height may add to the one in a row."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table: its name, and pairs of a column head and the cell under it."""

    name: Text
    pairs: tuple[tuple[Text, Text], ...]


def record_strips(
    name: str,
    records: Sequence[Record],
    look: TableLook,
    context: PaperContext,
    answers: Sequence[Sequence[Strip]] = (),
) -> list[Strip]:
    """Return the strips of all records. ``answers`` holds for each record the strips to write in or cross under it."""
    made: list[list[Strip]] = []
    labels = _label_width(records, look, context)
    for index, record in enumerate(records):
        own = f"{name}/{index + 1}"
        under = answers[index] if answers else ()
        rows = [
            _pair(f"{own}/values", (label, value), labels, look, context, last=place == len(record.pairs) - 1)
            for place, (label, value) in enumerate(record.pairs)
        ]
        again = _name(f"{own}/again", continued_title(record.name, context.labels), context)
        group = [_name(own, record.name, context), *rows]
        whole = [group[0], *(replace(strip, head=again) for strip in (*rows, *under))]
        # a record stays on one page; of one that is too high to stay whole, name and first row stay together
        kept = len(whole) - 1 if stacked(whole) < context.style.room * _TALLEST else 1
        made.append([*(replace(strip, keep=True) for strip in whole[:kept]), *whole[kept:]])
    return pairs_kept(made, context.style.room, MOSTLY)


def labelled_line(name: str, head: Text, label: str, context: PaperContext) -> Strip:
    """Return a write line, to which spare height adds more, with ``head`` before it.

    It stands for the column to write in that the table would have.
    """
    style = context.style
    par = fair_par(head, style.note_ink, context.width * _LABELS, context.display)
    left = max(line.width for line in par.lines) + 2 * style.dot_out
    top = max(0.0, style.pitch - _ABOVE_LINE - par.height + par.leading - baseline(style.note_ink.step))
    high = max(style.pitch, par.height)

    def build(steps: int, _references: References) -> tuple[Item, ...]:
        count = 1 + steps
        area = Rect(left, 0.0, context.width - left, count * style.pitch)
        number = context.instruction_number
        return (
            box(f"{name}/head", [par], 0.0, top, left, head.span),
            WriteBox(id=name, box=area, count=count, pitch=style.pitch, label=label, number=number),
        )

    return Strip(
        height=high,
        build=build,
        before=style.gap(mm(1)),
        grow=1.0,
        most=_MOST_LINES,
        step=style.pitch,
        line=style.pitch,
    )


def _label_width(records: Sequence[Record], look: TableLook, context: PaperContext) -> Pt:
    """Return the width of the column of labels, in points: wide enough for its longest word if there is room."""
    heads = [label.plain for record in records for label, _ in record.pairs]
    words = [word for head in heads for word in head.split()]

    def widest(texts: Sequence[str]) -> Pt:
        return max((text_width(text, context.settings.face(bold=True), look.step.size) for text in texts), default=0.0)

    usual = min(widest(heads) + mm(5), context.width * _LABELS)
    return max(usual, min(widest(words) + look.gutter + 1, context.width * _LABELS_MOST))


def _name(own: str, text: Text, context: PaperContext) -> Strip:
    style = ParStyle(context.style.list_title, context.accent, bold=True, tag=Tag.SUBHEAD)
    par = fair_par(text, style, context.width, context.display)
    return Strip(
        height=par.height,
        build=lambda _steps, _references: (box(f"{own}/name", [par], 0.0, 0.0, context.width, text.span),),
        before=context.style.gap(mm(6)),
        keep=True,
    )


def _pair(
    name: str, pair: tuple[Text, Text], labels: Pt, look: TableLook, context: PaperContext, *, last: bool
) -> Strip:
    """Return a label and its value as a row of a table. Only the ``last`` row of a record has a rule under it."""
    widths = (labels, context.width - labels)
    own = replace(look, padding=look.padding / 2, row_rule=Border(ROW_RULE, LINE))
    row = body_row(pair, columns_of([pair], head_column=True), widths, own, context.display)
    if last:
        row = _padded(row, context.style.gap(_ABOVE_RULE))
    else:
        row = replace(row, cells=tuple(replace(cell, bottom=None) for cell in row.cells))
    return Strip(
        height=row.height,
        build=lambda _steps, _references: (table_item(name, 0.0, 0.0, widths, [row], head_rows=0, head_column=True),),
        ruled=last,
    )


def _padded(row: TableRow, below: Pt) -> TableRow:
    """Return the row with ``below`` points more white under its text."""
    cells = tuple(
        replace(cell, inset=(cell.inset[0], cell.inset[1], cell.inset[2], cell.inset[3] + below)) for cell in row.cells
    )
    return replace(row, height=row.height + below, cells=cells)
