"""A journal of files that take their places together: after a kill the next command can finish or undo it.

All files are written into a folder of their own (``STAGE``), then the journal, which says where each belongs. From then
on what was begun is finished: each file takes its place, the record is written, the stage is taken away. What a kill
interrupts, the next command finishes from the journal. Without a journal nothing has been moved yet, and the stage is
swept. All of this is done under the lock of the folder.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path, PurePath

from deckbuild.dataclass import dataclass
from deckbuild.output import STAGE
from deckbuild.output.disk import dated_name, is_held, new_name, sync_folder, write_through
from deckbuild.output.record import (
    RECORD,
    PaperRecord,
    digest_of,
    read_record,
    record_as_json,
    same_name,
    without,
)

_JOURNAL = "journal.json"


@dataclass(frozen=True, slots=True)
class Move:
    """A finished file, and the place that it is to take."""

    name: str
    """Where it goes, from the folder, with slashes."""
    digest: str
    before: str = ""
    """The digest of the file that was in its place; empty when there was none."""
    kept: str = ""
    """The name under which the file in its place is kept."""
    instead: str = ""
    """The name of the paper that it is written beside, because that is open in another program."""
    part: str = ""
    """What it is called in the stage."""
    was: str = ""
    """Where it stands until it is moved, from the folder, if it is there already and not in the stage."""

    def at(self, folder: Path) -> Path:
        """Return where the file is until it takes its place."""
        return folder / self.was if self.was else folder / STAGE / self.part


@dataclass(frozen=True, slots=True)
class Journal:
    """Files that take their places together."""

    moves: tuple[Move, ...]
    source: str | None = None
    """SHA-256 of what the papers are made from; None for files that no record is kept of."""
    deck: str = ""
    """The path of the papers' deck from the folder."""
    word: str = "new"
    """What the name of a paper says that is written beside one that is open."""


def begin(folder: Path, contents: Sequence[bytes], journal: Journal) -> Journal:
    """Write all files that are not there already, then the journal. If that fails nothing is left.

    ``contents`` are those of the first moves. Raises ``OSError``.
    """
    stage = folder / STAGE
    try:
        stage.mkdir(exist_ok=True)
        for number, content in enumerate(contents):
            write_through(stage / str(number), content)
        moves = tuple(replace(move, part=str(number)) for number, move in enumerate(journal.moves))
        journal = replace(journal, moves=moves)
        _write(folder, journal)
    except BaseException:
        sweep(folder)
        raise
    return journal


def begun(folder: Path) -> Journal | None:
    """Return the journal of what was begun in ``folder``; None when there is none, or it is not one of ours."""
    try:
        found = json.loads((folder / STAGE / _JOURNAL).read_text("utf-8"))
        journal = Journal(**{**found, "moves": tuple(Move(**move) for move in found["moves"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    paths = [PurePath(name) for move in journal.moves for name in (move.name, move.was)]
    return journal if all(path.anchor == "" and ".." not in path.parts for path in paths) else None


def finish(folder: Path, journal: Journal, now: datetime) -> Journal:
    """Let each file take its place unless it has, and write the record.

    Returns the journal with the names that the files got. Raises ``OSError``; what is left can be finished later.
    """
    stage = folder / STAGE
    for number, move in enumerate(journal.moves):
        if move.at(folder).exists():
            journal = _take_place(folder, journal, number, now)
    folders: defaultdict[Path, list[Move]] = defaultdict(list)
    for move in journal.moves:
        folders[(folder / move.name).parent].append(move)
    for place, moves in folders.items():
        if journal.source is not None:
            write_through(stage / RECORD, record_as_json(_recorded(place, moves, journal)))
            (stage / RECORD).replace(place / RECORD)
        sync_folder(place)
    (stage / _JOURNAL).unlink()
    sweep(folder)
    return journal


def undo(folder: Path, journal: Journal) -> None:
    """Take away the new files that took their places, and the stage; files that were moved go back.

    What is there of somebody else's stays. Raises ``OSError``.
    """
    for move in journal.moves:
        taken = not move.at(folder).exists()
        if taken and not move.before and digest_of(folder / move.name) == move.digest:
            if move.was:
                (folder / move.name).replace(folder / move.was)
            else:
                (folder / move.name).unlink()
    sweep(folder)


def sweep(folder: Path) -> None:
    """Take the stage away."""
    shutil.rmtree(folder / STAGE, ignore_errors=True)


def _write(folder: Path, journal: Journal) -> None:
    """Write the journal, whole or not at all."""
    stage = folder / STAGE
    write_through(stage / f"{_JOURNAL}.part", json.dumps(asdict(journal)).encode())
    sync_folder(stage)
    (stage / f"{_JOURNAL}.part").replace(stage / _JOURNAL)
    sync_folder(stage)


def _take_place(folder: Path, journal: Journal, number: int, now: datetime) -> Journal:
    """Put a file in its place; return the journal with what became of it.

    A paper there that somebody changed is kept. One that is open stays, and the new one gets a name beside it. Of files
    without a record, what stands there now is newer if it is not what stood there when the journal was written.
    """
    move = journal.moves[number]
    target, part = folder / move.name, move.at(folder)
    there, kept = "", None
    try:
        there = digest_of(target) or ""
        if journal.source is None and there != move.before:
            if not move.was:
                part.unlink()
            return journal
        if there and (move.kept if there == move.before else there != move.digest):
            kept = target.with_name(move.kept) if move.kept else dated_name(target, now)
            kept = dated_name(target, now) if os.path.lexists(kept) else kept
            journal = _moved(folder, journal, number, replace(move, kept=kept.name))
            target.replace(kept)
        part.replace(target)
    except OSError as error:
        if kept is not None and kept.exists() and not target.exists():
            kept.replace(target)
        if not isinstance(error, PermissionError) or journal.source is None or not target.is_file():
            raise
        if there == move.digest:
            part.unlink()
            return journal
        journal = _moved(folder, journal, number, beside(folder, move, journal.word))
        part.replace(folder / journal.moves[number].name)
    return journal


def beside(folder: Path, move: Move, word: str) -> Move:
    """Return the move to a name beside its place, where a paper is open in another program."""
    target = folder / move.name
    record = read_record(target.parent)

    def ours(path: Path) -> bool:
        entry = record.get(path.name)
        return entry is not None and bool(entry.instead) and digest_of(path) == entry.digest and not is_held(path)

    name = new_name(target, word, ours)
    before = digest_of(name) or ""
    return replace(move, name=name.relative_to(folder).as_posix(), before=before, kept="", instead=target.name)


def _moved(folder: Path, journal: Journal, number: int, move: Move) -> Journal:
    """Write and return the journal with another move."""
    if journal.moves[number] == move:
        return journal
    journal = replace(journal, moves=(*journal.moves[:number], move, *journal.moves[number + 1 :]))
    _write(folder, journal)
    return journal


def _recorded(place: Path, moves: Sequence[Move], journal: Journal) -> Mapping[str, PaperRecord]:
    """Return the record of the folder ``place`` after the moves.

    Papers that were written beside others, which are open no more, are deleted unless somebody changed them.
    """
    record = read_record(place)
    names = {PurePath(move.name).name: move for move in moves}
    for name, entry in list(record.items()):
        if any(not move.instead and same_name(entry.instead, other) for other, move in names.items()):
            with suppress(OSError):  # it is open, so it is put away another time
                if digest_of(place / name) == entry.digest:
                    (place / name).unlink()
                del record[name]
    record = without(record, names)
    for name, move in names.items():
        record[name] = PaperRecord(move.digest, journal.source or "", journal.deck, move.instead)
    return record
