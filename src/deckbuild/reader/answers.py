"""``answers:`` on a board: the file of collected answers -> the answers to one question, without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml

from deckbuild.blocks.board import AnsweredBoard, Board
from deckbuild.model.text import plain
from deckbuild.reader.hooks import finish_of
from deckbuild.reader.keys import nearest
from deckbuild.reader.reading import FAILED, Failed, Node, Reading

_FILE = Path("answers.yaml")


@finish_of(Board)
def fill_board(board: Board, node: Node, reading: Reading) -> Board | Failed:
    """Put the answers on a board that asks for some; an empty one when there are none yet."""
    if board.answers is None:
        return board
    place = board.at("answers") or reading.span(node)
    reading.answered.append((board.answers, place))
    name = board.file or _FILE
    path = reading.file.path.parent / name
    reading.files.append(path)
    try:
        found = Counter(_answers(path, board.answers)) if path.exists() else Counter()
    except (OSError, ValueError, TypeError, AttributeError, yaml.YAMLError):
        reading.error(
            "not-answers", board.at("file") or place, "“{name}” is not a file of collected answers.",
            "Make it anew with `deckbuild collect svar/ -o {name}`.", name=name.as_posix(),
        )  # fmt: skip
        return FAILED
    if not found:
        reading.warning(
            "no-answers", place, "No answers to `{id}` have been collected yet: the board is empty.",
            "Collect them with `deckbuild collect svar/ -o {file}`.", id=board.answers, file=name.as_posix(),
        )  # fmt: skip
        return board
    # by frequency and then by the alphabet: the order of the files would tell who wrote what
    ranked = sorted(found.items(), key=lambda said: (-said[1], said[0].casefold(), said[0]))
    texts = tuple(plain(text if count == 1 else f"{text} ({count})") for text, count in ranked)
    kept = {field.name: getattr(board, field.name) for field in fields(board)}
    return AnsweredBoard(**kept, collected=texts)


def _answers(path: Path, question: str) -> Iterator[str]:
    """Yield every answer to a question; of several crosses each."""
    with path.open("rb") as file:
        kept: Any = yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 -- both are safe
    for participant in kept["participants"]:
        given = participant["answers"].get(question, ())
        for text in [given] if isinstance(given, str) else given:
            if said := str(text).strip():
                yield said


def check_answered(reading: Reading) -> None:
    """Check that boards show answers to questions that are asked."""
    for name, place in reading.answered:
        slide, _, part = name.partition("/")
        if name in reading.question_ids or (part and slide in reading.slide_ids):
            continue
        near = nearest(name, reading.question_ids)
        reading.error(
            "unknown-name", place, "No question has the id “{id}”.",
            "Did you mean `{near}`?" if near else "Give the question you mean a line `id: {id}`.",
            id=name, near=near,
        )  # fmt: skip
