"""Where things stand on slides: the named layouts, and what stands where on each. All lengths in points.

The house's own layouts are in ``model.own_house``; a PowerPoint template gives others (``templates``). Layout fills
them, the PowerPoint writer makes or uses them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from deckbuild.units import Pt, Rect


class Layout(Enum):
    """The named slide layouts."""

    TITLE = "title"
    SECTION = "section"
    AGENDA = "agenda"
    TEXT = "text"
    COLUMNS = "columns"
    DEFINITION = "definition"
    QUOTE = "quote"
    FIGURE = "figure"
    TABLE = "table"
    COMPARISON = "comparison"
    CARDS = "cards"
    QUESTIONS = "questions"
    FIELDS = "fields"
    BOARD = "board"


class Role(Enum):
    """The placeholder a text box fills on a slide; ``NONE`` is a plain text box."""

    NONE = "none"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    """The first body placeholder."""
    BODY2 = "body2"
    """Further body placeholders: the right column, the points under a definition, the cards."""
    BODY3 = "body3"
    BODY4 = "body4"
    TABLE = "table"
    """The table placeholder; filled by the slide's first table."""
    SECTION = "section"
    """The foot's section name (a footer field)."""
    SOURCE = "source"
    """The foot's source line."""
    WRITE = "write"
    """The foot's pointer to the handout."""
    NUMBER = "number"
    """The slide number (a field)."""
    DATE = "date"
    """The day, as the author wrote it."""


class Anchor(Enum):
    """Where text stands between the top and the foot of its box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Align(Enum):
    """Where lines stand between the edges of their box."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


_NOTHING = Rect(0, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Master:
    """A named layout: what PowerPoint's layout menu shows, where its placeholders stand, and what is free."""

    layout: Layout
    name: str
    boxes: Mapping[Role, Rect]
    """Where the text of each role stands."""
    room: Rect = _NOTHING
    """What is free for the slide's blocks, under a title of one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How slides are furnished."""

    width: Pt
    height: Pt
    masters: Mapping[Layout, Master]
    hanging: Pt
    """Width of the column left of running text, where numbers hang."""
    measure: Pt
    """How wide running text is set while it fits."""
    asked: Pt
    """How wide questions are set, their numbers included."""
    write_dot: Rect
    """The warm dot before the pointer to the handout."""
    tab: Pt = 0.0
    """Width of the coloured left edge that shows the sections; 0 when there is none."""

    @property
    def page(self) -> Rect:
        """The whole slide."""
        return Rect(0, 0, self.width, self.height)

    def beside(self, room: Rect) -> Rect:
        """Return what is right of the hanging column."""
        return Rect(room.x + self.hanging, room.y, room.w - self.hanging, room.h)
