"""YAML text -> a typed ``Deck`` in which every value knows its place, and the findings of the whole file at once.

::

    bytes --syntax.decode--> lines --syntax.parse--> YAML nodes --sections, values.convert--> Deck --checks--> findings

A value is converted first. Only if that fails, rules try to recognise the author's mistake, so that the message can
name it. The rules stand in tables: ``syntax.recover`` has those for text that YAML can't read. ``values.wrong_kind``,
``values.not_keys``, ``values.misread_mapping`` and ``values.unquoted_colon`` have those for values of the wrong kind.
``values.misread_text`` has those for texts that can be read, but look like a mistake.

How a value is read follows from the annotations of the model's dataclasses. ``values.special_forms`` and ``sections``
have functions for the notations that annotations can't express; ``sections.grammar`` lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics, SourceFile, Span
from deckbuild.images.model import Stamp, stamp
from deckbuild.model.deck import Deck
from deckbuild.reader.context import FAILED, Node, Reading
from deckbuild.reader.guesses.trying import Refutes, Work, least_faulty
from deckbuild.reader.sections.deck import read_deck
from deckbuild.reader.sections.grammar import grammar
from deckbuild.reader.syntax.decode import content_of, load
from deckbuild.reader.syntax.parse import compose
from deckbuild.reader.syntax.repair_buffer import Slip

__all__ = ["ReadResult", "read"]

CONSEQUENCES = {
    "missing-key", "no-content", "unknown-name", "wrong-count", "uneven-row", "empty-value", "wrong-kind", "unused",
    "unknown-key", "two-contents", "no-effect", "missing-alt",
}  # fmt: skip
"""Codes of findings that may be wrong when YAML could be read only without some lines of the file."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The result of reading a deck file."""

    deck: Deck | None
    """The deck; ``None`` when there are errors."""
    diagnostics: Diagnostics
    files: tuple[Path, ...] = ()
    """The files that the deck names, such as pictures, whether they exist or not."""
    digest: str = ""
    """SHA-256 of the deck file as it was read."""
    seen: Mapping[Path, Stamp] = field(default_factory=dict)
    """The stamps of those ``files`` that exist, at the end of reading."""
    slips: tuple[Slip, ...] = ()
    """The slips of structure that were read as if they were mended."""


def read(path: Path, data: bytes | None = None, work: Work | None = None) -> ReadResult:
    """Read the deck file at ``path``, or ``data`` as its content. A fault in it is a finding, never an exception.

    Where a slip of structure explains several findings, only the slip is reported. ``work`` bounds the search for it.
    """
    diagnostics = Diagnostics()
    data = content_of(path, diagnostics) if data is None else data
    file = load(path, diagnostics, data) if data is not None else None
    if data is None or file is None:
        return ReadResult(None, diagnostics)
    digest = sha256(data).hexdigest()

    def attempt(slips: Sequence[Slip], unread: Iterable[int] = (), refutes: Refutes | None = None) -> ReadResult:
        reading = Reading(file, Diagnostics(diagnostics), grammar())
        result = _read(path, reading, compose(reading, slips, unread, refutes), digest)
        return replace(result, slips=tuple(slips))

    known = known_slips(digest)
    if known:
        return attempt(known[0])
    result = least_faulty(file, attempt, lambda result: result.diagnostics, work or Work())
    known.append(result.slips)
    return result


@lru_cache(maxsize=64)
def known_slips(digest: str) -> list[tuple[Slip, ...]]:  # noqa: ARG001 - it is what is remembered by
    """Return the list that remembers the slips found in a file: empty at first, then with one entry, its slips.

    Checking and mending read the same text several times, and looking for slips is slow.
    """
    return []


def _read(path: Path, reading: Reading, root: Node | None, digest: str) -> ReadResult:
    """Read a deck from its root node. Without one the file was refused."""
    diagnostics = reading.diagnostics
    if root is None:
        return refused(reading.file, diagnostics)
    if not diagnostics.has_errors:
        deck = read_deck(root, path, reading)
        files = tuple(dict.fromkeys(reading.files))
        if deck is FAILED or reading.diagnostics.has_errors:
            return refused(reading.file, diagnostics, files)
        return ReadResult(deck, diagnostics, files, digest, _stamps(files))
    reading.diagnostics = Diagnostics()
    read_deck(root, path, reading)
    for found in reading.diagnostics:
        muted = found.span is not None and found.span.file is reading.file and found.span.line in reading.repairs.muted
        guessed = found.code == "unused"  # what would use it may stand in the lines at fault
        if not muted and not guessed and not (reading.repairs.lossy and found.code in CONSEQUENCES):
            diagnostics.add(found)
    return refused(reading.file, diagnostics, tuple(dict.fromkeys(reading.files)))


def refused(file: SourceFile, diagnostics: Diagnostics, files: tuple[Path, ...] = ()) -> ReadResult:
    """Return the result of a deck that is not read: it has an error at least, which says why.

    When the reader itself is at fault and reported none, this says so, with the place of what was reported last.
    """
    if not diagnostics.has_errors:
        place = next((found.span for found in reversed([*diagnostics]) if found.span), Span(file, 1, 1, 1, 1))
        diagnostics.error(
            "not-understood",
            place,
            "Something in this file was not understood, and deckbuild can't say what.",
            "Take out what you wrote last, part by part, until it is read. Tell whoever looks after deckbuild for you.",
        )
    return ReadResult(None, diagnostics, files)


def _stamps(files: Iterable[Path]) -> dict[Path, Stamp]:
    found = {}
    for file in files:
        with suppress(ValueError):  # it is missing, and reported, or its name can't be one
            found[file] = stamp(file)
    return found
