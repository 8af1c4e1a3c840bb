"""Makes the papers of an order in their folder. All are finished before the first is written."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from deckbuild.frame.colors import in_color
from deckbuild.model.deck import Deck
from deckbuild.model.edition import Edition
from deckbuild.model.greys import edition_theme
from deckbuild.output.papers import outdated, write_papers
from deckbuild.pipeline.copies import Copies, name_copies
from deckbuild.pipeline.lay_out import LaidOut, files_stay, lay_out_read
from deckbuild.pipeline.papers import MadePaper, Order, Outdated, PaperKind, Progress, Report, paper_name, silent
from deckbuild.pipeline.render import render_paper
from deckbuild.reader import ReadResult, read

MAKING = {
    PaperKind.SLIDES: "making the slides",
    PaperKind.SLIDES_PDF: "making the slides as PDF",
    PaperKind.HANDOUT: "making the handout",
}


def build(order: Order, progress: Progress = silent) -> Report:
    """Read the deck and make the papers that are ordered. Raises ``DiagnosticError`` when they can't be written."""
    progress("reading", 0.0)
    return build_read(read(order.deck), order, progress)


def build_read(result: ReadResult, order: Order, progress: Progress = silent) -> Report:
    """Make the papers of a deck that was already read; see ``build``."""
    diagnostics = result.diagnostics
    wanted_editions = order.editions if PaperKind.HANDOUT in order.kinds else ()
    with files_stay():
        laid_out = lay_out_read(result.deck, diagnostics, progress, wanted_editions) if result.deck else None
    named = (
        name_copies(laid_out.deck, laid_out.documents, order.people, diagnostics) if laid_out and order.people else {}
    )
    report = Report(diagnostics, None if diagnostics.has_errors else laid_out, files=result.files)
    if report.laid_out is None:
        return report
    deck, editions = report.laid_out.deck, order.editions
    wanted = list(_wanted(order.kinds, deck.handout.editions if editions is None else editions))
    papers: list[OutputFile] = []
    for index, (kind, edition) in enumerate(wanted):
        progress(MAKING[kind], 0.6 + 0.4 * index / len(wanted))
        copies = named.get(edition) if kind is PaperKind.HANDOUT else None
        with files_stay():
            papers.append(_paper(report.laid_out, kind, edition, order.folder, copies))
    source = _fingerprint((order.deck, *result.files))
    report.made = _write(papers, source)
    report.outdated = _outdated(deck, order.folder, source)
    progress("done", 1.0)
    report.seconds = time.perf_counter() - order.given
    return report


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A finished paper, with the names and contents of its files."""

    made: MadePaper
    folder: Path
    files: Mapping[str, bytes]


def _paper(laid_out: LaidOut, kind: PaperKind, edition: Edition, folder: Path, copies: Copies | None) -> OutputFile:
    """Return a paper with its files: one file, or with ``copies`` what ``Copies.files`` returns."""
    name = paper_name(laid_out.deck, kind, edition)
    made = MadePaper(kind, edition, _pages(laid_out, kind, edition), colored=_colored(laid_out, kind, edition))
    if copies is None:
        return OutputFile(made, folder, {name: render_paper(laid_out, kind, edition)})
    place, files = copies.files(folder, name, laid_out.presentation, edition_theme(laid_out.theme, edition))
    return OutputFile(replace(made, copies=len(copies.copies)), place, files)


def _fingerprint(files: Iterable[Path]) -> str:
    """Return the SHA-256 of the contents of ``files``: the deck and the files that it names. Paths don't count."""
    made = sha256()
    for file in files:
        with suppress(OSError):  # a missing file is skipped; reading the deck has reported it
            made.update(sha256(file.read_bytes()).digest())
    return made.hexdigest()


def _outdated(deck: Deck, folder: Path, source: str) -> list[Outdated]:
    """Return the deck's papers in ``folder`` that were made from another fingerprint than ``source``.

    For named copies their folder is returned.
    """
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
    """Write the papers, all of one folder at once; return them with the results for their files."""
    folders: dict[Path, dict[str, bytes]] = {}
    for paper in papers:
        folders.setdefault(paper.folder, {}).update(paper.files)
    written = {
        file.path: file for place, files in folders.items() for file in write_papers(place, files, source=source)
    }
    return [replace(paper.made, files=tuple(written[paper.folder / name] for name in paper.files)) for paper in papers]


def _wanted(kinds: Sequence[PaperKind], editions: Sequence[Edition]) -> Iterator[tuple[PaperKind, Edition]]:
    """Yield each paper to make, once. Slides have no editions; they come with the participants'."""
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
    if kind is not PaperKind.HANDOUT:
        return 0
    theme, frames = edition_theme(laid_out.theme, edition), laid_out.presentation.frames
    return sum(in_color(page.items, frames, theme) for page in laid_out.documents[edition].pages)
