"""Titles: the largest type size at which one fits."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.frame.text import Par
from deckbuild.layout.text.evening import even_width, preferred
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, one_word, set_par, widest_chunk
from deckbuild.model.text import Text
from deckbuild.units import Pt

_NARROW = 4
"""A place for so many lines is narrow: words alone on a line are usual there."""


def set_title(
    text: Text, tried: Sequence[tuple[ParStyle, int]], width: Pt, settings: TextSettings
) -> tuple[ParStyle, Par]:
    """Set a title in even lines at most ``width`` points wide; return the format that was chosen, and the title.

    Each format is ``tried`` with the most lines that it may have. Of those that have room for the title, the first that
    keeps every word whole is chosen, and leaves none alone on a line, unless the place is narrow; else the first that
    keeps them whole; else the first. Where none has room, it is the last.
    """

    def made(style: ParStyle) -> Par:
        best = even_width(lambda wide: [set_par(text, style, wide, settings)], width, settings.fill)
        return set_par(text, style, best, settings)

    fitting = [each for each in tried if len(set_par(text, each[0], width, settings).lines) <= each[1]] or [tried[-1]]
    unbroken = [each for each in fitting if whole(text, each[0], width, settings)]

    def good(each: tuple[ParStyle, int]) -> bool:
        lines = made(each[0]).lines
        return each[1] >= _NARROW or len(lines) == 1 or not any(map(one_word, lines))

    style, _ = preferred(unbroken, good) or fitting[0]
    return style, made(style)


def whole(text: Text, style: ParStyle, width: Pt, settings: TextSettings) -> bool:
    """Whether every word fits ``width`` points as it is."""
    return widest_chunk(text.runs, style, settings) <= width * settings.fill - style.indent
