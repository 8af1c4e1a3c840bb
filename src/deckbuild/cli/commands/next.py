"""``deckbuild next``."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from deckbuild.cli.commands.next_answers import last_answers
from deckbuild.cli.commands.next_summary import sum_up
from deckbuild.cli.language import Spoken, teach_click, translator_for
from deckbuild.cli.making import deck_argument, refuse
from deckbuild.cli.meant import DECK_ENDINGS
from deckbuild.cli.prompts import ask, confirm, interactive, legible, legible_path, words

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostics, Span, Translate
    from deckbuild.model.deck import Deck


@click.command(cls=Spoken)
@deck_argument
@click.option(
    "--date", type=words, default=None, metavar="TEXT", help="The next day, in your own words, such as 12. marts 2027."
)
@click.option("--day", type=click.IntRange(1), default=None, metavar="NUMBER", help="Its number, if it has one.")
@click.option(
    "--content",
    type=click.Choice(["empty", "keep"]),
    default=None,
    help="Whether slides about the day's matter keep only their titles, or all they have.",
)
@click.option(
    "--answers",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
    callback=legible_path,
    help="The answers collected on the last day; without it answers.yaml or answers-deck.yaml beside DECK.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
    callback=legible_path,
    help="The file to write, in the same folder; without it deck-2.yaml and so on.",
)
def next(  # noqa: A001 - the command's name
    deck: Path, date: str | None, day: int | None, content: str | None, answers: Path | None, output: Path | None
) -> None:
    """Make the deck file for the next course day from DECK.

    The programme, sections, questions, fields and boards stay; slides about the day's matter are emptied or kept. What
    participants carried to a sheet comes back as questions after the programme, with the answers when they have been
    collected. Comments stay, and so does DECK.

    \b
    Example:
      deckbuild next deck.yaml --date "9. april 2027" --content empty
    """
    from deckbuild.drafting import Content, OtherWritingError, follow
    from deckbuild.foreign.files import DECK
    from deckbuild.foreign.files import content as read_file

    translate = translator_for(deck)
    teach_click(translate)  # click's error messages too are in the deck's language, which is known from here on
    legible(deck, translate)
    last_day = _read(deck, translate)
    target = _target(deck, output, translate)
    last, copied = last_answers(deck, last_day.name, answers, translate)
    if interactive():
        if date is None:
            date = ask(translate("Which day is the next? (may be left empty)"), "")
        if content is None and confirm(translate("Shall the slides keep what stands on them?"), translate):
            content = "keep"
    try:
        made = follow(
            last_day,
            written=read_file(deck, DECK).decode(),
            name=target.stem,
            date=date or "",
            day=day,
            content=Content(content or "empty"),
            answers=last,
            taken=_names(deck.parent),
        )
    except OtherWritingError as other:
        _cannot(other.span, translate, unread=other.unread)
    _write(target, {target: made.text.encode(), **(copied if made.answered else {})}, translate)
    sum_up(deck, target, made, day)


def _read(deck: Path, translate: Translate) -> Deck:
    """Return the last day's deck. Exit with 1 when it has errors or no slides."""
    from deckbuild.diagnostics import Diagnostic, DiagnosticError
    from deckbuild.reader import read

    result = read(deck)
    if result.deck is None:
        _report(result.diagnostics, translate)
        sys.exit(1)
    if not result.deck.slides:
        message, hint = "The deck has no slides yet, so there is no day to follow it.", "Add slides under `slides:`."
        refuse(DiagnosticError(Diagnostic("no-slides", None, message, hint)), translate)
    return result.deck


def _write(target: Path, files: Mapping[Path, bytes], translate: Translate) -> None:
    """Write the next day's file, ``target``, and the other ``files``. If that fails, write none and exit with 1."""
    from deckbuild.diagnostics import DiagnosticError, Diagnostics
    from deckbuild.output.papers import write_new
    from deckbuild.reader import read
    from deckbuild.reader.sections.dates import ODD_DATE

    try:
        write_new(files)
    except DiagnosticError as error:
        refuse(error, translate)
    checked = read(target)
    if checked.deck is None:
        for file in files:
            file.unlink()
        _cannot(None, translate)
    _report(Diagnostics(found for found in checked.diagnostics if found.code == ODD_DATE), translate)


def _report(found: Diagnostics, translate: Translate) -> None:
    from deckbuild.diagnostics.render import render

    if len(found):
        click.echo(render(found, translate=translate, color=sys.stderr.isatty()), err=True)


def _cannot(place: Span | None, translate: Translate, *, unread: bool = False) -> NoReturn:
    """Report that this file can't be changed line by line, and exit with 1."""
    from deckbuild.diagnostics import Diagnostics

    found = Diagnostics()
    found.error(
        "other-writing",
        place,
        "The next day's file can't be made while lines of this one begin with odd spaces or tabs."
        if unread
        else "Of this way of writing the next day's file can't be made: slides stand together between brackets.",
        "Let `deckbuild check --fix` mend them, and try again."
        if unread
        else "Write each slide on lines of its own, the first of which begins with `- title: …`. Or copy the file, and "
        "change the copy by hand.",
    )
    _report(found, translate)
    sys.exit(1)


def _target(deck: Path, output: Path | None, translate: Translate) -> Path:
    """Return the file to write. It is in the deck's folder, since paths of pictures are relative to that."""
    from deckbuild.drafting import following_stem

    if output is None:
        target = deck
        while target == deck or target.exists():
            target = deck.with_name(following_stem(target.stem) + (deck.suffix or ".yaml"))
        return target
    if output.suffix.lower() not in DECK_ENDINGS:
        message = translate("The name of a deck file ends in .yaml, such as {name}.")
        raise click.UsageError(message.format(name=f"{output.stem or deck.stem}.yaml"))
    target = output if output.parent != Path() else deck.with_name(output.name)
    if target.parent.resolve() != deck.parent.resolve():
        raise click.UsageError(translate("The new file belongs in the folder of the old, where its pictures are."))
    return target


def _names(folder: Path) -> set[str]:
    """Return the names of the papers of all decks in a folder, which the next day's papers must not replace."""
    from deckbuild.foreign.files import DECK, content
    from deckbuild.reader import read

    names = set()
    for path in sorted((*folder.glob("*.yaml"), *folder.glob("*.yml"))):
        try:
            is_deck = re.search(rb"(?m)^\W{0,3}slides\b", content(path, DECK))
        except OSError:
            continue
        if is_deck and (other := read(path).deck):
            names.add(other.name)
    return names
