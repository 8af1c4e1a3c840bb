"""Writing papers so that nothing is lost: all of a build take their places together, and changes made by hand are kept.

A record beside the papers (``.deckbuild.json``) holds the SHA-256 of each paper as it was written, and of its source. A
paper that differs from its record was changed by hand or made by something else. It is renamed to a dated name before
the new paper takes its place. A paper that another program holds open stays, and the new one is written beside it
until it is closed. Only one build at a time writes into a folder; ``journal`` finishes what a kill interrupts.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Counted, Diagnostic, DiagnosticError, Diagnostics, Severity
from deckbuild.output import STAGE
from deckbuild.output.disk import cannot_write, dated_name, is_held, refuse_long_path, sign_of_use
from deckbuild.output.journal import Journal, Move, begin, begun, beside, finish, sweep, undo
from deckbuild.output.lock import folder_lock
from deckbuild.output.record import RECORD, PaperRecord, digest, digest_of, known_digests, read_record

_LEFT = re.compile(r"\..+\.\w{8}\.part")
"""What version 0.1 left in the folder when it was killed."""


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
    instead: Path | None = None
    """The paper that it was written beside, because that is open in another program."""


def write_papers(
    folder: Path,
    papers: Mapping[str, bytes],
    now: Callable[[], datetime] = datetime.now,
    source: str = "",
    *,
    deck: str = "",
    word: str = "new",
    diagnostics: Diagnostics | None = None,
) -> list[Written]:
    """Write all papers (name from the folder, with slashes -> content), or none.

    ``source`` is the SHA-256 of what they are made from, ``deck`` the path of their deck from the folder. ``now`` dates
    the names of files that are kept; ``word`` (new) is in the names of papers beside those that are open in another
    program, which are errors among the ``diagnostics``. Raises ``DiagnosticError`` when the folder can't be written to,
    or another build holds its lock. The old files then stay as they were.
    """
    found = Diagnostics() if diagnostics is None else diagnostics
    places = {(folder / name).parent for name in (RECORD, *papers)}
    try:
        for place in sorted(places):
            place.mkdir(parents=True, exist_ok=True)
        with folder_lock(folder):
            found.extend(Diagnostics(_recovered(folder, now())))
            found.extend(Diagnostics(_swept(places)))
            for place in places:
                _check_record(place / RECORD)
            digests = {name: digest(content) for name, content in papers.items()}
            records = {place: read_record(place) for place in places}
            planned = tuple(_planned(folder, name, made, word, now(), records) for name, made in digests.items())
            journal = begin(folder, [*papers.values()], Journal(planned, source, deck, word))
            moves = _finished(folder, journal, now(), found)
    except OSError as error:
        raise cannot_write(_where(folder, error), error) from error
    written = []
    for (name, content), plan, move in zip(papers.items(), planned, moves, strict=True):
        target = folder / name
        kept = target.with_name(move.kept) if move.kept else None
        instead = target if move.instead else None
        if instead is not None:
            found.add(_held(instead, folder / move.name))
        unchanged = plan.before == move.digest
        known = target.name in records[target.parent]
        written.append(Written(folder / move.name, len(content), kept, known, unchanged, instead))
    return written


def recover(folder: Path, now: Callable[[], datetime] = datetime.now) -> list[Diagnostic]:
    """Finish or undo what a kill interrupted in ``folder``; return what to say about it.

    Nothing is done while another build is writing there.
    """
    if not (folder / STAGE).is_dir():
        return []
    try:
        with folder_lock(folder, patience=0):
            return _recovered(folder, now())
    except OSError as error:
        return [cannot_write(_where(folder, error), error).diagnostic]
    except DiagnosticError:
        return []


def put_away(paths: Sequence[Path], name: str, now: Callable[[], datetime] = datetime.now) -> Path:
    """Move papers of one folder into the folder ``name`` beside them, all or none; return that folder.

    Raises ``DiagnosticError`` when one can't be moved.
    """
    place = paths[0].parent
    folder = place / name
    try:
        folder.mkdir(exist_ok=True)
        with folder_lock(place):
            _recovered(place, now())
            targets = [folder / path.name for path in paths]
            free = [dated_name(target, now()) if os.path.lexists(target) else target for target in targets]
            moves = (
                Move(target.relative_to(place).as_posix(), digest_of(path) or "", was=path.name)
                for path, target in zip(paths, free, strict=True)
            )
            _all_or_none(place, [], tuple(moves), now())
    except OSError as error:
        path = Path(error.filename or folder)
        raise cannot_write(place if STAGE in path.parts else path, error) from error
    return folder


def outdated(folder: Path, source: str) -> list[Path]:
    """Return the papers in ``folder`` and its subfolders whose recorded source is known and is not ``source``."""
    found = []
    with contextlib.suppress(OSError):
        for place in (folder, *sorted(entry for entry in folder.iterdir() if entry.is_dir())):
            for name, entry in read_record(place).items():
                if entry.source and entry.source != source and (place / name).is_file():
                    found.append(place / name)
    return found


def replace_keeping(path: Path, content: bytes, now: Callable[[], datetime] = datetime.now) -> Path:
    """Replace a file by ``content``, and keep the old file under a dated name, which is returned.

    Raises ``DiagnosticError`` when it can't be written. The old file then stays as it was.
    """
    try:
        with path.open("r+b") as file:  # fails when the file is write-protected: it then stays as it is
            old = file.read()
        with folder_lock(path.parent):
            _recovered(path.parent, now())
            kept = dated_name(path, now())
            moves = (Move(kept.name, digest(old)), Move(path.name, digest(content), digest(old)))
            _all_or_none(path.parent, [old, content], moves, now())
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
    path = next(iter(files))
    try:
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            refuse_long_path(path)
            digest_of(path)
        folder = Path(os.path.commonpath([path.parent.absolute() for path in files]))
        with folder_lock(folder):
            _recovered(folder, datetime.now())
            names = [path.absolute().relative_to(folder).as_posix() for path in files]
            moves = [Move(name, digest(content)) for name, content in zip(names, files.values(), strict=True)]
            _all_or_none(folder, [*files.values()], tuple(moves), datetime.now())
    except OSError as error:
        raise cannot_write(path, error, "Choose a folder that you may write in.") from error


def write_over(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files that no record is kept of (name -> content), each whole, in the place of those that are there.

    Raises ``DiagnosticError`` when one can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with folder_lock(folder):
            _recovered(folder, datetime.now())
            moves = (Move(name, digest(made), digest_of(folder / name) or "") for name, made in files.items())
            _all_or_none(folder, [*files.values()], tuple(moves), datetime.now())
    except OSError as error:
        raise cannot_write(_where(folder, error), error) from error


def _all_or_none(folder: Path, contents: list[bytes], moves: tuple[Move, ...], now: datetime) -> None:
    """Write files that no record is kept of. Raises ``OSError``; nothing is then changed."""
    journal = begin(folder, contents, Journal(moves))
    try:
        finish(folder, journal, now)
    except OSError:
        undo(folder, journal)
        raise


def _planned(
    folder: Path, name: str, made: str, word: str, now: datetime, records: Mapping[Path, Mapping[str, PaperRecord]]
) -> Move:
    """Return the move of a paper to its place, or beside it when the one there is open. Raises ``OSError``.

    ``records`` is folder -> its record.
    """
    target = folder / name
    refuse_long_path(target)
    try:
        before = digest_of(target) or ""
    except PermissionError:
        if not target.is_file():
            raise
        before = "unreadable"
    move = Move(name, made, before)
    if before in ("", made):
        return move
    if is_held(target):
        return beside(folder, move, word)
    changed = before not in known_digests(records[target.parent], target.name)
    return Move(name, made, before, dated_name(target, now).name if changed else "")


def _finished(folder: Path, journal: Journal, now: datetime, found: Diagnostics) -> tuple[Move, ...]:
    """Finish what was begun; return the moves as they were made. Papers beside others that stay there are reported."""
    beside = [
        (place / name, place / entry.instead)
        for place in dict.fromkeys((folder / move.name).parent for move in journal.moves)
        for name, entry in read_record(place).items()
        if entry.instead
    ]
    moves = finish(folder, journal, now).moves
    written = {folder / move.name: move for move in moves}
    for path, paper in beside:
        renewed = paper in written and not written[paper].instead
        if renewed and path.exists() and path not in written:
            held = path.name in read_record(path.parent)
            message = "“{path}” was changed by hand and stays, though {paper} itself is new again."
            hint = "Move it away when you have what you need of it."
            if held:
                message = (
                    "“{path}” is no longer needed, since {paper} itself is new again; it is open, and so it stays."
                )
                hint = "Close it: the next build puts it away."
            found.warning("paper-beside", None, message, hint, path=path, paper=paper.name)
    return moves


def _recovered(folder: Path, now: datetime) -> list[Diagnostic]:
    """Finish what was begun in ``folder``, or sweep what was not; return what to say. Raises ``OSError``."""
    stage = folder / STAGE
    if not stage.is_dir():
        return []
    journal = begun(folder)
    if journal is None:
        left = any(stage.iterdir())
        sweep(folder)
        return [_undone(folder)] if left else []
    found = Diagnostics()
    moves = _finished(folder, journal, now, found)
    message = "An earlier command was ended while it put {files} into “{folder}”. That is finished now."
    files = Counted(len(moves), "1 file", "{count} files")
    if all(move.was for move in moves):
        message = "An earlier command was ended while it put {files} from “{folder}” away. That is finished now."
    found.warning("unfinished", None, message, "All of them are of one making.", files=files, folder=folder)
    for move in moves:
        if move.kept and (folder / move.name).with_name(move.kept).exists():
            message = "“{file}” had been changed by hand; it is kept as {kept}."
            hint = "What was changed is in it, and not in the new one."
            found.warning("unfinished", None, message, hint, file=move.name, kept=move.kept)
        if move.instead:
            found.add(_held((folder / move.name).with_name(move.instead), folder / move.name))
    return [*found]


def _swept(places: set[Path]) -> Iterator[Diagnostic]:
    """Take away what version 0.1 left half-written in these folders."""
    for place in sorted(places):
        left = [path for path in place.glob(".*.part") if _LEFT.fullmatch(path.name)]
        for path in left:
            path.unlink()
        if left:
            yield _undone(place)


def _undone(folder: Path) -> Diagnostic:
    message = "An earlier command was ended before what it made for “{folder}” was finished."
    hint = "What was there is as it was before; what was half made is swept away."
    return Diagnostic("unfinished", None, message, hint, {"folder": str(folder)}, Severity.WARNING)


def _where(folder: Path, error: OSError) -> Path:
    """Return the file that an error is about, or the folder, if it is about a file that only we know."""
    path = Path(error.filename2 or error.filename or folder)
    return folder if STAGE in path.parts else path


def _held(path: Path, new: Path) -> Diagnostic:
    """Return the finding about a paper that is open, beside which the new one was written."""
    message = "“{path}” is open in another program or write-protected, so the new one was written beside it as “{new}”."
    hint = "Close it in PowerPoint or the PDF reader, then run the command again: the new one takes its place."
    sign = sign_of_use(path)
    if sign is not None:
        message = "Somebody has “{path}” open, so the new one was written beside it as “{new}”: “{sign}” says so."
        hint = (
            "Close it and run the command again: the new one takes its place. If nobody has it open, delete “{sign}”."
        )
    args = {"path": str(path), "new": new.name, "sign": sign.name if sign else ""}
    return Diagnostic("file-in-use", None, message, hint, {**args})


def _check_record(path: Path) -> None:
    """Raise ``DiagnosticError`` when the record can't be read and written: papers would not be known again."""
    if not os.path.lexists(path):
        return
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        with path.open("r+b"):
            pass
    except OSError as error:
        hint = "Move it away: a new one is made. It is the list by which papers are known again."
        raise cannot_write(path, error, hint) from error
