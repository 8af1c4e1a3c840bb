"""Comparisons on paper: theme, old and new side by side, and circles to cross on a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from deckbuild.frame.items import Connector, Item, TableRow
from deckbuild.frame.text import Align
from deckbuild.handout.blocks.choices import circles
from deckbuild.handout.blocks.records import Record, record_strips
from deckbuild.handout.blocks.table import cut_row, paper_look
from deckbuild.handout.furniture.marks import circle, rule
from deckbuild.handout.strip import References, Strip, finished
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.paragraphs import box, one_line, optical
from deckbuild.layout.table import TableColumn, TableLook, body_row, grown, head_row, table_item
from deckbuild.layout.text.paragraph import text_width
from deckbuild.model.text import Text
from deckbuild.model.theme import INK, SOFT, Step
from deckbuild.units import Pt, mm

_THEME, _OLD, _CROSSES = mm(31), mm(49), mm(36)
_NEW = mm(48)
_APART = mm(12)
"""The distance between the middles of two circles of a row; more when their names are long."""
_RIGHT = mm(6)
"""From the middle of the last circle to the right edge."""
_LEAST = mm(13)
"""The least height of a row."""
_AIR = mm(1.5)
"""The height of one step by which a row grows."""
_AIRS = 5

_NARROW = mm(36)
"""The least width of a column; with narrower columns the rows become records."""

Triple = tuple[Text, Text, Text]


def comparison_strips(name: str, old: Text, new: Text, rows: Sequence[Triple], context: PaperContext) -> list[Strip]:
    """Return the comparison, with circles when the slide asks for crosses."""
    style, crosses = context.style, context.directives.crosses
    theme = style.sized(_THEME)
    rest = (context.width - theme) / 2
    columns = [TableColumn(names=True), TableColumn(color=SOFT), TableColumn()]
    if crosses:
        columns.append(TableColumn())
        wide = _CROSSES + len(crosses) * (_apart(crosses, context) - _APART)
        text = context.width - theme - wide
        rest = text / 2
        widths: tuple[Pt, ...] = (theme, text * _OLD / (_OLD + _NEW), text * _NEW / (_OLD + _NEW), wide)
    else:
        widths = (theme, rest, rest)
    look = replace(paper_look(context, style.comparison), padding=style.gap(mm(2.2)))
    if rest < style.sized(_NARROW):
        return _records(name, old, new, rows, look, context)
    head = _head(name, old, new, columns, widths, context)
    strips = [head]
    for index, triple in enumerate(rows):
        cells = (*triple, *([Text(())] if crosses else []))
        made = body_row(cells, columns, widths, look, context.settings)
        for place, row in enumerate(cut_row(made, look)):
            own = f"{name}/{index + 1}" + (f"-{place + 1}" if place else "")
            strips.append(_row(own, name, triple[0].plain, row, widths, crosses if not place else (), head, context))
    if len(rows) > 3:
        strips[-2] = replace(strips[-2], keep=True)
    return strips


def _records(
    name: str, old: Text, new: Text, rows: Sequence[Triple], look: TableLook, context: PaperContext
) -> list[Strip]:
    """Return each row as a record, with circles under it when the slide asks for crosses."""
    crosses = context.directives.crosses
    records = [Record(theme, ((old, before), (new, after))) for theme, before, after in rows]
    answers = [[_places(f"{name}/{index}", row[0], crosses, context)] for index, row in enumerate(rows, 1) if crosses]
    return record_strips(name, records, look, context, answers)


def _places(own: str, theme: Text, crosses: tuple[Text, ...], context: PaperContext) -> Strip:
    """Return the circles of a record, each with its name."""
    left = context.style.dot_out
    choice = partial(context.instruction_choice, own, theme.plain, one=True)
    part = circles(own, choice, crosses, context, context.width - left)
    return Strip(height=part.height, build=lambda steps, refs: tuple(part.build(left, 0.0, steps, refs)))


def _head(
    name: str, old: Text, new: Text, columns: Sequence[TableColumn], widths: Sequence[Pt], context: PaperContext
) -> Strip:
    """Return the head: the names of old and new with an arrow between them, and the names of the circles."""
    style, crosses = context.style, context.directives.crosses
    look = paper_look(context, style.comparison)
    texts = [Text(()), old, new, *([Text(())] if crosses else [])]
    row = head_row(texts, columns, widths, look, context.display)

    items: list[Item] = [
        table_item(name, 0.0, 0.0, widths, [row], head_rows=1, head_column=True, alt=f"{old.plain} – {new.plain}")
    ]
    y = row.height - look.head_padding - style.comparison.leading + optical(style.comparison)
    start = widths[0] + text_width(old.plain, context.settings.face(bold=True), style.comparison.size) + mm(2.5)
    end = widths[0] + widths[1] - mm(2)
    if end - start > mm(8):
        items.append(Connector(id=f"{name}/arrow", x1=start, y1=y, x2=end, y2=y, color=INK, width=mm(0.35), arrow=True))
    for index, (middle, label) in enumerate(zip(_middles(crosses, context), crosses, strict=True)):
        centred = replace(style.note_ink, align=Align.CENTER)
        wide = _apart(crosses, context) - mm(0.8)
        par = one_line(label, centred, wide, context.display, (Step(8.5, centred.step.leading),))
        top = row.height - look.head_padding - par.height + mm(0.3)
        items.append(box(f"{name}/cross{index + 1}", [par], middle - wide / 2, top, wide, label.span))
    return finished(tuple(items), row.height, style.gap(mm(7.5)), keep=True)


def _middles(crosses: tuple[Text, ...], context: PaperContext) -> list[Pt]:
    """Return the ``x`` of the middle of each circle of a row, in points."""
    count, apart = len(crosses), _apart(crosses, context)
    right = context.width - _RIGHT - (apart - _APART) / 2
    return [right - (count - 1 - index) * apart for index in range(count)]


def _apart(crosses: tuple[Text, ...], context: PaperContext) -> Pt:
    """Return the distance between the middles of circles, in points, at which their names don't meet."""
    widest = max(
        (text_width(label.plain, context.settings.face(), context.style.note_ink.step.size) for label in crosses),
        default=0.0,
    )
    return min(max(_APART, widest + mm(2)), mm(24))


