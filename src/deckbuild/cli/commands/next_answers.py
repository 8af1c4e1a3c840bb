"""Finds the file with the answers that were collected on the last day."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.making import refuse

if TYPE_CHECKING:
    from deckbuild.diagnostics import Translate
    from deckbuild.drafting import LastAnswers


def last_answers(
    deck: Path, name: str, given: Path | None, translate: Translate
) -> tuple[LastAnswers | None, dict[Path, bytes]]:
    """Return the last day's answers, and a file to write (path -> content) with a copy of them.

    They are in ``answers.yaml``, if that belongs to this deck, or in the file named after the deck. The first is copied
    to the second, since the answers of another day will replace it.
    """
    from deckbuild.diagnostics import DiagnosticError
    from deckbuild.drafting import LastAnswers, answers_file
    from deckbuild.foreign.files import TABLE, content
    from deckbuild.reader.sections.board_answers import ANSWERS_FILE, read_answered

    copy = deck.with_name(answers_file(deck.stem))
    file = given or deck.parent / ANSWERS_FILE
    if given is None and not (file.exists() and _are_of(file, name)):
        if file.exists() and not copy.exists():
            message = translate("{file} has the answers to another deck; `--answers {file}` uses them all the same.")
            click.echo(message.format(file=file), err=True)
        file = copy
    if given is None and not file.exists():
        return None, {}
    try:
        answered = read_answered(file)
    except DiagnosticError as error:
        refuse(error, translate)
    if file.name != ANSWERS_FILE.name and file.parent.resolve() == deck.parent.resolve():
        return LastAnswers(file.name, answered), {}
    there = copy.exists() and content(copy, TABLE) == answered.data
    return LastAnswers(copy.name, answered), {} if there else {copy: answered.data}


def _are_of(file: Path, name: str) -> bool:
    """Whether a file of answers belongs to the deck ``name``. True also if it names no deck or can't be read."""
    from deckbuild.foreign.files import TABLE, content

    try:
        found = re.search(r"(?m)^deck:\s*[\"']?(.+?)[\"']?\s*$", content(file, TABLE).decode())
    except (OSError, UnicodeError):
        return True
    return found is None or found[1] == name
