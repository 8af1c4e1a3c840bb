"""The editions of one deck's handout, each composed when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Document, Frame
from deckbuild.handout.guide.guide import make_guide
from deckbuild.handout.handout import make_handout
from deckbuild.handout.pagination.imposition import imposed
from deckbuild.handout.strip import References
from deckbuild.handout.style.style import PaperStyle
from deckbuild.handout.style.styles import paper_style
from deckbuild.model.deck import Deck, PaperSize
from deckbuild.model.edition import Edition
from deckbuild.model.theme import Theme


@dataclass(frozen=True)
class Editions:
    """Makes the editions from a deck and the frames of its slides. Reports what can't be printed to ``diagnostics``."""

    deck: Deck
    frames: Sequence[Frame]
    theme: Theme
    diagnostics: Diagnostics

    @property
    def references(self) -> References:
        """Where everything stands in the participants' edition. The slides and the guide name its pages."""
        return self._participant[1]

    def documents(self, editions: Iterable[Edition]) -> dict[Edition, Document]:
        """Return the documents of the participants' edition and of each of ``editions``."""
        return {edition: self._document(edition) for edition in (Edition.PARTICIPANT, *editions)}

    def _document(self, edition: Edition) -> Document:
        match edition:
            case Edition.PARTICIPANT | Edition.GREYSCALE | Edition.FILLABLE:
                return self._participant[0]
            case Edition.LARGE_PRINT:
                return self._handout(paper_style(self.deck.handout, self.deck.theme, large=True))[0]
            case Edition.BOOKLET:
                folded = paper_style(replace(self.deck.handout, paper=PaperSize.A5), self.deck.theme)
                return imposed(self._handout(folded)[0])
            case Edition.GUIDE:
                return make_guide(self.deck, self.frames, self.references, self.theme, self.diagnostics)

    @cached_property
    def _participant(self) -> tuple[Document, References]:
        return self._handout(paper_style(self.deck.handout, self.deck.theme))

    def _handout(self, style: PaperStyle) -> tuple[Document, References]:
        """Return the handout in ``style``, and where everything in it stands."""
        numbers: dict[str, int] = {}
        first: dict[str, int] = {}
        for index, frame in enumerate(self.frames):
            numbers.setdefault(frame.slide, frame.number)
            first.setdefault(frame.slide, index)
        return make_handout(self.deck, numbers, first, self.theme, self.diagnostics, style)
