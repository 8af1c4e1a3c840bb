"""What every kind of block is: a model whose fields are YAML keys, its place on a slide, its items on paper."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from deckbuild.frame.items import LayoutKind, Role, TextBox
from deckbuild.frame.text import Par
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.model.deck import Block
from deckbuild.units import Pt, Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentBlock(Block):
    """A kind of block. Add one: a file in this folder and a line in ``registry``."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.TEXT
    """The master's layout for a slide of just this block."""
    ELASTIC: ClassVar[bool] = False
    """Whether it takes what height is left on the slide (figures, boards) rather than its own."""
    WIDE: ClassVar[bool] = True
    """Whether it uses the slide's full width; otherwise it stands right of the hanging column."""
    DRAWING: ClassVar[bool] = False
    """Whether it may be defined under ``figures:`` and has a description."""
    BESIDE_NOTES: ClassVar[bool] = False
    """Whether it is set in a narrow column on paper, with lines for notes beside it."""

    @property
    def wide(self) -> bool:
        """Whether it uses the full width of the slide."""
        return self.WIDE

    @property
    def asks(self) -> int:
        """How many question numbers it uses up on its slide."""
        return 0

    @property
    def flowing(self) -> bool:
        """Whether it is running text, which shares a placeholder with the running text around it."""
        return False

    def pars(self, width: Pt, context: SlideContext) -> list[Par]:
        """Return running text set in ``width`` points; only asked of ``flowing`` blocks."""
        raise NotImplementedError(self.KIND)

    def split(self, region: Rect, context: SlideContext) -> list[ContentBlock]:  # noqa: ARG002
        """Return the parts, each of which fits ``region``, when the whole doesn't; itself when it can't be split."""
        return [self]

    @abstractmethod
    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the block on a slide, from the top of ``region``; the placement tells the height it took."""

    @abstractmethod
    def handout(self, context: PaperContext) -> list[Strip]:
        """Return what the handout prints of it, from top to bottom."""


class FlowingBlock(ContentBlock):
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
