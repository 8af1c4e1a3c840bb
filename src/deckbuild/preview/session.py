"""One deck, kept warm: read and laid out on each save, told to the page; a fault keeps what was shown before."""

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
from deckbuild.preview.announce import reported_papers, reported_problems
from deckbuild.preview.page_pictures import Album
from deckbuild.preview.state import Sources, State
from deckbuild.reader import read
from deckbuild.reader.syntax.decode import load


class Session:
    """What is known of a deck from save to save. Used by one thread only."""

    def __init__(self, deck: Path, language: Callable[[], str], editor: str) -> None:
        self._deck = deck
        self._language = language
        self._editor = editor
        self._versions = 0
        self._good: State | None = None
        self._sources = Sources(editor)
        self.album = Album(deck.parent)
        self.files: tuple[Path, ...] = ()
        """The files the deck named when it was last read."""

    def rebuild(self) -> State:
        """Read the deck anew; where that fails, the state keeps the pages of the last good save."""
        started = time.perf_counter()
        result = read(self._deck)
        self.files = result.files
        laid_out = None
        if result.deck is not None:
            guide = [Edition.GUIDE] if Edition.GUIDE in result.deck.handout.editions else []
            try:
                with files_stay():
                    laid_out = lay_out_read(result.deck, result.diagnostics, editions=guide)
            except DiagnosticError as error:  # the watcher sees what became of the picture, and it is read again
                result.diagnostics.add(error.diagnostic)
        self._versions += 1
        language = self._language()
        if laid_out is not None:
            self._good = self._shown(laid_out, language)
        state = self._reported(laid_out is not None, result.diagnostics, language)
        return replace(state, seconds=round(time.perf_counter() - started, 3))

    def _file(self) -> SourceFile | None:
        """Return the deck as it is now, to find the lines of the last good version in it."""
        return load(self._deck, Diagnostics())

    def _shown(self, laid_out: LaidOut, language: str) -> State:
        """Return the state of a deck that was laid out, without what is said of it."""
        self._sources = Sources(self._editor)
        papers = reported_papers(laid_out, self.album.take(laid_out), self._sources, translator(language))
        before = {page.picture for paper in self._good.papers for page in paper.pages} if self._good else None
        changed = [
            page.id for paper in papers for page in paper.pages if before is not None and page.picture not in before
        ]
        return State(title=laid_out.deck.info.title.plain, papers=papers, changed=changed)

    def _reported(self, good: bool, diagnostics: Diagnostics, language: str) -> State:
        """Return the last good state with what is to be said now."""
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
            problems=reported_problems(diagnostics, sources, translate),
            sources=sources.reported(None if good else self._file()),
        )
