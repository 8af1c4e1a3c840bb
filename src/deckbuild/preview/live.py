"""The thread that does the work: it notices saves, reads and lays out, and draws what the web page asks for."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from threading import Condition

from deckbuild.preview.session import Session
from deckbuild.preview.state import State
from deckbuild.preview.watching import INTERVAL, Watcher

_IDLE = 40
"""Number of idle intervals, about two seconds together, after which garbage is collected."""


class Live:
    """The state and the pictures of a deck, for all threads. ``run``, in one thread, keeps them up to date."""

    def __init__(self, deck: Path, language: Callable[[], str], editor: str) -> None:
        self.language = language
        """Returns the code of the user's language; the deck can change it."""
        self._session = Session(deck, language, editor)
        self._watcher = Watcher(deck)
        self._news = Condition()
        self._state: State | None = None
        self._json = b""
        self._pictures: dict[str, bytes] = {}
        self._awaited: set[str] = set()
        self._wanted: list[str] = []
        self._rested = 0
        self._ended = False

    def run(self, report: Callable[[State], None] = lambda _: None) -> None:
        """Work until ``end`` is called. ``report`` is called with each new state."""
        report(self._rebuild())
        while not self._ended:
            if self._watcher.changed():
                report(self._rebuild())
            elif self._session.album.missing:
                self._draw()
            else:
                self._rest()

    def end(self) -> None:
        """Make ``run`` return, and all threads that wait."""
        with self._news:
            self._ended = True
            self._news.notify_all()

    @property
    def run_id(self) -> str:
        """A random name for this run of the program."""
        return self._session.album.series

    @property
    def ended(self) -> bool:
        """Whether it ended."""
        return self._ended

    def newer_than(self, after: int, timeout: float) -> tuple[int, bytes] | None:
        """Wait up to ``timeout`` seconds for a state newer than version ``after``.

        Return its version and JSON, or None when there is none.
        """
        with self._news:
            self._news.wait_for(lambda: self._ended or (self._state and self._state.version > after), timeout)
            if self._state is None or self._state.version <= after:
                return None
            return self._state.version, self._json

    def picture(self, name: str, timeout: float) -> bytes | None:
        """Return a picture; if it isn't drawn yet, it is drawn before others. ``timeout`` is in seconds.

        Return None for an unknown name, and no bytes when a newer save replaced the page before it was drawn.
        """
        if not self._session.album.named(name):
            return None
        with self._news:
            if name in self._awaited:
                self._wanted.append(name)
                self._news.notify_all()
            self._news.wait_for(lambda: self._ended or name not in self._awaited, timeout)
            return self._pictures.get(name, b"")

    def _rebuild(self) -> State:
        state = self._session.rebuild()
        self._watcher.use(self._session.files)
        text = state.json()
        with self._news:
            self._state, self._json = state, text
            self._show()
        return state

    def _draw(self) -> None:
        with self._news:
            wanted = list(dict.fromkeys(self._wanted))
            self._wanted.clear()
        self._session.album.draw(wanted)
        with self._news:
            self._show()
            self._wanted += [name for name in wanted if name in self._awaited]
        self._rested = 0

    def _rest(self) -> None:
        with self._news:
            if not self._ended:
                self._news.wait(INTERVAL)
        self._rested += 1
        if self._rested == _IDLE:
            gc.collect()  # commands run without the garbage collector, so it is called here when nobody waits

    def _show(self) -> None:
        album = self._session.album
        self._pictures = dict(album.pictures)
        self._awaited = set(album.missing)
        self._news.notify_all()
