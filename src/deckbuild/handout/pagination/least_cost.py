"""Where pages end: of all ways to divide what stands on them, the one that costs the least."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import TypeAlias

PAGE_COST = 1e9
"""The cost of a page: higher than any cost of spare height, so that fewer pages always win."""
LastPages: TypeAlias = Callable[[int, Sequence[float]], Iterable[tuple[int, float]]]
"""Says which pages may come last. It takes the index ``end`` at which a page ends, and for each index the least cost of
the pages before it. It yields each index ``start`` at which the page may begin, the highest first, and what all pages
up to ``end`` then cost."""


def least_cost(count: int, last_pages: LastPages) -> list[tuple[int, int]]:
    """Return the start and end of each page, as indices of ``count`` pieces that stand on pages one after the other.

    They are found by dynamic programming. Of pages that cost the same, those that begin later are taken.
    """
    least, starts = [0.0], [0]
    for end in range(1, count + 1):
        cost, start = inf, end - 1
        for tried, total in last_pages(end, least):
            if total < cost:
                cost, start = total, tried
        least.append(cost)
        starts.append(start)
    cuts: list[tuple[int, int]] = []
    while count:
        cuts.append((starts[count], count))
        count = starts[count]
    return cuts[::-1]
