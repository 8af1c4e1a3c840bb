"""``cycle:`` three to eight texts around a ring."""

from __future__ import annotations

from typing import Annotated, ClassVar

from deckbuild.blocks.diagram import Diagram
from deckbuild.dataclass import dataclass
from deckbuild.layout.diagrams import Canvas, DrawnDiagram, Part, cycle_items
from deckbuild.model.text import Text
from deckbuild.model.written import Between


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle(Diagram):
    """``cycle:`` three to eight texts around a ring, an arrow from each to the next."""

    KIND: ClassVar[str] = "cycle"
    SHORTHAND: ClassVar[str] = "items"

    items: Annotated[tuple[Text, ...], Between(3, 8)]
    """What follows what: the first on top, then clockwise."""
    center: Text | None = None
    """What stands in the middle."""

    def draw(self, canvas: Canvas) -> DrawnDiagram:
        """Draw the ring."""
        return cycle_items(canvas, self.items, self.center)

    def parts(self) -> tuple[Part, ...]:
        """Return the texts around the ring."""
        return tuple(Part(item) for item in self.items)
