"""``deckbuild build``."""

from __future__ import annotations

from pathlib import Path

import click

from deckbuild.cli.language import Spoken
from deckbuild.cli.making import deck_argument, make, output_options


@click.command(cls=Spoken)
@deck_argument
@output_options
def build(deck: Path, output: Path | None, quiet: bool, as_json: bool) -> None:
    """Make the slides (.pptx) and the handout (.pdf) from DECK.

    DECK is deck.yaml when you don't name another.

    \b
    Example:
      deckbuild build deck.yaml -o output
    """
    from deckbuild.pipeline.papers import PaperKind

    make(deck, output, (PaperKind.SLIDES, PaperKind.HANDOUT), quiet=quiet, as_json=as_json)
