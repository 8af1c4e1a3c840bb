"""Assigning units to pages: in order, as many to a page as fit, the pages as even as their number allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from deckbuild.diagnostics import Diagnostics
from deckbuild.handout.pagination.run_on import FEWEST, Price, running_pages
from deckbuild.handout.pagination.split import split
from deckbuild.handout.pagination.unit import Unit
from deckbuild.handout.pagination.unit_on_page import UnitOnPage, least_height
from deckbuild.units import Pt

PageUnits = list[UnitOnPage]
"""The parts of a page, from top to bottom."""

_COMFORT = 0.94
"""Share of the page that units may take when one of them is written on over the full width."""
_PAGE_COST = 1e9
"""A page more is worse than any unevenness."""


def pages_of(units: Iterable[Unit], diagnostics: Diagnostics, price: Price = FEWEST) -> list[PageUnits]:
    """Return the pages of all units; a new group starts on a new page.

    ``price`` tells looks in which slides run on how dear a page is.
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
    """Return the pages of one group: the fewest, and of those the most even (least sum of squared spare heights)."""
    small = [least_height(unit, big=False) for unit in units]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(units) + 1):
        found = (float("inf"), 0)
        for start in range(end - 1, max(-1, end - 1 - units[0].style.most_units), -1):
            cost = _cost(units, small, start, end)
            if cost is not None and best[start][0] + cost < found[0]:
                found = (best[start][0] + cost, start)
        best.append(found)
    cuts: list[tuple[int, int]] = []
    end = len(units)
    while end:
        cuts.append((best[end][1], end))
        end = best[end][1]
    pages: list[PageUnits] = []
    for start, end in reversed(cuts):
        if end - start == 1:
            pages += [[part] for part in split(units[start], diagnostics)]
        else:
            pages.append([UnitOnPage(unit=unit, strips=unit.strips, big=False) for unit in units[start:end]])
    return pages


def _cost(units: Sequence[Unit], small: Sequence[Pt], start: int, end: int) -> float | None:
    """Return what a page of these units costs; nothing when they can't share one."""
    room = units[start].style.room
    if end - start == 1:
        pages = max(1.0, small[start] / room)
        spare = max(0.0, room - small[start])
        return _PAGE_COST * pages + spare * spare
    together = units[start:end]
    heights = small[start:end]
    if any(strip.alone for unit in together for strip in unit.strips):
        return None
    if len(together) > 2 and max(heights) > units[start].style.short:
        return None
    total = sum(heights) + units[start].style.divider * (len(together) - 1)
    if total > (room if all(unit.beside for unit in together) else room * _COMFORT):
        return None
    return _PAGE_COST + (room - total) ** 2
