"""The keys of the language."""

from __future__ import annotations

from functools import cache

from deckbuild.blocks.registry import KEYS, kinds
from deckbuild.model.deck import DeckInfo, Handout, HandoutSettings, ListItem, Node, Question, Source, SourceRef, Ticks
from deckbuild.model.theme_settings import ThemeSettings
from deckbuild.reader.language.fields import keys_of, parts_of
from deckbuild.reader.language.top_keys import TopKey

CONTENT = KEYS.keys() | {"title", "body", "notes", "source", "hidden", "build", "handout"}
"""The keys that stand directly in a slide."""


@cache
def all_words() -> frozenset[str]:
    """Return every key, wherever it may stand. This loads all kinds of block, so call it only to explain a fault."""
    parts: tuple[type[Node], ...] = (
        DeckInfo, Handout, HandoutSettings, ListItem, Question, ThemeSettings, Source, SourceRef, Ticks, *kinds(),
        *(part for kind in kinds() for part in parts_of(kind)),
    )  # fmt: skip
    top = {key.value for key in TopKey} | {"body", "notes", "id", "title", "hidden", "build"}
    return frozenset(top | KEYS.keys() | {key for part in parts for key in keys_of(part)})
