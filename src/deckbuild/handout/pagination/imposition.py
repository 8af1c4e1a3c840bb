"""Pages two by two on sheets, in the order in which they are printed on both sides, folded together and stapled.

The outermost sheet holds the last page and the first, on its back the second and the last but one, and so on inward
(saddle stitch). Sheets are turned over on their short edge. Creep is left out: ten sheets move the innermost page by
about a millimetre, less than its margins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.frame.document import Document, Page
from deckbuild.frame.items import Item
from deckbuild.frame.transform import moved
from deckbuild.units import mm

SHEET_WIDTH, SHEET_HEIGHT = mm(297), mm(210)
"""A4 turned sideways: two pages of A5, with half a millimetre of paper to spare at either side."""
_FOLD = 4


def imposed(document: Document) -> Document:
    """Return the sides of the sheets that ``document``, on A5, is printed on: front and back of each in turn.

    Where its pages don't come in fours, blank ones follow. For the printer alone: pages aren't in reading order.
    """
    pages = document.pages
    sides = tuple(_side(number, pair, pages) for number, pair in enumerate(pairs(len(pages)), 1))
    return replace(document, pages=sides, bookmarks=(), print_only=True)


def pairs(pages: int) -> Iterator[tuple[int, int]]:
    """Yield for each side the places, from 0, of its left and right page; those from ``pages`` on are blank."""
    total = pages + -pages % _FOLD
    for side in range(total // 2):
        outer, inner = total - 1 - side, side
        yield (inner, outer) if side % 2 else (outer, inner)


def _side(number: int, pair: tuple[int, int], pages: tuple[Page, ...]) -> Page:
    items: list[Item] = []
    for right, place in enumerate(pair):
        if place < len(pages):
            page = pages[place]
            x = SHEET_WIDTH / 2 - (0.0 if right else page.width)
            items += moved(page.items, x, 0.0)
    return Page(number=number, width=SHEET_WIDTH, height=SHEET_HEIGHT, items=tuple(items))
