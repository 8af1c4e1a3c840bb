"""The file of collected answers, and ``answers:`` on a board, which shows the answers to one question without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

import yaml

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostic, DiagnosticError, Span, because
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


class _NotAnswersError(Exception):
    """A file is not a file of collected answers."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The content of a file of collected answers, without the participants' names."""

    questions: Mapping[str, str]
    """A question's id -> its text, in the order of the handout, including questions that nobody answered."""
    said: Mapping[str, Counter[str]]
    """A question's id -> each answer and how often it was given. Of several crosses, each counts as an answer."""
    data: bytes = field(default=b"", repr=False)
    """The file as it is on the disk."""


def read_answered(path: Path, called: str = "") -> Answered:
    """Return the content of a file of collected answers, which messages name by its path or as it is ``called``.

    Raises ``DiagnosticError`` when it is another kind of file or can't be read.
    """
    name = called or str(path)
    try:
        return _answered(path)
    except _NotAnswersError:
        message = "“{name}” is not a file of collected answers."
        hint = "Make it anew with `deckbuild collect answers/ -o {name}`."
        raise DiagnosticError(Diagnostic("not-answers", None, message, hint, {"name": name})) from None
    except OSError as error:
        message, hint = "“{file}” can't be read: {reason}.", "Check the name, and whether you may open it."
        said = Diagnostic("not-answers", None, message, hint, {"file": name, "reason": because(error)})
        raise DiagnosticError(said) from error


def _answered(path: Path) -> Answered:
    with telling_damage(_NotAnswersError, OSError):
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
    return Answered(questions, said, data)


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
        found = read_answered(path, name.as_posix()) if path.exists() else Answered({}, {})
    except DiagnosticError as error:
        reading.diagnostics.add(replace(error.diagnostic, span=board.at("file") or place))
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
