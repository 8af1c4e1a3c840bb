"""Sharing strips out on pages one after the other: the fewest pages, slides whole if they can be, as even as may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.items import Item
from deckbuild.frame.transform import moved
from deckbuild.handout.pagination.split import kept_together, too_tall
from deckbuild.handout.strip import References, Strip, stacked
from deckbuild.handout.style.style import PaperStyle
from deckbuild.units import Pt, mm

_PAGE_COST = 1e9
_PARTED = mm(250) ** 2
"""A slide parted by a page's end is as bad as a page left empty: it is parted to save a page, or for want of room."""
_LOOSEST: Pt = mm(7)
"""White added between two slides so that the page is filled."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its strips and the white added above those that stand apart."""

    strips: tuple[Strip, ...]
    loose: Pt

    def items(self, x: Pt, y: Pt, apart: Pt, references: References) -> list[Item]:
        """Return what stands on the page, whose text begins at ``(x, y)``."""
        made: list[Item] = []
        for index, strip in enumerate(self.strips):
            if index:
                y += strip.before + (self.loose if strip.before >= apart else 0.0)
            made += moved(strip.build(0, references), x, y)
            y += strip.height
        return made


def sheets(strips: Sequence[Strip], apart: Pt, style: PaperStyle, diagnostics: Diagnostics) -> list[Sheet]:
    """Return the pages; white is added where strips stand ``apart`` points or more from what is above them.

    A group of strips that is higher than a page is told to the author.
    """
    groups = kept_together(strips)
    heads = [group[0].head for group in groups]
    tops = [head.height + group[0].before if head else 0.0 for head, group in zip(heads, groups, strict=True)]
    heights = [stacked(group) for group in groups]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(groups) + 1):
        found = (float("inf"), end - 1)
        height = 0.0
        for start in range(end - 1, -1, -1):
            height += heights[start] + (groups[start + 1][0].before if start + 1 < end else 0.0)
            if height > style.room and start < end - 1:
                break
            spare = style.room - height - tops[start]
            if spare < 0 and start < end - 1:
                continue
            cost = best[start][0] + _PAGE_COST + (_PARTED if heads[start] else 0.0)
            cost += max(0.0, spare) ** 2
            if cost < found[0]:
                found = (cost, start)
        best.append(found)
    made: list[Sheet] = []
    end = len(groups)
    while end:
        start = best[end][1]
        head = heads[start]
        page = (*((head,) if head else ()), *(strip for group in groups[start:end] for strip in group))
        gaps = sum(strip.before >= apart for strip in page[1:])
        spare = style.room - stacked(page)
        if spare < -0.01:
            too_tall(page, diagnostics)
        made.append(Sheet(page, min(_LOOSEST, max(0.0, spare) / gaps) if gaps else 0.0))
        end = start
    return made[::-1]
