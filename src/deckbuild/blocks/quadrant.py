"""``quadrant:`` two axes and the four fields between them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from deckbuild.blocks.diagram import Diagram
from deckbuild.dataclass import dataclass
from deckbuild.layout.diagrams import Canvas, DrawnDiagram, Part, quadrant_items
from deckbuild.model.deck import Node
from deckbuild.model.text import Text
from deckbuild.model.written import Between


@dataclass(frozen=True, slots=True, kw_only=True)
class QuadrantItem(Node):
    """A field: its head, and perhaps a few words under it."""

    SHORTHAND: ClassVar[str] = "head"

    head: Text
    """What the field is called."""
    text: Text | None = None
    """A few words about it, in smaller type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quadrant(Diagram):
    """``quadrant:`` two axes that cross, and the four fields between them."""

    KIND: ClassVar[str] = "quadrant"

    x: Annotated[tuple[Text, ...], Between(2, 2)]
    """The names of the lying axis's ends: low (left) and high (right)."""
    y: Annotated[tuple[Text, ...], Between(2, 2)]
    """The names of the standing axis's ends: low (below) and high (above)."""
    items: Annotated[tuple[QuadrantItem, ...], Between(4, 4)]
    """The fields: top left, top right, bottom left, bottom right."""

    def draw(self, canvas: Canvas) -> DrawnDiagram:
        """Draw the axes and the fields."""
        return quadrant_items(canvas, (self.x[0], self.x[1]), (self.y[0], self.y[1]), self.parts())

    def parts(self) -> tuple[Part, ...]:
        """Return the fields."""
        return tuple(Part(item.head, item.text) for item in self.items)
