"""``deckbuild handout``."""

from __future__ import annotations

from pathlib import Path

import click

from deckbuild.cli.making import deck_argument, make, output_options
from deckbuild.cli.speech import Spoken
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
@output_options
def handout(deck: Path, named: tuple[str, ...], output: Path | None, quiet: bool) -> None:
    """Make the handout (.pdf) from DECK, in one edition or several.

    DECK is deck.yaml when you don't name another.

    \b
    Example:
      deckbuild handout deck.yaml --edition participant -o print
    """
    from deckbuild.pipeline import PaperKind

    editions = tuple(Edition) if _ALL in named else tuple(Edition(name) for name in named)
    make(deck, output, (PaperKind.HANDOUT,), editions or None, quiet=quiet)
