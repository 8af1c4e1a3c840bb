"""Widths of a table's columns on paper: those that make the rows lowest.

A column first gets the width of its widest unbreakable piece of a word. What is left is shared out by the millimetre:
each goes to the column in which it saves the most height. Words may be hyphenated, as paper is narrower than a slide.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckbuild.characters import SOFT_HYPHEN
from deckbuild.fonts.faces import Style
from deckbuild.layout.text.hyphenation import Division, hyphenator
from deckbuild.layout.text.line_breaking import Hyphenate
from deckbuild.layout.text.paragraph import TextSettings, text_width
from deckbuild.model.text import Text
from deckbuild.model.theme import Step
from deckbuild.units import Pt, mm

_STEP: Pt = mm(1)
_POWER = 6
"""The power of the mean that estimates the height of a row. The higher, the more the highest cell alone decides."""
_WIDEST = 0.3
"""The largest share of the width that a column gets for the sake of one word."""
_READABLE = 6.5
"""The least width of a column of running text, in em: about thirteen letters."""
_SHORT: Pt = mm(18)
"""A cell shorter than this stays on one line."""
_ROWS = 40
"""How many rows are measured; more would hardly change the widths."""


def balanced_widths(
    heads: Sequence[Text],
    rows: Sequence[Sequence[Text]],
    width: Pt,
    step: Step,
    gutter: Pt,
    settings: TextSettings,
    *,
    head_column: bool,
    followed: bool = False,
) -> tuple[Pt, ...]:
    """Return the width of each column in points; together they are ``width``.

    ``gutter`` is the white at the right of each column but the last; of the last too when another column follows
    (``followed``). ``head_column`` sets the first column in bold.
    """
    count = len(heads) or max((len(row) for row in rows), default=0)
    gutters = [gutter] * (count - 1) + [gutter if followed else 0.0]
    table = [_texts(row, count) for row in (heads, *rows[:_ROWS])]

    def style(place: int, index: int) -> Style:
        return settings.face(bold=place == 0 or (head_column and index == 0))

    lengths = [
        [text_width(text, style(place, index), step.size) + 0.5 for index, text in enumerate(row)]
        for place, row in enumerate(table)
    ]

    def least(divided: Hyphenate | None) -> list[Pt]:
        """Return the width that each column needs, in points, for the pieces of words that stay on one line."""
        widths = [0.0] * count
        for place, row in enumerate(table):
            for index, text in enumerate(row):
                own, length = style(place, index), lengths[place][index]
                allowed = None if own.bold else divided
                widest = length if length < _SHORT else _widest(text, own, step.size, allowed)
                widths[index] = max(widths[index], min(widest, width * _WIDEST) + gutters[index])
        return widths

    widths = least(settings.hyphenate)
    if sum(widths) >= width and settings.hyphenate:
        widths = least(hyphenator(settings.lang, Division.SYLLABLES))
    spare = width - sum(widths)
    if spare <= 0:  # not even the longest pieces of words fit side by side: all columns shrink by the same factor
        return tuple(w * width / sum(widths) for w in widths)
    steps = int(spare / _STEP)
    for _ in range(steps):
        index = _best(widths, gutters, lengths)
        widths[index] += _STEP
    rest = (width - sum(widths)) / count
    return tuple(w + rest for w in widths)


def _texts(row: Sequence[Text], count: int) -> list[str]:
    """Return the texts of ``count`` cells; a row with fewer cells has empty ones at its end."""
    return [row[index].plain if index < len(row) else "" for index in range(count)]


def fits_columns(
    heads: Sequence[Text], rows: Sequence[Sequence[Text]], width: Pt, step: Step, gutter: Pt, settings: TextSettings
) -> bool:
    """Whether all columns fit ``width`` points without lines that are too short and words divided within a part."""
    count = len(heads) or max((len(row) for row in rows), default=0)
    readable = _READABLE * step.size
    needed = [0.0] * count
    for place, row in enumerate((heads, *rows[:_ROWS])):
        for index, cell in enumerate(row[:count]):
            style = settings.face(bold=place == 0)
            length = text_width(cell.plain, style, step.size)
            word = _widest(cell.plain, style, step.size, settings.hyphenate if place else None)
            needed[index] = max(needed[index], word, min(length, readable))
    return sum(needed) + gutter * (count - 1) <= width


def _widest(text: str, style: Style, size: Pt, divided: Hyphenate | None) -> Pt:
    """Return the width in points of the widest piece of a word between places to divide, its hyphen included.

    ``divided`` finds those places; without it words stay whole.
    """
    widest = 0.0
    for word in text.replace(SOFT_HYPHEN, " ").replace("-", "- ").split():
        points = divided(word) if divided else ()
        edges = (0, *points, len(word))
        for start, end in pairwise(edges):
            piece = word[start:end] + ("-" if end < len(word) else "")
            widest = max(widest, text_width(piece, style, size))
    return widest + 0.5


def _best(widths: Sequence[Pt], gutters: Sequence[Pt], lengths: Sequence[Sequence[Pt]]) -> int:
    """Return the index of the column in which one step more width saves the most height."""
    shares = [
        [(length / max(1.0, w - g)) ** _POWER for length, w, g in zip(line, widths, gutters, strict=True)]
        for line in lengths
    ]
    sums = [sum(line) for line in shares]
    heights = [s ** (1 / _POWER) for s in sums]
    best, saved = 0, -1.0
    for index, (w, g) in enumerate(zip(widths, gutters, strict=True)):
        shrink = (max(1.0, w - g) / max(1.0, w + _STEP - g)) ** _POWER
        gain = 0.0
        for line, total, high in zip(shares, sums, heights, strict=True):
            gain += high - max(0.0, total - line[index] * (1 - shrink)) ** (1 / _POWER)
        if gain > saved:
            best, saved = index, gain
    return best
