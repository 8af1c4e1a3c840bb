"""A lock on a folder, so that one build at a time writes into it. A second build waits, and gives up after some time.

The operating system releases the lock when its process ends, even if it crashes. No folder stays locked.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deckbuild.diagnostics import Diagnostic, DiagnosticError

TIMEOUT = 5.0
"""Seconds to wait for the lock. Writing the papers of a large deck takes less than one."""
_PAUSE = 0.05
"""Seconds between two attempts."""


@contextmanager
def folder_lock(folder: Path, patience: float | None = None) -> Iterator[None]:
    """Hold the lock on a folder.

    Raises ``DiagnosticError`` when another build holds it for ``patience`` seconds; without a number for ``TIMEOUT``.
    """
    handle = _open_handle(folder)
    try:
        end = time.monotonic() + (TIMEOUT if patience is None else patience)
        while not _try_lock(handle):
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

    def _open_handle(folder: Path) -> int:
        """Open a lock file in the folder, because Windows can't open a folder.

        The file is never deleted. Otherwise two builds could each lock a file of that name.
        """
        return os.open(folder / ".deckbuild.lock", os.O_RDWR | os.O_CREAT)

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        except OSError:  # a disk without locks: go on without one
            return True
        return True

else:
    import fcntl

    def _open_handle(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a disk without locks: go on without one
            return True
        return True
