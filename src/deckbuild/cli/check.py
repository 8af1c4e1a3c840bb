"""``deckbuild check``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.making import deck_argument
from deckbuild.cli.mending import mend_deck, show_mending
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
@click.option("--fix", is_flag=True, help="Mend what can be mended safely; the file from before is kept beside it.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--spelling", is_flag=True, help="Look the words up in the dictionaries on this computer too.")
def check(deck: Path, form: Format, fix: bool, diff: bool, spelling: bool) -> None:
    """Say what is wrong in DECK, and where, without making anything.

    DECK is deck.yaml when you don't name another. Exits with 1 when there are errors; warnings alone are fine.

    \b
    Examples:
      deckbuild check
      deckbuild check --fix
      deckbuild check kursus/deck.yaml --format concise
    """
    from deckbuild.diagnostics import Counted
    from deckbuild.diagnostics.render import render, summary
    from deckbuild.pipeline import check_deck

    say = speaker(deck)
    if diff:
        show_mending(deck)
        return
    if fix:
        mend_deck(deck, say, aside=form not in ("full", "concise"))
    diagnostics = check_deck(deck, spelling=spelling)
    if text := render(diagnostics, form, translate=say, color=form == "full" and sys.stdout.isatty()):
        click.echo(text)
    if form in ("full", "concise"):
        click.echo(("\n" if form == "full" and text else "") + f"{deck}: {summary(diagnostics, say)}")
        if not fix and (count := sum(bool(found.edits) for found in diagnostics)):
            told = Counted(count, "1 of them can be mended", "{count} of them can be mended").text(say)
            click.echo(say("{told} for you: `deckbuild check --fix`.").format(told=told))
    sys.exit(1 if diagnostics.has_errors else 0)
