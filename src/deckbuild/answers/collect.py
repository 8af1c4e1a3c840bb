"""From filled handouts to files of answers: all steps of ``deckbuild collect``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path

from deckbuild.answers.formats import FORMATS, MOST, too_long
from deckbuild.answers.given import Given
from deckbuild.answers.matching import collect
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostic, DiagnosticError, Diagnostics, Phrase, Words
from deckbuild.frame.form import form_of
from deckbuild.model.collected import Collected
from deckbuild.output.papers import Written, write_papers
from deckbuild.pipeline.lay_out import lay_out_deck


@dataclass(slots=True)
class CollectReport:
    """The result of collecting. When nothing was ``written``, ``diagnostics`` says why."""

    diagnostics: Diagnostics
    participants: int = 0
    """The number of handouts whose answers were collected."""
    written: list[Written] = field(default_factory=list)


def collect_answers(deck: Path, given: Sequence[Path], outputs: Sequence[Path]) -> CollectReport:
    """Read the handouts ``given`` (PDFs, archives, or folders of them) and write their answers to each of ``outputs``.

    A PDF that can't be used gives a warning. Raises ``DiagnosticError`` when an output can't be written, or its file
    extension is unknown.
    """
    for output in outputs:
        if output.suffix.lower() not in FORMATS:
            raise DiagnosticError(
                Diagnostic(
                    "unknown-format", None, "“{file}” can't be written: its name doesn't say which kind it is.",
                    "Let the name end in .xlsx, .csv or .yaml.", {"file": str(output)},
                )
            )  # fmt: skip
    laid_out, diagnostics = lay_out_deck(deck, editions=())
    if laid_out is None:
        return CollectReport(diagnostics)
    report = CollectReport(Diagnostics())
    files = Given(report.diagnostics).read(given)
    collected = collect(form_of(laid_out.document), files, report.diagnostics, laid_out.deck.private_headings)
    report.participants = len(collected.participants)
    if not collected.participants:
        empty = not files and not len(report.diagnostics)
        report.diagnostics.error(
            "nothing-to-collect", None,
            "There is no PDF that participants sent back in {folders}." if empty else
            "None of the files is a filled handout of “{deck}”.",
            "Put the PDFs there, or name the folder they are in." if empty else
            "Name the PDFs that participants sent back, or the folder they are in.",
            deck=deck, folders=Words(tuple(Phrase("“{path}”", {"path": str(path)}) for path in given)),
        )  # fmt: skip
        return report
    for output in outputs:
        if output.suffix.lower() == ".xlsx":
            _tell_cut(collected, output, report.diagnostics)
    folders: dict[Path, dict[str, bytes]] = defaultdict(dict)
    for output in outputs:
        folders[output.parent][output.name] = FORMATS[output.suffix.lower()](collected, laid_out.deck.labels)
    for folder, papers in folders.items():
        report.written += write_papers(folder, papers, word=laid_out.deck.labels.new, diagnostics=report.diagnostics)
    return report


def _tell_cut(collected: Collected, output: Path, diagnostics: Diagnostics) -> None:
    """Report each answer that is longer than a cell of a workbook."""
    for file, key in too_long(collected):
        diagnostics.warning(
            "cut-answer", None,
            "“{file}”: the answer under `{id}` is longer than {most} characters: a cell of “{output}” has only its "
            "beginning.", "Collect it in a .yaml or .csv file too, which has all of it.",
            file=file, id=key, most=f"{MOST:_}".replace("_", "\u00a0"), output=output.name,
        )  # fmt: skip
