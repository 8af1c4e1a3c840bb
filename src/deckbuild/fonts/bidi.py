"""Right-to-left text in left-to-right paragraphs: from logical order to the visual order of the characters on a line.

This is the part of the Unicode Bidirectional Algorithm (UAX #9) that a Danish or English paragraph needs. Hebrew and
Arabic sequences are reversed (L2), numbers inside them are not (L1), and brackets inside them are mirrored (L4).
Right-to-left paragraphs and explicit formatting characters are not supported.
"""

from __future__ import annotations

import re
from unicodedata import bidirectional, mirrored

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


def has_right_to_left(text: str) -> bool:
    """Whether ``text`` has any right-to-left character."""
    return bool(_RIGHT_TO_LEFT.search(text))


def reads_from_right(text: str) -> bool:
    """Whether the first letter of a paragraph that has a direction goes from right to left (P2, P3)."""
    kinds = (bidirectional(letter) for letter in text) if has_right_to_left(text) else ()
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def visual(text: str) -> str:
    """Return ``text`` in visual order: its characters as they stand on the line, from left to right."""
    if not has_right_to_left(text):
        return text
    made: list[str] = []
    start = 0
    for first, end in _sequences(text):
        made += [text[start:first], _reversed(text[first:end])]
        start = end
    return "".join([*made, text[start:]])


def _sequences(text: str) -> list[tuple[int, int]]:
    """Return the first and the end offset of each right-to-left sequence.

    A sequence begins and ends with a right-to-left character, or ends with a number after one, and has no left-to-right
    character in it (W2 to W7, N1).
    """
    found: list[tuple[int, int]] = []
    first = end = -1
    for at, letter in enumerate(text):
        kind = bidirectional(letter)
        if kind in ("R", "AL"):
            first, end = (at if first < 0 else first), at + 1
        elif kind == "L" and first >= 0:
            found.append((first, end))
            first = -1
        elif kind in ("EN", "AN", "NSM") and first >= 0:
            end = at + 1
    return [_with_bracket(text, *pair) for pair in ([*found, (first, end)] if first >= 0 else found)]


def _with_bracket(text: str, first: int, end: int) -> tuple[int, int]:
    """Return a sequence with the bracket after it, if that closes a bracket in it (N0)."""
    opened = sum((letter in "([{") - (letter in ")]}") for letter in text[first:end])
    return first, end + (opened > 0 and text[end : end + 1] in (")", "]", "}"))


def _reversed(sequence: str) -> str:
    """Return a sequence with its characters reversed and its brackets mirrored. Numbers keep their order."""
    made = "".join(cluster[::-1] if len(cluster) > 1 else cluster for cluster in _clusters(sequence)[::-1])
    made = _NUMBER.sub(lambda number: number[0][::-1], made)
    return "".join(c.translate(_MIRROR) if mirrored(c) else c for c in made)


def _clusters(text: str) -> list[str]:
    """Split text into characters, each with the combining marks after it."""
    made: list[str] = []
    for letter in text:
        if made and bidirectional(letter) == "NSM":
            made[-1] += letter
        else:
            made.append(letter)
    return made
