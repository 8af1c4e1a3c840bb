"""Writing papers so that nothing is lost: files are replaced atomically, and changes made by hand are kept.

A record beside the papers (``.deckbuild.json``) holds the SHA-256 of each paper as it was written, and of its source. A
paper that differs from its record was changed by hand or made by something else. It is renamed to a dated name before
the new paper takes its place. Only one build at a time writes into a folder.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from deckbuild.diagnostics import Diagnostic, DiagnosticError, because
from deckbuild.output.lock import folder_lock
from deckbuild.output.open_elsewhere import refuse_open

RECORD = ".deckbuild.json"


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """The record's entry for a paper."""

    digest: str
    """SHA-256 of the paper as it was written."""
    source: str = ""
    """SHA-256 of all that the paper was made from; empty when unknown."""


@dataclass(frozen=True, slots=True)
class Written:
    """A paper that was written."""

    path: Path
    size: int
    """In bytes."""
    kept: Path | None = None
    """The new name of the file that was there before, if it was not the paper written last."""
    known: bool = True
    """Whether the record has the paper written last. Otherwise ``kept`` may or may not have been changed by hand."""
    unchanged: bool = False
    """Whether its bytes are the same as before."""


def write_papers(
    folder: Path, papers: Mapping[str, bytes], now: Callable[[], datetime] = datetime.now, source: str = ""
) -> list[Written]:
    """Write all papers (file name -> content) into ``folder``, or none.

    All are first written to temporary files, and then moved into place. ``source`` is the SHA-256 of what they are made
    from; ``now`` dates the names of files that are kept. Raises ``DiagnosticError`` when a paper is open in another
    program, the folder can't be written to, or another build holds its lock. The old files then stay as they were.
    """
    _make_folder(folder)
    try:
        with folder_lock(folder):
            return _write(folder, papers, now, source)
    except OSError as error:
        raise cannot_write(Path(error.filename2 or folder), error) from error


def outdated(folder: Path, source: str) -> list[Path]:
    """Return the papers in ``folder`` and its subfolders whose recorded source is known and is not ``source``."""
    found = []
    with contextlib.suppress(OSError):
        for place in (folder, *sorted(entry for entry in folder.iterdir() if entry.is_dir())):
            for name, entry in read_record(place).items():
                if entry.source and entry.source != source and (place / name).is_file():
                    found.append(place / name)
    return found


def _write(folder: Path, papers: Mapping[str, bytes], now: Callable[[], datetime], source: str) -> list[Written]:
    record = read_record(folder)
    for name in papers:
        _refuse_locked(folder / name)
    staged: dict[str, Path] = {}
    moved: list[tuple[Path, Path]] = []
    try:
        for name, content in papers.items():
            staged[name] = _stage(folder, name, content)
        written = []
        for name, content in papers.items():
            target = folder / name
            kept = None
            before = _digest(target)
            last = record.get(name)
            if before is not None and before != _sha(content) and (last is None or before != last.digest):
                kept = _free_name(target, now())
                target.replace(kept)
                moved.append((kept, target))
            staged[name].replace(target)
            del staged[name]
            moved = [(k, t) for k, t in moved if t != target]
            record[name] = PaperRecord(_sha(content), source)
            written.append(Written(target, len(content), kept, last is not None, before == _sha(content)))
        _stage(folder, RECORD, _as_json(record)).replace(folder / RECORD)
    except OSError:
        for kept, target in moved:
            kept.replace(target)
        raise
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)
    return written


