"""Text from right to left inside text from left to right: the order in which its letters stand on the line.

This is the part of the Unicode Bidirectional Algorithm (UAX #9) that a Danish or English paragraph needs: stretches
of Hebrew or Arabic turn around (L2), their numbers do not (L1), brackets inside them are mirrored (L4).
Paragraphs that themselves run from right to left, and explicit embedding codes, are not supported.
"""

from __future__ import annotations

import re
from unicodedata import bidirectional, mirrored

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


def has_right_to_left(text: str) -> bool:
    """Whether any letter of ``text`` runs from right to left."""
    return bool(_RIGHT_TO_LEFT.search(text))


def visual(text: str) -> str:
    """Return ``text`` as its letters stand on the line, from left to right."""
    if not has_right_to_left(text):
        return text
    made: list[str] = []
    start = 0
    for first, last in _stretches(text):
        made += [text[start:first], _turned(text[first:last])]
        start = last
    return "".join([*made, text[start:]])


def _stretches(text: str) -> list[tuple[int, int]]:
    """Return from where to where text runs from right to left: what stands between two such letters goes along.

    Letters from left to right end a stretch; numbers after its last letter belong to it (W2 to W7, N1).
    """
    found: list[tuple[int, int]] = []
    first = last = -1
    for at, letter in enumerate(text):
        kind = bidirectional(letter)
        if kind in ("R", "AL"):
            first, last = (at if first < 0 else first), at + 1
        elif kind == "L" and first >= 0:
            found.append((first, last))
            first = -1
        elif kind in ("EN", "AN", "NSM") and first >= 0:
            last = at + 1
    return [_with_bracket(text, *pair) for pair in ([*found, (first, last)] if first >= 0 else found)]


def _with_bracket(text: str, first: int, last: int) -> tuple[int, int]:
    """Return a stretch with the bracket that closes one opened in it (N0)."""
    opened = sum((letter in "([{") - (letter in ")]}") for letter in text[first:last])
    return first, last + (opened > 0 and text[last : last + 1] in (")", "]", "}"))


def _turned(stretch: str) -> str:
    """Return a stretch turned around, its numbers in their own order and its brackets facing the other way."""
    turned = "".join(cluster[::-1] if len(cluster) > 1 else cluster for cluster in _clusters(stretch)[::-1])
    turned = _NUMBER.sub(lambda number: number[0][::-1], turned)
    return "".join(c.translate(_MIRROR) if mirrored(c) else c for c in turned)


def _clusters(text: str) -> list[str]:
    """Return letters with the marks that stand on them."""
    made: list[str] = []
    for letter in text:
        if made and bidirectional(letter) == "NSM":
            made[-1] += letter
        else:
            made.append(letter)
    return made
