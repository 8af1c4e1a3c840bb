"""``deckbuild next``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.making import deck_argument, refuse
from deckbuild.cli.speech import Spoken, speaker

if TYPE_CHECKING:
    from deckbuild.diagnostics import Translate
    from deckbuild.drafting import Following, LastAnswers


@click.command(cls=Spoken)
@deck_argument
@click.option("--date", default=None, metavar="TEXT", help="The next day, in your own words, such as 12. marts 2027.")
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
    help="The answers collected on the last day; without it answers.yaml beside DECK, if it is there.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
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
    from deckbuild.diagnostics import DiagnosticError, Diagnostics
    from deckbuild.diagnostics.render import render
    from deckbuild.drafting import Content, follow
    from deckbuild.output import write_new
    from deckbuild.reader import read
    from deckbuild.reader.dates import ODD_DATE

    say = speaker(deck)
    target = _target(deck, output)
    last, copied = _last_answers(deck, answers, say)
    result = read(deck)
    if result.deck is None:
        click.echo(render(result.diagnostics, translate=say, color=sys.stderr.isatty()), err=True)
        sys.exit(1)
    if sys.stdin.isatty():
        if date is None:
            date = click.prompt(say("Which day is the next? (may be left empty)"), default="", show_default=False)
        if content is None and click.confirm(say("Shall the slides keep what stands on them?"), default=False):
            content = "keep"
    made = follow(result.deck, date=(date or "").strip(), day=day, content=Content(content or "empty"), answers=last)
    files = {target: made.text.encode(), **(copied if made.answered else {})}
    try:
        write_new(files)
    except DiagnosticError as error:
        refuse(error, say)
    checked = read(target)
    if checked.deck is None:
        for file in files:
            file.unlink()
        click.echo(render(checked.diagnostics, translate=say, color=sys.stderr.isatty()), err=True)
        sys.exit(1)
    if dates := [found for found in checked.diagnostics if found.code == ODD_DATE]:
        click.echo(render(Diagnostics(dates), translate=say, color=sys.stderr.isatty()), err=True)
    _sum_up(target, made)


def _target(deck: Path, output: Path | None) -> Path:
    """Return the file to write: in the deck's folder, since pictures are found from there."""
    if output is None:
        stem, number = deck.stem.rstrip("0123456789").rstrip("-"), 2
        while (target := deck.with_name(f"{stem}-{number}{deck.suffix}")).exists():
            number += 1
        return target
    target = output if output.parent != Path() else deck.with_name(output.name)
    if target.parent.resolve() != deck.parent.resolve():
        say = speaker(deck)
        raise click.UsageError(say("The new file belongs in the folder of the old, where its pictures are."))
    return target


def _last_answers(deck: Path, given: Path | None, say: Translate) -> tuple[LastAnswers | None, dict[Path, bytes]]:
    """Return the last day's answers, and the copy to make of them.

    A file called answers.yaml is copied: collecting on the next day would put others in its place.
    """
    from deckbuild.diagnostics import Diagnostic, DiagnosticError
    from deckbuild.drafting import LastAnswers
    from deckbuild.reader.answers import ANSWERS_FILE, NotAnswersError, read_answered

    file = given or deck.parent / ANSWERS_FILE
    if given is None and not file.exists():
        return None, {}
    try:
        answered, content = read_answered(file), file.read_bytes()
    except NotAnswersError:
        message, hint = (
            "“{name}” is not a file of collected answers.",
            "Make it anew with `deckbuild collect svar/ -o {name}`.",
        )
        refuse(DiagnosticError(Diagnostic("not-answers", None, message, hint, {"name": str(file)})), say)
    if file.name != ANSWERS_FILE.name and file.parent.resolve() == deck.parent.resolve():
        return LastAnswers(file.name, answered), {}
    copy = deck.with_name(f"answers-{deck.stem}.yaml")
    there = copy.exists() and copy.read_bytes() == content
    return LastAnswers(copy.name, answered), {} if there else {copy: content}


def _sum_up(target: Path, made: Following) -> None:
    from deckbuild.diagnostics import Counted

    say = speaker(target)
    click.echo(say("{path} is ready.").format(path=target))
    for counted in (
        Counted(made.emptied, "1 slide has its title only.", "{count} slides have their titles only."),
        Counted(
            made.carried, "1 question of the last day is asked again.",
            "{count} questions of the last day are asked again.",
        ),
        Counted(made.answered, "The answers to 1 of them are shown.", "The answers to {count} of them are shown."),
    ):  # fmt: skip
        if counted.count:
            click.echo(f"  {counted.text(say)}")
