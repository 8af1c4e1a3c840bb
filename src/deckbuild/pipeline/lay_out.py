"""Lays out a deck: its slides and the editions of its handout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostic, DiagnosticError, Diagnostics
from deckbuild.frame.document import Document, Presentation
from deckbuild.frame.transform import scaled
from deckbuild.handout.editions import Editions
from deckbuild.handout.front_and_back.carried_sheets import carried_from
from deckbuild.images.model import ImageError
from deckbuild.layout.slides.deck import lay_out, with_pages
from deckbuild.model.deck import Deck
from deckbuild.model.edition import Edition
from deckbuild.model.theme import Theme
from deckbuild.model.themes import paper_theme
from deckbuild.pipeline.papers import Progress, silent
from deckbuild.reader import read


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A deck with its slides and handout laid out."""

    deck: Deck
    theme: Theme
    presentation: Presentation
    documents: Mapping[Edition, Document]
    """Edition -> handout, for the editions asked for and always for the participants'."""

    @property
    def document(self) -> Document:
        """The participants' edition."""
        return self.documents[Edition.PARTICIPANT]


@contextmanager
def files_stay() -> Iterator[None]:
    """Raise ``DiagnosticError`` when a picture is changed or removed after it was checked."""
    try:
        yield
    except ImageError as error:
        message = "A picture was changed or taken away while the papers were being made: nothing was written."
        hint = "Run the command once more."
        raise DiagnosticError(Diagnostic("file-changed", None, message, hint)) from error


def lay_out_deck(path: Path, editions: Sequence[Edition] | None = None) -> tuple[LaidOut | None, Diagnostics]:
    """Read the deck at ``path``; lay out the slides and the handout in ``editions``, or in those that the deck lists.

    Return None and the findings when the deck has errors.
    """
    result = read(path)
    if result.deck is None:
        return None, result.diagnostics
    return lay_out_read(result.deck, result.diagnostics, editions=editions), result.diagnostics


def lay_out_read(
    deck: Deck, diagnostics: Diagnostics, progress: Progress = silent, editions: Sequence[Edition] | None = None
) -> LaidOut | None:
    """Lay out a deck that was already read, and add the findings to ``diagnostics``; see ``lay_out_deck``."""
    theme = deck.theme
    progress("laying out the slides", 0.1)
    presentation = lay_out(deck, theme, diagnostics)
    progress("composing the handout", 0.4)
    handout = Editions(deck, presentation.frames, paper_theme(theme), diagnostics)
    documents = handout.documents(deck.handout.editions if editions is None else editions)
    if diagnostics.has_errors:
        return None
    references = handout.references
    carried = {slide.id: carried_from(slide, references) for slide in deck.slides}
    presentation = with_pages(presentation, deck, references.slides, carried, theme)
    unit = theme.slide_master.unit
    presentation, theme = scaled(presentation, unit), replace(theme, slide_master=scaled(theme.slide_master, unit))
    return LaidOut(deck, theme, presentation, documents)
