"""Assigning whole units to pages, in order: the fewest pages, and of those the most even."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from deckbuild.diagnostics import Diagnostics
from deckbuild.handout.pagination.least_cost import PAGE_COST, least_cost
from deckbuild.handout.pagination.run_on import FEWEST, Price, running_pages
from deckbuild.handout.pagination.split import split
from deckbuild.handout.pagination.unit import Unit
from deckbuild.handout.pagination.unit_on_page import UnitOnPage, least_height
from deckbuild.units import Pt

PageUnits = list[UnitOnPage]
"""The parts of a page, from top to bottom."""

_COMFORT = 0.94
"""The share of a page that several units may take when one of them has no notes column; the rest becomes lines."""


def pages_of(units: Iterable[Unit], diagnostics: Diagnostics, price: Price = FEWEST) -> list[PageUnits]:
    """Return the pages of all units. A new group starts on a new page.

    ``price`` is the cost of a page and of a division, for looks in which slides run on; other looks don't use it.
    """
    pages: list[PageUnits] = []
    for _, group in groupby(units, lambda unit: unit.group):
        together = list(group)
        if together[0].style.runs_on:
            pages += running_pages(together, diagnostics, price)
        else:
            pages += _packed(together, diagnostics)
    return pages


def _packed(units: Sequence[Unit], diagnostics: Diagnostics) -> list[PageUnits]:
    """Return the pages of one group: the fewest, and of those the ones with the least sum of squared spare heights."""
    small = [least_height(unit, big=False) for unit in units]

    def last_pages(end: int, least: Sequence[float]) -> Iterator[tuple[int, float]]:
        for start in range(end - 1, max(-1, end - 1 - units[0].style.most_units), -1):
            cost = _cost(units, small, start, end)
            if cost is not None:
                yield start, least[start] + cost

    pages: list[PageUnits] = []
    for start, end in least_cost(len(units), last_pages):
        if end - start == 1:
            pages += [[part] for part in split(units[start], diagnostics)]
        else:
            pages.append([UnitOnPage(unit=unit, strips=unit.strips, big=False) for unit in units[start:end]])
    return pages


def _cost(units: Sequence[Unit], small: Sequence[Pt], start: int, end: int) -> float | None:
    """Return the cost of a page that holds ``units[start:end]``; ``None`` when they can't share a page.

    ``small`` holds the least height of each unit under a small title, in points.
    """
    room = units[start].style.room
    if end - start == 1:
        pages = max(1.0, small[start] / room)
        spare = max(0.0, room - small[start])
        return PAGE_COST * pages + spare * spare
    together = units[start:end]
    heights = small[start:end]
    if any(strip.alone for unit in together for strip in unit.strips):
        return None
    if len(together) > 2 and max(heights) > units[start].style.short:
        return None
    total = sum(heights) + units[start].style.divider * (len(together) - 1)
    if total > (room if all(unit.beside for unit in together) else room * _COMFORT):
        return None
    return PAGE_COST + (room - total) ** 2
