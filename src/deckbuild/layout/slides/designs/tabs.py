"""Tabs: the left edge is divided among the sections; a section slide is its part grown to a band."""

from __future__ import annotations

from deckbuild.frame.document import Frame
from deckbuild.frame.items import Item
from deckbuild.layout.slides.furniture import tab
from deckbuild.layout.slides.opening import section_items, title_frame
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.deck import DaySection, Deck
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.model.theme import Theme


class Tabs:
    """The design of ``lys`` and ``mørk``."""

    def marks(
        self, name: str, _layout: SlideLayout, section: int, deck: Deck, theme: Theme, settings: TextSettings
    ) -> list[Item]:
        """Return the tab of the section."""
        return tab(name, section, len(deck.sections), theme.slide_master, settings)

    def title(self, deck: Deck, theme: Theme, settings: TextSettings) -> Frame:
        """Return the title slide."""
        return title_frame(deck, theme, settings)

    def section(self, name: str, section: DaySection, deck: Deck, theme: Theme, settings: TextSettings) -> list[Item]:
        """Return the band of the section, and the other sections beside their parts."""
        return section_items(name, section, deck, theme, settings)
