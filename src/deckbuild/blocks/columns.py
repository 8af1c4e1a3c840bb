"""``columns:`` blocks side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import LayoutKind
from deckbuild.handout.blocks.columns import Side, side_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.arrangement.side_by_side import place_columns
from deckbuild.layout.slides.context import Placement, Rooms, SlideContext
from deckbuild.model.block import Block
from deckbuild.model.deck import Node
from deckbuild.model.text import Text
from deckbuild.model.written import NOT_WRITTEN, Between
from deckbuild.units import Rect


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

    @property
    def brief(self) -> LayoutKind | None:
        """Like a list, if its columns hold nothing else."""
        return LayoutKind.TEXT if {block.brief for block in self.inner} == {LayoutKind.TEXT} else None

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the columns side by side."""
        return place_columns(self.id, [(column.head, column.body) for column in self.columns], region, context)

    def split(self, rooms: Rooms, context: SlideContext) -> list[Block]:  # noqa: ARG002
        """Return each column as a block of its own, as wide as the slide; only itself when it asks something."""
        if self.asks:
            return [self]
        return [
            replace(self, id=f"{self.id}-{n}" if n > 1 else self.id, columns=(column,))
            for n, column in enumerate(self.columns, 1)
        ]

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the columns side by side."""
        return side_strips(self.id, [Side(column.head, column.body) for column in self.columns], context)
