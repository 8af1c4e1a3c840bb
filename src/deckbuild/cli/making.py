"""Shared by the commands build, slides and handout: make papers, show progress, print a summary."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from deckbuild.cli.file_arguments import DeckFile, Folder
from deckbuild.cli.language import translator_for

if TYPE_CHECKING:
    from deckbuild.diagnostics import DiagnosticError, Diagnostics, Translate
    from deckbuild.model.edition import Edition
    from deckbuild.pipeline.papers import Order, PaperKind, People, Progress, Report

Command = TypeVar("Command", bound=Callable[..., Any])


def deck_argument(command: Command) -> Command:
    """Add the DECK argument."""
    return click.argument("deck", type=DeckFile(), default=Path("deck.yaml"), metavar="[DECK]", required=False)(command)


def output_options(command: Command) -> Command:
    """Add ``-o``, ``--quiet`` and ``--json``."""
    command = click.option("--json", "as_json", is_flag=True, help="Write what was made for other programs.")(command)
    return folder_options(command)


def quiet_option(command: Command) -> Command:
    """Add ``--quiet``."""
    return click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")(command)


def folder_options(command: Command) -> Command:
    """Add ``-o`` and ``--quiet``."""
    command = quiet_option(command)
    return click.option(
        "-o",
        "--output",
        type=Folder(),
        default=None,
        metavar="FOLDER",
        help="The folder to write into; without it the folder output beside the deck.",
    )(command)


def make(
    deck: Path,
    output: Path | None,
    kinds: tuple[PaperKind, ...],
    editions: Sequence[Edition] | None = None,
    people: People | None = None,
    *,
    quiet: bool,
    as_json: bool,
) -> Report:
    """Make papers and print a summary. Exit with 1 when the deck has errors, or a paper can't be put in its place."""
    from deckbuild.cli import summary
    from deckbuild.diagnostics import DiagnosticError
    from deckbuild.pipeline.papers import Order

    translate = translator_for(deck)
    folder = output if output is not None else deck.parent / "output"
    with _Bar(translate, quiet=quiet or as_json) as bar:
        try:
            report = _made(Order(deck, folder, kinds, editions, people), bar.show)
        except DiagnosticError as error:
            bar.clear()
            if as_json:
                refuse_as_json(error, translate, papers=[])
            refuse(error, translate)
    if as_json:
        click.echo(summary.as_json(report, translate))
    else:
        report_findings(report, translate, quiet=quiet)
        if report.laid_out is None:
            click.echo(nothing_written(folder, translate), err=True)
        elif not quiet:
            summary.sum_up(report, deck, translate)
    if report.diagnostics.has_errors:
        sys.exit(1)
    return report


def _made(order: Order, progress: Progress) -> Report:
    """Make papers. Layout and writers are imported only if the deck has no errors, which are so reported fast."""
    from deckbuild.pipeline.papers import Report
    from deckbuild.reader import read

    progress("reading", 0.0)
    result = read(order.deck)
    if result.deck is None:
        return Report(result.diagnostics, files=result.files)
    from deckbuild.pipeline.build import build_read

    return build_read(result, order, progress)


def nothing_written(folder: Path, translate: Translate) -> str:
    """Return the sentence about a build that wrote nothing. It tells of papers from before only if some are there."""
    from deckbuild.output.record import RECORD, read_record

    places = [folder, *(record.parent for record in folder.glob(f"*/{RECORD}"))]  # named copies have a folder
    if any((place / name).exists() for place in places for name in read_record(place)):
        return translate("Nothing was written; the papers from before are as they were.")
    return translate("Nothing was written.")


def refuse(error: DiagnosticError, translate: Translate) -> NoReturn:
    """Print why the command fails and what to do; exit with 1."""
    report_refused(error, translate)
    sys.exit(1)


def refuse_as_json(error: DiagnosticError, translate: Translate, **empty: Any) -> NoReturn:
    """Print why the command fails, as JSON with the ``empty`` fields of the usual output; exit with 1."""
    from deckbuild.diagnostics.render.objects import as_object

    output = {**empty, "diagnostics": [as_object(error.diagnostic, translate)]}
    click.echo(json.dumps(output, ensure_ascii=False, indent=2))
    sys.exit(1)


def report_refused(error: DiagnosticError, translate: Translate) -> None:
    """Print why the command fails and what to do."""
    click.echo(f"{translate('error')}: {error.diagnostic.text(translate)}", err=True)
    if remedy := error.diagnostic.remedy(translate):
        click.echo(f"  {remedy}", err=True)


def report_findings(report: Report, translate: Translate, *, quiet: bool) -> None:
    """Print the findings of the deck; with ``quiet`` only if there are errors."""
    if not len(report.diagnostics) or (quiet and not report.diagnostics.has_errors):
        return
    print_findings(report.diagnostics, translate)


def print_findings(diagnostics: Diagnostics, translate: Translate) -> None:
    """Print findings with their lines and remedies."""
    from deckbuild.diagnostics.render import render

    click.echo(render(diagnostics, translate=translate, color=sys.stderr.isatty()), err=True)


class _Bar:
    """A progress bar in the terminal. It appears only when the work takes more than a second."""

    def __init__(self, translate: Translate, *, quiet: bool) -> None:
        self._translate = translate
        self._on = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._started = time.monotonic()
        self._shown = False

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    @property
    def show(self) -> Progress:
        """The function that the pipeline calls to report progress."""
        return self._show

    def _show(self, what: str, share: float) -> None:
        if not self._on or time.monotonic() - self._started < 1:
            return
        width = 24
        done = round(width * share)
        click.echo(
            f"\r\x1b[K[{'#' * done}{'-' * (width - done)}] {self._translate(what)}", nl=False, err=True, color=True
        )
        self._shown = True

    def clear(self) -> None:
        """Erase the bar."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True, color=True)
            self._shown = False
