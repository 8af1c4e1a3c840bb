"""``deckbuild new``."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import click

from deckbuild.cli.language import Spoken, spoken, translator_for
from deckbuild.cli.making import refuse
from deckbuild.cli.prompts import ask, interactive, legible_path, words

_EXTENSIONS = '{"recommendations": ["redhat.vscode-yaml"]}\n'
"""Makes VS Code suggest an extension when the folder is opened; it helps with the keys of deck.yaml."""


@click.command(cls=Spoken)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", callback=legible_path)
@click.option("--title", type=words, default=None, metavar="TEXT", help="What the day is called.")
@click.option(
    "--date", type=words, default=None, metavar="TEXT", help="The day, in your own words, such as 12. marts 2027."
)
@click.option("--owner", type=words, default=None, metavar="TEXT", help="Who holds the course.")
def new(folder: Path, title: str | None, date: str | None, owner: str | None) -> None:
    """Begin a deck in the folder DIR: a small deck.yaml with comments, ready to build.

    Asks for the day's title, its date and who holds it, unless they are given.

    \b
    Example:
      deckbuild new kursusdag
    """
    from deckbuild.diagnostics import DiagnosticError
    from deckbuild.drafting import start
    from deckbuild.output.papers import write_new
    from deckbuild.schema import schema_text

    translate = translator_for()
    if interactive():
        title = ask(translate("What is the day called?")) if title is None else title
        date = ask(translate("Which day is it? (may be left empty)"), "") if date is None else date
        owner = ask(translate("Who holds it? (may be left empty)"), "") if owner is None else owner
    deck = folder / "deck.yaml"
    text = start(spoken(), title or translate("Course day"), date or "", owner or "")
    files = {deck: text.encode(), folder / "deck.schema.json": schema_text(spoken()).encode()}
    extensions = folder / ".vscode" / "extensions.json"
    if not os.path.lexists(extensions):
        files[extensions] = _EXTENSIONS.encode()
    try:
        write_new(files)
    except DiagnosticError as error:
        refuse(error, translate)
    click.echo(translate("{path} is ready. Change it in any editor, then type:").format(path=deck))
    click.echo(f"  deckbuild build {quoted(str(deck), windows=os.name == 'nt')}")


def quoted(path: str, *, windows: bool) -> str:
    """Return a path as it has to be typed in a terminal, in quotes if it needs them."""
    if not windows:
        return shlex.quote(path)
    return path if re.fullmatch(r"[\w.:\\/-]+", path) else f'"{path}"'
