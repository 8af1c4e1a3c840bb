"""The design of a PowerPoint template: title and section slides that fill its placeholders."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.frame.document import Frame
from deckbuild.frame.items import Item, LayoutKind, Role, TextBox
from deckbuild.frame.text import Tag
from deckbuild.layout.slides.furniture import tab
from deckbuild.layout.slides.opening import framed
from deckbuild.layout.slides.placeholders import fill_placeholder
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, set_par, stack
from deckbuild.model.deck import DaySection, Deck
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.model.text import Text
from deckbuild.model.theme import SOFT, Color, Step, Theme
from deckbuild.units import Rect

_LEAST_TITLE, _LEAST_TEXT = 24, 16
"""The smallest type sizes, in points."""
_MOST_LINES = 3
_OWN_TITLE = Step(36, 44)
"""The type size of a title when the slide layout has no title placeholder."""


class FromTemplate:
    """The design of a PowerPoint template: text fills its placeholders, and only the section's tab is added."""

    def marks(
        self, name: str, _layout: SlideLayout, section: int, deck: Deck, theme: Theme, settings: TextSettings
    ) -> list[Item]:
        """Return the tab of the section, where the template leaves room for one."""
        return tab(name, section, len(deck.sections), theme.slide_master, settings)

    def title(self, deck: Deck, theme: Theme, settings: TextSettings) -> Frame:
        """Return the title slide: the title, and under it subtitle, date and owner."""
        name = "title"
        slide_layout = theme.slide_master.layouts[LayoutKind.TITLE]
        items: list[Item] = [_heading(name, deck.info.title, slide_layout, settings)]
        under = [text for text in (deck.info.subtitle, deck.info.date, deck.info.owner) if text]
        if under and Role.SUBTITLE in slide_layout.placeholders:
            items.append(
                fill_placeholder(f"{name}/subtitle", Role.SUBTITLE, under, slide_layout, settings, least=_LEAST_TEXT)
            )
        elif under:
            items.append(_loose(f"{name}/subtitle", under, slide_layout, theme, settings))
        return framed(deck, items)

    def section(self, name: str, section: DaySection, _deck: Deck, theme: Theme, settings: TextSettings) -> list[Item]:
        """Return the items of a section slide: the section's title in the template's style."""
        return [_heading(name, section.title, theme.slide_master.layouts[LayoutKind.SECTION], settings)]


def _heading(name: str, text: Text, slide_layout: SlideLayout, settings: TextSettings) -> TextBox:
    if Role.TITLE not in slide_layout.placeholders:
        box = slide_layout.boxes[Role.TITLE]
        pars = stack([set_par(text, ParStyle(_OWN_TITLE, bold=True, tag=Tag.TITLE), box.w, settings)])
        return TextBox(id=f"{name}/title", box=replace(box, h=height(pars)), pars=pars, role=Role.TITLE, span=text.span)
    made = fill_placeholder(
        f"{name}/title",
        Role.TITLE,
        [text],
        slide_layout,
        settings,
        least=_LEAST_TITLE,
        most_lines=_MOST_LINES,
        tag=Tag.TITLE,
    )
    return replace(made, span=text.span)


def _loose(name: str, texts: list[Text], slide_layout: SlideLayout, theme: Theme, settings: TextSettings) -> TextBox:
    """Set text below the title, when the layout has no placeholder for it, or above where there is no room below."""
    room, head = slide_layout.room, slide_layout.boxes[Role.TITLE]
    above = room.bottom <= head.y
    title = slide_layout.placeholders.get(Role.TITLE)
    style = ParStyle(theme.scale.body[0], Color(title.color) if title else SOFT)  # the slide may have another ground
    pars = stack(set_par(text, style, room.w, settings) for text in texts)
    high = height(pars)
    return TextBox(id=name, box=Rect(room.x, room.bottom - high if above else room.y, room.w, high), pars=pars)
