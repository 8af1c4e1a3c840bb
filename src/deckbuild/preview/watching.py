"""Which files changed. They are looked at again and again rather than left to the system to tell.

A deck uses some ten files, and looking at one takes microseconds; it works on network drives too, for files that aren't
there yet, and whichever way an editor saves: in place, with a new file that takes the old one's name, or after deleting
it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from pathlib import Path

Stamp = tuple[int, int, int] | None
"""Size, time of change and identity of a file; nothing where there is none."""

INTERVAL = 0.05
"""Seconds between two looks."""
_STILL = 0.03
"""A save is over when nothing has changed for so many seconds."""
_BACK = 0.4
"""An empty or missing deck is probably being saved: it has so many seconds to come back."""
_LONGEST = 1.0
"""Wait for an end of saves no longer than so many seconds."""


def stamp(path: Path) -> Stamp:
    """Return what changes when a file does."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


class Watcher:
    """Looks at a deck and the files it uses."""

    def __init__(self, deck: Path, sleep: Callable[[float], None] = time.sleep) -> None:
        self._deck = deck
        self._sleep = sleep
        self._files: tuple[Path, ...] = (deck,)
        self._seen = self._look()

    def use(self, files: Collection[Path]) -> None:
        """Look at these files besides the deck and no longer at others; with none, at the same as before.

        Those looked at before are compared with how they were.
        """
        if not files:
            return
        before = dict(zip(self._files, self._seen, strict=True))
        self._files = tuple(dict.fromkeys((self._deck, *files)))
        self._seen = tuple(before[path] if path in before else stamp(path) for path in self._files)

    def changed(self) -> bool:
        """Whether a file is other than when this was last asked. Returns when the save is over."""
        now = self._look()
        if now == self._seen:
            return False
        self._seen = self._settled(now)
        return True

    def _settled(self, now: tuple[Stamp, ...]) -> tuple[Stamp, ...]:
        """Wait until nothing changes any more, so that many quick saves count as one."""
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
