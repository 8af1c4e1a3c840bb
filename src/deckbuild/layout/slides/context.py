"""What a block is told when it is placed on a slide, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.items import Item
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.deck import Deck, Slide
from deckbuild.model.labels import Labels
from deckbuild.model.theme import Color, Step, Theme, accent, wash
from deckbuild.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideContext:
    """The slide being laid out, and the step of the type scale being tried."""

    deck: Deck
    slide: Slide
    number: int
    """The slide's number as shown."""
    theme: Theme
    settings: TextSettings
    diagnostics: Diagnostics
    step: Step
    """The step for body text, one for the whole slide."""
    question: int = 1
    """The number of the next question on the slide."""
    first: bool = True
    """Whether the block is the first on its slide."""
    tight: bool = False
    """Whether white is given up for text: tried last."""
    split: bool = False
    """Whether it is a part of a block that goes on over several frames."""
    alone: bool = True
    """Whether it is the slide's only block."""
    text_x: Pt | None = None
    """Where the text around it begins, in points from the slide's left; nothing when there is none."""

    @property
    def labels(self) -> Labels:
        """The words the papers print by themselves."""
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
        """The step of definitions and quotes that goes with the body's."""
        scale = self.theme.scale
        place = scale.body.index(self.step) if self.step in scale.body else len(scale.body) - 1
        return scale.display[min(place, len(scale.display) - 1)]

    @property
    def between(self) -> Pt:
        """White between the items of a list."""
        return 4.0 if self.tight else 8.0

    def at_step(self, step: Step) -> SlideContext:
        """Return the same conditions at another step."""
        return replace(self, step=step)


@dataclass(frozen=True, slots=True)
class Placement:
    """Items in slide coordinates, and the height they took from the top of the region."""

    items: tuple[Item, ...]
    height: Pt
