"""Splitting running text between frames: between paragraphs, or inside a paragraph that is taller than a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from deckbuild.characters import count_letters
from deckbuild.frame.text import Par, Tag, TextRun
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.units import Pt


def split_stack(pars: Sequence[Par], room: Pt, further: Pt | None = None) -> list[tuple[Par, ...]]:
    """Split paragraphs into as few stacks as possible, of about the same height.

    The first is at most ``room`` points high, the others ``further`` points, or ``room`` without it. A heading stays
    with the paragraph after it.
    """
    further = room if further is None else further
    whole: list[Par] = []
    for par in pars:
        whole += _split_tall(par, min(room, further))
    fewest = _split_greedily(whole, room, further)
    if not fewest:
        return []
    limit = height(stack(whole)) / len(fewest)
    while limit < max(room, further):  # the least limit that needs no more stacks makes them even
        stacks = _split_greedily(whole, min(room, limit), min(further, limit))
        if len(stacks) == len(fewest) and all(height(one) <= (further if n else room) for n, one in enumerate(stacks)):
            return stacks
        limit += _LIMIT_STEP
    return fewest


_LIMIT_STEP: Pt = 8
"""How much higher each further limit is."""


def _split_greedily(rest: list[Par], room: Pt, further: Pt) -> list[tuple[Par, ...]]:
    """Fill one stack after the other: the first of ``room`` points, then those of ``further`` points."""
    stacks: list[tuple[Par, ...]] = []
    while rest:
        count = 1
        while count < len(rest) and height(stack(rest[: count + 1])) <= room:
            count += 1
        while 1 < count < len(rest) and rest[count - 1].tag is Tag.HEAD:
            count -= 1
        stacks.append(stack(rest[:count]))
        rest, room = rest[count:], further
    return stacks


def _split_tall(par: Par, room: Pt) -> list[Par]:
    """Split a paragraph higher than ``room`` points between its lines. Only the first part keeps the bullet."""
    if par.height <= room:
        return [par]
    return cut_par(par, max(1, int(room // par.leading)))


def cut_par(par: Par, most: int) -> list[Par]:
    """Cut a paragraph after each ``most`` lines. Only the first part keeps the bullet."""
    cuts = [*range(0, len(par.lines), most), len(par.lines)]
    parts = []
    for first, end, runs in zip(cuts, cuts[1:], _runs(par, cuts), strict=False):
        lines = par.lines[first:end]
        shift = lines[0].baseline - par.lines[0].baseline
        parts.append(
            replace(
                par,
                runs=runs,
                lines=tuple(replace(line, baseline=line.baseline - shift) for line in lines),
                height=len(lines) * par.leading,
                before=0.0 if first else par.before,
                bullet=None if first else par.bullet,
            )
        )
    return parts


def _runs(par: Par, cuts: Sequence[int]) -> list[tuple[TextRun, ...]]:
    """Return the parts of a paragraph's runs that stand on its lines between each cut and the next.

    White space at which a line ends is not on any line. So letters are counted.
    """
    counts = [sum(map(count_letters, (piece.run.text for piece in line.pieces))) for line in par.lines]
    before = [0, *accumulate(counts)]
    ends = [before[cut] for cut in cuts]
    parts: list[list[TextRun]] = [[] for _ in cuts]  # the first is what stands before the first cut
    seen = number = 0
    for run in par.runs:
        text = ""
        for letter in run.text:
            seen += count_letters(letter)
            while number < len(ends) and seen > ends[number]:
                if text:
                    parts[number].append(replace(run, text=text))
                text, number = "", number + 1
            if number == len(ends):
                break
            if text or parts[number] or letter not in " \n":
                text += letter
        if text:
            parts[number].append(replace(run, text=text))
    return [_without_end(part) for part in parts[1:]]


def _without_end(runs: list[TextRun]) -> tuple[TextRun, ...]:
    """Return runs without white space at their end."""
    while runs and not (text := runs[-1].text.rstrip(" \n")):
        runs.pop()
    return (*runs[:-1], replace(runs[-1], text=text)) if runs else ()
