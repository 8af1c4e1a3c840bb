"""The papers of a deck as they would be built."""

from __future__ import annotations

from pathlib import Path

from deckbuild.diagnostics import Diagnostics
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.pipeline.papers import PaperKind, paper_name
from deckbuild.pipeline.render import render_paper


def papers_of(deck_file: Path) -> tuple[dict[str, bytes], Diagnostics]:
    """Make the slides and the handout's editions of a deck, without writing them; return them by their files' names.

    There is nothing but diagnostics when the deck has errors.
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
