"""``timeline:`` two to eight moments along an axis."""

from __future__ import annotations

from typing import Annotated, ClassVar

from deckbuild.blocks.diagram import Diagram
from deckbuild.dataclass import dataclass
from deckbuild.layout.diagrams import Canvas, DrawnDiagram, Part, timeline_items
from deckbuild.model.deck import Node
from deckbuild.model.text import Text
from deckbuild.model.written import Between


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem(Node):
    """A moment: when, and what happens."""

    when: Text
    """A year, a date or a time."""
    what: Text
    """What happens then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Diagram):
    """``timeline:`` two to eight moments along an axis, evenly spaced."""

    KIND: ClassVar[str] = "timeline"
    SHORTHAND: ClassVar[str] = "items"

    items: Annotated[tuple[TimelineItem, ...], Between(2, 8)]
    """The moments, the earliest first."""

    def draw(self, canvas: Canvas) -> DrawnDiagram:
        """Draw the axis and its moments."""
        return timeline_items(canvas, self.parts())

    def parts(self) -> tuple[Part, ...]:
        """Return the moments."""
        return tuple(Part(item.when, item.what) for item in self.items)
