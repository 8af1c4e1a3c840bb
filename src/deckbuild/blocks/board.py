"""``board:`` an empty board to write on, on the slide and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from deckbuild.blocks.base import ContentBlock
from deckbuild.flow.context import PaperContext
from deckbuild.flow.fields import board_strips
from deckbuild.flow.strip import Strip
from deckbuild.frame.items import Connector, Group, Item, Layout, Paper
from deckbuild.layout.context import Placement, SlideContext
from deckbuild.model.theme import INK
from deckbuild.units import Pt, Rect


class Pattern(Enum):
    """The grounds of a board."""

    DOTS = "dots"
    LINES = "lines"
    BLANK = "blank"


def corner_marks(name: str, box: Rect, *, arm: Pt, width: Pt) -> Group:
    """Return four corners with arms of ``arm`` points on ``box``."""
    items: list[Item] = []
    for x, dx in ((box.x, arm), (box.right, -arm)):
        for y, dy in ((box.y, arm), (box.bottom, -arm)):
            number = len(items) + 1
            items.append(Connector(id=f"{name}/arm{number}", x1=x, y1=y, x2=x + dx, y2=y, color=INK, width=width))
            items.append(Connector(id=f"{name}/arm{number + 1}", x1=x, y1=y, x2=x, y2=y + dy, color=INK, width=width))
    return Group(id=f"{name}/corners", box=box, items=tuple(items))


@dataclass(frozen=True, slots=True, kw_only=True)
class Board(ContentBlock):
    """``board:`` an empty board to write on, on the slide and on paper."""

    KIND: ClassVar[str] = "board"
    SHORTHAND: ClassVar[str] = "pattern"

    pattern: Pattern
    """What the paper's ground looks like: dots, lines or blank."""

    LAYOUT: ClassVar[Layout] = Layout.BOARD
    ELASTIC: ClassVar[bool] = True

    def place(self, region: Rect, context: SlideContext) -> Placement:  # noqa: ARG002
        """Mark the four corners of the region; nothing stands inside."""
        return Placement((corner_marks(self.id, region, arm=24, width=1.5),), region.h)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return a page to write on."""
        return board_strips(self.id, Paper(self.pattern.value), context.slide.title.plain, context)
