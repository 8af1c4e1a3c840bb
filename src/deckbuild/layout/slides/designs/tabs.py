"""Tabs: the left edge is divided among the sections; a section slide is its part grown to a band."""

from __future__ import annotations

from deckbuild.frame.document import Frame
from deckbuild.frame.items import Connector, Item, LayoutKind, Shape, ShapeKind, TextBox
from deckbuild.frame.text import Tag
from deckbuild.layout.slides.furniture import tab
from deckbuild.layout.slides.opening import all_tabs, section_items, title_frame
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, stack
from deckbuild.model.deck import DaySection, Deck
from deckbuild.model.default_layouts import HEIGHT, LEFT
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.model.text import plain
from deckbuild.model.theme import ON_ACCENT, Step, Theme, accent
from deckbuild.units import Pt, Rect


class Tabs:
    """The design of ``lys`` and ``mørk``."""

    def marks(
        self, name: str, slide_layout: SlideLayout, section: int, deck: Deck, theme: Theme, settings: TextSettings
    ) -> list[Item]:
        """Return the tab of the section; beside a quote it is grown to a column, at the close all tabs stand."""
        if slide_layout.kind is LayoutKind.QUOTE:
            return _column(name, section, len(deck.sections), settings)
        if slide_layout.kind is LayoutKind.CLOSING:
            return all_tabs(name, len(deck.sections))
        rim = _RIM if slide_layout.kind is LayoutKind.PICTURE else 0.0
        return tab(name, section, len(deck.sections), theme.slide_master, settings, rim)

    def title(self, deck: Deck, theme: Theme, settings: TextSettings) -> Frame:
        """Return the title slide."""
        return title_frame(deck, theme, settings)

    def section(self, name: str, section: DaySection, deck: Deck, theme: Theme, settings: TextSettings) -> list[Item]:
        """Return the band of the section, and the other sections beside their parts."""
        return section_items(name, section, deck, theme, settings)


_RIM: Pt = 1.5
"""The width of the rim of a tab on a picture."""
_COLUMN: Pt = 160
"""The width of the column beside a quote."""


def _column(name: str, section: int, total: int, settings: TextSettings) -> list[Item]:
    """Return the column beside a quote, where lines mark the section's own part and its number stands in it."""
    box = Rect(0, 0, _COLUMN, HEIGHT)
    items: list[Item] = [Shape(id=f"{name}/column", kind=ShapeKind.RECT, box=box, fill=accent(section))]
    if not section:
        return items
    high = HEIGHT / total
    for edge in (section - 1, section):
        if 0 < edge < total:
            y = edge * high
            items.append(
                Connector(id=f"{name}/edge{edge}", x1=0, y1=y, x2=_COLUMN, y2=y, color=ON_ACCENT, width=1)
            )  # fmt: skip
    size = min(40.0, high * 0.8)
    style = ParStyle(Step(size, size * 1.2), ON_ACCENT, bold=True, tag=Tag.ARTIFACT)
    par = set_par(plain(str(section)), style, _COLUMN - LEFT, settings)
    place = Rect(LEFT, (section - 0.5) * high - par.height / 2, _COLUMN - LEFT, par.height)
    return [*items, TextBox(id=f"{name}/section-number", box=place, pars=stack([par]), artifact=True)]
