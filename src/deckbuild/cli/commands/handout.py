"""``deckbuild handout``."""

from __future__ import annotations

from pathlib import Path

import click

from deckbuild.cli.file_arguments import FileArgument
from deckbuild.cli.language import Spoken, translator_for
from deckbuild.cli.making import deck_argument, make, output_options
from deckbuild.model.edition import Edition

_ALL = "all"


@click.command(cls=Spoken)
@deck_argument
@click.option(
    "--edition",
    "named",
    type=click.Choice([*(edition.value for edition in Edition), _ALL]),
    multiple=True,
    help="Which edition to make, several times for several; without it those listed in the deck.",
)
@click.option(
    "--participants",
    type=FileArgument(".csv", ".xlsx", ".ods", dir_okay=False),
    default=None,
    metavar="LIST",
    help="Make a copy for each in this list (.csv, .xlsx or .ods; a row names the columns, one of them Navn or Name).",
)
@click.option("--merged", is_flag=True, help="Put all copies for participants into one file, for the printer.")
@output_options
def handout(
    deck: Path,
    named: tuple[str, ...],
    participants: Path | None,
    merged: bool,
    output: Path | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Make the handout (.pdf) from DECK, in one edition or several.

    DECK is deck.yaml when you don't name another.

    \b
    Examples:
      deckbuild handout deck.yaml --edition participant -o print
      deckbuild handout --participants deltagere.csv --merged
    """
    from deckbuild.pipeline.papers import PaperKind, People

    editions = tuple(Edition) if _ALL in named else tuple(Edition(name) for name in named)
    if merged and participants is None:
        translate = translator_for(deck)
        raise click.UsageError(translate("`--merged` needs `--participants`: the list of who gets a copy."))
    people = People(participants, merged) if participants else None
    make(deck, output, (PaperKind.HANDOUT,), editions or None, people, quiet=quiet, as_json=as_json)
