"""Pages of the looks in which slides run on: a page may end within a slide, between any two strips that may part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.handout.pagination.least_cost import PAGE_COST, least_cost
from deckbuild.handout.pagination.spare_height import unevenness
from deckbuild.handout.pagination.split import kept_together, too_tall, with_head
from deckbuild.handout.pagination.unit import Unit
from deckbuild.handout.pagination.unit_on_page import UnitOnPage
from deckbuild.handout.strip import Strip
from deckbuild.units import Pt, mm


class Price(NamedTuple):
    """The cost of each page, and of each slide that is divided. A page left with ``s`` points unused costs s² more."""

    page: float
    division: float


FEWEST = Price(PAGE_COST, mm(100) ** 2)
"""The fewest pages. Of those, dividing a slide costs as much as leaving 100 mm of a page unused."""
GENEROUS = (Price(0.9e8, 1e8), Price(1.9e8, 1e8), Price(2.9e8, 1e8))
"""For when pages are to be added anyway: one page more is accepted when it saves one division, two, or three."""
_LITTLE: Pt = mm(60)
"""A slide that is divided and leaves less than this height for the next page counts as divided twice."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Strips of a unit that stay on one page: a page may end before and after them, not between them."""

    unit: int
    strips: tuple[Strip, ...]
    first: bool
    last: bool
    alone: bool


def running_pages(units: Sequence[Unit], diagnostics: Diagnostics, price: Price = FEWEST) -> list[list[UnitOnPage]]:
    """Return the pages of a group of units, each as its parts from top to bottom.

    The page breaks have the least total cost by ``price``. A part that is higher than a page is reported.
    """
    pieces = [piece for index, unit in enumerate(units) for piece in _pieces(index, unit)]
    places = [0] * len(units)
    pages = []
    for start, end in least_cost(len(pieces), partial(_last_pages, units, pieces, price)):
        page = _parts(units, pieces[start:end], places)
        for part in page:
            if len(page) == 1 and part.text_height > part.unit.style.room + 0.01:
                too_tall(part.strips, diagnostics)
        pages.append(page)
    return pages


def _pieces(index: int, unit: Unit) -> list[_Piece]:
    groups = kept_together(unit.strips) or [[]]
    alone = any(strip.alone for strip in unit.strips)
    return [
        _Piece(index, tuple(group), place == 0, place == len(groups) - 1, alone) for place, group in enumerate(groups)
    ]


def _last_pages(
    units: Sequence[Unit], pieces: Sequence[_Piece], price: Price, end: int, least: Sequence[float]
) -> Iterator[tuple[int, float]]:
    """Yield where the page before ``end`` may begin, and what the pages up to it cost, as ``least_cost`` wants them."""
    style = units[pieces[end - 1].unit].style
    settled, parts = 0.0, 1
    last = end
    """The end, as an index into ``pieces``, of the topmost part of the page."""
    for start in range(end - 1, -1, -1):
        piece = pieces[start]
        if start < end - 1 and piece.unit != pieces[start + 1].unit:
            if piece.alone or pieces[end - 1].alone or parts == style.most_units:
                break
            settled += _height(units, pieces[start + 1 : last], big=False) + style.divider
            last, parts = start + 1, parts + 1
        unit = units[piece.unit]
        top = _height(units, pieces[start:last], big=parts == 1 and not unit.beside)
        total = settled + top
        if total > style.room + 0.01 and start < end - 1:
            break
        own = [strip for piece in pieces[start:end] for strip in piece.strips]
        uneven = unevenness(own, max(0.0, style.room - total), more=not pieces[end - 1].last)
        yield start, least[start] + price.page + uneven + price.division * _divisions(piece, top)


def _divisions(piece: _Piece, height: Pt) -> int:
    """Return 0, 1 or 2: how many divisions a page counts whose topmost part begins with ``piece``.

    ``height`` is the height of that part in points.
    """
    if piece.first:
        return 0
    return 1 if height >= _LITTLE else 2


def _height(units: Sequence[Unit], pieces: Sequence[_Piece], *, big: bool) -> Pt:
    return _part(units, pieces, place=0 if pieces[0].first else 1, big=big).height


def _part(units: Sequence[Unit], pieces: Sequence[_Piece], *, place: int, big: bool) -> UnitOnPage:
    strips = with_head([strip for piece in pieces for strip in piece.strips])
    return UnitOnPage(unit=units[pieces[0].unit], strips=strips, big=big, place=place, more=not pieces[-1].last)


def _parts(units: Sequence[Unit], pieces: Sequence[_Piece], places: list[int]) -> list[UnitOnPage]:
    """Return the parts of a page. ``places`` counts the parts that each unit has had so far, and is counted on."""
    indices = list(dict.fromkeys(piece.unit for piece in pieces))
    page = []
    for index in indices:
        big = len(indices) == 1 and not units[index].beside
        own = [piece for piece in pieces if piece.unit == index]
        page.append(_part(units, own, place=places[index], big=big))
        places[index] += 1
    return page
