"""Visits every value of a deck, with the language it is written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from deckbuild.diagnostics import Span
from deckbuild.model.deck import Deck
from deckbuild.model.text import Text

SKIPPED = {"span", "places", "path", "theme", "id", "name"}


def values(deck: Deck) -> Iterator[tuple[object, str]]:
    """Yield every node and text once, each with the code of its language, in the order of the model's fields."""
    seen: set[int] = set()
    waiting: list[tuple[object, str]] = [(deck, deck.info.language)]
    while waiting:
        value, lang = waiting.pop()
        if isinstance(value, tuple | list):
            waiting += [(each, lang) for each in reversed(value)]
        elif isinstance(value, Mapping):
            waiting += [(each, lang) for each in reversed(list(value.values()))]
        elif is_dataclass(value) and id(value) not in seen:
            seen.add(id(value))
            own = getattr(value, "lang", None) or lang
            yield value, own
            if not isinstance(value, Text | Span):
                waiting += [(getattr(value, name), own) for name in reversed(_names(value.__class__))]


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in SKIPPED)


def place_of(words: str, text: Text) -> Span | None:
    """Return the span of some words inside a text, or of the whole text; ``None`` if the text has no place."""
    whole = text.span
    if whole is None:
        return None
    return whole.part(words) or whole
