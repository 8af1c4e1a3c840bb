"""Blocks side by side, in columns of the same width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Connector, Item, Role
from deckbuild.frame.text import Par
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.lists import COLUMN_GAP, head_par, text_box
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.model.block import Block
from deckbuild.model.text import Text
from deckbuild.model.theme import INK
from deckbuild.units import Pt, Rect

_BETWEEN: Pt = 16
"""White between the blocks of a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide(Block):
    """The blocks of a slide, each in a column of its own."""

    blocks: tuple[Block, ...]

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the columns."""
        return place_columns(self.id, [(None, (block,)) for block in self.blocks], region, context)


def place_columns(
    name: str, columns: Sequence[tuple[Text | None, Sequence[Block]]], region: Rect, context: SlideContext
) -> Placement:
    """Place columns side by side, each with its head, if it has one, and its blocks.

    Rules above them tell heads (accent) and summaries (ink) apart.
    """
    items: list[Item] = []
    tallest = 0.0
    for index, ((head, blocks), room) in enumerate(zip(columns, region.columns(len(columns), COLUMN_GAP), strict=True)):
        own = f"{name}/column{index + 1}"
        top: Pt = 0.0
        if head or not context.first:
            color, width = (context.accent, 2.0) if head else (INK, 0.75)
            items.append(
                Connector(id=f"{own}/rule", x1=room.x, y1=room.y, x2=room.right, y2=room.y, color=color, width=width)
            )
            top = 8.0
        beside = replace(context, text_x=room.x)
        made, high = _column(own, head, blocks, room.below(top), beside, (Role.BODY, Role.BODY2, Role.BODY3)[index])
        asked = sum(block.asks for block in blocks)
        context = replace(context, question=context.question + asked)
        items += made
        tallest = max(tallest, top + high)
    return Placement(tuple(items), tallest)


def _column(
    name: str, head: Text | None, blocks: Sequence[Block], room: Rect, context: SlideContext, role: Role
) -> tuple[list[Item], Pt]:
    """Place one column: running text in one box, other blocks under one another."""
    items: list[Item] = []
    pars: list[Par] = [head_par(head, room.w, context)] if head else []
    y = room.y
    for number, block in enumerate(blocks):
        if block.flowing:
            made = block.pars(room.w, context)
            context = replace(context, question=context.question + block.asks)
            if pars and not number:
                made[0] = replace(made[0], before=8.0)
            pars += made
            continue
        if pars:
            items.append(text_box(name, pars, replace(room, y=y), role))
            y += height(stack(pars)) + _BETWEEN
            pars = []
        rest = sum(_own_height(later, room, context) for later in blocks[number + 1 :]) if block.ELASTIC else 0.0
        placed: Placement = block.place(Rect(room.x, y, room.w, room.bottom - y - rest), context)
        items += placed.items
        context = replace(context, question=context.question + block.asks)
        y += placed.height + _BETWEEN
    if pars:
        items.append(text_box(name, pars, replace(room, y=y), role))
        y += height(stack(pars)) + _BETWEEN
    return items, y - _BETWEEN - room.y


def _own_height(block: Block, room: Rect, context: SlideContext) -> Pt:
    """Return the height to leave for a block under one that takes what is left, the white between them included."""
    if block.ELASTIC:
        return 0.0
    high: Pt = height(stack(block.pars(room.w, context))) if block.flowing else block.place(room, context).height
    return high + _BETWEEN
