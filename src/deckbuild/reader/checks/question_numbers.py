"""Numbers of questions in the notes that no question has, since questions were moved, added or removed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import inf

from deckbuild.locales import any_of, every_language
from deckbuild.model.deck import Slide
from deckbuild.model.text import Text
from deckbuild.reader.checks.walk import place_of
from deckbuild.reader.context import Reading

_SIGN = re.compile(r"(?<![\d.,])[1-9]\d?\.[1-9](?![\d.,]*\d)")
"""Matches what may be a question's number. Minutes and prices have two digits after the point."""


@cache
def _named() -> re.Pattern[str]:
    """Return a pattern for a word for a question or its answer, at most two short words, and one number or several."""
    phrases = [language.phrases for language in every_language()]
    words = any_of(*(each.question for each in phrases))
    between = any_of(*(each.joins for each in phrases))
    number = _SIGN.pattern
    return re.compile(rf"\b{words} (?:[^\W\d_]{{1,4}} ){{0,2}}({number}(?:(?:,? {between} |, |[-–]){number})*)", re.I)


def check_question_numbers(slides: Sequence[Slide], reading: Reading) -> None:
    """Warn of numbers after a word for a question, in the notes, that no question has."""
    if not _SIGN.search(reading.file.text):
        return
    counts = [_asked(slide) for slide in slides]
    for at, slide in enumerate(slides, 1):
        for par in slide.notes:
            if not _SIGN.search(par.text.plain):
                continue
            for found in _named().finditer(par.text.plain):
                for number in _SIGN.findall(found[1]):
                    of, question = map(int, number.split("."))
                    if of <= len(slides) and counts[of - 1] < question:
                        _report(number, par.text, at, counts, reading)


def _asked(slide: Slide) -> float:
    """Return how many questions a slide asks, on paper too; infinite where it asks for each of several things."""
    wants = slide.handout
    on_paper = bool(wants.mark or wants.ask or wants.ticks or wants.column) + len(wants.write)
    return inf if wants.each else sum(block.asks for block in slide.body) + on_paper


def _report(number: str, text: Text, at: int, counts: Sequence[float], reading: Reading) -> None:
    of, question = map(int, number.split("."))
    asked = counts[of - 1]
    place = place_of(number, text)
    if place is None:
        return
    reading.warning(
        "unknown-question",
        place,
        "There is no question {number}: slide {slide} has {first} to {last}."
        if asked > 1
        else "There is no question {number}: slide {slide} has {first} alone."
        if asked
        else "There is no question {number}: slide {slide} asks nothing.",
        "Did you mean `{near}`, a question of this slide?"
        if at != of and question <= counts[at - 1]
        else "Write the number that the question has now, as the papers show it.",
        number=number,
        slide=of,
        first=f"{of}.1",
        last=f"{of}.{asked:.0f}",
        near=f"{at}.{question}",
    )