def _row(
    own: str,
    name: str,
    theme: str,
    row: TableRow,
    widths: Sequence[Pt],
    crosses: tuple[Text, ...],
    head: Strip,
    context: PaperContext,
) -> Strip:
    """Return a row. Its circles stand at the middle of its height, joined by a hairline."""
    style = context.style
    least = max(row.height, context.style.gap(_LEAST) if crosses else 0.0)
    cells = row.cells
    if crosses:
        cells = (*cells[:-1], replace(cells[-1], pars=()))

    def build(steps: int, _references: References) -> tuple[Item, ...]:
        high = least + steps * _AIR
        table = table_item(
            name, 0.0, 0.0, widths, [grown(TableRow(row.height, cells), high)], head_rows=0, head_column=True
        )
        items: list[Item] = [table]
        middles = _middles(crosses, context)
        choice = context.instruction_choice(own, theme, one=True)
        for index, (a, b) in enumerate(pairwise(middles)):
            items.append(rule(f"{own}/rule{index + 1}", a + style.circle, b - style.circle, high / 2))
        for index, (x, label) in enumerate(zip(middles, crosses, strict=True)):
            items.append(circle(f"{own}/{index + 1}", x, high / 2, style.circle, label.plain, choice))
        return tuple(items)

    return Strip(
        height=least,
        build=build,
        head=head,
        ruled=True,
        grow=1.0 if crosses else 0.0,
        most=_AIRS if crosses else 0,
        step=_AIR,
    )
