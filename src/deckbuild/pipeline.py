"""Read, check, lay out, write: the one way from a deck file to papers, called by the commands and by tests.

::

    deck.yaml --reader--> Deck --layout--> Presentation --+--> writers.pptx, writers.pdf
                            +---flow-----> Booklet --------+
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import Diagnostics
from deckbuild.model.slug import file_name, slug
from deckbuild.output import Written, write_papers
from deckbuild.reader import read

if TYPE_CHECKING:
    from deckbuild.frame.items import Booklet, Presentation
    from deckbuild.model.deck import Deck
    from deckbuild.model.theme import Theme


class PaperKind(Enum):
    """The papers that can be made."""

    SLIDES = "slides"
    SLIDES_PDF = "slides-pdf"
    HANDOUT = "handout"


Progress = Callable[[str, float], None]
"""Told what is being done and how far the whole is, from 0 to 1."""


def _silent(_what: str, _share: float) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A deck with all geometry decided."""

    deck: Deck
    theme: Theme
    presentation: Presentation
    booklet: Booklet


@dataclass(slots=True)
class Report:
    """What a build did. Without ``laid_out`` it wrote nothing and ``diagnostics`` says why."""

    diagnostics: Diagnostics
    laid_out: LaidOut | None = None
    written: list[Written] = field(default_factory=list)
    seconds: float = 0.0


def lay_out_deck(path: Path, progress: Progress = _silent) -> tuple[LaidOut | None, Diagnostics]:
    """Read the deck at ``path`` and lay out both papers; nothing but diagnostics when it has errors."""
    progress("reading", 0.0)
    result = read(path)
    diagnostics = result.diagnostics
    if result.deck is None:
        return None, diagnostics
    from deckbuild.flow.handout import make_booklet  # after reading: a deck with faults is told so at once
    from deckbuild.layout.deck import lay_out, with_pages
    from deckbuild.model.themes import paper_theme

    theme = result.deck.theme
    progress("laying out the slides", 0.1)
    presentation = lay_out(result.deck, theme, diagnostics)
    numbers: dict[str, int] = {}
    first: dict[str, int] = {}
    for index, frame in enumerate(presentation.frames):
        numbers.setdefault(frame.slide, frame.number)
        first.setdefault(frame.slide, index)
    progress("composing the handout", 0.4)
    booklet, references = make_booklet(result.deck, numbers, first, paper_theme(theme), diagnostics)
    if diagnostics.has_errors:
        return None, diagnostics
    presentation = with_pages(presentation, result.deck, references.slides, theme)
    return LaidOut(result.deck, theme, presentation, booklet), diagnostics


def check_deck(path: Path) -> Diagnostics:
    """Return everything that can be said about the deck without writing a paper."""
    return lay_out_deck(path)[1]


def render_paper(laid_out: LaidOut, kind: PaperKind) -> bytes:
    """Return one paper's bytes."""
    presentation, theme = laid_out.presentation, laid_out.theme
    match kind:
        case PaperKind.SLIDES:
            from deckbuild.writers import pptx

            return pptx.write(presentation, theme)
        case PaperKind.SLIDES_PDF:
            from deckbuild.writers import pdf

            return pdf.write_slides(presentation, theme)
        case PaperKind.HANDOUT:
            from deckbuild.model.themes import paper_theme
            from deckbuild.writers import pdf

            return pdf.write_booklet(laid_out.booklet, presentation, paper_theme(theme))


def paper_name(deck: Deck, kind: PaperKind) -> str:
    """Return what a paper's file is called."""
    base = file_name(deck.info.output or "") or slug(deck.info.title.plain) or "deck"
    match kind:
        case PaperKind.SLIDES:
            return f"{base}.pptx"
        case PaperKind.SLIDES_PDF:
            return f"{base}-slides.pdf"
        case PaperKind.HANDOUT:
            return f"{base}-{deck.labels.handout_suffix}.pdf"


def build(path: Path, folder: Path, kinds: tuple[PaperKind, ...], progress: Progress = _silent) -> Report:
    """Make ``kinds`` of the deck at ``path`` and put them into ``folder``.

    Every paper is finished before the first is written. Raises ``DiagnosticError`` when they can't be written.
    """
    started = time.perf_counter()
    laid_out, diagnostics = lay_out_deck(path, progress)
    report = Report(diagnostics, laid_out)
    if laid_out is not None:
        papers: dict[str, bytes] = {}
        for index, kind in enumerate(kinds):
            progress(f"making the {kind.value.replace('-', ' ')}", 0.6 + 0.4 * index / len(kinds))
            papers[paper_name(laid_out.deck, kind)] = render_paper(laid_out, kind)
        report.written = write_papers(folder, papers)
    progress("done", 1.0)
    report.seconds = time.perf_counter() - started
    return report
