"""Boards that show collected answers. In the next day's file they refer to that day's answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deckbuild.diagnostics import Span
from deckbuild.editing import SourceOutline, known, scalar
from deckbuild.model.deck import Block, Question, Slide
from deckbuild.model.walk import blocks
from deckbuild.reader.sections.board_answers import ANSWERS_FILE


def answers_file(stem: str) -> str:
    """Return the name of the file with the answers to a deck; ``stem`` is the deck file's name without extension."""
    return f"answers-{stem}.yaml"


def asks_for(slide: Slide, gone: Sequence[Question]) -> bool:
    """Whether a board on ``slide`` shows the answers to one of the questions ``gone``."""
    shown = [answers.question for block in blocks(slide.body) if (answers := block.shown_answers)]
    return any(name == question.id or name.startswith(f"{question.id}/") for name in shown for question in gone)


def set_boards(slides: Sequence[Slide], page: SourceOutline, last: str, new: str) -> int:
    """Make boards on ``slides`` show the answers to the deck ``new`` instead of ``last`` (stems of deck files).

    Return the number of boards.
    """
    own = {None, ANSWERS_FILE, Path(answers_file(last))}
    changed = 0
    for slide in slides:
        for block in blocks(slide.body):
            if (answers := block.shown_answers) and answers.file in own:
                _set_file(block, page, answers_file(new))
                changed += 1
    return changed


def _set_file(board: Block, page: SourceOutline, file: str) -> None:
    node = page.collection(known(board.span))
    shown = scalar(file, braces=bool(node.flow_style))
    if place := board.places.get("file"):
        page.set_text(place, shown)
        return
    answers: Span = known(board.places.get("answers"))
    if node.flow_style:
        page.editor.insert((answers.end_line, answers.end_column), f", file: {shown}")
    else:
        end = next(pair.end for pair in page.pairs(node) if pair.key == "answers")
        page.editor.insert_lines(end, [f"{' ' * node.start_mark.column}file: {shown}"])
