"""``deckbuild check --fix`` and ``--diff``: correct a deck file, or show what would be corrected."""

from __future__ import annotations

import difflib
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.making import refuse

if TYPE_CHECKING:
    from deckbuild.diagnostics import Translate


def mend_deck(deck: Path, translate: Translate, *, aside: bool) -> None:
    """Correct a deck file and print the changed lines; ``aside`` prints to stderr, when programs read the findings.

    Exits with 1 when the file can't be written.
    """
    from deckbuild.diagnostics import Counted, DiagnosticError
    from deckbuild.output.papers import replace_keeping
    from deckbuild.reader.encodings import as_utf8
    from deckbuild.reader.fix import mend

    if not deck.is_file():
        return  # the check reports it
    mended = mend(deck)
    if mended.after == mended.before:
        click.echo(translate("There was nothing that can be mended safely.") + "\n", err=aside)
        return
    try:
        kept = replace_keeping(deck, mended.after)
    except DiagnosticError as error:
        refuse(error, translate)
    old, new = _lines(mended.before), _lines(mended.after)
    if as_utf8(mended.before) != mended.before:
        where = translate("Saved {name} as UTF-8; the file from before is kept as {kept}.")
        click.echo(where.format(name=deck.name, kept=kept.name), err=aside)
    lines = enumerate(zip_longest(old, new, fillvalue=""), 1)  # nothing may be left of the last one
    changed = {number: now for number, (was, now) in lines if was != now}
    if changed:
        message = Counted(len(changed), "Mended 1 line", "Mended {count} lines").text(translate)
        where = translate("{fixed} in {name}; the file from before is kept as {kept}.")
        click.echo(where.format(fixed=message, name=deck.name, kept=kept.name), err=aside)
    for number, line in changed.items():
        click.echo(f"  {number}: {line.strip()}".rstrip(), err=aside)
    click.echo(err=aside)


def show_mending(deck: Path) -> None:
    """Print what ``--fix`` would change, as a unified diff."""
    from deckbuild.reader.fix import mend

    if not deck.is_file():
        return
    mended = mend(deck)
    name = deck.as_posix()
    for line in difflib.unified_diff(_lines(mended.before), _lines(mended.after), name, name, lineterm=""):
        click.echo(line)


def _lines(data: bytes) -> list[str]:
    from deckbuild.diagnostics import lines_of
    from deckbuild.reader.encodings import as_utf8

    return lines_of(as_utf8(data).decode("utf-8", "replace"))
