"""Makes the papers of an order in their folder. All are finished before the first is written."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import file_digest, sha256
from pathlib import Path

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.foreign.files import PICTURE, opened
from deckbuild.frame.colors import in_color
from deckbuild.images.model import stamp
from deckbuild.model.deck import Deck
from deckbuild.model.edition import Edition
from deckbuild.model.greys import edition_theme
from deckbuild.output.papers import write_papers
from deckbuild.pipeline.copies import Copies, name_copies
from deckbuild.pipeline.folder import check_name, former_copies, outdated_papers, wanted_papers, way_to
from deckbuild.pipeline.lay_out import LaidOut, files_stay, lay_out_read
from deckbuild.pipeline.papers import MadePaper, Order, PaperKind, Progress, Report, paper_name, silent
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
    if result.deck is not None:
        source = _fingerprint(result)
        check_name(result.deck, order.folder, diagnostics, order)
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
    wanted = list(wanted_papers(order.kinds, deck.handout.editions if editions is None else editions))
    papers: list[OutputFile] = []
    for index, (kind, edition) in enumerate(wanted):
        progress(MAKING[kind], 0.6 + 0.4 * index / len(wanted))
        copies = named.get(edition) if kind is PaperKind.HANDOUT else None
        with files_stay():
            papers.append(_paper(report.laid_out, kind, edition, order.folder, copies))
    report.made = _write(papers, order, deck, source, diagnostics)
    held = {file.instead for paper in report.made for file in paper.files}
    report.outdated = [each for each in outdated_papers(deck, order.folder, source) if each.path not in held]
    report.former = former_copies(report.made, order.folder)
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


def _fingerprint(result: ReadResult) -> str:
    """Return the SHA-256 of the deck as it was read and of the files that it names, before they are used further.

    Paths don't count. A missing file is skipped, which reading has reported. A file that was saved since it was read
    counts as another than it is: the papers show what it was before.
    """
    made = sha256(bytes.fromhex(result.digest))
    for file in result.files:
        with suppress(OSError), opened(file, PICTURE) as named:
            content = file_digest(named, "sha256").digest()
            made.update(content if stamp(file) == result.seen.get(file) else b"saved since" + content)
    return made.hexdigest()


def _write(papers: Sequence[OutputFile], order: Order, deck: Deck, source: str, found: Diagnostics) -> list[MadePaper]:
    """Write the papers, all at once; return them with the results for their files."""
    files = {
        (paper.folder / name).relative_to(order.folder).as_posix(): content
        for paper in papers
        for name, content in paper.files.items()
    }
    written = write_papers(
        order.folder,
        files,
        source=source,
        deck=way_to(order.deck, order.folder),
        word=deck.labels.new,
        diagnostics=found,
    )
    places = iter(written)
    return [replace(paper.made, files=tuple(next(places) for _ in paper.files)) for paper in papers]


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
