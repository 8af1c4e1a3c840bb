"""``deckbuild handout``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckbuild.cli.file_arguments import FileArgument
from deckbuild.cli.language import Spoken, spoken, translator_for
from deckbuild.cli.making import deck_argument, make, output_options, refuse
from deckbuild.model.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuild.diagnostics import Translate

_ALL = "all"


class EditionName(click.Choice[str]):
    """The name of an edition, in English or in another of the languages, such as ``foldehæfte``."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the English name. Of one that there is not, name the nearest, else all of them."""
        from deckbuild.locales import language_of
        from deckbuild.reader.language.suggest import nearest, same

        names = [str(each) for each in self.choices]
        if found := same(str(value), names):
            return found
        words = language_of(spoken(context=ctx)).words.choices
        known = [next((word for word, meant in words.items() if meant == name), name) for name in names]
        translate = translator_for(context=ctx)
        message = translate("There is no edition “{name}”. The editions are {known}.")
        if near := nearest(str(value), dict.fromkeys((*known, *names))):
            message = translate("There is no edition “{name}”. Did you mean `--edition {near}`?")
        raise click.BadParameter(message.format(name=value, near=near, known=", ".join(known)), ctx, param)


@click.command(cls=Spoken)
@deck_argument
@click.option(
    "--edition",
    "named",
    type=EditionName([*(edition.value for edition in Edition), _ALL]),
    multiple=True,
    help="Which edition to make, several times for several; without it those listed in the deck.",
)
@click.option(
    "--participants",
    type=FileArgument(".csv", ".xlsx", ".ods", dir_okay=False),
    default=None,
    metavar="LIST",
    help="Make a copy for each in this list (.csv, .xlsx or .ods; a row names the columns, one of them Navn or Name).",
)
@click.option("--merged", is_flag=True, help="Put all copies for participants into one file, for the printer.")
@click.option("--put-away", is_flag=True, help="Move copies for people who are no longer on LIST into a folder.")
@output_options
def handout(
    deck: Path,
    named: tuple[str, ...],
    participants: Path | None,
    merged: bool,
    put_away: bool,
    output: Path | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Make the handout (.pdf) from DECK, in one edition or several.

    DECK is deck.yaml when you don't name another.

    \b
    Examples:
      deckbuild handout deck.yaml --edition participant -o print
      deckbuild handout --participants deltagere.csv --merged
    """
    from deckbuild.pipeline.papers import PaperKind, People

    editions = tuple(Edition) if _ALL in named else tuple(Edition(name) for name in named)
    translate = translator_for(deck)
    if participants is None and (merged or put_away):
        message = translate("`{option}` needs `--participants`: the list of who gets a copy.")
        raise click.UsageError(message.format(option="--merged" if merged else "--put-away"))
    people = People(participants, merged) if participants else None
    report = make(deck, output, (PaperKind.HANDOUT,), editions or None, people, quiet=quiet, as_json=as_json)
    if report.former and report.laid_out and (put_away or not (quiet or as_json)):
        _put_away(report.former, report.laid_out.deck.labels.former, translate, tidy=put_away, aside=as_json)


def _put_away(copies: Sequence[Path], folder: str, translate: Translate, *, tidy: bool, aside: bool) -> None:
    """Move copies for people who are not on the list into a folder, if the user asked for it or says so now.

    What is said goes to standard error if ``aside``.
    """
    from deckbuild.cli.prompts import confirm, interactive
    from deckbuild.diagnostics import DiagnosticError
    from deckbuild.output.papers import put_away

    if not tidy and not (interactive() and confirm(translate("Shall they be put away?"), translate)):
        click.echo("  " + translate("`--put-away` moves them into a folder of their own."))
        return
    try:
        place = put_away(copies, folder)
    except DiagnosticError as error:
        refuse(error, translate)
    click.echo("  " + translate("They are in {folder} now.").format(folder=place), err=aside)
