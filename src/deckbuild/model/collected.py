"""The participants who get a copy of the handout, and their answers: a row for each, a column for each question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A column of answers: a question, or another place that can be filled in."""

    id: str
    """Its stable id."""
    text: str
    """What was asked."""
    number: str = ""
    """The question's number as printed."""

    @property
    def head(self) -> str:
        """Number, text and id in one line, as the head of the column."""
        return f"{self.number} {self.text} [{self.id}]".lstrip()


@dataclass(frozen=True, slots=True)
class FilledHandout:
    """What one participant filled in."""

    name: str
    """The name written on the cover, or else the name of the file."""
    file: str
    answers: Mapping[str, tuple[str, ...]]
    """Id of a column -> the text written, or the labels of the circles crossed. Empty answers are left out."""


@dataclass(frozen=True, slots=True)
class Collected:
    """All answers to one deck."""

    deck: str
    """The deck's stable name."""
    version: str
    """The version of its questions, computed by ``frame.form``."""
    columns: tuple[AnswerColumn, ...]
    participants: tuple[FilledHandout, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """A participant who gets a copy with their name, and the place of the name in the list."""

    name: str
    span: Span = field(compare=False)
