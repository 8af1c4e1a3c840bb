"""What blocks of running text share. Other packages use every kind of block through ``model.block.Block`` alone."""

from __future__ import annotations

from deckbuild.frame.items import Role, TextBox
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.text.paragraph import height, stack
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
        pars = stack(self.pars(region.w, context))
        high = height(pars)
        box = TextBox(
            id=self.id, box=Rect(region.x, region.y, region.w, high), pars=pars, role=Role.BODY, span=self.span
        )
        return Placement((box,), high)
