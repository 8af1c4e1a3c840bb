"""A deck file -> all that can be said of it."""

from __future__ import annotations

from pathlib import Path

from deckbuild.diagnostics import Diagnostics
from deckbuild.model.deck import Deck
from deckbuild.pipeline.lay_out import lay_out_read
from deckbuild.reader import read
from deckbuild.reader.checks.spelling import check_spelling


def check_deck(path: Path, *, spelling: bool = False) -> Diagnostics:
    """Return all that can be said about the deck without writing a paper; with ``spelling``, of its words too."""
    result = read(path)
    if result.deck is not None:
        check_read(result.deck, result.diagnostics, spelling=spelling)
    return result.diagnostics


def check_read(deck: Deck, diagnostics: Diagnostics, *, spelling: bool = False) -> None:
    """Add to ``diagnostics`` what is to be said of a deck that was read, as ``check_deck`` does."""
    laid_out = lay_out_read(deck, diagnostics)
    if spelling and laid_out is not None:
        check_spelling(laid_out.deck, diagnostics)
