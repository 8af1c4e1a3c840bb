"""The files that were given to be collected: files, folders with folders in them, and archives."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import field
from io import BytesIO
from pathlib import Path, PurePosixPath

from deckbuild.answers.filled import FilledFile, bytes_of, filled_file, report, too_large
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import DiagnosticError, Diagnostics, RefusedError
from deckbuild.foreign.archives import Archive, DamagedError, LockedArchiveError
from deckbuild.foreign.files import FORM, HANDOUTS, opened
from deckbuild.foreign.kinds import FileKind, kind_of
from deckbuild.output.record import read_record

_KINDS = (".pdf", ".zip")
_ASIDE = "__MACOSX"
"""The folder in which macOS puts its own notes on the files of an archive."""
_DEEPEST = 2
"""How many archives may be within one another."""


@dataclass(slots=True)
class Given:
    """Reads all files that were given. What can't be read is reported."""

    diagnostics: Diagnostics
    files: list[FilledFile] = field(default_factory=list)
    _met: dict[str, Path] = field(default_factory=dict)
    """Digest of a file -> where it was met first."""
    _left: int = 0
    """How many more bytes may be unpacked of an archive and those within it."""

    def read(self, given: Sequence[Path]) -> list[FilledFile]:
        """Read files, all PDFs and archives in folders and the folders in them, each once; return those with a form."""
        found = {
            file.resolve(): (file, name)
            for path in given
            for file, name in (_in_folder(path) if path.is_dir() else [(path, path.name)])
        }
        for file, name in found.values():
            try:
                self._take(bytes_of(file), file, name, depth=0)
            except DiagnosticError as error:
                self.diagnostics.add(error.diagnostic)
        return self.files

    def _take(self, data: bytes, path: Path, name: str, depth: int) -> None:
        """Read a file by its bytes, called ``name`` in the table. Raises ``DiagnosticError`` when it can't be read."""
        digest = hashlib.sha256(data).hexdigest()
        if digest in self._met:
            raise report(
                "same-file", path, "“{file}” is the same file as “{other}”: it is counted once.",
                "Leave one of them out.", other=str(self._met[digest]),
            )  # fmt: skip
        self._met[digest] = path
        if kind_of(data) is FileKind.OFFICE:
            raise report(
                "not-a-pdf", path, "“{file}” is a document of Word, PowerPoint or Excel, not a PDF.",
                "Ask for the filled handout as a PDF.",
            )  # fmt: skip
        if data.startswith(b"%PDF-") or not zipfile.is_zipfile(BytesIO(data)):
            self.files.append(filled_file(data, path, name))
            return
        if depth >= _DEEPEST:
            raise too_large(path)
        if not depth:
            self._left = HANDOUTS.unpacked
        for member, content in _members(data, path):
            self._left -= len(content)
            if self._left < 0:
                raise too_large(path)
            try:
                self._take(content, path / member, str(PurePosixPath(name) / member), depth + 1)
            except DiagnosticError as error:
                self.diagnostics.add(error.diagnostic)


def _in_folder(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the PDFs and archives in a folder and the folders in it, except papers that a build wrote.

    Each comes with its path within the folder, as the table names it.
    """
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each != _ASIDE)
        record = read_record(Path(place))
        for file in sorted(files):
            path = Path(place, file)
            written = record[file].digest if file in record else None
            if (
                path.suffix.lower() in _KINDS
                and not file.startswith("._")
                and not (written and written == _digest(path))
            ):
                yield path, path.relative_to(folder).as_posix()


def _digest(path: Path) -> str | None:
    try:
        with opened(path, FORM) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _members(data: bytes, path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the PDFs and archives in an archive: name and content. Raises ``DiagnosticError`` when it can't be read."""
    try:
        archive = Archive(path, data, HANDOUTS)
        named = ((_member_name(entry), entry) for entry in archive.entries)
        filled = sorted((name, entry.header_offset, entry) for name, entry in named if _is_filled(name))
        if not filled:
            raise report(
                "nothing-in-archive", path, "“{file}” has no PDF in it.", "Ask for the filled handout as a PDF."
            )
        if any(entry.file_size > FORM.size for _, _, entry in filled):
            raise too_large(path)
        for name, _, entry in filled:
            yield name, archive.part(entry)
    except RefusedError as error:
        raise too_large(path) from error
    except LockedArchiveError as error:
        raise report(
            "locked-archive", path, "“{file}” is protected with a password.", "Unpack it, and name the folder."
        ) from error
    except DamagedError as error:
        raise report(
            "damaged-archive", path, "“{file}” is damaged and can't be unpacked.", "Ask for it once more."
        ) from error


def _is_filled(name: str) -> bool:
    """Whether a file in an archive can be a handout, or an archive with handouts."""
    file = PurePosixPath(name)
    return file.suffix.lower() in _KINDS and not file.name.startswith("._") and _ASIDE not in file.parts


def _member_name(entry: zipfile.ZipInfo) -> str:
    """Return the path of a file in an archive, without steps up.

    Its letters are UTF-8, also where the archive does not say so, as those of macOS; else DOS's, as those of Windows.
    """
    name = entry.filename
    if not entry.flag_bits & 0x800:
        raw = name.encode("cp437", "replace")
        try:
            name = raw.decode()
        except UnicodeDecodeError:
            name = raw.decode("cp850")
    return str(PurePosixPath(*(part for part in PurePosixPath(name).parts if part not in ("/", ".."))))
