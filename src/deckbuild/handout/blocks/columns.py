"""Columns on paper: side by side as one strip; when that is too high, under one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Item
from deckbuild.frame.transform import moved
from deckbuild.handout.furniture.marks import rule
from deckbuild.handout.strip import References, Strip, finished, stacked, unruled
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par
from deckbuild.handout.style.style import TITLE_RULE
from deckbuild.model.deck import Block
from deckbuild.model.text import Text
from deckbuild.model.theme import INK
from deckbuild.units import mm

_GAP = mm(8)
_TALLEST = 0.675
"""Columns higher than this share of a page stand under one another, so that a page can end between their strips."""
_RULE = mm(0.5)


@dataclass(frozen=True, slots=True)
class Side:
    """One column: a head and its blocks."""

    head: Text | None
    body: tuple[Block, ...]


def side_strips(name: str, sides: Sequence[Side], context: PaperContext) -> list[Strip]:
    """Return the columns as one strip, or under one another when they are too high.

    A rule above each column is in the accent for a head, and in ink for a summary.
    """
    wide = (context.width - _GAP * (len(sides) - 1)) / len(sides)
    own = context.column(wide)
    counted = (context.numbering.own, context.numbering.extra)
    before = len(context.numbering.asked)
    columns = [_column(f"{name}/{n}", side, own) for n, side in enumerate(sides, 1)]
    tallest = max(stacked(column) for column in columns)
    if tallest > context.style.room * _TALLEST or not context.style.side_notes:
        context.numbering.own, context.numbering.extra = counted
        del context.numbering.asked[before:]
        return [s for n, side in enumerate(sides, 1) for s in _column(f"{name}/{n}", side, context)]
    growing = [max(column, key=lambda s: s.grow) for column in columns]

    def build(steps: int, references: References, *, bare: bool = False) -> tuple[Item, ...]:
        items: list[Item] = []
        for place, (column, grower) in enumerate(zip(columns, growing, strict=True)):
            y = 0.0
            for index, strip in enumerate(column):
                y += strip.before if index else 0.0
                extra = min(steps, strip.most) if strip is grower else 0
                unneeded = bare and strip is column[-1] and strip.line is None
                built = unruled(strip, extra, references) if unneeded else strip.build(extra, references)
                items += moved(built, place * (wide + _GAP), y)
                y += strip.height + extra * strip.step
        return tuple(items)

    most = max(growing, key=lambda s: s.most)
    return [
        Strip(
            height=tallest,
            build=build,
            before=context.style.between_blocks + context.style.gap(mm(1)),
            grow=most.grow,
            most=most.most,
            step=most.step,
            topped=True,
            bare=partial(build, bare=True),
            questions=tuple(q for column in columns for s in column for q in s.questions),
        )
    ]


def _column(name: str, side: Side, context: PaperContext) -> list[Strip]:
    """Return the strips of one column: its rule, its head and its blocks."""
    head, body = side.head, side.body
    if context.directives.ticks and side.head and body and (list_ := body[0].headed(side.head)):
        # a ticked list prints the head itself, on the line that says what a tick means
        head, body = None, (list_, *body[1:])
    strips: list[Strip] = [_rule(name, side.head, head, context)]
    for block in body:
        made: list[Strip] = block.handout(context)
        if len(strips) == 1 and made:
            made = [replace(made[0], before=mm(2)), *made[1:]]
        strips += made
    return strips


def _rule(name: str, titled: Text | None, head: Text | None, context: PaperContext) -> Strip:
    style = context.style
    par = fair_par(head, style.field_head(context.accent), context.width, context.display) if head else None
    color, width = (context.accent, _RULE) if titled else (INK, TITLE_RULE)

    line = rule(f"{name}/rule", 0.0, context.width, 0.0, width, color)
    before = style.between_blocks + mm(1)
    if par is None or head is None:
        return finished((line,), mm(0.5), before, keep=True)
    title = box(f"{name}/head", [par], 0.0, mm(2), context.width, head.span)
    return finished((line, title), mm(2) + par.height, before, keep=True)
