"""What a design draws."""

from __future__ import annotations

from typing import Protocol

from deckbuild.frame.document import Frame
from deckbuild.frame.items import Item
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.deck import DaySection, Deck
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.model.theme import Theme


class Design(Protocol):
    """The drawings of a design. ``name`` begins the ids of items."""

    def marks(
        self, name: str, slide_layout: SlideLayout, section: int, deck: Deck, theme: Theme, settings: TextSettings
    ) -> list[Item]:
        """Return what shows the section on a slide; ``section`` is 0 before the first."""

    def title(self, deck: Deck, theme: Theme, settings: TextSettings) -> Frame:
        """Return the title slide."""

    def section(self, name: str, section: DaySection, deck: Deck, theme: Theme, settings: TextSettings) -> list[Item]:
        """Return the items of the slide that opens a section."""
