"""How many write lines an answer gets: the author's own number, or else one that the words of the question suggest."""

from __future__ import annotations

import re

from deckbuild.handout.style.style import PaperStyle
from deckbuild.locales import any_of, every_language
from deckbuild.model.block import Answer
from deckbuild.model.deck import Question

WORD, THING, HOW, IF_NOT, CARRIED, OTHER = 1, 3, 4, 6, 5, 3
"""Write lines for one word, for what and who, how, «if not, what then», answers carried on, and all others."""
SHEET = 9
"""Write lines for a question that is asked again on its sheet."""

_KNOWN = [language.phrases for language in every_language()]
_IF_NOT = re.compile(rf"{any_of(*(known.if_not for known in _KNOWN))}\b")
_HOW = re.compile(rf"{any_of(*(known.how for known in _KNOWN))}\b")
_THING = re.compile(rf"{any_of(*(known.thing for known in _KNOWN))}\b")
_SENTENCE = re.compile(r"[^.!?]*\?")


def least_lines(question: Question, style: PaperStyle) -> int:
    """Return how many write lines a question has before it grows: the author's number, or else a share by the look."""
    return style.own_lines(question.lines) if question.lines is not None else style.lines(_asked(question))


def _asked(question: Question) -> int:
    """Return the write lines of an answer in the roomy look, by its kind and the question's first words."""
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
    """Return how many write lines spare height may add: none when the author gave their number."""
    if question.lines is not None or Answer.LINES not in question.answer:
        return 0
    return max(0, style.most_lines - least)
