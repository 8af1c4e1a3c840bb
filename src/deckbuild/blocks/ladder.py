"""``ladder:`` steps that climb and alternate between two tracks."""

from __future__ import annotations

from typing import Annotated, ClassVar

from deckbuild.blocks.diagram import slide_canvas
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.items import LayoutKind
from deckbuild.handout.blocks.figures import ladder_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.diagrams import Rung, ladder_items
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.model.block import Block
from deckbuild.model.deck import Node
from deckbuild.model.text import Text
from deckbuild.model.written import Between
from deckbuild.units import Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep(Node):
    """A step on one of the two tracks: give ``left`` or ``right``."""

    ONE_OF: ClassVar[tuple[tuple[str, ...], ...]] = (("left",), ("right",))

    left: Text | None = None
    """The step's name, on the left track."""
    right: Text | None = None
    """The step's name, on the right track."""
    far: bool = False
    """Whether it stands far out from the middle."""

    def checked(self, findings: Diagnostics) -> LadderStep | None:
        """Check that it stands on one side."""
        if (self.left is None) != (self.right is None):
            return self
        if self.left is None:
            findings.error(
                "missing-key", self.span, "This step has no name: it stands neither on the left nor on the right.",
                "Write `left: …` or `right: …`.",
            )  # fmt: skip
        else:
            findings.error(
                "two-sides", self.at("right"), "This step stands both on the left and on the right.",
                "Make two steps of it: put a hyphen before each of `left:` and `right:`.",
            )  # fmt: skip
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder(Block):
    """``ladder:`` steps that climb and alternate between two tracks."""

    KIND: ClassVar[str] = "ladder"

    left: Text
    """The name of the left track, at its axis."""
    right: Text
    """The name of the right track, at its axis."""
    steps: Annotated[tuple[LadderStep, ...], Between(2, 12)]
    """The climb, from the lowest step to the highest."""
    alt: str = ""
    """What the drawing says, for those who can't see it."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.FIGURE
    DRAWING: ClassVar[bool] = True
    ELASTIC: ClassVar[bool] = True
    DESCRIBED_BY: ClassVar[tuple[str, ...]] = ("alt",)
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset({"mark"})

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The steps as the drawing wants them."""
        return tuple(
            Rung(step.left or step.right or Text(()), left=step.left is not None, far=step.far) for step in self.steps
        )

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Draw the ladder over the whole region."""
        drawing = ladder_items(slide_canvas(self.id, self.alt, region, context), self.rungs, (self.left, self.right))
        return Placement((drawing.group,), region.h if drawing.fits else region.h + 1)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the drawing, with a circle at every step when the slide asks for marks."""
        return ladder_strips(self.id, self.rungs, (self.left, self.right), self.alt, context)
