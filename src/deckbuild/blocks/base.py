"""What blocks of running text share. Other packages use every kind of block through ``model.block.Block`` alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.items import Role, TextBox
from deckbuild.frame.text import Par
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.model.block import Block
from deckbuild.units import Rect


def body_text(block: Block, pars: Sequence[Par], region: Rect) -> TextBox:
    """Return paragraphs of a block as one text box at the top of ``region``."""
    placed = stack(pars)
    box = replace(region, h=height(placed))
    return TextBox(id=block.id, box=box, pars=placed, role=Role.BODY, span=block.span)


class FlowingBlock(Block):
    """A kind that is running text and nothing else."""

    __slots__ = ()

    @property
    def flowing(self) -> bool:
        """Whether it is running text: always."""
        return True

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Stand as one text box at the top of ``region``."""
        text = body_text(self, self.pars(region.w, context), region)
        return Placement((text,), text.box.h)
