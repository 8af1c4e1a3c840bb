"""Draws pages as pictures, and makes keys to compare how pages look."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from deckbuild.frame.document import Frame, Page
from deckbuild.frame.items import ChartItem, Group, Item, PictureItem, Thumbnail
from deckbuild.model.edition import Edition
from deckbuild.output.rasterize import page_pictures
from deckbuild.pipeline.lay_out import LaidOut
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.preview.watching import stamp

Leaf: TypeAlias = Frame | Page
"""A slide or a page of the handout."""

_WIDTH = 1400
"""Width in pixels of a slide's picture: sharp on a screen of high density at the size at which it is shown."""
_NARROW = 1100
"""Width in pixels of the picture of a handout page."""


def leaves(laid_out: LaidOut, edition: Edition | None) -> Sequence[Leaf]:
    """Return the pages of an edition, or the slides for None."""
    return laid_out.presentation.frames if edition is None else laid_out.documents[edition].pages


def look(leaf: Leaf, frames: Sequence[Frame], folder: Path) -> Hashable:
    """Return a key that is equal for two pages exactly when they look the same.

    It is made of the items, the slides in thumbnails, and the stamps of the picture files.
    """
    small = tuple(frames[item.frame] for item in walk(leaf.items) if isinstance(item, Thumbnail))
    files = tuple(
        stamp(folder / item.path)
        for shown in (leaf, *small)
        for item in walk(shown.items)
        if isinstance(item, PictureItem)
    )
    return leaf, small, files


def draw(laid_out: LaidOut, edition: Edition | None, places: Sequence[int]) -> list[bytes]:
    """Return PNG files of the pages at ``places`` (from 0), in that order."""
    if edition is None:
        frames = tuple(laid_out.presentation.frames[place] for place in places)
        some = replace(laid_out, presentation=replace(laid_out.presentation, frames=frames, sections=()))
        pdf = render_paper(some, PaperKind.SLIDES_PDF)
    else:
        document = laid_out.documents[edition]
        pages = tuple(document.pages[place] for place in places)
        short = replace(document, pages=pages, bookmarks=(), print_only=True)
        some = replace(laid_out, documents={**laid_out.documents, edition: short})
        pdf = render_paper(some, PaperKind.HANDOUT, edition)
    width = _WIDTH if edition is None else _NARROW
    return [picture for _, picture in page_pictures(pdf, width, quick=True)]


def walk(items: Iterable[Item]) -> Iterator[Item]:
    """Yield all items, also those in groups and charts."""
    for item in items:
        yield item
        if isinstance(item, Group | ChartItem):
            yield from walk(item.items)
