"""What the disk does and refuses: writing to its end, names that are free, files that other programs hold open."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from deckbuild.diagnostics import Diagnostic, DiagnosticError, because

_LONGEST_STEM = 210
"""The most bytes of a name to which a date and a suffix are added: disks take 255 in all."""
LONGEST_PATH = 259 if os.name == "nt" else 4095
"""The most letters of a path: on Windows MAX_PATH without the final zero, unless longer ones were allowed there."""


def write_through(path: Path, content: bytes) -> None:
    """Write a new file, and return when the disk has it. Raises ``OSError``."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o644)


def sync_folder(folder: Path) -> None:
    """Return when the disk has the names of the files in ``folder``. Windows can't open a folder, and need not."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sign_of_use(path: Path) -> Path | None:
    """Return the file by which PowerPoint, Excel or LibreOffice says that somebody has ``path`` open; else None."""
    signs = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
    return next((sign for sign in signs if os.path.lexists(sign)), None)


def is_held(path: Path) -> bool:
    """Whether another program has the file ``path`` open, as far as can be told, or it is write-protected."""
    if sign_of_use(path) is not None:
        return True
    try:
        with path.open("r+b"):
            return False
    except FileNotFoundError:
        return False
    except PermissionError:
        return True


def dated_name(path: Path, now: datetime) -> Path:
    """Return a path beside ``path`` with a dated name that does not exist yet."""
    return _free(path, lambda number: f"{now:%Y-%m-%d %H.%M}" + (f" ({number})" if number > 1 else ""))


def new_name(path: Path, word: str, ours: Callable[[Path], bool]) -> Path:
    """Return a path beside ``path`` whose name says that it is the ``word`` (new) one: free, or a file of ``ours``."""
    return _free(path, lambda number: f"({word} {number})" if number > 1 else f"({word})", ours)


def _free(path: Path, ending: Callable[[int], str], ours: Callable[[Path], bool] = lambda _: False) -> Path:
    stem = path.stem.encode(errors="surrogateescape")[:_LONGEST_STEM].decode(errors="ignore")
    names = (path.with_name(f"{stem} {ending(number)}{path.suffix}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name) or ours(name))


def refuse_long_path(path: Path) -> None:
    """Raise ``OSError`` for a path that the system can't write, before anything is begun."""
    if len(str(path.absolute())) > LONGEST_PATH:
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), str(path))


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
