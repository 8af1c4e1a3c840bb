"""The slides that are made rather than written, in a template: its own title and section slides, with our words."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.frame.items import Frame, Item, Layout, Role, TextBox
from deckbuild.frame.text import Tag
from deckbuild.layout.slides.placeholders import fill_slot
from deckbuild.layout.text.paragraph import ParStyle, Setting, height, set_par, stack
from deckbuild.model.deck import Deck, Section
from deckbuild.model.slide_layouts import Master
from deckbuild.model.text import Text
from deckbuild.model.theme import SOFT, Step, Theme

_LEAST_TITLE, _LEAST_TEXT = 24, 16
_MOST_LINES = 3
_OWN_TITLE = Step(36, 44)
"""A title that the layout has no place for."""


def title_frame(deck: Deck, theme: Theme, setting: Setting) -> Frame:
    """Make the title slide: title, and under it subtitle, date and owner."""
    name = "title"
    master = theme.house.masters[Layout.TITLE]
    items: list[Item] = [_heading(name, deck.info.title, master, setting)]
    under = [text for text in (deck.info.subtitle, deck.info.date, deck.info.owner) if text]
    if under and Role.SUBTITLE in master.slots:
        items.append(fill_slot(f"{name}/subtitle", Role.SUBTITLE, under, master, setting, least=_LEAST_TEXT))
    elif under:
        items.append(_loose(f"{name}/subtitle", under, master, theme, setting))
    return Frame(
        id=name, slide="", number=0, title=deck.info.title.plain, layout=Layout.TITLE, section=0, items=tuple(items),
        lang=deck.labels.lang, span=deck.info.span,
    )  # fmt: skip


def section_items(name: str, section: Section, theme: Theme, setting: Setting) -> list[Item]:
    """Return the section's own slide: its name in the template's look."""
    return [_heading(name, section.title, theme.house.masters[Layout.SECTION], setting)]


def _heading(name: str, text: Text, master: Master, setting: Setting) -> TextBox:
    if Role.TITLE not in master.slots:
        box = master.boxes[Role.TITLE]
        pars = stack([set_par(text, ParStyle(_OWN_TITLE, bold=True, tag=Tag.TITLE), box.w, setting)])
        return TextBox(id=f"{name}/title", box=replace(box, h=height(pars)), pars=pars, role=Role.TITLE, span=text.span)
    made = fill_slot(
        f"{name}/title", Role.TITLE, [text], master, setting, least=_LEAST_TITLE, most_lines=_MOST_LINES, tag=Tag.TITLE
    )
    return replace(made, span=text.span)


def _loose(name: str, texts: list[Text], master: Master, theme: Theme, setting: Setting) -> TextBox:
    """Set text at the top of what is free, when the layout has no place for it."""
    room = master.room
    style = ParStyle(theme.scale.body[0], SOFT)
    pars = stack(set_par(text, style, room.w, setting) for text in texts)
    return TextBox(id=name, box=replace(room, h=height(pars)), pars=pars)
