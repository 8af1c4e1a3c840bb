"""``deckbuild check``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.making import deck_argument
from deckbuild.cli.speech import Spoken, speaker

if TYPE_CHECKING:
    from deckbuild.diagnostics.render import Format


@click.command(cls=Spoken)
@deck_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["full", "concise", "json", "github"]),
    default="full",
    show_default=True,
    help="How the findings are written: with the line and a remedy, on one line each, or for other programs.",
)
def check(deck: Path, form: Format) -> None:
    """Say what is wrong in DECK, and where, without making anything.

    DECK is deck.yaml when you don't name another. Exits with 1 when there are errors; warnings alone are fine.

    \b
    Examples:
      deckbuild check
      deckbuild check kursus/deck.yaml --format concise
    """
    from deckbuild.diagnostics.render import render, summary
    from deckbuild.pipeline import check_deck

    say = speaker(deck)
    diagnostics = check_deck(deck)
    if text := render(diagnostics, form, translate=say, color=form == "full" and sys.stdout.isatty()):
        click.echo(text)
    if form in ("full", "concise"):
        click.echo(("\n" if form == "full" and text else "") + f"{deck}: {summary(diagnostics, say)}")
    sys.exit(1 if diagnostics.has_errors else 0)
