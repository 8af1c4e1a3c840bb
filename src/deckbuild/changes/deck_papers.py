"""The papers of a deck, built for a comparison."""

from __future__ import annotations

from pathlib import Path

from deckbuild.diagnostics import Diagnostics
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.pipeline.papers import PaperKind, paper_name
from deckbuild.pipeline.render import render_paper


def papers_of(deck_file: Path) -> tuple[dict[str, bytes], Diagnostics]:
    """Build the slides and all handout editions of a deck, without writing files.

    Return the papers (file name -> content) and the diagnostics. A deck with errors gives no papers.
    """
    laid_out, diagnostics = lay_out_deck(deck_file)
    if laid_out is None:
        return {}, diagnostics
    deck = laid_out.deck
    papers = {paper_name(deck, PaperKind.SLIDES): render_paper(laid_out, PaperKind.SLIDES)}
    for edition in deck.handout.editions:
        name = paper_name(deck, PaperKind.HANDOUT, edition)
        papers[name] = render_paper(laid_out, PaperKind.HANDOUT, edition)
    return papers, diagnostics
