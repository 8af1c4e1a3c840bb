"""Widths of a table's columns on paper: those at which the rows come out lowest.

Paper is narrower than a slide, so words may be hyphenated, and every millimetre goes where it saves the most height.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckbuild.fonts.faces import Style
from deckbuild.layout.text.hyphenation import Division, hyphenator
from deckbuild.layout.text.line_breaking import Hyphenate
from deckbuild.layout.text.paragraph import TextSettings, text_width
from deckbuild.model.text import Text
from deckbuild.model.theme import Step
from deckbuild.units import Pt, mm

_STEP: Pt = mm(1)
_POWER = 6
"""The higher, the more a row's highest cell alone decides its height."""
_WIDEST = 0.3
"""No word claims a larger share of the width than this."""
_READABLE = 6.5
"""A column of running text is at least so many em wide: some thirteen letters."""
_SHORT: Pt = mm(18)
"""A cell shorter than this stays on one line."""
_ROWS = 40
"""So many rows are looked at; more would not change the widths."""


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
    """Share ``width`` points among the columns.

    ``gutter`` is the white right of each but the last, and of the last too when it is ``followed`` by another.
    """
    count = len(heads) or max((len(row) for row in rows), default=0)
    gutters = [gutter] * (count - 1) + [gutter if followed else 0.0]
    table = [_texts(row, count) for row in (heads, *rows[:_ROWS])]

    def style(place: int, index: int) -> Style:
        return Style.BOLD if place == 0 or (head_column and index == 0) else Style.REGULAR

    lengths = [
        [text_width(text, style(place, index), step.size) + 0.5 for index, text in enumerate(row)]
        for place, row in enumerate(table)
    ]

    def least(divided: Hyphenate | None) -> list[Pt]:
        """Return how wide each column is for what stays on one line in it."""
        widths = [0.0] * count
        for place, row in enumerate(table):
            for index, text in enumerate(row):
                own, length = style(place, index), lengths[place][index]
                allowed = None if own is Style.BOLD else divided
                widest = length if length < _SHORT else _widest(text, own, step.size, allowed)
                widths[index] = max(widths[index], min(widest, width * _WIDEST) + gutters[index])
        return widths

    widths = least(settings.hyphenate)
    if sum(widths) >= width and settings.hyphenate:
        widths = least(hyphenator(settings.lang, Division.SYLLABLES))
    spare = width - sum(widths)
    if spare <= 0:  # the longest pieces of words don't fit side by side: shrink all alike
        return tuple(w * width / sum(widths) for w in widths)
    steps = int(spare / _STEP)
    for _ in range(steps):
        index = _best(widths, gutters, lengths)
        widths[index] += _STEP
    rest = (width - sum(widths)) / count
    return tuple(w + rest for w in widths)


def _texts(row: Sequence[Text], count: int) -> list[str]:
    """Return what stands in the ``count`` cells of a row that may have fewer."""
    return [row[index].plain if index < len(row) else "" for index in range(count)]


def fits_columns(
    heads: Sequence[Text], rows: Sequence[Sequence[Text]], width: Pt, step: Step, gutter: Pt, settings: TextSettings
) -> bool:
    """Whether columns in ``width`` points can be read: their words divided only at joints, and no stubby lines."""
    count = len(heads) or max((len(row) for row in rows), default=0)
    readable = _READABLE * step.size
    needed = [0.0] * count
    for place, row in enumerate((heads, *rows[:_ROWS])):
        for index, cell in enumerate(row[:count]):
            style = Style.BOLD if place == 0 else Style.REGULAR
            length = text_width(cell.plain, style, step.size)
            word = _widest(cell.plain, style, step.size, settings.hyphenate if place else None)
            needed[index] = max(needed[index], word, min(length, readable))
    return sum(needed) + gutter * (count - 1) <= width


def _widest(text: str, style: Style, size: Pt, divided: Hyphenate | None) -> Pt:
    """Return the widest piece of a word that never breaks, its hyphen included; heads keep their words whole."""
    widest = 0.0
    for word in text.replace("\u00ad", " ").replace("-", "- ").split():
        points = divided(word) if divided else ()
        edges = (0, *points, len(word))
        for start, end in pairwise(edges):
            piece = word[start:end] + ("-" if end < len(word) else "")
            widest = max(widest, text_width(piece, style, size))
    return widest + 0.5


def _best(widths: Sequence[Pt], gutters: Sequence[Pt], lengths: Sequence[Sequence[Pt]]) -> int:
    """Return the column in which a little more width saves the most height."""
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
