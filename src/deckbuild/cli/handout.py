"""``deckbuild handout``."""

from __future__ import annotations

from pathlib import Path

import click

from deckbuild.cli.making import deck_argument, make, output_options


@click.command()
@deck_argument
@output_options
def handout(deck: Path, output: Path | None, quiet: bool) -> None:
    """Make the handout (.pdf) from DECK.

    DECK is deck.yaml when you don't name another.

    \b
    Example:
      deckbuild handout deck.yaml -o print
    """
    from deckbuild.pipeline import PaperKind

    make(deck, output, (PaperKind.HANDOUT,), quiet=quiet)
