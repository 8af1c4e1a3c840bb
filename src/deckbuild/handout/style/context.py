"""The context that a block gets when it is printed: deck, slide, column, look and numbering of questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Choice
from deckbuild.handout.style.settings import paper_settings
from deckbuild.handout.style.style import PaperStyle
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.locales.labels import Labels
from deckbuild.model.deck import Deck, Handout, Question, Slide
from deckbuild.model.theme import Color, Theme, accent, wash
from deckbuild.units import Pt

Number = Callable[[], str]
"""Returns the number of a question. Call it only after all strips of the slide have been made."""


@dataclass(slots=True)
class Numbering:
    """Counts the questions of a slide. Questions on paper only get the numbers after those on the slide."""

    slide: int
    own: int = 0
    extra: int = 0
    asked: list[tuple[Number, Question]] = field(default_factory=list)
    """The questions in the order they are printed."""

    @property
    def numbers(self) -> dict[str, Number]:
        """Question id -> the function that returns its number."""
        return {question.id: number for number, question in self.asked if question.id}


@dataclass(slots=True, kw_only=True)
class PaperContext:
    """The slide being printed and the column it is printed in."""

    deck: Deck
    slide: Slide
    number: int
    """The slide's number as shown on the slides."""
    theme: Theme
    settings: TextSettings
    style: PaperStyle
    width: Pt
    """The column's width in points."""
    narrow: bool = False
    """Whether the column has a notes column beside it."""
    numbering: Numbering = field(default_factory=lambda: Numbering(0))

    @property
    def labels(self) -> Labels:
        """The labels in the deck's language."""
        return self.deck.labels

    @property
    def accent(self) -> Color:
        """The section's colour."""
        return accent(self.slide.section)

    @property
    def wash(self) -> Color:
        """The section's pale fill."""
        return wash(self.slide.section)

    @property
    def directives(self) -> Handout:
        """What the slide asks for in the handout."""
        return self.slide.handout

    @property
    def display(self) -> TextSettings:
        """The text settings of titles and questions: only a word wider than the line is divided."""
        return paper_settings(self.settings.lang, always=False, families=self.settings.families)

    def column(self, width: Pt) -> PaperContext:
        """Return the same context for a column of ``width`` points. Its questions are counted in the same numbering."""
        return replace(self, width=width)

    def next_number(self, question: Question) -> Number:
        """Count a question that stands on the slide too, and return its number, such as ``15.2``."""
        self.numbering.own += 1
        number = f"{self.number}.{self.numbering.own}"
        return self._numbered(question, lambda: number)

    def extra_number(self, question: Question) -> Number:
        """Count a question that stands on paper only. Its number follows those of all questions on the slide."""
        numbering = self.numbering
        numbering.extra += 1
        place = numbering.extra
        return self._numbered(question, lambda: f"{self.number}.{numbering.own + place}")

    def instruction_choice(self, name: str, about: str = "", *, one: bool = False) -> Choice:
        """Return the choice ``name`` for circles that answer the slide's instruction, perhaps ``about`` one thing.

        Call it only when items are made: the number is known after all strips of the slide have been made.
        """
        wants = self.directives
        asked = wants.mark or wants.ask or (wants.ticks.label if wants.ticks else self.slide.title)
        label = f"{about}: {asked.plain}" if about else asked.plain
        return Choice(id=name, label=label, number=self.instruction_number, one=one)

    @property
    def instruction_number(self) -> str:
        """The number of the instruction above ticks, crosses, marks or an extra column; empty when there is none."""
        number = self.numbering.numbers.get(f"{self.slide.id}/ask")
        return number() if number else ""

    def _numbered(self, question: Question, number: Number) -> Number:
        self.numbering.asked.append((number, question))
        return number
