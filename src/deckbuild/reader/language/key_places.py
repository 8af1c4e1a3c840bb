"""Finds where a key belongs if it stands in the wrong place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Literal, TypeAlias, get_args, get_origin

from deckbuild.blocks.registry import KEYS, kind, kinds
from deckbuild.diagnostics import Words
from deckbuild.model.deck import SECTION, DeckInfo, Handout, HandoutSettings, Node, Question, Source, SourceRef, Ticks
from deckbuild.model.theme_settings import ThemeSettings
from deckbuild.reader.language.fields import keys_of
from deckbuild.reader.language.suggest import listed
from deckbuild.reader.language.top_keys import TOP_KEYS, TopKey
from deckbuild.reader.language.vocabulary import CONTENT

_OTHERS: tuple[tuple[str, type[Node]], ...] = (
    ("handout", Handout), ("ticks", Ticks), ("sources", Source), ("source", SourceRef), ("theme", ThemeSettings),
)  # fmt: skip


def _items() -> Iterator[tuple[str, type[Node]]]:
    """Yield (kind's key, class of its list items). A class that several kinds share is yielded for the first only."""
    seen = [part for _, part in _OTHERS]
    for cls in kinds():
        for field in keys_of(cls).values():
            for part in get_args(field.hint) if get_origin(field.hint) is tuple and not field.form else ():
                if isinstance(part, type) and issubclass(part, Node) and part not in seen:
                    seen.append(part)
                    yield cls.KIND, part


@cache
def _places() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return pairs of a key and the keys that may stand under it, except ``paragraphs``, which nobody writes.

    This loads all kinds of block.
    """
    each = [(kind.KIND, kind) for kind in kinds()]
    first = [(key, cls) for key, cls in each if cls.NAMED_FIRST]
    found = [(place, frozenset(keys_of(part)) - {"paragraphs"}) for place, part in (*first, *_items(), *_OTHERS, *each)]
    return (*found, ("figures", frozenset({"alt", "caption"})))


_OWN_NAMES = ("words", "sources", "figures", "tables", "sheets")
"""Keys whose mappings have names that the author chooses."""
_ONE = ("handout", "ticks", "source", "theme")
"""Keys of ``_OTHERS`` whose value is a mapping, not a list."""
_WHOLE: tuple[tuple[str, type[Node]], ...] = (("deck", DeckInfo), ("handout", HandoutSettings))
"""Keys at the very left of the file, and the class that each holds."""
_MOST = 5
"""How many places a message names at most."""


Where: TypeAlias = Literal["under", "in", "left", "own", "slide", "slides", "section", "top", "question"]
"""How a key belongs to another place; ``values.unknown_keys`` has the messages for each way."""


def belonging(key: str, known: Iterable[str], beside: Collection[str]) -> tuple[Where, Words] | None:
    """Return where a key belongs that is not one of the ``known`` keys of its place, and the keys to name.

    ``beside`` are the keys of the same mapping that have mappings under them. Returns ``None`` if nothing is known.
    """
    known = set(known)
    at_top = known.issuperset(TopKey)
    whole = [place for place, part in _WHOLE if key in keys_of(part)]
    places = list(dict.fromkeys(place for place, keys in _places() if key in keys))
    here = [place for place in places if place in beside]
    if len(here) == 1 or (at_top and whole):
        return _under("under", (here or whole)[:1])
    if key == SECTION:
        return "section", Words(())
    if key in CONTENT and not known & {"hidden", "output"}:
        return "slides" if at_top else "slide", Words(())
    if key in TOP_KEYS and "hidden" in known:
        return "top", Words(())
    if whole and not places:
        return _under("left", whole)
    if places[:1] == ["handout"] and "paper" in known:
        return "own", Words(())
    if len(places) == 1 and key in keys_of(Question):
        return "question", Words(())
    if places:
        return _under("in", places)
    return ("top", Words(())) if key in TOP_KEYS else None


def _under(where: Where, places: list[str]) -> tuple[Where, Words]:
    return where, listed((f"{place}:" for place in places[:_MOST]), "or")


def place_under(key: str, other: str) -> Literal["itself", "items", ""]:
    """Return how ``other`` may stand under ``key``: ``itself``, in the ``items`` of its list, or not at all."""
    if key in _OWN_NAMES:
        return "itself"
    own = keys_of(kind(key)) if key in KEYS else {}
    direct = {*own, *(each for place, keys in _places() if place == key and key in _ONE for each in keys)} - {key}
    if other in direct and key != "figure":
        return "itself"
    return "items" if any(place == key and other in keys for place, keys in _places()) and key != "figure" else ""


def beside(key: str, over: Iterable[str]) -> set[str]:
    """Return the keys that may stand beside ``key``, under the first of the keys ``over`` that may hold it."""
    for place in over:
        found = {each for name, keys in _places() if name == place and key in keys for each in keys}
        if found:
            return found - {key}
    return set()
