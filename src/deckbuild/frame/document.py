"""Finished papers: a presentation of frames (slides), and a document of pages.

Layout makes them. Writers turn them into PowerPoint and PDF files without a decision of their own about geometry.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from deckbuild.diagnostics import Span
from deckbuild.frame.items import Item, LayoutKind
from deckbuild.frame.text import Par
from deckbuild.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A finished slide, as large as the theme's house says."""

    id: str
    """The slide's id; further frames of one slide add ``-2``, ``-3``."""
    slide: str
    """Id of the slide in the deck it comes from; empty for the title and literature slides."""
    number: int
    """The number shown; the title slide is 0."""
    title: str
    layout: LayoutKind
    section: int
    items: tuple[Item, ...]
    notes: tuple[Par, ...] = ()
    """Speaker notes; only their runs, levels and bullets matter."""
    lang: str = "da-DK"
    hidden: bool = False
    """Whether the show skips it."""
    anchors: tuple[str, ...] = ()
    """Further names under which links lead here, such as ``literature/bason``."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """The whole deck, laid out."""

    title: str
    author: str
    lang: str
    frames: tuple[Frame, ...]
    sections: tuple[tuple[str, int], ...] = ()
    """Name of each part and the place of its first frame, from 0; the first part begins at 0."""
    subject: str = ""
    """The line under the title."""
    keywords: tuple[str, ...] = ()
    """What it is about: the names of its sections."""
    date: str = ""
    """The day, as the author wrote it."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a PDF's outline: points at the top of page ``page`` (from 0)."""

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
    """Names under which links lead here: its slides' ids, and ``section/2`` where one begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper, laid out: its pages in order."""

    title: str
    author: str
    lang: str
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    id: str = ""
    """The deck's stable name."""
    print_only: bool = False
    """For the printer alone: it has neither tags nor links."""
