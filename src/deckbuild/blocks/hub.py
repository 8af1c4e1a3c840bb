"""``hub:`` a centre and the fields that join it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from deckbuild.blocks.diagram import slide_canvas
from deckbuild.dataclass import dataclass
from deckbuild.frame.items import LayoutKind
from deckbuild.handout.blocks.figures import hub_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.diagrams import HUB_HEIGHT, hub_items
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.model.block import Block
from deckbuild.model.text import Text
from deckbuild.model.written import Between
from deckbuild.units import Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub(Block):
    """``hub:`` a centre and the fields that join it."""

    KIND: ClassVar[str] = "hub"

    center: Text
    """What stands in the middle."""
    fields: Annotated[tuple[Text, ...], Between(2, 4)]
    """Two to four fields: top left, top right, bottom left, bottom right."""
    alt: str = ""
    """What the drawing says, for those who can't see it."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.FIGURE
    DRAWING: ClassVar[bool] = True
    ELASTIC: ClassVar[bool] = True
    DESCRIBED_BY: ClassVar[tuple[str, ...]] = ("alt",)
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset({"each", "mark"})

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Draw the hub in the middle of the region."""
        drawing = hub_items(slide_canvas(self.id, self.alt, region, context), self.center, self.fields)
        enough = drawing.fits and region.h >= HUB_HEIGHT * 0.6
        return Placement((drawing.group,), region.h if enough else region.h + 1)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the drawing, and its fields to write on when the slide asks for them."""
        return hub_strips(self.id, self.center, self.fields, self.alt, context)
