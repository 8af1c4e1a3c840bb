"""``deckbuild collect``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckbuild.cli.file_arguments import DeckFile, FileArgument
from deckbuild.cli.language import Spoken, translator_for
from deckbuild.cli.making import print_findings, quiet_option, refuse


@click.command(cls=Spoken)
@click.argument("filled", type=FileArgument(".pdf", ".zip"), nargs=-1, required=True, metavar="FILLED.pdf...")
@click.option(
    "-o",
    "--output",
    "outputs",
    type=FileArgument(".xlsx", ".csv", ".yaml", dir_okay=False),
    multiple=True,
    default=(Path("answers.xlsx"),),
    show_default=True,
    metavar="FILE",
    help="The file to write: .xlsx or .csv for Excel, .yaml for `answers:` on a board. Several times for several.",
)
@click.option(
    "--deck",
    type=DeckFile(),
    default=Path("deck.yaml"),
    show_default=True,
    metavar="DECK",
    help="The deck whose handout was filled in.",
)
@quiet_option
def collect(filled: tuple[Path, ...], outputs: tuple[Path, ...], deck: Path, quiet: bool) -> None:
    """Collect the answers from handouts that were filled in on a screen.

    A folder or .zip stands for all PDFs in it. What can't be used is named and left out; exits with 1 if nothing can.

    \b
    Examples:
      deckbuild collect answers/
      deckbuild collect answers/*.pdf -o answers.csv -o answers.yaml
    """
    from deckbuild.answers.collect import collect_answers
    from deckbuild.cli.summary import report_kept_file
    from deckbuild.diagnostics import Counted, DiagnosticError

    translate = translator_for(deck)
    try:
        report = collect_answers(deck, filled, outputs)
    except DiagnosticError as error:
        refuse(error, translate)
    held = any(file.instead for file in report.written)
    if len(report.diagnostics) and not (quiet and report.written and not held):
        print_findings(report.diagnostics, translate)
    if not report.written:
        click.echo(translate("Nothing was collected."), err=True)
        sys.exit(1)
    for file in () if quiet else report.written:
        click.echo(
            f"{file.path}  ({Counted(report.participants, '1 participant', '{count} participants').text(translate)})"
        )
        report_kept_file(file, translate)
    if held:
        sys.exit(1)
