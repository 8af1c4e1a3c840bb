"""Reads and lays out a deck on each save, and makes the state that the web page shows.

While the deck has errors, the pages of its last good version stay.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from deckbuild.diagnostics import DiagnosticError, Diagnostics, SourceFile
from deckbuild.diagnostics.render import summary
from deckbuild.locales import translator
from deckbuild.model.edition import Edition
from deckbuild.pipeline.lay_out import LaidOut, files_stay, lay_out_read
from deckbuild.preview.announce import preview_papers, problems_of
from deckbuild.preview.page_pictures import Album
from deckbuild.preview.state import Sources, State
from deckbuild.reader import read
from deckbuild.reader.syntax.decode import load


class Session:
    """What is kept of a deck from one save to the next. It may be used by one thread only."""

    def __init__(self, deck: Path, language: Callable[[], str], editor: str) -> None:
        self._deck = deck
        self._language = language
        self._editor = editor
        self._versions = 0
        self._good: State | None = None
        self._sources = Sources(editor)
        self.album = Album(deck.parent)
        self.files: tuple[Path, ...] = ()
        """The files that the deck named when it was last read."""

    def rebuild(self) -> State:
        """Read the deck again and return the new state. If it has errors, the pages are those of the last good save."""
        started = time.perf_counter()
        result = read(self._deck)
        self.files = result.files
        laid_out = None
        if result.deck is not None:
            guide = [Edition.GUIDE] if Edition.GUIDE in result.deck.handout.editions else []
            try:
                with files_stay():
                    laid_out = lay_out_read(result.deck, result.diagnostics, editions=guide)
            except DiagnosticError as error:  # a picture changed meanwhile; the watcher notices, and we read again
                result.diagnostics.add(error.diagnostic)
        self._versions += 1
        language = self._language()
        if laid_out is not None:
            self._good = self._shown(laid_out, language)
        state = self._next_state(laid_out is not None, result.diagnostics, language)
        return replace(state, seconds=round(time.perf_counter() - started, 3))

    def _file(self) -> SourceFile | None:
        """Return the deck file as it is now, in which lines of the last good version are looked up."""
        return load(self._deck, Diagnostics())

    def _shown(self, laid_out: LaidOut, language: str) -> State:
        """Return the state of a laid-out deck, without messages and findings."""
        self._sources = Sources(self._editor)
        papers = preview_papers(laid_out, self.album.take(laid_out), self._sources, translator(language))
        before = {page.picture for paper in self._good.papers for page in paper.pages} if self._good else None
        changed = [
            page.id for paper in papers for page in paper.pages if before is not None and page.picture not in before
        ]
        return State(title=laid_out.deck.info.title.plain, papers=papers, changed=changed)

    def _next_state(self, good: bool, diagnostics: Diagnostics, language: str) -> State:
        """Return the last good state with the current message and findings; ``good`` when there are no errors."""
        translate = translator(language)
        message = summary(diagnostics, translate)
        if not good:
            rest = (
                translate("You see the last version without errors.")
                if self._good
                else translate("There is nothing to show yet.")
            )
            message = f"{message} {rest}"
        state = self._good or State(title=self._deck.name)
        sources = self._sources.copy()
        return replace(
            state,
            run=self.album.series,
            version=self._versions,
            language=language,
            message=message,
            fault=not good,
            changed=state.changed if good else (),
            problems=problems_of(diagnostics, sources, translate),
            sources=sources.as_objects(None if good else self._file()),
        )
