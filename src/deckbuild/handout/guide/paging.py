"""Assigning the guide's strips to pages: the fewest pages, few divided slides, and pages as full as possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.items import Item
from deckbuild.frame.transform import moved
from deckbuild.handout.pagination.least_cost import PAGE_COST, least_cost
from deckbuild.handout.pagination.split import kept_together, too_tall
from deckbuild.handout.strip import References, Strip, stacked
from deckbuild.handout.style.style import PaperStyle
from deckbuild.units import Pt, mm

_PARTED = mm(250) ** 2
"""The cost of dividing a slide, about that of an empty page: it is done to save a page, or if a slide needs several."""
_LOOSEST: Pt = mm(7)
"""The most white that is added between two slides to fill a page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The strips of a page, and ``loose``: white in points that is added above each strip that begins a slide."""

    strips: tuple[Strip, ...]
    loose: Pt

    def items(self, x: Pt, y: Pt, apart: Pt, references: References) -> list[Item]:
        """Return the items of the page, whose text begins at ``(x, y)``.

        White is added above strips with ``apart`` points of white or more.
        """
        made: list[Item] = []
        for index, strip in enumerate(self.strips):
            if index:
                y += strip.before + (self.loose if strip.before >= apart else 0.0)
            made += moved(strip.build(0, references), x, y)
            y += strip.height
        return made


def sheets(strips: Sequence[Strip], apart: Pt, style: PaperStyle, diagnostics: Diagnostics) -> list[Sheet]:
    """Return the strips of each page. A strip with ``apart`` points of white or more above it may get more white.

    A group of strips that is higher than a page is reported.
    """
    groups = kept_together(strips)
    heads = [group[0].head for group in groups]
    tops = [head.height + group[0].before if head else 0.0 for head, group in zip(heads, groups, strict=True)]
    heights = [stacked(group) for group in groups]

    def last_pages(end: int, least: Sequence[float]) -> Iterator[tuple[int, float]]:
        height = 0.0
        for start in range(end - 1, -1, -1):
            height += heights[start] + (groups[start + 1][0].before if start + 1 < end else 0.0)
            if height > style.room and start < end - 1:
                break
            spare = style.room - height - tops[start]
            if spare >= 0 or start == end - 1:
                yield start, least[start] + PAGE_COST + (_PARTED if heads[start] else 0.0) + max(0.0, spare) ** 2

    made: list[Sheet] = []
    for start, end in least_cost(len(groups), last_pages):
        head = heads[start]
        page = (*((head,) if head else ()), *(strip for group in groups[start:end] for strip in group))
        gaps = sum(strip.before >= apart for strip in page[1:])
        spare = style.room - stacked(page)
        if spare < -0.01:
            too_tall(page, diagnostics)
        made.append(Sheet(page, min(_LOOSEST, max(0.0, spare) / gaps) if gaps else 0.0))
    return made
