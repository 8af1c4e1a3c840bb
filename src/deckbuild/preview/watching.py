"""Notices changed files by polling; the system's notifications are not used.

A deck uses about ten files, and checking one takes microseconds. Polling also works on network drives, for files that
don't exist yet, and for each way in which editors save: in place, with a new file renamed, or after deleting the old.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from pathlib import Path

Stamp = tuple[int, int, int] | None
"""Size, time of change and inode number of a file; None when there is no file."""

INTERVAL = 0.05
"""Seconds between two checks."""
_STILL = 0.03
"""A save is complete when nothing has changed for this many seconds."""
_BACK = 0.4
"""An empty or missing deck is probably being saved. Wait this many seconds for it to come back."""
_LONGEST = 1.0
"""The most seconds to wait for a save to be complete."""


def stamp(path: Path) -> Stamp:
    """Return the stamp of a file: it changes when the file does."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


class Watcher:
    """Checks a deck and the files that it uses for changes."""

    def __init__(self, deck: Path, sleep: Callable[[float], None] = time.sleep) -> None:
        self._deck = deck
        self._sleep = sleep
        self._files: tuple[Path, ...] = (deck,)
        self._seen = self._look()

    def use(self, files: Collection[Path]) -> None:
        """Watch these files beside the deck, instead of the ones before; without any, keep the ones before.

        A file that was watched before is still compared with its stamp from then.
        """
        if not files:
            return
        before = dict(zip(self._files, self._seen, strict=True))
        self._files = tuple(dict.fromkeys((self._deck, *files)))
        self._seen = tuple(before[path] if path in before else stamp(path) for path in self._files)

    def changed(self) -> bool:
        """Return whether a file has changed since the last call. If so, wait until the save is complete."""
        now = self._look()
        if now == self._seen:
            return False
        self._seen = self._settled(now)
        return True

    def _settled(self, now: tuple[Stamp, ...]) -> tuple[Stamp, ...]:
        """Wait until nothing changes any more, so that several quick saves count as one. Return the stamps."""
        waited = still = 0.0
        while waited < _LONGEST:
            if still >= (_STILL if now[0] is not None and now[0][0] else _BACK):
                break
            self._sleep(_STILL)
            waited += _STILL
            later = self._look()
            still = still + _STILL if later == now else 0.0
            now = later
        return now

    def _look(self) -> tuple[Stamp, ...]:
        return tuple(stamp(path) for path in self._files)
