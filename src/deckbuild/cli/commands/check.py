"""``deckbuild check``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.file_arguments import DeckFile
from deckbuild.cli.fixing import mend_deck, show_mending
from deckbuild.cli.language import Spoken, translator_for

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostics, Translate
    from deckbuild.diagnostics.render import Format


@click.command(cls=Spoken)
@click.argument("decks", type=DeckFile(), nargs=-1, metavar="[DECK]...")
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
def check(decks: tuple[Path, ...], form: Format, fix: bool, diff: bool, spelling: bool) -> None:
    """Say what is wrong in DECK, and where, without making anything.

    DECK is deck.yaml when you don't name others. Exits with 1 when there are errors; warnings alone are fine.

    \b
    Examples:
      deckbuild check
      deckbuild check --fix
      deckbuild check kursus/deck.yaml --format concise
    """
    from deckbuild.diagnostics import Diagnostics
    from deckbuild.diagnostics.render import render

    faulty = False
    everything = Diagnostics()
    for deck in decks or (Path("deck.yaml"),):
        if diff:
            show_mending(deck)
            continue
        translate = translator_for(deck)
        if fix:
            mend_deck(deck, translate, aside=form not in ("full", "concise"))
        found = _found(deck, spelling=spelling)
        faulty |= found.has_errors
        everything.extend(found)
        if form != "json" and (
            text := render(found, form, translate=translate, color=form == "full" and sys.stdout.isatty())
        ):
            click.echo(text + "\n" * (form == "full"))
        if form in ("full", "concise"):
            _sum_up(deck, found, translate, mended=fix)
    if form == "json" and not diff:
        click.echo(render(everything, form, translate=translator_for(decks[0] if decks else Path("deck.yaml"))))
    sys.exit(int(faulty))


def _found(deck: Path, *, spelling: bool) -> Diagnostics:
    """Return the findings of a deck. Layout is imported only if it has no errors, which are so reported fast."""
    from deckbuild.reader import read
    from deckbuild.reader.fix import only_sure

    result = read(deck)
    known = list(result.diagnostics)
    if result.deck is not None:
        from deckbuild.pipeline.check import check_read

        check_read(result.deck, result.diagnostics, spelling=spelling)
    return only_sure(deck, result.diagnostics, known)


def _sum_up(deck: Path, found: Diagnostics, translate: Translate, *, mended: bool) -> None:
    """Print how many findings a deck has, and how many of them ``--fix`` can correct."""
    from deckbuild.diagnostics import Counted
    from deckbuild.diagnostics.render import summary

    click.echo(f"{deck}: {summary(found, translate)}")
    if not mended and (count := sum(bool(each.edits) for each in found)):
        message = Counted(count, "1 of them can be mended", "{count} of them can be mended").text(translate)
        click.echo(translate("{fixable} for you: `deckbuild check --fix`.").format(fixable=message))
