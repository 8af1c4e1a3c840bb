"""One at a time in a folder: who comes second waits, and is told when it takes too long.

The system itself lets go of the lock when its holder ends, however that happens: nothing is ever left locked.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deckbuild.diagnostics import Diagnostic, DiagnosticError

PATIENCE = 5.0
"""Seconds to wait: writing the papers of a large deck takes less than one."""
_PAUSE = 0.05


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other builds out of a folder. Raises ``DiagnosticError`` when another stays in it."""
    handle = _opened(folder)
    try:
        end = time.monotonic() + PATIENCE
        while not _taken(handle):
            if time.monotonic() > end:
                raise DiagnosticError(
                    Diagnostic(
                        "folder-in-use",
                        None,
                        "Another build is writing into “{folder}”.",
                        "Wait until it is done, then run the command again.",
                        {"folder": str(folder)},
                    )
                )
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int:
        """Open a file in the folder, since a folder itself can't be: it stays, or two could hold the same lock."""
        return os.open(folder / ".deckbuild.lock", os.O_RDWR | os.O_CREAT)

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        except OSError:  # a disk that knows no locks
            return True
        return True

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a disk that knows no locks
            return True
        return True
