"""Hyphenation: at the joints of compounds, or at any point that the patterns of the language give."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from deckbuild.layout.text.compounds import joints
from deckbuild.layout.text.line_breaking import Hyphenate

if TYPE_CHECKING:
    import pyphen


class Division(Enum):
    """How readily words are hyphenated."""

    JOINTS = "joints"
    """Long compounds at their joints. Other words only when they are wider than a line: a hyphenated word is harder to
    read than a short line."""
    SYLLABLES = "syllables"
    """Long words at any syllable, for narrow columns."""
    DENSE = "dense"
    """Short words too, for the narrow cells of a table with many columns."""


_SHORTEST, _EDGE = 12, 4
"""The fewest letters of a word that is hyphenated, and the fewest before and after the hyphen."""
_SHORTEST_DENSE, _EDGE_DENSE = 6, 2
"""The same for ``DENSE``."""
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16)
def hyphenator(lang: str, division: Division = Division.JOINTS) -> Hyphenate:
    """Return a cached function that finds hyphenation points in language ``lang``, a tag such as ``da-DK``."""
    shortest, edge = (_SHORTEST_DENSE, _EDGE_DENSE) if division is Division.DENSE else (_SHORTEST, _EDGE)

    @lru_cache(maxsize=8192)
    def points(word: str, *, anywhere: bool = False) -> tuple[int, ...]:
        found: list[int] = []
        for letters in _LETTERS.finditer(word):
            if len(letters[0]) >= shortest:
                places = _syllables(lang, letters[0], edge)
                if division is Division.JOINTS and not anywhere:
                    places = joints(letters[0], places, lang)
                found += (letters.start() + at for at in places)
        return tuple(found)

    return points


@lru_cache(maxsize=8)
def _patterns(lang: str, edge: int) -> pyphen.Pyphen | None:
    import pyphen  # imported here: the patterns take 30 ms to load, and few slides need them

    name = pyphen.language_fallback(lang.replace("-", "_"))
    return pyphen.Pyphen(lang=name, left=edge, right=edge) if name else None


def _syllables(lang: str, word: str, edge: int) -> list[int]:
    """Return the offsets at which the language's patterns divide ``word``; none for a language without patterns."""
    patterns = _patterns(lang, edge)
    return [int(at) for at in patterns.positions(word)] if patterns else []
