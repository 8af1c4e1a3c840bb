"""The keys at the top of a deck file, at the very left."""

from __future__ import annotations

from enum import StrEnum


class TopKey(StrEnum):
    """The keys at the top of a deck file, in the order of the documentation."""

    DECK = "deck"
    THEME = "theme"
    WORDS = "words"
    SOURCES = "sources"
    FIGURES = "figures"
    TABLES = "tables"
    SLIDES = "slides"
    HANDOUT = "handout"


TOP_KEYS = frozenset(key.value for key in TopKey)
REQUIRED = (TopKey.DECK, TopKey.SLIDES)
"""The keys that every deck must have."""
