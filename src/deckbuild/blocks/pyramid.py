"""``pyramid:`` three to six levels."""

from __future__ import annotations

from typing import Annotated, ClassVar

from deckbuild.blocks.diagram import Diagram
from deckbuild.dataclass import dataclass
from deckbuild.layout.diagrams import Canvas, DrawnDiagram, Part, pyramid_items
from deckbuild.model.text import Text
from deckbuild.model.written import Between


@dataclass(frozen=True, slots=True, kw_only=True)
class Pyramid(Diagram):
    """``pyramid:`` three to six levels on top of one another."""

    KIND: ClassVar[str] = "pyramid"
    SHORTHAND: ClassVar[str] = "items"

    items: Annotated[tuple[Text, ...], Between(3, 6)]
    """The levels, the top first."""

    def draw(self, canvas: Canvas) -> DrawnDiagram:
        """Draw the levels."""
        return pyramid_items(canvas, self.items)

    def parts(self) -> tuple[Part, ...]:
        """Return the levels."""
        return tuple(Part(item) for item in self.items)
