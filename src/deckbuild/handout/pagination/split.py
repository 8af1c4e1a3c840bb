"""Dividing a unit that is higher than a page: it is cut between strips, into parts as even in height as possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.diagnostics import Diagnostics
from deckbuild.handout.pagination.least_cost import PAGE_COST, least_cost
from deckbuild.handout.pagination.spare_height import unevenness
from deckbuild.handout.pagination.unit import Unit
from deckbuild.handout.pagination.unit_on_page import UnitOnPage, body_top, least_height
from deckbuild.handout.strip import Strip, stacked
from deckbuild.units import Pt

_LAST = 0.85
"""The weight of the last page's spare height: less than 1, because own notes can fill that page."""


def split(unit: Unit, diagnostics: Diagnostics) -> list[UnitOnPage]:
    """Return the parts of the unit, one for each page that it takes. A part higher than a page is reported."""
    big, room = not unit.beside, unit.style.room
    if least_height(unit, big=big) <= room + 0.01:
        return [UnitOnPage(unit=unit, strips=unit.strips, big=big)]
    groups = kept_together(unit.strips)
    cuts = _cuts(unit, groups, big=big)
    parts = []
    for place, (start, end) in enumerate(cuts):
        strips = with_head([strip for group in groups[start:end] for strip in group])
        part = UnitOnPage(unit=unit, strips=strips, big=big, place=place, more=place < len(cuts) - 1)
        if part.text_height > room + 0.01:
            too_tall(strips, diagnostics)
        parts.append(part)
    return parts


def kept_together(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Group strips that must stand on the same page. A page may end between two groups, not within one."""
    groups: list[list[Strip]] = []
    open_group = False
    for strip in strips:
        if open_group:
            groups[-1].append(strip)
        else:
            groups.append([strip])
        open_group = strip.keep
    return groups


def with_head(strips: list[Strip]) -> tuple[Strip, ...]:
    """Return the strips of a page. When the first is a row of a table, the table's head is repeated above it."""
    head = strips[0].head if strips else None
    return (head, *strips) if head else tuple(strips)


def _cuts(unit: Unit, groups: list[list[Strip]], *, big: bool) -> list[tuple[int, int]]:
    """Return the start and end of each page, as indices into ``groups``: the fewest pages, and of those the most even.

    A group that is higher than a page gets a page of its own.
    """
    room = unit.style.room
    heights: list[Pt] = [stacked(group) for group in groups]

    def last_pages(end: int, least: Sequence[float]) -> Iterator[tuple[int, float]]:
        height = 0.0
        for start in range(end - 1, -1, -1):
            height += heights[start] + (groups[start + 1][0].before if start + 1 < end else 0.0)
            first = groups[start][0]
            repeated = (first.head,) if first.head else ()
            lead = (*repeated, first)
            total = height + body_top(unit, lead, big=big, continued=start > 0) + stacked(repeated)
            if repeated:
                total += first.before
            if total > room and start < end - 1:
                break
            spare = max(0.0, room - total)
            own = [strip for group in groups[start:end] for strip in group]
            uneven = unevenness(own, spare, more=end < len(groups))
            yield start, least[start] + PAGE_COST + uneven * (_LAST if end == len(groups) else 1.0)

    return least_cost(len(groups), last_pages)


def too_tall(strips: Sequence[Strip], diagnostics: Diagnostics) -> None:
    """Report the tallest of ``strips`` as an error: it is higher than a page and can't be divided."""
    tallest = max(strips, key=lambda strip: strip.height)
    diagnostics.error(
        "too-tall",
        tallest.span or next((strip.span for strip in strips if strip.span), None),
        "This is higher than a page of the handout and can't be divided.",
        "Shorten it, or make several questions, rows or items of it.",
    )
