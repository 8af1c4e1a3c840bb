"""``deckbuild diff``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.file_arguments import DeckOrPaper
from deckbuild.cli.language import Spoken, translator_for
from deckbuild.cli.making import print_findings, refuse, refuse_as_json
from deckbuild.cli.meant import DECK_ENDINGS

if TYPE_CHECKING:
    from deckbuild.changes import Changes, PageFingerprint
    from deckbuild.diagnostics import Translate


@click.command(cls=Spoken)
@click.argument("old", type=DeckOrPaper(), metavar="OLD")
@click.argument("new", type=DeckOrPaper(), metavar="NEW")
@click.option("--json", "as_json", is_flag=True, help="Write what changed for other programs.")
def diff(old: Path, new: Path, as_json: bool) -> None:
    """Say which slides and which handout pages differ between OLD and NEW, and what to print again.

    OLD and NEW are each a deck (deck.yaml), a folder with papers such as output, or one paper (.pptx or .pdf).
    Pages are compared by how they look. Exits with 0 whether or not there are differences.

    \b
    Examples:
      deckbuild diff output deck.yaml
      deckbuild diff old/deck.yaml deck.yaml
    """
    from deckbuild.changes import compare, pair_papers
    from deckbuild.diagnostics import Diagnostic, DiagnosticError

    translate = translator_for(new if new.suffix in DECK_ENDINGS else None)
    try:
        before, after = (_papers(path, translate, as_json=as_json) for path in (old, new))
        pairs = list(pair_papers(before, after))
        if not pairs:
            raise DiagnosticError(
                Diagnostic("no-papers", None, "None of the papers at {old} belongs to one at {new}.",
                           "Compare papers of one kind: slides with slides, handout with handout.",
                           {"old": str(old), "new": str(new)})
            )  # fmt: skip
        found = [compare(name, _pages(name, was, old), _pages(name, now, new)) for name, was, now in pairs]
    except DiagnosticError as error:
        if as_json:
            refuse_as_json(error, translate, papers=[])
        refuse(error, translate)
    click.echo(_as_json(found) if as_json else "\n".join(_summary(changes, translate) for changes in found))


def _pages(name: str, paper: bytes, given: Path) -> list[PageFingerprint]:
    """Return the fingerprints of a paper's pages; ``given`` is the paper, or where it is from."""
    from deckbuild.changes import fingerprint_pages
    from deckbuild.diagnostics import Arg, Diagnostic, DiagnosticError, because

    file: dict[str, Arg] = {"file": str(given / name if given.is_dir() else given)}
    try:
        return fingerprint_pages(name, paper)
    except ValueError as error:
        message, hint = "“{file}” is damaged and can't be read.", "Make the papers anew."
        raise DiagnosticError(Diagnostic("cannot-read", None, message, hint, file)) from error
    except OSError as error:
        message, hint = "“{file}” can't be read: {reason}.", "Check the name, and whether you may open it."
        said = Diagnostic("cannot-read", None, message, hint, {**file, "reason": because(error)})
        raise DiagnosticError(said) from error


def _papers(path: Path, translate: Translate, *, as_json: bool) -> dict[str, bytes]:
    """Return name -> content of the papers at ``path``. For a deck with errors, print them and exit with 1."""
    if path.suffix.lower() not in DECK_ENDINGS:
        from deckbuild.changes import papers_at

        return papers_at(path)
    from deckbuild.changes.deck_papers import papers_of
    from deckbuild.diagnostics.render.objects import as_object

    papers, diagnostics = papers_of(path)
    if not papers:
        if as_json:
            found = [as_object(diagnostic, translate) for diagnostic in diagnostics]
            click.echo(json.dumps({"papers": [], "diagnostics": found}, ensure_ascii=False, indent=2))
            sys.exit(1)
        print_findings(diagnostics, translate)
        sys.exit(1)
    return papers


def _summary(changes: Changes, translate: Translate) -> str:
    """Return the lines that say what changed in a paper."""
    from deckbuild.changes import print_ranges
    from deckbuild.diagnostics import Counted

    slides = changes.name.lower().endswith(".pptx")
    if slides:
        count = Counted(changes.total, "1 slide", "{count} slides").text(translate)
    else:
        count = Counted(changes.total, "1 page", "{count} pages").text(translate)
    head = f"{changes.name} ({count})"
    if not changes.found:
        return f"{head}: {translate('nothing changed')}"
    words = {"changed": translate("changed"), "new": translate("new"), "gone": translate("gone")}
    lines = [
        f"  {change.number:>4}  {words[change.kind.value]:<{max(map(len, words.values()))}}  {change.title}".rstrip()
        for change in changes.found
    ]
    if changes.again and not slides:
        message = translate("Print pages {pages} again: {sheets} when both sides are printed.")
        sheets = Counted(len(changes.sheets), "1 sheet", "{count} sheets").text(translate)
        lines.append("  " + message.format(pages=print_ranges(changes.again), sheets=sheets))
    return "\n".join([f"{head}:", *lines])


def _as_json(found: list[Changes]) -> str:
    papers = [
        {
            "paper": changes.name,
            "total": changes.total,
            "changes": [{"what": c.kind.value, "number": c.number, "title": c.title} for c in changes.found],
            "sheets": list(changes.sheets),
        }
        for changes in found
    ]
    return json.dumps({"papers": papers, "diagnostics": []}, ensure_ascii=False, indent=2)
