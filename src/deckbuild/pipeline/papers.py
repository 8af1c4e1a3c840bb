"""What papers there are, what is ordered and what was made."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

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
"""Told what is being done and how far the whole is, from 0 to 1."""


def silent(_what: str, _share: float) -> None:
    """Tell nobody."""


def paper_name(deck: Deck, kind: PaperKind, edition: Edition = Edition.PARTICIPANT) -> str:
    """Return what a paper's file is called."""
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
    """For whom copies are made."""

    path: Path
    """The list of participants."""
    merged: bool = False
    """Whether all copies are one file, for the printer."""


@dataclass(frozen=True, slots=True)
class Order:
    """Which papers are to be made of a deck."""

    deck: Path
    folder: Path
    """Where they go."""
    kinds: tuple[PaperKind, ...]
    editions: Sequence[Edition] | None = None
    """Those of the handout; without, those that the deck lists."""
    people: People | None = None
    """Who gets a copy of the editions that participants write in."""
    given: float = field(default_factory=time.perf_counter)
    """When, in seconds of ``time.perf_counter``."""


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper that was made."""

    kind: PaperKind
    edition: Edition
    """Of a handout, which it is."""
    pages: int
    """Its pages, or its slides; of a booklet to fold, the sides of its sheets."""
    files: tuple[Written, ...] = ()
    """The file; where copies have files of their own, all of them."""
    copies: int = 0
    """How many named copies there are; 0 where it isn't named."""
    colored: int = 0
    """Of a handout: the pages that need a colour printer."""

    @property
    def sheets(self) -> int:
        """The sheets of paper a copy takes, printed on both sides."""
        return -(-self.pages // 2)


@dataclass(frozen=True, slots=True)
class Outdated:
    """A paper that shows the deck as it was before, or a folder of such copies."""

    path: Path
    kind: PaperKind
    edition: Edition
    named: bool
    """Whether it has participants' names."""


@dataclass(slots=True)
class Report:
    """What a build did. Without ``laid_out`` it wrote nothing and ``diagnostics`` says why."""

    diagnostics: Diagnostics
    laid_out: LaidOut | None = None
    made: list[MadePaper] = field(default_factory=list)
    outdated: list[Outdated] = field(default_factory=list)
    """The deck's papers that lie in the folder, and were made from it as it was before."""
    files: tuple[Path, ...] = ()
    """The files the deck names, such as pictures, whether they are there or not."""
    seconds: float = 0.0
