"""``section:`` opens a part of the day; its slide shows all parts and where we are."""

from __future__ import annotations

from typing import ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import LayoutKind
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.model.block import Block
from deckbuild.model.deck import SECTION
from deckbuild.model.text import Text
from deckbuild.units import Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Block):
    """``section:`` opens a part of the day; its slide shows all parts and where we are."""

    KIND: ClassVar[str] = SECTION
    SHORTHAND: ClassVar[str] = "name"

    name: Text
    """The section's name."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.SECTION
    IN_COLUMN: ClassVar[bool] = False
    FRAMES_DAY: ClassVar[bool] = True

    def place(self, region: Rect, context: SlideContext) -> Placement:  # noqa: ARG002
        """Place nothing: the whole slide is made by ``layout.opening``."""
        return Placement((), 0.0)

    def handout(self, context: PaperContext) -> list[Strip]:  # noqa: ARG002
        """Return nothing: the section is shown by tab, running head and bookmark."""
        return []
