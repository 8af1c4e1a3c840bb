"""Who gets a copy of the handout, and the answers from filled ones: a participant is a row, a question a column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from deckbuild.diagnostics import Span


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A question, or something else that can be filled in."""

    id: str
    """Its stable id."""
    text: str
    """What was asked."""
    number: str = ""
    """The question's number as printed."""

    @property
    def head(self) -> str:
        """Number, text and id, for people."""
        return f"{self.number} {self.text} [{self.id}]".lstrip()


@dataclass(frozen=True, slots=True)
class FilledHandout:
    """What one participant filled in."""

    name: str
    """As written on the cover, or else the file's name."""
    file: str
    answers: Mapping[str, tuple[str, ...]]
    """Id of a column -> the text written, or the words of the circles crossed; those left empty are not in it."""


@dataclass(frozen=True, slots=True)
class Collected:
    """All answers to one deck."""

    deck: str
    """The deck's stable name."""
    version: str
    """Of its wording, as ``frame.form`` tells it."""
    columns: tuple[AnswerColumn, ...]
    participants: tuple[FilledHandout, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """A person with a copy of their own, and where their name stands in the list."""

    name: str
    span: Span = field(compare=False)
