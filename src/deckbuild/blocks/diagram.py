"""What all kinds of diagram share: one drawing for the slide and the handout, with one description."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import LayoutKind
from deckbuild.handout.blocks.diagrams import diagram_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.diagrams import Canvas, DrawnDiagram, Part
from deckbuild.layout.drawing_looks import SLIDE_LOOK
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.model.block import Block
from deckbuild.units import Rect


def slide_canvas(name: str, alt: str, box: Rect, context: SlideContext) -> Canvas:
    """Return the canvas of a drawing on a slide."""
    return Canvas(
        name=name, box=box, look=SLIDE_LOOK, settings=context.settings,
        accent=context.accent, wash=context.wash, alt=alt,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram(Block):
    """A drawing with labels; a kind says how it is drawn, and what may be asked about."""

    alt: str = ""
    """What the drawing says, for those who can't see it."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.FIGURE
    ELASTIC: ClassVar[bool] = True
    DRAWING: ClassVar[bool] = True
    DESCRIBED_BY: ClassVar[tuple[str, ...]] = ("alt",)
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset({"each", "mark"})

    @abstractmethod
    def draw(self, canvas: Canvas) -> DrawnDiagram:
        """Draw it in the canvas's box."""

    @abstractmethod
    def parts(self) -> tuple[Part, ...]:
        """Return its parts in order; the handout's ``each`` asks about them."""

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Draw it in the region; it takes all of it."""
        drawing = self.draw(slide_canvas(self.id, self.alt, region, context))
        return Placement((drawing.group,), region.h if drawing.fits else region.h + 1)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the drawing, with circles to cross and its parts to write on when the slide asks for them."""
        return diagram_strips(self.id, self.draw, self.parts(), self.alt, context)
