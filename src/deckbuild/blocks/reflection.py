"""``reflection:`` questions to think about and write on."""

from __future__ import annotations

from typing import ClassVar

from deckbuild.blocks.base import FlowingBlock
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics, Span
from deckbuild.frame.items import LayoutKind
from deckbuild.frame.text import Par, Tag
from deckbuild.handout.blocks.questions import question_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import SlideContext
from deckbuild.layout.slides.plates import plate_inset
from deckbuild.layout.text.bullets import hanging, hanging_indent
from deckbuild.layout.text.paragraph import ParStyle, set_par
from deckbuild.model.deck import Question
from deckbuild.model.theme import MARK
from deckbuild.units import Pt

_BETWEEN = 14
"""White between questions, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(FlowingBlock):
    """``reflection:`` questions to think about and write on."""

    KIND: ClassVar[str] = "reflection"
    SHORTHAND: ClassVar[str] = "questions"

    questions: tuple[Question, ...]
    """The questions, in order."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.QUESTIONS
    WIDE: ClassVar[bool] = True
    OF_SENTENCES: ClassVar[bool] = True
    FOOT_BIDS_WRITE: ClassVar[bool] = True
    FRAMES_DAY: ClassVar[bool] = True

    @property
    def posed(self) -> tuple[Question, ...]:
        """The questions it puts to the participants."""
        return self.questions

    @property
    def brief(self) -> LayoutKind:
        """Questions."""
        return LayoutKind.QUESTIONS

    @property
    def asks(self) -> int:
        """How many question numbers it uses up: one each."""
        return len(self.questions)

    def pars(self, width: Pt, context: SlideContext) -> list[Par]:
        """Return the questions, their numbers in the hanging column."""
        sign = context.theme.question_sign
        numbers = [f"{sign}{context.number}.{context.question + index}" for index in range(len(self.questions))]
        hang = hanging_indent(numbers, context.step, context.theme.slide_master.hanging, context.settings)
        inset = plate_inset(numbers, context.step, context.settings) if context.theme.plates else 0.0
        style = ParStyle(context.step, indent=hang, hang=hang - inset, before=_BETWEEN, tag=Tag.ITEM)
        made = []
        for question, number in zip(self.questions, numbers, strict=True):
            made.append(set_par(question.ask, style, width, context.settings, hanging(number, style, MARK)))
        return made

    def checked(self, findings: Diagnostics) -> Reflection:
        """Warn of a line below a question that looks like its hint, whose ``hint:`` is lost."""
        for question in self.questions:
            place = question.at("ask")
            if question.hint or place is None or place.end_line == place.line or not place.before.strip():
                continue  # a text that begins on a line of its own is meant to have several
            lines = [place.file.line(number).strip() for number in range(place.line, place.end_line + 1)]
            if lines[0].endswith("?") and lines[1][:1].isupper() and not lines[-1].endswith("?"):
                findings.warning(
                    "line-in-text",
                    Span.of_lines(place.file, place.line + 1, place.line + 1),
                    "This line is printed for the participants, as part of the question above.",
                    "If it is for the course team, write `hint: >-` on a line of its own above it, right under `ask:`. "
                    "If not, write it on the same line as the question.",
                )
        return self

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the questions with room to answer them."""
        return question_strips(self.questions, context, extra=False)
