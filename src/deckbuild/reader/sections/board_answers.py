"""The file of collected answers, and ``answers:`` on a board, which shows the answers to one question without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from deckbuild.diagnostics import Span, because
from deckbuild.editing import LOADER
from deckbuild.foreign.damage import telling_damage
from deckbuild.foreign.files import MOST_ANSWERS, TABLE, content, too_many_elements
from deckbuild.model.block import Block, ShownAnswers
from deckbuild.model.text import plain
from deckbuild.reader.context import FAILED, Failed, Node, Reading
from deckbuild.reader.language.suggest import alike, listed, nearest, sure
from deckbuild.reader.sections.files_beside import check_inside

ANSWERS_FILE = Path("answers.yaml")
"""The file beside the deck that is read when the author names no other."""


class NotAnswersError(Exception):
    """A file is not a file of collected answers."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The content of a file of collected answers, without the participants' names."""

    questions: Mapping[str, str]
    """A question's id -> its text, in the order of the handout, including questions that nobody answered."""
    said: Mapping[str, Counter[str]]
    """A question's id -> each answer and how often it was given. Of several crosses, each counts as an answer."""


def read_answered(path: Path) -> Answered:
    """Return the content of a file of collected answers.

    Raises ``NotAnswersError`` when it is another kind of file, and ``OSError`` when it can't be read.
    """
    with telling_damage(NotAnswersError, OSError):
        data = content(path, TABLE)
        if len(data) > MOST_ANSWERS and any(n > MOST_ANSWERS for n, _ in enumerate(yaml.parse(data, LOADER))):
            raise too_many_elements(path, MOST_ANSWERS)
        kept: Any = yaml.load(data, LOADER)  # noqa: S506 -- it is a safe one
        said: dict[str, Counter[str]] = {}
        for participant in kept["participants"]:
            for name, given in participant["answers"].items():
                texts = (str(text).strip() for text in ([given] if isinstance(given, str) else given))
                said.setdefault(str(name), Counter()).update(text for text in texts if text)
        questions = {str(name): str(asked["text"]) for name, asked in (kept.get("questions") or {}).items()}
    return Answered(questions, said)


def fill_board(board: Block, shown: ShownAnswers, node: Node, reading: Reading) -> Block | Failed:
    """Return a board with the answers to the question that it names.

    Without answers it returns the board unchanged and warns. It returns FAILED when the file is of another kind.
    """
    place = board.at("answers") or reading.span(node)
    name = shown.file or ANSWERS_FILE
    path = reading.file.path.parent / name
    reading.files.append(path)
    if path.is_file():
        check_inside(name, board.at("file") or place, reading, "file")
    try:
        found = read_answered(path) if path.exists() else Answered({}, {})
    except NotAnswersError:
        reading.error(
            "not-answers", board.at("file") or place, "“{name}” is not a file of collected answers.",
            "Make it anew with `deckbuild collect answers/ -o {name}`.", name=name.as_posix(),
        )  # fmt: skip
        return FAILED
    except OSError as error:
        reading.error(
            "not-answers", board.at("file") or place, "“{file}” can't be read: {reason}.",
            "Check the name, and whether you may open it.", file=name.as_posix(), reason=because(error),
        )  # fmt: skip
        return FAILED
    said = found.said.get(shown.question)
    if not said and shown.question in found.questions:
        _no_answers(shown.question, place, name, reading)
        return board
    if not said:  # the question may be in this deck: checked when all slides are read
        reading.forward.answered.append((shown.question, place, name))
        return board
    # by frequency and then by the alphabet: the order of the file would show who wrote what
    ranked = sorted(said.items(), key=lambda one: (-one[1], one[0].casefold(), one[0]))
    texts = tuple(plain(text if count == 1 else f"{text} ({count})") for text, count in ranked)
    return board.with_answers(texts)


def _no_answers(question: str, place: Span, file: Path, reading: Reading) -> None:
    reading.warning(
        "no-answers", place, "No answers to `{id}` have been collected yet: the board is empty.",
        "Collect them with `deckbuild collect answers/ -o {file}`.", id=question, file=file.as_posix(),
    )  # fmt: skip


def check_answered(reading: Reading) -> None:
    """Report boards that show answers to a question which neither the deck nor the file of answers has."""
    asked = reading.names.questions
    for name, place, file in reading.forward.answered:
        slide, _, part = name.partition("/")
        if name in asked or (part and slide in reading.names.slides):
            _no_answers(name, place, file, reading)
            continue
        named = [each for each in asked if "/" not in each]
        near, meant = alike(name, named) or nearest(name, asked), sure(name, asked)
        reading.error(
            "unknown-name", place, "No question has the id “{id}”.",
            "Did you mean `{near}`?" if near else
            "Write one of {names}, or give the question you mean a line `id: {id}`." if named else
            "Give the question you mean a line `id: {id}`.",
            edits=reading.swap(place, meant) if meant else (), id=name, near=near, names=listed(named, "or"),
        )  # fmt: skip
