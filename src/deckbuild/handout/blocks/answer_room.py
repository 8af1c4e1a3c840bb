"""How much room an answer gets: the author's lines, or else what the question asks for."""

from __future__ import annotations

import re

from deckbuild.handout.style.style import PaperStyle
from deckbuild.locales import any_of, every_language
from deckbuild.model.answer import Answer
from deckbuild.model.deck import Question

WORD, THING, HOW, IF_NOT, CARRIED, OTHER = 1, 3, 4, 6, 5, 3
"""Lines for one word, what and who, how, «if not, what then», answers carried on, and everything else."""
SHEET = 9
"""Lines for a question that stands once more on its sheet."""

_KNOWN = [language.phrases for language in every_language()]
_IF_NOT = re.compile(rf"{any_of(*(known.if_not for known in _KNOWN))}\b")
_HOW = re.compile(rf"{any_of(*(known.how for known in _KNOWN))}\b")
_THING = re.compile(rf"{any_of(*(known.thing for known in _KNOWN))}\b")
_SENTENCE = re.compile(r"[^.!?]*\?")


def least_lines(question: Question, style: PaperStyle) -> int:
    """Return how many lines a question gets at least: the author's own number, or else what the look allows."""
    return style.own_lines(question.lines) if question.lines is not None else style.lines(_asked(question))


def _asked(question: Question) -> int:
    """Return how many lines an answer asks for."""
    if Answer.WORD in question.answer:
        return WORD
    if question.carry_to:
        return CARRIED
    text = question.ask.plain.strip().lower()
    if _IF_NOT.match(text):
        return IF_NOT
    asked = _SENTENCE.findall(text)
    last = asked[-1].strip() if asked else text
    if _HOW.match(last):
        return HOW
    return THING if _THING.match(last) else OTHER


def most_lines(question: Question, least: int, style: PaperStyle) -> int:
    """Return how many lines spare height may add; the author's own number of lines is kept."""
    if question.lines is not None or Answer.LINES not in question.answer:
        return 0
    return max(0, style.most_lines - least)
