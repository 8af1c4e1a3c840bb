"""Where words may be hyphenated, by the patterns of the language.

Only long words are divided, and compounds at their joints where the patterns show them: a divided short word is
harder to read than a line that ends early.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from deckbuild.layout.breaking import Hyphenate

if TYPE_CHECKING:
    import pyphen

_EDGE = 4
"""Letters that stay together at either end of a word."""
_SHORTEST = 12
"""Shorter words are never hyphenated."""
_JOINT_EDGE = 5
_LONGEST_PIECE = 15
"""A word is divided at its joints alone if that leaves no longer pieces."""
_AFTER_S = "tkplmnv"
"""After a joint a word may begin with s and one of these: ``andenordens-strategi``."""
_CORE = re.compile(r"[^\W\d_]+")
_SHORTEST_DENSE, _EDGE_DENSE = 6, 2
"""The same where a word would else be torn: in the narrow cells of a table of many columns."""


@lru_cache(maxsize=8)
def hyphenator(lang: str, *, dense: bool = False) -> Hyphenate:
    """Return what finds the hyphenation points of words in language ``lang``, such as ``da-DK``.

    ``dense`` divides short words too, wherever the patterns allow.
    """
    shortest, edge = (_SHORTEST_DENSE, _EDGE_DENSE) if dense else (_SHORTEST, _EDGE)

    @lru_cache(maxsize=8192)
    def points(word: str, *, anywhere: bool = False) -> tuple[int, ...]:
        found: list[int] = []
        for core in _CORE.finditer(word):
            if len(core[0]) >= shortest:
                places = _positions(lang, core[0], edge)
                found += (core.start() + at for at in (places if dense or anywhere else _good(core[0], places)))
        return tuple(found)

    return points


@lru_cache(maxsize=8)
def _patterns(lang: str, edge: int) -> pyphen.Pyphen | None:
    import pyphen  # the patterns take 30 ms to load, and few slides need them

    name = pyphen.language_fallback(lang.replace("-", "_"))
    return pyphen.Pyphen(lang=name, left=edge, right=edge) if name else None


def _positions(lang: str, word: str, edge: int) -> list[int]:
    """Return the points the language's patterns give; none for a language without patterns."""
    patterns = _patterns(lang, edge)
    return [int(at) for at in patterns.positions(word)] if patterns else []


def _good(word: str, points: list[int]) -> list[int]:
    """Return the joints of a compound when they divide it well, else all points.

    Where the head ends in the linking s (``velfærds-transformation``), a point is taken to be a joint.
    """
    joints = [at for at in points if _joint(word, at)]
    edges = [0, *joints, len(word)]
    pieces = [b - a for a, b in pairwise(edges)]
    return joints if joints and max(pieces) <= _LONGEST_PIECE else points


def _joint(word: str, at: int) -> bool:
    linked = word[at - 1] == "s" and (word[at] != "s" or word[at + 1] in _AFTER_S)
    return linked and not word[:at].endswith("trans") and at >= _JOINT_EDGE and len(word) - at >= _JOINT_EDGE
