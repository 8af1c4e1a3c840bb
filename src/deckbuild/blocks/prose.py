"""``text:`` running text in Markdown: paragraphs, heads and lists."""

from __future__ import annotations

from typing import ClassVar

from deckbuild.blocks.base import FlowingBlock
from deckbuild.dataclass import dataclass
from deckbuild.frame.items import LayoutKind
from deckbuild.frame.text import Par
from deckbuild.handout.blocks.prose import prose_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import SlideContext
from deckbuild.layout.slides.lists import prose_pars
from deckbuild.model.text import Paragraph, ParagraphKind, Text
from deckbuild.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(FlowingBlock):
    """``text:`` running text in Markdown: paragraphs, heads and lists."""

    KIND: ClassVar[str] = "text"
    SHORTHAND: ClassVar[str] = "paragraphs"
    BESIDE_NOTES: ClassVar[bool] = True

    paragraphs: tuple[Paragraph, ...]
    """The text, as Markdown."""

    WIDE: ClassVar[bool] = False
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset({"ticks"})

    @property
    def tickable(self) -> bool:
        """Whether there is a list in it."""
        return any(par.kind in (ParagraphKind.BULLET, ParagraphKind.NUMBER) for par in self.paragraphs)

    @property
    def brief(self) -> LayoutKind:
        """One paragraph, or like a list."""
        lone = [paragraph.kind for paragraph in self.paragraphs] == [ParagraphKind.BODY]
        return LayoutKind.PROSE if lone else LayoutKind.TEXT

    @property
    def drafted(self) -> tuple[Text, ...]:
        """The texts that may still wait for somebody to write them."""
        return tuple(paragraph.text for paragraph in self.paragraphs)

    def pars(self, width: Pt, context: SlideContext) -> list[Par]:
        """Return the paragraphs, set in ``width`` points."""
        return prose_pars(self.paragraphs, width, context)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the paragraphs."""
        return prose_strips(self.id, self.paragraphs, context)
