"""Data of a build: the kinds of paper, the order, the report."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.model.edition import Edition

if TYPE_CHECKING:
    from deckbuild.model.deck import Deck
    from deckbuild.output.papers import Written
    from deckbuild.pipeline.lay_out import LaidOut


class PaperKind(Enum):
    """The papers that can be made."""

    SLIDES = "slides"
    SLIDES_PDF = "slides-pdf"
    HANDOUT = "handout"
    """One for each edition."""


Progress = Callable[[str, float], None]
"""Called with the name of the current step, and the share of the whole that is done, from 0 to 1."""


def silent(_what: str, _share: float) -> None:
    """Report no progress."""


def paper_name(deck: Deck, kind: PaperKind, edition: Edition = Edition.PARTICIPANT) -> str:
    """Return the name of a paper's file."""
    base = deck.name
    match kind:
        case PaperKind.SLIDES:
            return f"{base}.pptx"
        case PaperKind.SLIDES_PDF:
            return f"{base}-slides.pdf"
        case PaperKind.HANDOUT:
            return f"{base}-{deck.labels.editions[edition.value]}.pdf"


@dataclass(frozen=True, slots=True)
class People:
    """The people for whom copies are made."""

    path: Path
    """The list of participants."""
    merged: bool = False
    """Whether all copies go into one file, for printing."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order: which papers to make of a deck, and where."""

    deck: Path
    folder: Path
    """The folder to write them into."""
    kinds: tuple[PaperKind, ...]
    editions: Sequence[Edition] | None = None
    """Editions of the handout; None for those that the deck lists."""
    people: People | None = None
    """Who gets a named copy, of the editions that have names."""
    given: float = field(default_factory=time.perf_counter)
    """When the order was given, as ``time.perf_counter``."""


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper that was made."""

    kind: PaperKind
    edition: Edition
    """The edition of a handout."""
    pages: int
    """The number of its pages or slides; for the booklet, of the sides of its sheets."""
    files: tuple[Written, ...] = ()
    """Its file, or the files of all its copies."""
    copies: int = 0
    """The number of named copies; 0 for a paper without names."""
    colored: int = 0
    """The number of a handout's pages that need a colour printer."""

    @property
    def sheets(self) -> int:
        """The number of sheets for one copy, printed on both sides."""
        return -(-self.pages // 2)


@dataclass(frozen=True, slots=True)
class Outdated:
    """A paper (or a folder of named copies) that was made from an older version of the deck."""

    path: Path
    kind: PaperKind
    edition: Edition
    named: bool
    """Whether it has participants' names."""


@dataclass(slots=True)
class Report:
    """The result of a build. If ``laid_out`` is None, nothing was written; ``diagnostics`` says why."""

    diagnostics: Diagnostics
    laid_out: LaidOut | None = None
    made: list[MadePaper] = field(default_factory=list)
    outdated: list[Outdated] = field(default_factory=list)
    """The deck's papers in the folder that were made from an older version of it."""
    former: list[Path] = field(default_factory=list)
    """Copies beside those just made, for people who are no longer on the list."""
    files: tuple[Path, ...] = ()
    """The files that the deck names, such as pictures, whether they exist or not."""
    seconds: float = 0.0
