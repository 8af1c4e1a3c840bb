"""Boards that show what was answered: on the next day they wait for that day's answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deckbuild.diagnostics import Span
from deckbuild.editing import SourceOutline, known, scalar
from deckbuild.model.deck import Block, Question, Slide
from deckbuild.model.walk import blocks
from deckbuild.reader.sections.board_answers import ANSWERS_FILE


def answers_file(stem: str) -> str:
    """Return the name of the file with the answers to the deck in the file called ``stem``."""
    return f"answers-{stem}.yaml"


def asks_for(slide: Slide, gone: Sequence[Question]) -> bool:
    """Whether a board on a slide shows the answers to one of these questions."""
    shown = [answers.question for block in blocks(slide.body) if (answers := block.shown_answers)]
    return any(name == question.id or name.startswith(f"{question.id}/") for name in shown for question in gone)


def set_boards(slides: Sequence[Slide], page: SourceOutline, last: str, new: str) -> int:
    """Let boards that show the answers of the day in ``last`` show those of the day in ``new``; return how many."""
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
