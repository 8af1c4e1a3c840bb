"""``deckbuild schema``."""

from __future__ import annotations

import click

from deckbuild.cli.language import Spoken, spoken


@click.command(cls=Spoken)
def schema() -> None:
    """Print the JSON Schema of deck.yaml, for the help of an editor while you write.

    \b
    Example:
      deckbuild schema > deck.schema.json
    """
    from deckbuild.schema import schema_text

    click.echo(schema_text(spoken()), nl=False)
