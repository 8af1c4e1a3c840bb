"""The slides a day begins with: the questions carried over from the last day, and what was answered to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckbuild.drafting.scalars import markup, scalar
from deckbuild.model.deck import Answer, Deck, Question, Slide
from deckbuild.model.walk import questions
from deckbuild.reader.answers import Answered

SINCE = {"da": "Siden sidst", "en": "Since last time"}
WROTE = {"da": "Det skrev I sidst", "en": "What you wrote last time"}
FROM = {"da": "Det, deltagerne tog med fra {day}", "en": "What the participants took along from {day}"}
SHOWN = {
    "da": "Svarene derfra, uden navne; de hentes i {file}",
    "en": "The answers from there, without names; they are taken from {file}",
}
OTHERS = {
    "da": "Svarene på et andet spørgsmål vises, når dets navn sættes ind efter answers:",
    "en": "The answers to another question are shown when its name is put after answers:",
}
_SHORT = 60
"""Letters of a question, where it only has to be recognised."""
_OPEN = {Answer.LINES, Answer.WORD, Answer.BOX, Answer.DOTS, Answer.BLANK}
"""Answers in a participant's own words."""


@dataclass(frozen=True, slots=True)
class LastAnswers:
    """The answers collected on the last day."""

    file: str
    """The file they are in, as the deck names it."""
    answered: Answered


def is_made(slide: Slide, language: str) -> bool:
    """Whether a slide is one that stands for one day only, made here."""
    return slide.title.plain in (SINCE[language], WROTE[language])


def asked_again(deck: Deck, carried: Sequence[Question]) -> list[str]:
    """Return the lines of a slide that asks the questions of the last day again."""
    language = deck.info.language
    day = (deck.info.date or deck.info.title).plain
    return [
        f"# {FROM[language].format(day=day)}",
        f"- title: {SINCE[language]}",
        "  reflection:",
        *(f"    - {scalar(markup(question.ask))}" for question in carried),
    ]


def what_was_answered(deck: Deck, carried: Sequence[Question], answers: LastAnswers) -> list[str]:
    """Return the lines of a slide for each carried question that was answered; other open questions as a comment."""
    language, said = deck.info.language, answers.answered.said
    slides: list[str] = []
    for question in carried:
        name = next((name for name in _names(question) if said.get(name)), None)
        if name is None:
            continue
        slides += [
            "",
            f"- title: {WROTE[language]}",
            "  body:",
            f"    - text: {scalar(f'**{markup(question.ask)}**')}",
            "    - board:",
            f"        answers: {scalar(name)}",
            f"        file: {scalar(answers.file)}",
            "  handout: {skip: yes}",
        ]
    if not slides:
        return []
    own = {name for question in carried for name in _names(question)}
    others = [name for name in _open(deck) if said.get(name) and name not in own]
    more = [f"# {OTHERS[language]}", *(f"#   {name}  {_short(answers.answered, name)}" for name in others)]
    return ["", f"# {SHOWN[language].format(file=answers.file)}", *(more if others else ()), *slides[1:]]


def _names(question: Question) -> Iterator[str]:
    """Yield the ids of a carried question's answers: what was written on the sheet at the back counts most."""
    yield f"sheet/{question.carry_to}/{question.id}"
    yield question.id
    yield from (f"{question.id}/{answer.value}" for answer in question.answer)


def _open(deck: Deck) -> list[str]:
    """Return the ids of the questions answered in own words, in the order of the deck."""
    found = [question for slide in deck.slides for question in questions(slide)]
    return [question.id for question in found if _OPEN & {*question.answer}]


def _short(answered: Answered, name: str) -> str:
    text = " ".join(answered.questions.get(name, "").split())
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"
