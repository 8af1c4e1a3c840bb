"""``deckbuild new``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckbuild.cli.making import refuse
from deckbuild.cli.speech import Spoken, speaker, spoken


@click.command(cls=Spoken)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--title", default=None, metavar="TEXT", help="What the day is called.")
@click.option("--date", default=None, metavar="TEXT", help="The day, in your own words, such as 12. marts 2027.")
@click.option("--owner", default=None, metavar="TEXT", help="Who holds the course.")
def new(folder: Path, title: str | None, date: str | None, owner: str | None) -> None:
    """Begin a deck in the folder DIR: a small deck.yaml with comments, ready to build.

    Asks for the day's title, its date and who holds it, unless they are given.

    \b
    Example:
      deckbuild new kursusdag
    """
    from deckbuild.diagnostics import DiagnosticError
    from deckbuild.drafting import start
    from deckbuild.output import write_new
    from deckbuild.schema import schema_text

    say = speaker()
    if sys.stdin.isatty():
        title = click.prompt(say("What is the day called?")) if title is None else title
        date = _maybe(say("Which day is it? (may be left empty)")) if date is None else date
        owner = _maybe(say("Who holds it? (may be left empty)")) if owner is None else owner
    deck = folder / "deck.yaml"
    text = start(spoken(), (title or "").strip() or say("Course day"), (date or "").strip(), (owner or "").strip())
    try:
        write_new({deck: text.encode(), folder / "deck.schema.json": schema_text(spoken()).encode()})
    except DiagnosticError as error:
        refuse(error, say)
    click.echo(say("{path} is ready. Change it in any editor, then type:").format(path=deck))
    click.echo(f"  deckbuild build {deck}")


def _maybe(question: str) -> str:
    answer: str = click.prompt(question, default="", show_default=False)
    return answer
