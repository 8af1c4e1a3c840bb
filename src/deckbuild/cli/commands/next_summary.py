"""The summary that ``deckbuild next`` prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.language import translator_for

if TYPE_CHECKING:
    from deckbuild.diagnostics import Translate
    from deckbuild.drafting import Following


def sum_up(deck: Path, target: Path, made: Following, day: int | None) -> None:
    """Print what was done and what is left to do."""
    from deckbuild.diagnostics import Counted

    translate = translator_for(target)
    click.echo(translate("{path} is ready.").format(path=target))
    for counted in (
        Counted(
            made.emptied, "1 slide has only its title and questions left.",
            "{count} slides have only their titles and questions left.",
        ),
        Counted(
            made.carried, "1 question of the last day is asked again.",
            "{count} questions of the last day are asked again.",
        ),
        Counted(made.answered, "The answers to 1 of them are shown.", "The answers to {count} of them are shown."),
    ):  # fmt: skip
        if counted.count:
            click.echo(f"  {counted.text(translate)}")
    for line in (*_changed(deck, target, made, translate), *_of_the_day(made, day, translate)):
        click.echo(f"  {line}")


def _changed(deck: Path, target: Path, made: Following, translate: Translate) -> Iterator[str]:
    """Yield lines about changed slides, figures and boards."""
    from deckbuild.diagnostics import Words
    from deckbuild.drafting import answers_file

    for slide in made.kept:
        message = translate("“{title}” on line {line} stays: it was changed, or links lead to it.")
        yield message.format(title=slide.title.plain, line=slide.span.line if slide.span else 0)
    if made.unused:
        message = translate("No slide shows {names} any more; you find them in {deck}.")
        yield message.format(names=Words(made.unused).text(translate), deck=deck.name)
    if made.boards:
        message = translate(
            "Boards with answers wait for the new day's: `deckbuild collect answers/ --deck {deck} -o {file}`."
        )
        yield message.format(deck=target.name, file=answers_file(target.stem))


def _of_the_day(made: Following, day: int | None, translate: Translate) -> Iterator[str]:
    """Yield lines about what the author has to check in the date and the number of the day."""
    heading = made.heading
    if heading.undated:
        message = translate(
            "The last day's date, {date}, no longer counts: write the new one under `deck:` as `date: …`."
        )
        yield message.format(date=heading.undated)
    if heading.old_date:
        yield translate("The title or subtitle still says {date}.").format(date=heading.old_date)
    for each in made.days:
        yield translate("The programme still says `day: {day}`.").format(day=each)
    if day is not None and not heading.counted:
        yield translate("No number of the day was found in title or subtitle, so `--day` changed nothing there.")
    if heading.beyond:
        yield translate("The number is now greater than the number of days: {text}.").format(text=heading.beyond)
