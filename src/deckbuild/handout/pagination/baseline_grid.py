"""Lines beside one another: those under a text's questions and those of the notes column share one rhythm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.handout.strip import Strip
from deckbuild.handout.style.style import PaperStyle
from deckbuild.units import Pt, mm

_CLOSER: Pt = mm(2)
"""A question may stand so much closer to the one above; where that isn't enough it stands further down."""
_FIRST = 0.75
"""The least height of the notes column's first line, as a share of the pitch."""
_NONE: Pt = 0.01


def in_step(strips: Sequence[Strip], style: PaperStyle) -> list[Strip]:
    """Return the strips of a column, moved so that all their lines to write on lie whole pitches from one another."""
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
    """Return where the first line of a notes column from ``top`` on lies, in step with the ``line`` beside it.

    Without one it lies ``pitch`` below the top.
    """
    if line is None:
        return top + pitch
    least = top + _FIRST * pitch
    return least + (line - least) % pitch
