"""The grid of write lines: lines in a text and in the notes column beside it stand at the same heights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.handout.strip import Strip
from deckbuild.handout.style.style import PaperStyle
from deckbuild.units import Pt, mm

_CLOSER: Pt = mm(2)
"""To reach the grid a question moves up by at most this; otherwise it moves down to the next line of the grid."""
_FIRST = 0.75
"""The least height above the first line of the notes column, as a share of the pitch."""
_NONE: Pt = 0.01


def in_step(strips: Sequence[Strip], style: PaperStyle) -> list[Strip]:
    """Return the strips of a column, moved so that all their write lines lie whole pitches from one another."""
    made: list[Strip] = []
    y, first = 0.0, None
    for strip in strips:
        y += strip.before
        if strip.line is not None:
            first = y + strip.line if first is None else first
            over = (y + strip.line - first) % style.pitch
            moved = 0.0 if over < _NONE else -over if over <= min(_CLOSER, strip.before) else style.pitch - over
            strip = replace(strip, before=strip.before + moved)
            y += moved
        y += strip.height
        made.append(strip)
    return made


def first_line(top: Pt, line: Pt | None, pitch: Pt) -> Pt:
    """Return the height of the first line of a notes column that begins at ``top``.

    The line lies a whole number of pitches from ``line``, a write line in the text beside it. Where the text has no
    write line, it lies one ``pitch`` below ``top``. All heights are in points from the top of the part.
    """
    if line is None:
        return top + pitch
    least = top + _FIRST * pitch
    return least + (line - least) % pitch
