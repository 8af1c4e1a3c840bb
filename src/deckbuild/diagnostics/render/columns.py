"""Characters -> columns of a terminal. Tabs, wide letters and combining accents must not shift the caret."""

from __future__ import annotations

import unicodedata

TAB = "    "
MOST = 110
"""How many columns of a line are shown; of a longer line only the part around the finding."""
BEFORE = 40


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _visible(letter: str) -> str:
    if letter == "\t":
        return TAB
    return " " if letter == "\u00a0" or (unicodedata.category(letter) == "Cc") else letter


def shown_line(line: str, column: int, end: int) -> tuple[str, str, int]:
    """Return the line as shown, the carets below it, and how many characters were left out at its beginning.

    ``column`` and ``end`` count characters from 1; the end is exclusive.
    """
    start, stop = column - 1, max(end - 1, column)
    skipped = max(0, start - BEFORE) if _cut(line[:start], MOST - 30) != line[:start] else 0
    line = line[:skipped] + _cut(line[skipped:], 2 * MOST)  # no more is looked at of a line of thousands of letters
    before = ("…" if skipped else "") + "".join(map(_visible, line[skipped:start]))
    marked = "".join(map(_visible, line[start:stop])) or " "
    after = "".join(map(_visible, line[stop:])).rstrip()
    text = before + marked + after
    carets = max(1, width(marked))
    if width(text) > MOST:
        text = _cut(text, MOST - 1) + "…"
        carets = max(1, min(carets, MOST - width(before)))
    return text, " " * width(before) + "^" * carets, skipped


def _cut(text: str, most: int) -> str:
    taken = 0
    for index, letter in enumerate(text):
        taken += _width(letter)
        if taken > most:
            return text[:index]
    return text
