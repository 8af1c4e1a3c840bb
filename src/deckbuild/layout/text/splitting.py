"""Splitting running text between frames: between paragraphs, or inside a paragraph that is taller than a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.text import Line, Par, Tag, TextRun
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.units import Pt


def split_stack(pars: Sequence[Par], room: Pt) -> list[tuple[Par, ...]]:
    """Split paragraphs into as few stacks as possible, each at most ``room`` points high and of about the same height.

    A heading stays with the paragraph after it.
    """
    whole: list[Par] = []
    for par in pars:
        whole += _split_tall(par, room)
    fewest = _split_greedily(whole, room)
    limit = height(stack(whole)) / len(fewest)
    while limit < room:  # the least limit that needs no more stacks makes them even
        stacks = _split_greedily(whole, limit)
        if len(stacks) == len(fewest) and all(height(one) <= room for one in stacks):
            return stacks
        limit += _LIMIT_STEP
    return fewest


_LIMIT_STEP: Pt = 8
"""How much higher each further limit is."""


def _split_greedily(rest: list[Par], room: Pt) -> list[tuple[Par, ...]]:
    """Fill one stack of ``room`` points after the other."""
    stacks: list[tuple[Par, ...]] = []
    while rest:
        count = len(rest)
        while count > 1 and height(stack(rest[:count])) > room:
            count -= 1
        while 1 < count < len(rest) and rest[count - 1].tag is Tag.HEAD:
            count -= 1
        stacks.append(stack(rest[:count]))
        rest = rest[count:]
    return stacks


def _split_tall(par: Par, room: Pt) -> list[Par]:
    """Split a paragraph higher than ``room`` points between its lines. Only the first part keeps the bullet."""
    if par.height <= room:
        return [par]
    fit = max(1, int(room // par.leading))
    parts = []
    for start in range(0, len(par.lines), fit):
        lines = par.lines[start : start + fit]
        shift = lines[0].baseline - par.lines[0].baseline
        moved = tuple(replace(line, baseline=line.baseline - shift) for line in lines)
        parts.append(
            replace(
                par,
                runs=_runs(lines),
                lines=moved,
                height=len(lines) * par.leading,
                bullet=par.bullet if start == 0 else None,
            )
        )
    return parts


def _runs(lines: Sequence[Line]) -> tuple[TextRun, ...]:
    """Join the pieces of lines into runs again, and put back the spaces at which the lines were broken."""
    runs: list[TextRun] = []
    for line in lines:
        for index, piece in enumerate(line.pieces):
            text = piece.run.text
            if index == len(line.pieces) - 1 and line is not lines[-1] and not text.endswith(("\u00ad", "-", "–")):
                text += " "
            if runs and replace(runs[-1], text="") == replace(piece.run, text=""):
                runs[-1] = replace(runs[-1], text=runs[-1].text + text)
            else:
                runs.append(replace(piece.run, text=text))
    return tuple(runs)
