"""YAML text -> a typed ``Deck`` in which every value knows its place, and all faults of the file at once.

::

    bytes --syntax.decode--> lines --syntax.parse--> YAML nodes --sections, values.convert--> Deck --checks--> findings

A value is converted first; only what could not be converted is examined for what its author may have meant. What
people do wrong stands in tables of rules: ``syntax.recover`` has the faults of YAML; ``values.wrong_kind``,
``values.not_keys``, ``values.misread_mapping`` and ``values.unquoted_colon`` those of values; ``values.misread_text``
has the texts that only look wrong. ``values.special_forms`` has what the language allows beyond the model's
annotations; everything else follows from the dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deckbuild.diagnostics import Diagnostics
from deckbuild.model.deck import Deck
from deckbuild.reader.context import FAILED, Reading
from deckbuild.reader.sections.deck import read_deck
from deckbuild.reader.sections.grammar import grammar
from deckbuild.reader.syntax.decode import load
from deckbuild.reader.syntax.parse import compose

__all__ = ["ReadResult", "read"]

CONSEQUENCES = {
    "missing-key", "no-content", "unknown-name", "wrong-count", "uneven-row", "empty-value", "wrong-kind", "unused",
    "unknown-key", "two-contents", "no-effect", "missing-alt",
}  # fmt: skip
"""What may be untrue once a line had to be left out."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of reading a file."""

    deck: Deck | None
    """The deck; nothing when there are errors."""
    diagnostics: Diagnostics
    files: tuple[Path, ...] = ()
    """The files it names, such as pictures, whether they are there or not."""


def read(path: Path, data: bytes | None = None) -> ReadResult:
    """Read a deck file, or ``data`` as if it stood in it.

    It never raises because of what is in the file, unless the reader itself has a fault: ``RuntimeError`` when it
    refuses a deck without reporting why.
    """
    diagnostics = Diagnostics()
    file = load(path, diagnostics, data)
    if file is None:
        return ReadResult(None, diagnostics)
    reading = Reading(file, diagnostics, grammar())
    root = compose(reading)
    if root is None:
        return ReadResult(None, diagnostics)
    if not diagnostics.has_errors:
        deck = read_deck(root, path, reading)
        if deck is FAILED and not diagnostics.has_errors:
            raise RuntimeError("a value was refused without a finding")
        files = tuple(dict.fromkeys(reading.files))
        return ReadResult(None if deck is FAILED or diagnostics.has_errors else deck, diagnostics, files)
    reading.diagnostics = Diagnostics()
    read_deck(root, path, reading)
    for found in reading.diagnostics:
        muted = found.span is not None and found.span.file is file and found.span.line in reading.repairs.muted
        if not muted and not (reading.repairs.lossy and found.code in CONSEQUENCES):
            diagnostics.add(found)
    return ReadResult(None, diagnostics, tuple(dict.fromkeys(reading.files)))
