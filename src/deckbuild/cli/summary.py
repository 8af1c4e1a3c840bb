"""The summary of a build, as text for people and as JSON for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.diagnostics import Counted, decimal
from deckbuild.diagnostics.render import counted
from deckbuild.diagnostics.render.objects import as_object
from deckbuild.model.edition import Edition
from deckbuild.pipeline.papers import PaperKind

if TYPE_CHECKING:
    from deckbuild.diagnostics import Translate
    from deckbuild.output.papers import Written
    from deckbuild.pipeline.papers import MadePaper, Report


def sum_up(report: Report, deck: Path, translate: Translate) -> None:
    """Print which papers were written, how many sheets they need, and how long it took."""
    for paper in report.made:
        parts = [part.text(translate) for part in _counts(paper)]
        parts.append(f"{sum(file.size for file in paper.files) / 1024:.0f} KB")
        if all(file.unchanged for file in paper.files):
            parts.append(translate("same as before"))
        first = paper.files[0].path
        click.echo(f"{first.parent if len(paper.files) > 1 else first}  ({', '.join(parts)})")
        report_kept(paper, translate)
        if paper.edition is Edition.BOOKLET:
            click.echo(
                "  " + translate("Print on both sides, turned over on the short edge; fold all sheets together.")
            )
    report_outdated(report, deck, translate)
    report_former(report, translate)
    seconds = decimal(report.seconds, translate)
    if report.diagnostics.has_errors:
        click.echo(translate("Not all papers are in their places: the messages say why."))
    elif warnings := counted(report.diagnostics, translate):
        click.echo(translate("Done in {seconds} s, {warnings}.").format(seconds=seconds, warnings=warnings))
    else:
        click.echo(translate("Done in {seconds} s.").format(seconds=seconds))


def report_kept(paper: MadePaper, translate: Translate) -> None:
    """Print which old files had been changed by hand, and the names under which they are kept."""
    for file in paper.files:
        report_kept_file(file, translate)


def report_kept_file(file: Written, translate: Translate) -> None:
    """If the old file had been changed by hand, print that, and the name under which it is kept."""
    if file.kept:
        changed = "The one before had been changed by hand; it is kept as {name}"
        unknown = "Whether the one before had been changed by hand can't be told; it is kept as {name}"
        click.echo("  " + translate(changed if file.known else unknown).format(name=file.kept.name))


def report_outdated(report: Report, deck: Path, translate: Translate) -> None:
    """Print which papers in the folder show an older version of the deck, and which command makes them again."""
    message = translate("{name} shows the deck as it was before: `{command}` makes it anew.")
    typed = "" if deck == Path("deck.yaml") else f" {deck}"
    for paper in report.outdated:
        match paper.kind:
            case PaperKind.SLIDES:
                command = f"deckbuild build{typed}"
            case PaperKind.SLIDES_PDF:
                command = f"deckbuild slides{typed}"
            case PaperKind.HANDOUT:
                command = f"deckbuild handout{typed} --edition {paper.edition.value}"
        if paper.named:
            command += " --participants " + translate("LIST") + " --merged" * (paper.path.suffix == ".pdf")
        click.echo("  " + message.format(name=paper.path.name, command=command))


def report_former(report: Report, translate: Translate) -> None:
    """Print which copies lie beside the new ones though their people are no longer on the list."""
    if report.former:
        count = Counted(len(report.former), "1 copy", "{count} copies").text(translate)
        message = translate("{copies} in {folder} are for people who are not on this list: {names}.")
        names = ", ".join(path.name for path in report.former)
        click.echo("  " + message.format(copies=count, folder=report.former[0].parent.name, names=names))


def _counts(paper: MadePaper) -> list[Counted]:
    """Return the counts of a paper: copies, slides or pages, and the sheets of one copy."""
    counts = [Counted(paper.copies, "1 copy", "{count} copies")] if paper.copies else []
    if paper.kind is not PaperKind.HANDOUT:
        return [*counts, Counted(paper.pages, "1 slide", "{count} slides")]
    if paper.edition is not Edition.BOOKLET:
        counts.append(Counted(paper.pages, "1 page", "{count} pages"))
        if paper.edition is Edition.FILLABLE:
            return counts
    counts.append(Counted(paper.sheets, "1 sheet", "{count} sheets"))
    if paper.colored:
        return [*counts, Counted(paper.colored, "1 page in colour", "{count} pages in colour")]
    return counts


def as_json(report: Report, translate: Translate) -> str:
    """Return what was made and found as a JSON object."""
    papers = [
        {
            "kind": paper.kind.value,
            **({"edition": paper.edition.value} if paper.kind is PaperKind.HANDOUT else {}),
            "files": [str(file.path) for file in paper.files],
            "kept": [str(file.kept) for file in paper.files if file.kept],
            "unchanged": all(file.unchanged for file in paper.files),
            "bytes": sum(file.size for file in paper.files),
            "pages": paper.pages,
            "copies": paper.copies,
            **({"sheets": paper.sheets, "in_color": paper.colored} if paper.kind is PaperKind.HANDOUT else {}),
        }
        for paper in report.made
    ]
    old = [str(paper.path) for paper in report.outdated]
    former = [str(path) for path in report.former]
    found = [as_object(diagnostic, translate) for diagnostic in report.diagnostics]
    return json.dumps(
        {
            "papers": papers,
            "outdated": old,
            "former_copies": former,
            "diagnostics": found,
            "seconds": round(report.seconds, 2),
        },
        ensure_ascii=False,
        indent=2,
    )
