"""Checks a deck file: all findings, without making papers."""

from __future__ import annotations

from pathlib import Path

from deckbuild.diagnostics import Diagnostics
from deckbuild.model.deck import Deck
from deckbuild.pipeline.folder import check_name
from deckbuild.pipeline.lay_out import lay_out_read
from deckbuild.reader import read
from deckbuild.reader.checks.spelling import check_spelling


def check_deck(path: Path, *, spelling: bool = False) -> Diagnostics:
    """Return all findings of reading and layout; with ``spelling`` also those of the spelling checker."""
    result = read(path)
    if result.deck is not None:
        check_read(result.deck, result.diagnostics, spelling=spelling)
    return result.diagnostics


def check_read(deck: Deck, diagnostics: Diagnostics, *, spelling: bool = False) -> None:
    """Add the findings of layout (and spelling) for a deck that was already read to ``diagnostics``."""
    check_name(deck, deck.path.parent / "output", diagnostics)
    laid_out = lay_out_read(deck, diagnostics)
    if spelling and laid_out is not None:
        check_spelling(laid_out.deck, diagnostics)
