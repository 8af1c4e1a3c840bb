"""The file of collected answers, and ``answers:`` on a board: what was answered to one question, without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from deckbuild.model.block import Block, ShownAnswers
from deckbuild.model.text import plain
from deckbuild.reader.context import FAILED, Failed, Node, Reading
from deckbuild.reader.language.suggest import nearest

ANSWERS_FILE = Path("answers.yaml")
"""Where answers are looked for, beside the deck, when no other file is named."""


class NotAnswersError(Exception):
    """A file is not one of collected answers."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a file of collected answers holds, without names."""

    questions: Mapping[str, str]
    """Id -> what was asked, in the order of the handout; also of what nobody answered."""
    said: Mapping[str, Counter[str]]
    """Id -> each answer and how often it was given; of several crosses each counts."""


def read_answered(path: Path) -> Answered:
    """Return what a file of collected answers holds.

    Raises ``NotAnswersError`` when it is another kind of file or can't be read.
    """
    try:
        with path.open("rb") as file:
            kept: Any = yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 -- both are safe
        said: dict[str, Counter[str]] = {}
        for participant in kept["participants"]:
            for name, given in participant["answers"].items():
                texts = (str(text).strip() for text in ([given] if isinstance(given, str) else given))
                said.setdefault(str(name), Counter()).update(text for text in texts if text)
        questions = {str(name): str(asked["text"]) for name, asked in (kept.get("questions") or {}).items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise NotAnswersError(path) from error
    return Answered(questions, said)


def fill_board(board: Block, shown: ShownAnswers, node: Node, reading: Reading) -> Block | Failed:
    """Put the answers on a board that asks for some; an empty one when there are none yet."""
    place = board.at("answers") or reading.span(node)
    name = shown.file or ANSWERS_FILE
    path = reading.file.path.parent / name
    reading.files.append(path)
    try:
        found = read_answered(path) if path.exists() else Answered({}, {})
    except NotAnswersError:
        reading.error(
            "not-answers", board.at("file") or place, "“{name}” is not a file of collected answers.",
            "Make it anew with `deckbuild collect svar/ -o {name}`.", name=name.as_posix(),
        )  # fmt: skip
        return FAILED
    if shown.question not in found.questions:  # of another day's deck the file alone knows the questions
        reading.forward.answered.append((shown.question, place))
    said = found.said.get(shown.question)
    if not said:
        reading.warning(
            "no-answers", place, "No answers to `{id}` have been collected yet: the board is empty.",
            "Collect them with `deckbuild collect svar/ -o {file}`.", id=shown.question, file=name.as_posix(),
        )  # fmt: skip
        return board
    # by frequency and then by the alphabet: the order of the files would tell who wrote what
    ranked = sorted(said.items(), key=lambda one: (-one[1], one[0].casefold(), one[0]))
    texts = tuple(plain(text if count == 1 else f"{text} ({count})") for text, count in ranked)
    return board.with_answers(texts)


def check_answered(reading: Reading) -> None:
    """Check that boards show answers to questions that are asked."""
    for name, place in reading.forward.answered:
        slide, _, part = name.partition("/")
        if name in reading.names.questions or (part and slide in reading.names.slides):
            continue
        near = nearest(name, reading.names.questions)
        reading.error(
            "unknown-name", place, "No question has the id “{id}”.",
            "Did you mean `{near}`?" if near else "Give the question you mean a line `id: {id}`.",
            id=name, near=near,
        )  # fmt: skip
