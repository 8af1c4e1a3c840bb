"""``deckbuild next``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckbuild.cli.making import deck_argument, refuse
from deckbuild.cli.speech import Spoken, speaker


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
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    metavar="FILE",
    help="The file to write, in the same folder; without it deck-2.yaml and so on.",
)
def next(deck: Path, date: str | None, day: int | None, content: str | None, output: Path | None) -> None:  # noqa: A001 - the command's name
    """Make the deck file for the next course day from DECK.

    The programme, sections, questions, fields and boards stay; slides about the day's matter are emptied or kept. What
    participants carried to a sheet comes back as questions after the programme. Comments stay, and so does DECK.

    \b
    Example:
      deckbuild next deck.yaml --date "9. april 2027" --content empty
    """
    from deckbuild.diagnostics import DiagnosticError
    from deckbuild.diagnostics.render import render
    from deckbuild.drafting import Content, follow
    from deckbuild.output import write_new
    from deckbuild.reader import read

    say = speaker(deck)
    target = _target(deck, output)
    result = read(deck)
    if result.deck is None:
        click.echo(render(result.diagnostics, translate=say, color=sys.stderr.isatty()), err=True)
        sys.exit(1)
    if sys.stdin.isatty():
        if date is None:
            date = click.prompt(say("Which day is the next? (may be left empty)"), default="", show_default=False)
        if content is None and click.confirm(say("Shall the slides keep what stands on them?"), default=False):
            content = "keep"
    made = follow(result.deck, date=(date or "").strip(), day=day, content=Content(content or "empty"))
    data = made.text.encode()
    checked = read(target, data)
    if checked.deck is None:
        click.echo(render(checked.diagnostics, translate=say, color=sys.stderr.isatty()), err=True)
        sys.exit(1)
    try:
        write_new({target: data})
    except DiagnosticError as error:
        refuse(error, say)
    _sum_up(target, made.emptied, made.carried)


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


def _sum_up(target: Path, emptied: int, carried: int) -> None:
    from deckbuild.diagnostics import Counted

    say = speaker(target)
    click.echo(say("{path} is ready.").format(path=target))
    if emptied:
        click.echo(
            "  " + Counted(emptied, "1 slide has its title only.", "{count} slides have their titles only.").text(say)
        )
    if carried:
        click.echo(
            "  " + Counted(carried, "1 question of the last day is asked again.",
                           "{count} questions of the last day are asked again.").text(say)
        )  # fmt: skip
