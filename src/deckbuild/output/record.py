"""The record beside the papers, by which they are known again: what each was as written, and what it was made of."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from deckbuild.dataclass import dataclass

RECORD = ".deckbuild.json"


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """The record's entry for a paper."""

    digest: str
    """SHA-256 of the paper as it was written."""
    source: str = ""
    """SHA-256 of all that the paper was made from; empty when unknown."""
    deck: str = ""
    """The path of its deck from the folder of the build, with slashes; empty when unknown."""
    instead: str = ""
    """The name of the paper that it was written beside, because that was open in another program."""


def read_record(folder: Path) -> dict[str, PaperRecord]:
    """Return the record of ``folder`` by file name. A damaged record counts as empty, so that every paper is kept."""
    with contextlib.suppress(OSError, ValueError):
        found = json.loads((folder / RECORD).read_text("utf-8"))
        if isinstance(found, dict):
            return {str(name): _entry(stored) for name, stored in found.items()}
    return {}


def record_as_json(record: Mapping[str, PaperRecord]) -> bytes:
    """Return the content of a record's file."""
    entries = {
        name: {"sha256": entry.digest, "from": entry.source}
        | ({"deck": entry.deck} if entry.deck else {})
        | ({"instead of": entry.instead} if entry.instead else {})
        for name, entry in record.items()
    }
    return json.dumps(entries, indent=1, sort_keys=True).encode()


def same_name(name: str, other: str) -> bool:
    """Whether two names may be one file: on Windows and macOS, capitals don't tell names apart."""
    return name.casefold() == other.casefold()


def known_digests(record: Mapping[str, PaperRecord], name: str) -> set[str]:
    """Return the digests of the papers that were written as ``name``, or beside it while it was open."""
    return {entry.digest for other, entry in record.items() if same_name(other, name) or same_name(entry.instead, name)}


def without(record: Mapping[str, PaperRecord], names: Iterable[str]) -> dict[str, PaperRecord]:
    """Return the record without the entries that may mean the files called ``names``."""
    gone = {name.casefold() for name in names}
    return {name: entry for name, entry in record.items() if name.casefold() not in gone}


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of a file; None when there is none. Raises ``OSError``."""
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return None


def digest(content: bytes) -> str:
    """Return the SHA-256 of a content, in hexadecimal digits."""
    return sha256(content).hexdigest()


def _entry(stored: object) -> PaperRecord:
    """Return an entry of a record. An entry that is a string is the digest alone."""
    if isinstance(stored, dict):
        return PaperRecord(*(str(stored.get(key, "")) for key in ("sha256", "from", "deck", "instead of")))
    return PaperRecord(str(stored))
