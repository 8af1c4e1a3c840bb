"""``figure:`` a drawing defined under ``figures:``, by its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from deckbuild.blocks.base import ContentBlock
from deckbuild.frame.items import LayoutKind
from deckbuild.handout.blocks.figures import figure_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.model.deck import Figure
from deckbuild.units import Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureUse(ContentBlock):
    """``figure:`` a drawing defined under ``figures:``, by its name."""

    KIND: ClassVar[str] = "figure"
    SHORTHAND: ClassVar[str] = "name"

    name: str
    """The figure's name."""
    figure: Figure | None = None
    """The figure itself; found by the reader, not written by the author."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.FIGURE
    ELASTIC: ClassVar[bool] = True

    @property
    def drawing(self) -> ContentBlock:
        """The block the name stands for, found by the reader; under this use's id, since a figure may be used often."""
        if self.figure is None or not isinstance(self.figure.block, ContentBlock):
            message = f"figure {self.name!r} was not resolved"
            raise TypeError(message)
        return replace(self.figure.block, id=self.id)

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the drawing."""
        return self.drawing.place(region, context)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the drawing and its caption."""
        caption = self.figure.caption if self.figure else None
        return figure_strips(self.id, self.drawing.handout(context), caption, context)
