"""Names that PowerPoint shows in its panes and menus, in the deck's language."""

from __future__ import annotations

import re

from deckbuild.frame.items import ChartItem, Connector, Group, Item, PictureItem, Shape, TableItem, TextBox
from deckbuild.locales import language_of

_PARTS = {
    "across": "Rule", "area": "Ground", "arm": "Arrow", "arrow": "Arrow", "axis": "Axis", "band": "Section band",
    "bar": "Bar", "by": "Source of the quote", "caption": "Caption", "card": "Card", "cell": "Section cell",
    "center": "Middle", "column": "Column", "corners": "Corners", "dot": "Dot", "down": "Rule", "edge": "Rule",
    "end": "Section", "field": "Field", "head": "Heading", "hour": "Time", "label": "Label", "level": "Level",
    "logo": "Logo", "mark": "Mark", "name": "Name", "node": "Node", "number": "Number", "outline": "Outline",
    "owner": "Organiser", "place": "Number", "point": "Point", "ribbon": "Ribbon", "ring": "Ring", "row": "Row",
    "rule": "Rule", "sheet": "Sheet pointer", "source": "Source", "stage": "Stage", "star": "Star", "stem": "Stem",
    "step": "Step", "strip": "Section strip", "stroke": "Stroke", "tab": "Section tab", "tick": "Mark on the axis",
    "write": "Handout pointer",
}  # fmt: skip
"""The last part of an item's id, without its number -> what the item is called."""
_PART = re.compile(r"(?:^|/)(?P<part>[a-z]+?)-?(?P<number>\d*)$")
_LONGEST = 40
"""How many characters of its text a name may show."""


def named(name: str, lang: str) -> str:
    """Return ``name`` in the deck's language ``lang``, a BCP 47 tag. A number at its end stays.

    Names without a translation stay as they are.
    """
    word = name.rstrip(" 0123456789")
    return language_of(lang).names.get(word, word) + name.removeprefix(word)


def item_name(item: Item, number: int, ends: tuple[str, str], lang: str) -> str:
    """Return what the selection pane calls an item: what it is, and the beginning of what it says.

    ``number`` is its place on the slide; an item that says nothing has it in its name. ``ends`` are what a connector
    leads from and to; empty where it is glued to nothing.
    """
    if isinstance(item, Connector) and all(ends):
        pattern = named("Arrow from {start} to {end}" if item.arrow else "Line from {start} to {end}", lang)
        return pattern.format(start=ends[0], end=ends[1])
    found = _PART.search(item.id)
    part = _PARTS.get(found["part"]) if found else None
    word, text = named(part or _kind(item), lang), said(item)
    counted = found["number"] if found and part else ""
    if counted:
        word += f" {counted}"
    return f"{word}: {text}" if text else word if counted else f"{word} {number}"


def said(item: Item) -> str:
    """Return the beginning of what an item says, or of its alternative text."""
    pars = item.pars if isinstance(item, TextBox | Shape) else ()
    whole = " ".join(" ".join(par.plain for par in pars).split()) or " ".join(getattr(item, "alt", "").split())
    if len(whole) <= _LONGEST:
        return whole
    words, space, _ = whole[: _LONGEST - 1].rpartition(" ")
    return f"{words} …" if space else f"{whole[: _LONGEST - 1]}…"


def _kind(item: Item) -> str:
    match item:
        case TextBox():
            return "Text"
        case TableItem():
            return "Table"
        case Connector():
            return "Connector"
        case PictureItem():
            return "Picture"
        case ChartItem():
            return "Chart"
        case Group():
            return "Group"
        case _:
            return "Figure"
