"""Where a key belongs that stands where it can't."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, TypeAlias

from deckbuild.blocks.agenda import AgendaItem
from deckbuild.blocks.cards import Card
from deckbuild.blocks.columns import Column
from deckbuild.blocks.comparison import ComparisonRow
from deckbuild.blocks.ladder import LadderStep
from deckbuild.blocks.picture import Picture
from deckbuild.blocks.quadrant import QuadrantItem
from deckbuild.blocks.registry import BY_KEY
from deckbuild.blocks.steps import StepItem
from deckbuild.blocks.timeline import TimelineItem
from deckbuild.diagnostics import Words
from deckbuild.model.deck import DeckInfo, Handout, HandoutSettings, ListItem, Node, Question, Source, SourceRef, Ticks
from deckbuild.model.theme_settings import ThemeSettings
from deckbuild.reader.language.fields import keys_of
from deckbuild.reader.language.suggest import listed
from deckbuild.reader.language.vocabulary import CONTENT, TOP

_ITEMS: tuple[tuple[str, type[Node]], ...] = (
    ("picture", Picture), ("reflection", Question),
    ("agenda", AgendaItem), ("bullets", ListItem), ("cards", Card), ("columns", Column),
    ("comparison", ComparisonRow), ("ladder", LadderStep), ("steps", StepItem), ("timeline", TimelineItem),
    ("quadrant", QuadrantItem), ("handout", Handout), ("ticks", Ticks), ("sources", Source), ("source", SourceRef),
    ("theme", ThemeSettings),
)  # fmt: skip
"""What stands under a key, or in its items."""
_PLACES = (
    ("reflection", frozenset({"ask"})),
    *((place, frozenset(keys_of(part)) - {"paragraphs"}) for place, part in (*_ITEMS, *BY_KEY.items())),
    ("figures", frozenset({"alt", "caption"})),
)
"""The keys under each, but for one that nobody writes."""
_OWN_NAMES = ("words", "sources", "figures", "tables", "sheets")
"""Under these stand names that the author gives."""
_ONE = ("picture", "handout", "ticks", "source", "theme")
"""What stands under these is no list of items."""
_WHOLE: tuple[tuple[str, type[Node]], ...] = (("deck", DeckInfo), ("handout", HandoutSettings))
"""What stands at the very left, and what it has under it."""
_MOST = 5
"""Of more places than these, only so many are named."""


Where: TypeAlias = Literal["under", "in", "left", "own", "slide", "slides", "section", "top"]
"""In what way a key belongs to another place; ``unknown`` has the words for it."""


def belonging(key: str, known: Iterable[str], beside: Collection[str]) -> tuple[Where, Words] | None:
    """Return where a key belongs that stands among ``known`` ones and is none of them, and the keys to name.

    ``beside`` are the keys of the same place that have keys under them.
    """
    known = set(known)
    at_top = known.issuperset(TOP)
    whole = [place for place, part in _WHOLE if key in keys_of(part)]
    places = list(dict.fromkeys(place for place, keys in _PLACES if key in keys))
    here = [place for place in places if place in beside]
    if len(here) == 1 or (at_top and whole):
        return _under("under", (here or whole)[:1])
    if key == "section":
        return "section", Words(())
    if key in CONTENT and not known & {"hidden", "output"}:
        return "slides" if at_top else "slide", Words(())
    if key in TOP and "hidden" in known:
        return "top", Words(())
    if whole and not places:
        return _under("left", whole)
    if places[:1] == ["handout"] and "paper" in known:
        return "own", Words(())
    if places:
        return _under("in", places)
    return ("top", Words(())) if key in TOP else None


def _under(where: Where, places: list[str]) -> tuple[Where, Words]:
    return where, listed((f"{place}:" for place in places[:_MOST]), "or")


def place_under(key: str, other: str) -> Literal["itself", "items", ""]:
    """Return whether a key stands directly under another, in the items of its list, or not there at all."""
    if key in _OWN_NAMES:
        return "itself"
    own = keys_of(BY_KEY[key]) if key in BY_KEY else {}
    direct = {*own, *(each for place, keys in _PLACES if place == key and key in _ONE for each in keys)} - {key}
    if other in direct and key != "figure":
        return "itself"
    return "items" if any(place == key and other in keys for place, keys in _PLACES) and key != "figure" else ""


def beside(key: str, over: Iterable[str]) -> set[str]:
    """Return the keys that may stand beside another, under the nearest of the keys ``over`` it that has such."""
    for place in over:
        found = {each for name, keys in _PLACES if name == place and key in keys for each in keys}
        if found:
            return found - {key}
    return set()
