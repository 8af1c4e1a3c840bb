"""Sentences for the course team about what the participants write in the handout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.handout.strip import Asked, References, sheet_question
from deckbuild.layout.slides.sources import listed
from deckbuild.locales.labels import Labels
from deckbuild.model.block import Answer
from deckbuild.model.deck import Question, Slide

_RANGE = 3
"""At least so many consecutive questions are named by the first and the last."""


def written(slide: Slide, asked: Sequence[Asked], labels: Labels) -> str:
    """Return what a slide's page has to fill in, such as circles, a column, a board or lines; empty for nothing.

    How questions are answered stands here and not under each question, where it could be taken for the answer.
    """
    wants = slide.handout
    parts = []
    if wants.column:
        parts.append(labels.empty_column.format(head=wants.column.plain))
    if wants.crosses:
        parts.append(labels.row_crosses.format(names=", ".join(text.plain for text in wants.crosses)))
    if wants.ticks:
        said = labels.ticks_and_word if wants.ticks.word else labels.ticks
        parts.append(said.format(label=wants.ticks.label.plain))
    if wants.mark:
        parts.append(labels.marks)
    parts += dict.fromkeys(said for block in slide.body if (said := block.on_paper(labels)))
    parts += _answers(asked, labels)
    if wants.margin or wants.lines:
        parts.append(uncapitalized(labels.own_notes))
    return f"{_capital(labels.in_handout)}: {'; '.join(parts)}" if parts and not wants.skip else ""


def led_on(question: Question, labels: Labels, where: str, references: References) -> str:
    """Return ``where`` a question is asked, and to which sheet its answer is carried on; either may be missing."""
    parts = [where] if where else []
    if question.carry_to:
        page = references.questions.get(sheet_question(question.carry_to, question.id), 0)
        parts.append(labels.carried_to.format(sheet=question.carry_to, page=page))
    return " · ".join([_capital(parts[0]), *(uncapitalized(part) for part in parts[1:])]) if parts else ""


def _answers(asked: Sequence[Asked], labels: Labels) -> Iterator[str]:
    """Yield each way to answer, with the numbers of its questions when the slide has several ways."""
    ways: dict[str, list[int]] = {}
    for place, one in enumerate(asked):
        ways.setdefault(_way(one.question, labels), []).append(place)
    for way, places in ways.items():
        if not way:
            continue
        if len(ways) > 1:
            yield labels.answer_of.format(how=way, numbers=_numbers(asked, places, labels))
        else:
            yield labels.each_answer.format(how=way) if len(asked) > 1 else way


def _way(question: Question, labels: Labels) -> str:
    """Return how a question is answered, with the choices in brackets."""
    names = [name for kind in question.answer if (name := labels.answers[kind.value])]
    if question.choices and (Answer.TICK in question.answer or Answer.SCALE in question.answer):
        names[-1] += f" ({', '.join(choice.plain for choice in question.choices)})"
    return f" {labels.and_} ".join(names)


def _numbers(asked: Sequence[Asked], places: Sequence[int], labels: Labels) -> str:
    """Return the numbers of the questions at ``places`` as ``22.2 og 22.4–22.6``."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    words: list[str] = []
    for run in runs:
        numbers = [asked[place].number for place in run]
        words += numbers if len(run) < _RANGE else [f"{numbers[0]}–{numbers[-1]}"]
    return listed(words, labels.and_)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def uncapitalized(text: str) -> str:
    """Return the text with its first letter small."""
    return f"{text[:1].lower()}{text[1:]}"
