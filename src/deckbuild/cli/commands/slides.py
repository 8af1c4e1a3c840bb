"""``deckbuild slides``."""

from __future__ import annotations

from pathlib import Path

import click

from deckbuild.cli.language import Spoken
from deckbuild.cli.making import deck_argument, make, output_options


@click.command(cls=Spoken)
@deck_argument
@output_options
def slides(deck: Path, output: Path | None, quiet: bool, as_json: bool) -> None:
    """Make the slides from DECK: an editable .pptx, and a .pdf of the same slides.

    DECK is deck.yaml when you don't name another.

    \b
    Example:
      deckbuild slides deck.yaml
    """
    from deckbuild.pipeline.papers import PaperKind

    make(deck, output, (PaperKind.SLIDES, PaperKind.SLIDES_PDF), quiet=quiet, as_json=as_json)
