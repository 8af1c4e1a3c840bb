"""Rows of a table that goes on over several slides: which stand together, and how large the type is for that."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from math import inf
from typing import TypeVar

from deckbuild.units import Pt

_SLACK: Pt = 0.01
"""What may be missing for a row to fit: rounding."""


def row_groups(heights: Sequence[Pt], first: Pt, further: Pt) -> list[tuple[int, int]]:
    """Group rows into as few slides as hold them, as even as that number allows: the first and end of each group.

    The first slide has room for ``first`` points, the others for ``further``; there are no groups when a row is taller.
    The groups are those with the least sum of squared heights, found by dynamic programming.
    """
    sums = [0.0, *accumulate(heights)]
    count = len(heights)
    ends = [_fullest(sums, begin, further if begin else first) for begin in range(count)]
    if any(end == begin for begin, end in enumerate(ends)):
        return []
    slides = [0] * (count + 1)  # how many slides the rows from there on need
    for begin in reversed(range(count)):
        slides[begin] = 1 + slides[ends[begin]]
    found: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for left in reversed(range(slides[0])):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for begin, (cost, cuts) in found.items():
            for end in range(begin + 1, ends[begin] + 1 if begin < count else 0):
                total = cost + (sums[end] - sums[begin]) ** 2
                # of groupings that are as even, the one with more rows on the earlier slides
                if slides[end] <= left and total <= reached.get(end, (inf, ()))[0] + _SLACK:
                    reached[end] = (total, (*cuts, end))
        found = reached
    return list(pairwise(found[count][1]))


def _fullest(sums: Sequence[Pt], begin: int, room: Pt) -> int:
    """Return the end of the rows from ``begin`` on that fit ``room`` points."""
    return max(begin, bisect_right(sums, sums[begin] + room + _SLACK) - 1)


Way = TypeVar("Way")


def largest(
    ways: Sequence[Way], counted: Way, heights: Callable[[Way], tuple[Sequence[Pt], Pt, Pt]]
) -> tuple[Way, list[tuple[int, int]]]:
    """Return the first of ``ways`` to set a table that needs no more slides than ``counted``, with its groups of rows.

    ``heights`` returns those of the rows, and what the first slide and the others have room for. The way must need
    fewer slides where ``counted`` leaves a row alone on one, if any does. Where rows are too tall for a slide in
    ``counted``, any number of slides will do. Without such a way this is ``counted`` itself.
    """

    def groups(way: Way) -> list[tuple[int, int]]:
        return row_groups(*heights(way))

    usual = groups(counted)
    most = len(usual) or inf
    if any(end - begin == 1 for begin, end in usual):
        most = min([most, *(len(made) for way in ways if (made := groups(way)))])
    return next(((way, made) for way in ways if 0 < len(made := groups(way)) <= most), (counted, usual))
