"""Read, check, lay out, write: the one way from a deck file to papers, called by the commands and by tests.

::

    deck.yaml --reader--> Deck --layout--> Presentation --+--> writers.pptx, writers.pdf
                            +---flow-----> Booklets -------+   (one for each edition of the handout)
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import Diagnostic, DiagnosticError, Diagnostics
from deckbuild.images import ImageError
from deckbuild.model.edition import Edition
from deckbuild.named_copies import Copies, People, name_copies
from deckbuild.output.papers import Written, outdated, write_papers
from deckbuild.reader import read

if TYPE_CHECKING:
    from deckbuild.frame.document import Document, Presentation
    from deckbuild.model.deck import Deck
    from deckbuild.model.theme import Theme


class PaperKind(Enum):
    """The papers that can be made."""

    SLIDES = "slides"
    SLIDES_PDF = "slides-pdf"
    HANDOUT = "handout"
    """One for each edition."""


MAKING = {
    PaperKind.SLIDES: "making the slides",
    PaperKind.SLIDES_PDF: "making the slides as PDF",
    PaperKind.HANDOUT: "making the handout",
}
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
    documents: Mapping[Edition, Document]
    """The editions asked for, and always the participants'."""

    @property
    def document(self) -> Document:
        """The participants' edition."""
        return self.documents[Edition.PARTICIPANT]


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


@contextmanager
def files_stay() -> Iterator[None]:
    """Raise ``DiagnosticError`` when a picture that was found good is changed or gone while it is used."""
    try:
        yield
    except ImageError as error:
        message = "A picture was changed or taken away while the papers were being made: nothing was written."
        hint = "Run the command once more."
        raise DiagnosticError(Diagnostic("file-changed", None, message, hint)) from error


def lay_out_deck(
    path: Path, progress: Progress = _silent, editions: Sequence[Edition] | None = None
) -> tuple[LaidOut | None, Diagnostics]:
    """Read the deck at ``path`` and lay out the slides and the handout in ``editions``, or in those the deck lists.

    There is nothing but diagnostics when the deck has errors.
    """
    progress("reading", 0.0)
    result = read(path)
    if result.deck is None:
        return None, result.diagnostics
    return lay_out_read(result.deck, result.diagnostics, progress, editions), result.diagnostics


def lay_out_read(
    deck: Deck, diagnostics: Diagnostics, progress: Progress = _silent, editions: Sequence[Edition] | None = None
) -> LaidOut | None:
    """Lay out a deck that was read, as ``lay_out_deck`` does."""
    from deckbuild.frame.transform import scaled
    from deckbuild.handout.editions import Editions  # after reading: a deck with faults is told so at once
    from deckbuild.layout.slides.deck import lay_out, with_pages
    from deckbuild.model.themes import paper_theme

    theme = deck.theme
    progress("laying out the slides", 0.1)
    presentation = lay_out(deck, theme, diagnostics)
    progress("composing the handout", 0.4)
    handout = Editions(deck, presentation.frames, paper_theme(theme), diagnostics)
    documents = handout.documents(deck.handout.editions if editions is None else editions)
    if diagnostics.has_errors:
        return None
    presentation = with_pages(presentation, deck, handout.references.slides, theme)
    unit = theme.slide_master.unit
    presentation, theme = scaled(presentation, unit), replace(theme, slide_master=scaled(theme.slide_master, unit))
    return LaidOut(deck, theme, presentation, documents)


def check_deck(path: Path, *, spelling: bool = False) -> Diagnostics:
    """Return all that can be said about the deck without writing a paper; with ``spelling``, of its words too."""
    laid_out, diagnostics = lay_out_deck(path)
    if spelling and laid_out is not None:
        from deckbuild.reader.checks.spelling import check_spelling

        check_spelling(laid_out.deck, diagnostics)
    return diagnostics


def render_paper(laid_out: LaidOut, kind: PaperKind, edition: Edition = Edition.PARTICIPANT) -> bytes:
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
            from deckbuild.model.greys import edition_theme
            from deckbuild.writers import pdf

            document, fillable = laid_out.documents[edition], edition is Edition.FILLABLE
            return pdf.write_handout(document, presentation, edition_theme(theme, edition), fillable=fillable)


def paper_name(deck: Deck, kind: PaperKind, edition: Edition = Edition.PARTICIPANT) -> str:
    """Return what a paper's file is called."""
    base = deck.name
    match kind:
        case PaperKind.SLIDES:
            return f"{base}.pptx"
        case PaperKind.SLIDES_PDF:
            return f"{base}-slides.pdf"
        case PaperKind.HANDOUT:
            return f"{base}-{deck.labels.editions[edition]}.pdf"


