"""``steps:`` three to seven steps from left to right."""

from __future__ import annotations

from typing import Annotated, ClassVar

from deckbuild.blocks.diagram import Diagram
from deckbuild.dataclass import dataclass
from deckbuild.layout.diagrams import Canvas, DrawnDiagram, Part, steps_items
from deckbuild.model.deck import Node
from deckbuild.model.text import Text
from deckbuild.model.written import Between


@dataclass(frozen=True, slots=True, kw_only=True)
class StepItem(Node):
    """A step: its name, and perhaps a few words about it."""

    SHORTHAND: ClassVar[str] = "text"

    text: Text
    """What the step is called."""
    note: Text | None = None
    """A few words under it, in smaller type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Diagram):
    """``steps:`` three to seven steps from left to right, joined by arrows."""

    KIND: ClassVar[str] = "steps"
    SHORTHAND: ClassVar[str] = "items"

    items: Annotated[tuple[StepItem, ...], Between(3, 7)]
    """The steps, in order."""

    def draw(self, canvas: Canvas) -> DrawnDiagram:
        """Draw the boxes and their arrows."""
        return steps_items(canvas, self.parts())

    def parts(self) -> tuple[Part, ...]:
        """Return the steps."""
        return tuple(Part(item.text, item.note) for item in self.items)
