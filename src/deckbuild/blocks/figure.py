"""``figure:`` a drawing defined under ``figures:``, by its name."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import LayoutKind
from deckbuild.handout.blocks.figures import figure_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.model.block import Block, SourceRef
from deckbuild.model.deck import Figure
from deckbuild.model.text import Text
from deckbuild.model.written import NOT_WRITTEN
from deckbuild.units import Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureUse(Block):
    """``figure:`` a drawing defined under ``figures:``, by its name."""

    KIND: ClassVar[str] = "figure"
    SHORTHAND: ClassVar[str] = "name"

    name: str
    """The figure's name."""
    figure: Annotated[Figure | None, NOT_WRITTEN] = None
    """The figure itself; found by the reader, not written by the author."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.FIGURE
    ELASTIC: ClassVar[bool] = True
    DEFINED_UNDER: ClassVar[str] = "figures"
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset({"each", "mark"})

    @property
    def used(self) -> str:
        """The figure's name."""
        return self.name

    @property
    def unresolved(self) -> bool:
        """Whether the figure is still to be found."""
        return self.figure is None

    def resolved(self, found: Figure) -> Block:
        """Return it with its figure."""
        return replace(self, figure=found)

    @property
    def foot_caption(self) -> tuple[Text, tuple[SourceRef, ...]] | None:
        """The figure's caption, and the works it is taken from."""
        return (self.figure.caption, self.figure.source) if self.figure and self.figure.caption else None

    @property
    def layouts(self) -> tuple[LayoutKind, ...]:
        """Those of its drawing."""
        return self.drawing.layouts if self.figure else (self.LAYOUT,)

    @property
    def under(self) -> Text | None:
        """What stands under its picture."""
        return self.drawing.under if self.figure else None

    @property
    def drawing(self) -> Block:
        """The block the name stands for, found by the reader; under this use's id, since a figure may be used often."""
        if self.figure is None:
            message = f"figure {self.name!r} was not resolved"
            raise TypeError(message)
        return replace(self.figure.block, id=self.id)

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the drawing."""
        placed: Placement = self.drawing.place(region, context)
        return placed

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the drawing and its caption."""
        caption = self.figure.caption if self.figure else None
        return figure_strips(self.id, self.drawing.handout(context), caption, context)
