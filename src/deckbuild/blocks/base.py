"""What blocks of running text share. Other packages use every kind of block through ``model.block.Block`` alone."""

from __future__ import annotations

from deckbuild.frame.items import Role
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.lists import text_box
from deckbuild.model.block import Block
from deckbuild.units import Rect


class FlowingBlock(Block):
    """A kind that is running text and nothing else."""

    __slots__ = ()

    @property
    def flowing(self) -> bool:
        """Whether it is running text: always."""
        return True

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Stand as one text box at the top of ``region``."""
        text = text_box(self.id, self.pars(region.w, context), region, Role.BODY, self.span)
        return Placement((text,), text.box.h)