def replace_keeping(path: Path, content: bytes, now: Callable[[], datetime] = datetime.now) -> Path:
    """Replace a file by ``content``, and keep the old file under a dated name, which is returned.

    Raises ``DiagnosticError`` when it can't be written. The old file then stays as it was.
    """
    try:
        with path.open("r+b"):  # fails when the file is write-protected: it then stays as it is
            pass
        staged = _stage(path.parent, path.name, content)
        kept = _free_name(path, now())
        kept.write_bytes(path.read_bytes())
        staged.replace(path)
    except OSError as error:
        raise cannot_write(path, error, "Close the other program, or lift the write protection.") from error
    return kept


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write new files (path -> content), all or none, and make their folders.

    Raises ``DiagnosticError`` when a file exists already or can't be written.
    """
    for path in files:
        if os.path.lexists(path):  # never raises, unlike ``Path.exists``, for a name that is too long
            raise DiagnosticError(
                Diagnostic(
                    "already-there",
                    None,
                    "“{path}” is there already, and nothing was changed.",
                    "Choose another name, or move that file away first.",
                    {"path": str(path)},
                )
            )
    written: list[Path] = []
    for path, content in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            staged = _stage(path.parent, path.name, content)
            staged.replace(path)
            written.append(path)
        except OSError as error:
            for earlier in written:
                earlier.unlink(missing_ok=True)
            raise cannot_write(path, error, "Choose a folder that you may write in.") from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def read_record(folder: Path) -> dict[str, PaperRecord]:
    """Return the record of ``folder`` by file name. A damaged record counts as empty, so that every paper is kept."""
    with contextlib.suppress(OSError, ValueError):
        found = json.loads((folder / RECORD).read_text("utf-8"))
        if isinstance(found, dict):
            return {str(name): _entry(stored) for name, stored in found.items()}
    return {}


def _entry(stored: object) -> PaperRecord:
    """Return an entry of a record. An entry that is a string is the digest alone."""
    if isinstance(stored, dict):
        return PaperRecord(str(stored.get("sha256", "")), str(stored.get("from", "")))
    return PaperRecord(str(stored))


def _as_json(record: Mapping[str, PaperRecord]) -> bytes:
    entries = {name: {"sha256": entry.digest, "from": entry.source} for name, entry in record.items()}
    return json.dumps(entries, indent=1, sort_keys=True).encode()


def _stage(folder: Path, name: str, content: bytes) -> Path:
    """Write ``content`` to a temporary file in ``folder``, so that it can be moved into place atomically."""
    handle, path = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(path).chmod(0o644)
    except OSError:
        Path(path).unlink(missing_ok=True)
        raise
    return Path(path)


def _refuse_locked(path: Path) -> None:
    """Raise ``DiagnosticError`` when another program has locked ``path``, as PowerPoint does on Windows."""
    if not path.exists():
        return
    refuse_open(path)
    try:
        with path.open("r+b"):
            pass
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError, hint: str = "") -> DiagnosticError:
    """Return the error for a ``path`` that can't be written. ``hint`` is the advice when it is not a paper."""
    if isinstance(error, PermissionError) and path.is_file():
        return DiagnosticError(
            Diagnostic(
                "file-in-use",
                None,
                "“{path}” can't be replaced: it is open in another program or write-protected.",
                hint or "Close it in PowerPoint or the PDF reader, then run the command again.",
                {"path": str(path)},
            )
        )
    return DiagnosticError(
        Diagnostic(
            "cannot-write",
            None,
            "“{path}” can't be written: {reason}.",
            "Make room on the disk."
            if error.errno == errno.ENOSPC
            else "Choose a shorter name."
            if error.errno == errno.ENAMETOOLONG
            else hint or "Choose another folder with `-o`.",
            {"path": str(path), "reason": because(error)},
        )
    )


def _free_name(path: Path, now: datetime) -> Path:
    """Return a path beside ``path`` with a dated name that does not exist yet."""
    stem = f"{path.stem} {now:%Y-%m-%d %H.%M}"
    found = path.with_name(f"{stem}{path.suffix}")
    number = 2
    while found.exists():
        found = path.with_name(f"{stem} ({number}){path.suffix}")
        number += 1
    return found


def _digest(path: Path) -> str | None:
    return _sha(path.read_bytes()) if path.exists() else None


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
