"""``ladder:`` steps that climb and alternate between two tracks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from deckbuild.blocks.base import ContentBlock
from deckbuild.frame.items import LayoutKind
from deckbuild.handout.blocks.figures import ladder_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.diagrams import SLIDE_LOOK, Rung, ladder_items
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.model.deck import Node
from deckbuild.model.text import Text
from deckbuild.units import Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep(Node):
    """A step on one of the two tracks: give ``left`` or ``right``."""

    left: Text | None = None
    """The step's name, on the left track."""
    right: Text | None = None
    """The step's name, on the right track."""
    far: bool = False
    """Whether it stands far out from the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder(ContentBlock):
    """``ladder:`` steps that climb and alternate between two tracks."""

    KIND: ClassVar[str] = "ladder"

    left: Text
    """The name of the left track, at its axis."""
    right: Text
    """The name of the right track, at its axis."""
    steps: tuple[LadderStep, ...]
    """The climb, from the lowest step to the highest."""
    alt: str = ""
    """What the drawing says, for those who can't see it."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.FIGURE
    DRAWING: ClassVar[bool] = True
    ELASTIC: ClassVar[bool] = True

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The steps as the drawing wants them."""
        return tuple(
            Rung(step.left or step.right or Text(()), left=step.left is not None, far=step.far) for step in self.steps
        )

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Draw the ladder over the whole region."""
        drawing = ladder_items(
            self.id, self.rungs, (self.left, self.right), region, SLIDE_LOOK, context.settings,
            (context.accent, context.wash), self.alt,
        )  # fmt: skip
        return Placement((drawing.group,), region.h if drawing.fits else region.h + 1)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the drawing, with a circle at every step when the slide asks for marks."""
        return ladder_strips(self.id, self.rungs, (self.left, self.right), self.alt, context)
