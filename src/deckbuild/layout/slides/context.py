"""The input and output of a block's ``place`` method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from operator import is_

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.items import Item
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.locales.labels import Labels
from deckbuild.model.block import Block
from deckbuild.model.deck import Deck, Slide
from deckbuild.model.theme import Color, Step, Theme, accent, wash
from deckbuild.units import Pt, Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideContext:
    """The slide being laid out, the type size being tried, and the block's place among others."""

    deck: Deck
    slide: Slide
    number: int
    """The slide number as shown."""
    theme: Theme
    settings: TextSettings
    diagnostics: Diagnostics
    step: Step
    """Type size and leading of body text, the same on the whole slide."""
    question: int = 1
    """The number of the next question on the slide."""
    first: bool = True
    """Whether the block is the first on its slide."""
    tight: bool = False
    """Whether white space is reduced to make text fit. This is tried last."""
    dense: bool = False
    """Whether the theme's smallest steps may be used, because larger ones can't go on over several slides."""
    short: bool = False
    """Whether text is set large, as short content."""
    split: bool = False
    """Whether the block is part of one that was split over several frames."""
    alone: bool = True
    """Whether the block is the only one on its slide."""
    bleeds: bool = False
    """Whether a picture fills its place, which reaches the edges of the slide."""
    text_x: Pt | None = None
    """The left edge of the running text on the slide, in points; ``None`` when there is no such text."""

    @property
    def labels(self) -> Labels:
        """The words that the papers print of their own, in the deck's language."""
        return self.deck.labels

    @property
    def accent(self) -> Color:
        """The section's colour."""
        return accent(self.slide.section)

    @property
    def wash(self) -> Color:
        """The section's pale fill."""
        return wash(self.slide.section)

    @property
    def display(self) -> Step:
        """Type size of definitions and quotes: the one that matches that of body text."""
        scale = self.theme.scale
        if self.short:
            return self.step
        place = scale.body.index(self.step) if self.step in scale.body else len(scale.body) - 1
        return scale.display[min(place, len(scale.display) - 1)]

    @property
    def between(self) -> Pt:
        """Space between the items of a list."""
        return 4.0 if self.tight else 8.0

    def sole(self, block: Block) -> bool:
        """Whether ``block`` is all that its slide holds."""
        return self.whole([block])

    def whole(self, blocks: Sequence[Block]) -> bool:
        """Whether ``blocks`` are all that their slide holds."""
        return len(self.slide.body) == len(blocks) and all(map(is_, self.slide.body, blocks))

    def at_step(self, step: Step) -> SlideContext:
        """Return the context with another type size."""
        return replace(self, step=step)


@dataclass(frozen=True)
class Rooms:
    """Where the content of a slide stands: on its first frame, and on further frames, under their longer title."""

    first: Rect
    below_continued: Callable[[], Rect]
    """Returns the room on further frames. It is asked for when there are any."""

    @cached_property
    def further(self) -> Rect:
        """The room on further frames."""
        return self.below_continued()

    def of(self, frame: int) -> Rect:
        """Return the room on a frame; the first is 0."""
        return self.further if frame else self.first

    def from_frame(self, frame: int) -> Rooms:
        """Return the rooms for what begins on a frame; the first is 0."""
        return replace(self, first=self.of(frame))


@dataclass(frozen=True, slots=True)
class Placement:
    """A placed block: its items, relative to the slide, and the height they use from the top of the region."""

    items: tuple[Item, ...]
    height: Pt
