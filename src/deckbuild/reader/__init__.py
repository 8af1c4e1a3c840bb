"""YAML text -> a typed ``Deck`` in which every value knows its place, and all faults of the file at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deckbuild.diagnostics import Diagnostics
from deckbuild.model.deck import Deck

__all__ = ["ReadResult", "read"]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of reading a file."""

    deck: Deck | None
    """The deck; nothing when there are errors."""
    diagnostics: Diagnostics


def read(path: Path) -> ReadResult:
    """Read a deck file; never raises because of what is in it."""
    from deckbuild.reader.deck import read_deck
    from deckbuild.reader.reading import FAILED, Reading
    from deckbuild.reader.source import load
    from deckbuild.reader.syntax import compose

    diagnostics = Diagnostics()
    file = load(path, diagnostics)
    if file is None:
        return ReadResult(None, diagnostics)
    reading = Reading(file, diagnostics)
    root = compose(reading)
    if root is None:
        return ReadResult(None, diagnostics)
    deck = read_deck(root, path, reading)
    return ReadResult(None if deck is FAILED or diagnostics.has_errors else deck, diagnostics)
