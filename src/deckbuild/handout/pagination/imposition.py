"""Imposition of a booklet for saddle stitch: two pages on each side of a sheet, in printing order.

The sheets are printed on both sides, folded together and stapled. The front of the outermost sheet holds the last page
and the first, its back the second and the last but one; the sheets inside go on from there. The printer turns sheets
over on their short edge. Creep is not corrected: ten sheets move the innermost page by about a millimetre, which is
less than its margins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.frame.document import Document, Page
from deckbuild.frame.items import Item
from deckbuild.frame.transform import moved
from deckbuild.units import mm

SHEET_WIDTH, SHEET_HEIGHT = mm(297), mm(210)
"""A4 in landscape, in points. Two pages of A5 fit beside each other, with half a millimetre left at either side."""
_FOLD = 4


def imposed(document: Document) -> Document:
    """Return a document whose pages are the sides of the sheets: front and back of each sheet in turn.

    ``document`` has pages of A5. When their number is not a multiple of four, blank pages are added at the end. The
    result is only for printing, because its pages are not in reading order.
    """
    pages = document.pages
    sides = tuple(_side(number, pair, pages) for number, pair in enumerate(pairs(len(pages)), 1))
    return replace(document, pages=sides, bookmarks=(), print_only=True)


def pairs(pages: int) -> Iterator[tuple[int, int]]:
    """Yield for each side of a sheet the indices of its left and right page. An index of ``pages`` or more is blank."""
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
