"""The programme on paper: its rows are whole write lines high, so that its rules meet the note lines beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.items import Border, Item, TableCell, TableRow, WriteBox
from deckbuild.handout.blocks.lists import head_strips
from deckbuild.handout.furniture.marks import dot, rule
from deckbuild.handout.strip import References, Strip, fixed
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par, optical
from deckbuild.handout.style.style import ROW_RULE, TITLE_RULE
from deckbuild.layout.table import table_item
from deckbuild.layout.text.paragraph import set_par, stack
from deckbuild.model.clock import ProgrammeRow, minutes
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import INK, LINE
from deckbuild.units import Pt, Rect, mm

_TIME = mm(26)
_GAP = mm(4)
"""White between the items and the note lines beside them."""
_PAD = mm(2.4)
_LEAST_LINES, _MOST_LINES = 2, 5
_HOUR, _LINE = 60, 30
"""In minutes: the length of a row whose time has no end, and the length for which a row may get one line more."""


def agenda_strips(name: str, rows: Sequence[ProgrammeRow], day: Text | None, context: PaperContext) -> list[Strip]:
    """Return the rows of the programme, under the ``day`` if there is one.

    With ``margin:`` note lines stand beside them; longer rows get more lines.
    """
    noted = context.directives.margin > 0 and context.style.side_notes
    width = context.style.notes_x - _GAP if noted else context.width
    head = _head(name, width, context) if noted else None
    strips = [head] if head else []
    for index, slot in enumerate(rows):
        strips.append(_row(f"{name}/{index + 1}", name, slot, width, context, head))
    if len(strips) > 4:
        strips[-2] = replace(strips[-2], keep=True)
    return [*head_strips(name, day, context), *strips] if day else strips


def _head(name: str, width: Pt, context: PaperContext) -> Strip:
    """Return the rule above the rows, with the heading «Egne noter» over the note lines."""
    style = context.style
    par = set_par((Run(context.labels.own_notes),), style.note, style.notes_width, context.display)
    high = par.height + mm(1)

    build = fixed(
        rule(f"{name}/rule1", 0.0, width, high, TITLE_RULE, INK),
        rule(f"{name}/rule2", style.notes_x, style.notes_x + style.notes_width, high, TITLE_RULE, INK),
        dot(name, style.notes_x - style.dot_out, optical(style.note.step), style),
        box(f"{name}/notes", [par], style.notes_x, 0.0, style.notes_width),
    )
    return Strip(height=high, build=build, keep=True, alone=style.own_pages)


def _row(own: str, name: str, slot: ProgrammeRow, width: Pt, context: PaperContext, head: Strip | None) -> Strip:
    """Return a row of the programme, with note lines beside it when the programme has a ``head``.

    A break is in soft type, its time not bold.
    """
    style = context.style
    time_width, pad = style.sized(_TIME), style.gap(_PAD)
    time = set_par((Run(slot.time),), style.text_soft if slot.pause else style.strong, time_width, context.display)
    item = fair_par(
        slot.item, style.text_soft if slot.pause else style.text, width - time_width - mm(2), context.settings
    )
    border = Border(ROW_RULE, LINE)
    cells = tuple(
        TableCell(pars=stack([par]), inset=(0.0, pad, 0.0, 0.0), bottom=border, header=first, text_top=pad)
        for par, first in ((time, True), (item, False))
    )
    widths = (time_width, width - time_width)
    needed = max(time.height, item.height) + 2 * pad
    if head is None:
        table = table_item(name, 0.0, 0.0, widths, [TableRow(needed, cells)], head_rows=0, head_column=True)
        return Strip(height=needed, build=fixed(table), ruled=True)
    lines = max(style.lines(_LEAST_LINES), math.ceil(needed / style.pitch - 0.01))
    span = minutes(slot.time)
    lasting = span[1] - span[0] if span else _HOUR
    most = 0 if slot.pause else min(_MOST_LINES - lines, lasting // _LINE)

    def build(steps: int, _references: References) -> tuple[Item, ...]:
        count = lines + steps
        table = table_item(
            name, 0.0, 0.0, widths, [TableRow(count * style.pitch, cells)], head_rows=0, head_column=True
        )
        area = Rect(style.notes_x, 0.0, style.notes_width, count * style.pitch)
        label = f"{context.labels.own_notes}: {slot.time}"
        return (table, WriteBox(id=own, box=area, count=count, pitch=style.pitch, dot=False, label=label, note=True))

    return Strip(
        height=lines * style.pitch,
        build=build,
        head=head,
        ruled=True,
        line=lines * style.pitch,
        step=style.pitch,
        grow=float(lasting) if most > 0 else 0.0,
        most=max(0, most),
    )
