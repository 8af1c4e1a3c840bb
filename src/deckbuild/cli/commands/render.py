"""``deckbuild render``: pictures of slides or handout pages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckbuild.cli.file_arguments import Folder
from deckbuild.cli.language import Spoken, translator_for
from deckbuild.cli.making import deck_argument, print_findings, quiet_option, refuse

_BEYOND = 100_000
"""More pages than a paper has."""


def _number(digits: str) -> int:
    """Return a page's number; one beyond all decks is ``_BEYOND``, since a range is made of it."""
    return min(int(digits), _BEYOND) if len(digits) < 10 else _BEYOND


def _pages(_context: click.Context, _option: click.Parameter, value: str | None) -> frozenset[int] | None:
    """Return the page numbers in a text such as ``1-3,7``, or None for all pages."""
    if value is None:
        return None
    found: set[int] = set()
    for part in value.split(","):
        first, dash, last = part.strip().partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()) or _number(last or first) < _number(first):
            translate = translator_for()
            raise click.BadParameter(
                translate("“{part}” is not a page or a stretch of pages such as 3-5.").format(part=part)
            )
        found.update(range(_number(first), _number(last or first) + 1))
    return frozenset(found)


@click.command(cls=Spoken)
@deck_argument
@click.option("--paper", type=click.Choice(["slides", "handout"]), default="slides", help="What to make pictures of.")
@click.option(
    "--pages", callback=_pages, default=None, metavar="PAGES", help="Only these, such as 1-3,7 (1 is the first)."
)
@click.option(
    "--width", type=click.IntRange(16, 8000), default=1600, metavar="PIXELS", help="Width of the pictures in pixels."
)
@click.option(
    "-o",
    "--output",
    type=Folder(),
    default=None,
    metavar="FOLDER",
    help="The folder to write into.",
)
@quiet_option
def render(deck: Path, paper: str, pages: frozenset[int] | None, width: int, output: Path | None, quiet: bool) -> None:
    """Make pictures (PNG) of DECK's slides or of its handout's pages.

    \b
    Example:
      deckbuild render deck.yaml --paper handout --pages 1-3 -o pictures
    """
    from deckbuild.diagnostics import DiagnosticError
    from deckbuild.output.papers import write_over
    from deckbuild.output.rasterize import page_count, page_pictures
    from deckbuild.pipeline.lay_out import files_stay, lay_out_deck
    from deckbuild.pipeline.papers import PaperKind
    from deckbuild.pipeline.render import render_paper

    translate = translator_for(deck)
    laid_out, diagnostics = lay_out_deck(deck)
    if laid_out is None:
        print_findings(diagnostics, translate)
        sys.exit(1)
    kind = PaperKind.SLIDES_PDF if paper == "slides" else PaperKind.HANDOUT
    folder = output if output is not None else deck.parent / "output" / paper
    try:
        with files_stay():
            paper_file = render_paper(laid_out, kind)
        pictures = page_pictures(paper_file, width, pages)
        made = {f"{paper}-{number:02d}.png": picture for number, picture in pictures}
        if made:
            write_over(folder, made)
    except DiagnosticError as error:
        refuse(error, translate)
    for name in () if quiet else made:
        click.echo(folder / name)
    last = page_count(paper_file)
    beyond = sorted(number for number in pages or () if not 1 <= number <= last)
    if beyond:
        message = translate("There is no page {page}: the last one is page {last}.")
        click.echo(f"{translate('error')}: {message.format(page=beyond[0], last=last)}", err=True)
        sys.exit(1)
