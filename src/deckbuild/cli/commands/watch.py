"""``deckbuild watch``."""

from __future__ import annotations

import gc
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.language import Spoken, translator_for
from deckbuild.cli.making import deck_argument, folder_options, nothing_written, report_findings, report_refused

if TYPE_CHECKING:
    from collections.abc import Collection

    from deckbuild.pipeline.papers import Report


_AGAIN = 2.0
"""Seconds until the next attempt when nothing could be written, or until it is seen whether a paper is still open."""


@click.command(cls=Spoken)
@deck_argument
@folder_options
def watch(deck: Path, output: Path | None, quiet: bool) -> None:
    """Make the slides and the handout from DECK, and again each time it, or a file it uses, is saved.

    A paper that was changed by hand is kept. While one is open in PowerPoint, the new one is written beside it, and
    takes its place when it is closed. It ends with Ctrl+C.

    \b
    Example:
      deckbuild watch deck.yaml
    """
    from deckbuild.output.disk import is_held
    from deckbuild.preview.watching import INTERVAL, Watcher

    folder = output if output is not None else deck.parent / "output"
    watcher = Watcher(deck)
    refused = ""
    try:
        while True:
            files, refused, held = _make(deck, folder, refused, quiet=quiet)
            watcher.use(files)
            gc.collect()  # commands run without the garbage collector
            waited = 0.0
            while not watcher.changed():
                time.sleep(INTERVAL)
                waited += INTERVAL
                if waited > _AGAIN:
                    if refused or not all(is_held(path) for path in held):
                        break
                    waited = 0.0
    except KeyboardInterrupt:
        click.echo()


def _make(deck: Path, folder: Path, refused: str, *, quiet: bool) -> tuple[Collection[Path], str, Collection[Path]]:
    """Make the papers and print a line about it.

    Return the files that the deck names, the reason why nothing could be written, and the papers that are open, so that
    the new ones are beside them. ``refused`` is the reason of the last attempt; the same reason is not reported again.
    """
    from deckbuild.cli.summary import report_kept
    from deckbuild.diagnostics import DiagnosticError
    from deckbuild.pipeline.build import build
    from deckbuild.pipeline.papers import Order, PaperKind

    translate = translator_for(deck)
    try:
        report = build(Order(deck, folder, (PaperKind.SLIDES, PaperKind.HANDOUT)))
    except DiagnosticError as error:
        if str(error) != refused:
            report_refused(error, translate)
            click.echo(_line(translate("Nothing was written yet: it is tried again until it works.")), err=True)
        return (), str(error), ()
    report_findings(report, translate, quiet=quiet)
    if report.laid_out is None:
        click.echo(_line(nothing_written(folder, translate)), err=True)
    elif not quiet:
        click.echo(_line(_summary(deck, report)))
        for paper in report.made:
            report_kept(paper, translate)
    sys.stdout.flush()
    held = [file.instead for paper in report.made for file in paper.files if file.instead]
    return report.files, "", held


def _line(text: str) -> str:
    return f"{datetime.now():%H:%M:%S}  {text}"


def _summary(deck: Path, report: Report) -> str:
    """Return a line with the papers that changed, and how long it took."""
    from deckbuild.diagnostics import decimal

    translate = translator_for(deck)
    new = [file.path.name for paper in report.made for file in paper.files if not file.unchanged]
    if not new:
        return translate("All papers are as before.")
    return translate("Made {papers} in {seconds} s.").format(
        papers=", ".join(new), seconds=decimal(report.seconds, translate)
    )
