"""What the participants do on paper, in words for the course team."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.flow.strip import Asked, References
from deckbuild.model.deck import Answer, Question, Slide
from deckbuild.model.labels import Labels


def answered(question: Question, labels: Labels, how: str, where: str, references: References) -> str:
    """Return ``how`` a question is answered, ``where``, and where its answer is carried on to."""
    parts = [part for part in (how, where) if part]
    if question.carry_to:
        page = references.sheets.get(question.carry_to, 0)
        parts.append(labels.carried_to.format(sheet=question.carry_to, page=page))
    return " · ".join([_capital(parts[0]), *(_small(part) for part in parts[1:])]) if parts else ""


def answer_kinds(question: Question, labels: Labels) -> str:
    """Return the ways a question is answered, and what is chosen from."""
    names = [labels.answers[kind.value] for kind in question.answer]
    if question.choices and (Answer.TICK in question.answer or Answer.SCALE in question.answer):
        names[-1] += ": " + ", ".join(choice.plain for choice in question.choices)
    return f" {labels.and_} ".join(name for name in names if name)


def shared_kinds(asked: Sequence[Asked], labels: Labels) -> str:
    """Return how each of several questions is answered when it is the same for all; it is then said once for them."""
    if len(asked) < 2 or any(one.question.choices for one in asked):
        return ""
    kinds = {answer_kinds(one.question, labels) for one in asked}
    return kinds.pop() if len(kinds) == 1 else ""


def written(slide: Slide, labels: Labels, shared: str = "") -> str:
    """Return what the participants have on paper: an extra column, circles, a board, room for own notes.

    First, when it is ``shared``, how all of the slide's questions are answered.
    """
    wants = slide.handout
    parts = [labels.each_answer.format(how=shared)] if shared else []
    if wants.column:
        parts.append(labels.empty_column.format(head=wants.column.plain))
    if wants.crosses:
        parts.append(labels.row_crosses.format(names=", ".join(text.plain for text in wants.crosses)))
    if wants.ticks:
        said = labels.ticks_and_word if wants.ticks.word else labels.ticks
        parts.append(said.format(label=wants.ticks.label.plain))
    if any(block.KIND == "board" for block in slide.body):
        parts.append(labels.board)
    if wants.margin or wants.lines:
        parts.append(_small(labels.own_notes))
    return f"{_capital(labels.in_handout)}: {'; '.join(parts)}" if parts and not wants.skip else ""


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _small(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
