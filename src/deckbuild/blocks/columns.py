"""``columns:`` blocks side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from deckbuild.frame.items import Connector, Item, LayoutKind, Role, TextBox
from deckbuild.frame.text import Par
from deckbuild.handout.blocks.columns import Side, side_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.lists import COLUMN_GAP, head_par
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.model.block import Block
from deckbuild.model.deck import Node
from deckbuild.model.text import Text
from deckbuild.model.theme import INK
from deckbuild.model.written import NOT_WRITTEN, Between
from deckbuild.units import Pt, Rect


def _own_height(block: Block, room: Rect, context: SlideContext) -> Pt:
    """Return the height to leave for a block under one that takes what is left, the white between them included."""
    if block.ELASTIC:
        return 0.0
    high = height(stack(block.pars(room.w, context))) if block.flowing else block.place(room, context).height
    return high + 16


def _text(name: str, at: Rect, pars: list[Par], role: Role) -> TextBox:
    """Put paragraphs into a box of their height at the top left corner of ``at``."""
    placed = stack(pars)
    return TextBox(id=name, box=Rect(at.x, at.y, at.w, height(placed)), pars=placed, role=role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Node):
    """One column: a head and its blocks."""

    HOLDS_BLOCKS: ClassVar[bool] = True

    head: Text | None = None
    """The head; with one, the column stands under an accent rule."""
    body: Annotated[tuple[Block, ...], NOT_WRITTEN] = ()
    """Its blocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Block):
    """``columns:`` blocks side by side."""

    KIND: ClassVar[str] = "columns"
    SHORTHAND: ClassVar[str] = "columns"

    columns: Annotated[tuple[Column, ...], Between(2, 3)]
    """Two or three columns, from the left."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.COLUMNS
    IN_COLUMN: ClassVar[bool] = False

    @property
    def inner(self) -> tuple[Block, ...]:
        """The blocks of its columns."""
        return tuple(block for column in self.columns for block in column.body)

    @property
    def asks(self) -> int:
        """How many question numbers its blocks use up."""
        return sum(block.asks for block in self.inner)

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the columns side by side; rules above them tell heads (accent) and summaries (ink) apart."""
        items: list[Item] = []
        tallest = 0.0
        rooms = region.columns(len(self.columns), COLUMN_GAP)
        for index, (column, room) in enumerate(zip(self.columns, rooms, strict=True)):
            name = f"{self.id}/column{index + 1}"
            top: Pt = 0.0
            if column.head or not context.first:
                color, width = (context.accent, 2.0) if column.head else (INK, 0.75)
                items.append(
                    Connector(
                        id=f"{name}/rule", x1=room.x, y1=room.y, x2=room.right, y2=room.y, color=color, width=width
                    )
                )
                top = 8.0
            beside = replace(context, text_x=room.x)
            made, high = self._column(name, column, room.below(top), beside, index)
            asked = sum(block.asks for block in column.body)
            context = replace(context, question=context.question + asked)
            items += made
            tallest = max(tallest, top + high)
        return Placement(tuple(items), tallest)

    def _column(
        self, name: str, column: Column, room: Rect, context: SlideContext, index: int
    ) -> tuple[list[Item], Pt]:
        """Place one column: running text in one box, other blocks under one another."""
        role = (Role.BODY, Role.BODY2, Role.BODY3)[index]
        items: list[Item] = []
        pars: list[Par] = [head_par(column.head, room.w, context)] if column.head else []
        y = room.y
        for number, block in enumerate(column.body):
            if block.flowing:
                made = block.pars(room.w, context)
                context = replace(context, question=context.question + block.asks)
                if pars and not number:
                    made[0] = replace(made[0], before=8.0)
                pars += made
                continue
            if pars:
                items.append(_text(name, Rect(room.x, y, room.w, 0), pars, role))
                y += height(stack(pars)) + 16
                pars = []
            rest = (
                sum(_own_height(later, room, context) for later in column.body[number + 1 :]) if block.ELASTIC else 0.0
            )
            placed: Placement = block.place(Rect(room.x, y, room.w, room.bottom - y - rest), context)
            items += placed.items
            context = replace(context, question=context.question + block.asks)
            y += placed.height + 16
        if pars:
            items.append(_text(name, Rect(room.x, y, room.w, 0), pars, role))
            y += height(stack(pars)) + 16
        return items, y - 16 - room.y

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the columns side by side."""
        return side_strips(self.id, [Side(column.head, column.body) for column in self.columns], context)
