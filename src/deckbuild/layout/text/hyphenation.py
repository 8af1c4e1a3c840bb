"""Where words may be hyphenated: at the joints of compounds, or wherever the patterns of the language allow."""

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
    """How far words may be divided."""

    JOINTS = "joints"
    """Long compounds at their joints, and elsewhere only what is wider than a line: a divided word is harder to read
    than a line that ends early."""
    SYLLABLES = "syllables"
    """Long words between any syllables: in columns that are too narrow for them."""
    DENSE = "dense"
    """Short words too, where they would else be torn: in the narrow cells of a table of many columns."""


_SHORTEST, _EDGE = 12, 4
"""Shorter words are never divided, and so many letters stay together at either end."""
_SHORTEST_DENSE, _EDGE_DENSE = 6, 2
_CORE = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16)
def hyphenator(lang: str, division: Division = Division.JOINTS) -> Hyphenate:
    """Return what finds the hyphenation points of words in language ``lang``, such as ``da-DK``."""
    shortest, edge = (_SHORTEST_DENSE, _EDGE_DENSE) if division is Division.DENSE else (_SHORTEST, _EDGE)

    @lru_cache(maxsize=8192)
    def points(word: str, *, anywhere: bool = False) -> tuple[int, ...]:
        found: list[int] = []
        for core in _CORE.finditer(word):
            if len(core[0]) >= shortest:
                places = _syllables(lang, core[0], edge)
                if division is Division.JOINTS and not anywhere:
                    places = joints(core[0], places, lang)
                found += (core.start() + at for at in places)
        return tuple(found)

    return points


@lru_cache(maxsize=8)
def _patterns(lang: str, edge: int) -> pyphen.Pyphen | None:
    import pyphen  # the patterns take 30 ms to load, and few slides need them

    name = pyphen.language_fallback(lang.replace("-", "_"))
    return pyphen.Pyphen(lang=name, left=edge, right=edge) if name else None


def _syllables(lang: str, word: str, edge: int) -> list[int]:
    """Return the points the language's patterns give; none for a language without patterns."""
    patterns = _patterns(lang, edge)
    return [int(at) for at in patterns.positions(word)] if patterns else []