def build(
    path: Path,
    folder: Path,
    kinds: tuple[PaperKind, ...],
    progress: Progress = _silent,
    editions: Sequence[Edition] | None = None,
    people: People | None = None,
) -> Report:
    """Make ``kinds`` of the deck at ``path`` and put them into ``folder``; the handout in ``editions``.

    Without ``editions`` it is made in those that the deck lists; those that participants write in, for each of
    ``people``. Every paper is finished before the first is written. Raises ``DiagnosticError`` when they can't be
    written.
    """
    started = time.perf_counter()
    progress("reading", 0.0)
    result = read(path)
    diagnostics = result.diagnostics
    wanted_editions = editions if PaperKind.HANDOUT in kinds else ()
    with files_stay():
        laid_out = lay_out_read(result.deck, diagnostics, progress, wanted_editions) if result.deck else None
    named = name_copies(laid_out.deck, laid_out.documents, people, diagnostics) if laid_out and people else {}
    report = Report(diagnostics, None if diagnostics.has_errors else laid_out, files=result.files)
    if report.laid_out is None:
        return report
    wanted = list(_wanted(kinds, report.laid_out.deck.handout.editions if editions is None else editions))
    papers: list[OutputFile] = []
    for index, (kind, edition) in enumerate(wanted):
        progress(MAKING[kind], 0.6 + 0.4 * index / len(wanted))
        copies = named.get(edition) if kind is PaperKind.HANDOUT else None
        with files_stay():
            papers.append(_paper(report.laid_out, kind, edition, folder, copies))
    source = _fingerprint((path, *result.files))
    report.made = _write(papers, source)
    report.outdated = _outdated(report.laid_out.deck, folder, source)
    progress("done", 1.0)
    report.seconds = time.perf_counter() - started
    return report


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A paper that is finished, and the files it goes to."""

    made: MadePaper
    folder: Path
    files: Mapping[str, bytes]


def _paper(laid_out: LaidOut, kind: PaperKind, edition: Edition, folder: Path, copies: Copies | None) -> OutputFile:
    """Return a paper's files: one, or with ``copies`` one for each in a folder of their own."""
    from deckbuild.model.greys import edition_theme

    name = paper_name(laid_out.deck, kind, edition)
    made = MadePaper(kind, edition, _pages(laid_out, kind, edition), colored=_colored(laid_out, kind, edition))
    if copies is None:
        return OutputFile(made, folder, {name: render_paper(laid_out, kind, edition)})
    place, files = copies.files(folder, name, laid_out.presentation, edition_theme(laid_out.theme, edition))
    return OutputFile(replace(made, copies=len(copies.copies)), place, files)


def _fingerprint(files: Iterable[Path]) -> str:
    """Return the SHA-256 of what papers are made from: the deck and the files it names, in whatever folder they are."""
    made = sha256()
    for file in files:
        with suppress(OSError):  # one that is gone is no part of it; reading the deck has told of it
            made.update(sha256(file.read_bytes()).digest())
    return made.hexdigest()


def _outdated(deck: Deck, folder: Path, source: str) -> list[Outdated]:
    """Return the deck's papers in ``folder`` that weren't made from ``source``; named copies by their folder."""
    known: dict[Path, Outdated] = {}
    for kind, edition in _wanted(tuple(PaperKind), tuple(Edition)):
        path = folder / paper_name(deck, kind, edition)
        known[path] = Outdated(path, kind, edition, named=False)
        copies = path.with_name(f"{path.stem}-{deck.labels.named}")
        for each in (copies, copies.with_suffix(".pdf")):
            known[each] = Outdated(each, kind, edition, named=True)
    found = {path if path in known else path.parent for path in outdated(folder, source)}
    return [paper for path, paper in known.items() if path in found]


def _write(papers: Sequence[OutputFile], source: str) -> list[MadePaper]:
    """Write the papers, those of one folder in one go; return them with what became of their files."""
    folders: dict[Path, dict[str, bytes]] = {}
    for paper in papers:
        folders.setdefault(paper.folder, {}).update(paper.files)
    written = {
        file.path: file for place, files in folders.items() for file in write_papers(place, files, source=source)
    }
    return [replace(paper.made, files=tuple(written[paper.folder / name] for name in paper.files)) for paper in papers]


def _wanted(kinds: Sequence[PaperKind], editions: Sequence[Edition]) -> Iterator[tuple[PaperKind, Edition]]:
    """Yield each paper to make, once; that of slides belongs to no edition but the first."""
    for kind in kinds:
        if kind is PaperKind.HANDOUT:
            yield from ((kind, edition) for edition in dict.fromkeys(editions))
        else:
            yield kind, Edition.PARTICIPANT


def _pages(laid_out: LaidOut, kind: PaperKind, edition: Edition) -> int:
    """Return how many pages or slides a paper has."""
    if kind is PaperKind.HANDOUT:
        return len(laid_out.documents[edition].pages)
    return len(laid_out.presentation.frames)


def _colored(laid_out: LaidOut, kind: PaperKind, edition: Edition) -> int:
    """Return how many pages of a handout are printed in colour."""
    from deckbuild.frame.colors import in_color
    from deckbuild.model.greys import edition_theme

    if kind is not PaperKind.HANDOUT:
        return 0
    theme, frames = edition_theme(laid_out.theme, edition), laid_out.presentation.frames
    return sum(in_color(page.items, frames, theme) for page in laid_out.documents[edition].pages)
