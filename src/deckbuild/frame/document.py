"""Finished papers: a presentation of frames (slides), and a document of pages.

Layout makes them. Writers turn them into PowerPoint and PDF files without a decision of their own about geometry.
"""

from __future__ import annotations

from dataclasses import field

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span
from deckbuild.frame.items import Item, LayoutKind
from deckbuild.frame.text import Par
from deckbuild.locales import USUAL, language_of
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A finished slide. Its size is that of the theme's slide master."""

    id: str
    """The id of the slide in the deck. When it continues on further frames, these add ``-2``, ``-3``."""
    slide: str
    """The id of the slide in the deck; empty for the title slide and the literature."""
    number: int
    """The slide's place in the deck, from 1, as shown on it; 0 for the title slide. A slide that continues keeps it."""
    title: str
    layout: LayoutKind
    section: int
    items: tuple[Item, ...]
    own_layout: SlideLayout | None = None
    """The layout of a template that its author chose by name, in place of the usual one."""
    notes: tuple[Par, ...] = ()
    """Speaker notes. Writers use their runs, levels and bullets; their line breaks mean nothing."""
    lang: str = language_of(USUAL).tag
    hidden: bool = False
    """Whether the slide show skips it."""
    anchors: tuple[str, ...] = ()
    """Further targets of links to this frame, such as ``literature/bason``."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """All slides of a deck, laid out."""

    title: str
    author: str
    lang: str
    frames: tuple[Frame, ...]
    sections: tuple[tuple[str, int], ...] = ()
    """PowerPoint sections: the name, and the index of the first frame, from 0. The first section begins at 0."""
    subject: str = ""
    """The line under the title."""
    keywords: tuple[str, ...] = ()
    """Keywords for the file's properties: the titles of the deck's sections."""
    date: str = ""
    """The day, as the author wrote it."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a PDF's outline. It leads to the top of page ``page``, from 0; ``level`` counts from 0 too."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A finished page of the handout. ``number`` counts from 1."""

    number: int
    width: Pt
    height: Pt
    items: tuple[Item, ...]
    anchors: tuple[str, ...] = ()
    """The targets of links to this page: the ids of its slides, and ``section/2`` where section 2 begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A laid-out paper (handout or guide): its pages in order."""

    title: str
    author: str
    lang: str
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    id: str = ""
    """The deck's stable name."""
    print_only: bool = False
    """Whether it is only for printing. The PDF then has neither tags nor links."""
