"""What is known while a deck is read: the file, the findings so far, the names defined, the numbers given out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from deckbuild.diagnostics import Diagnostics, Edit, SourceFile, Span, Template, insert, quoted
from deckbuild.model.deck import Figure, Source
from deckbuild.model.deck import Node as Model
from deckbuild.model.text import Text
from deckbuild.model.written import Notation

HASH = re.compile(r"[ \t]#[^\s#=-]")


class Failure(Enum):
    """What stands where a value could not be made; the fault has been told already."""

    FAILED = "failed"


FAILED: Final = Failure.FAILED
Failed: TypeAlias = Literal[Failure.FAILED]


@dataclass(slots=True)
class Repairs:
    """What the repair of the file's lines did to them, so that YAML could read on."""

    shifts: dict[int, int] = field(default_factory=dict)
    """Line, from 0 -> columns to add to get the file's own column."""
    muted: set[int] = field(default_factory=set)
    """Lines, from 1, with a fault that was reported: what else seems wrong there may follow from it."""
    lossy: bool = False
    """Whether keys were lost: what seems to be missing may not be."""


@dataclass(slots=True)
class DeckNames:
    """What the deck defines, and what of it is used."""

    sources: dict[str, Source] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    tables: dict[str, object] = field(default_factory=dict)
    slides: list[str] = field(default_factory=list)
    """The slides' ids, in the order of the file."""
    questions: dict[str, Span | None] = field(default_factory=dict)
    """The questions' ids, and where the author gave them."""
    defined: defaultdict[str, dict[str, Span]] = field(default_factory=lambda: defaultdict(dict))
    """Every name under ``sources``, ``figures``, ``tables`` and ``sheets``, also of a faulty definition, and where."""
    used: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@dataclass(slots=True)
class ForwardReferences:
    """Ids of slides and questions that may stand further down: they are checked once the whole deck is read."""

    links: list[tuple[str, Span]] = field(default_factory=list)
    """Links to slides."""
    starts: list[tuple[str, Span]] = field(default_factory=list)
    """The slides that rows of programmes begin with, in the order of the file."""
    answered: list[tuple[str, Span]] = field(default_factory=list)
    """Questions whose answers are shown."""
    carried: list[tuple[str, Span]] = field(default_factory=list)
    """The sheets that answers are carried to."""


@dataclass(slots=True)
class SlideIds:
    """The ids given out on one slide: its blocks and its questions are numbered."""

    slide: str = ""
    blocks: int = 0
    questions: int = 0

    def block(self) -> str:
        """Give out the next block's id."""
        self.blocks += 1
        return f"{self.slide}/{self.blocks}"

    def question(self) -> str:
        """Give out the next question's id."""
        self.questions += 1
        return f"{self.slide}/q{self.questions}"


@dataclass(slots=True)
class Surroundings:
    """What stands around the value being read, where a message depends on it."""

    described: bool = False
    """Whether the figure being read has its own description."""
    required: Node | None = None
    """The value being read whose key can't be left out."""
    ran_together: range = range(0)
    """The lines, from 0, of the last item into which the next one ran, since its hyphen was lost."""


class Reporter:
    """Reports what is wrong in one file, each fault where it stands."""

    def __init__(self, file: SourceFile, diagnostics: Diagnostics) -> None:
        self.file = file
        self.diagnostics = diagnostics
        self.repairs = Repairs()
        self._last: tuple[Node | None, Span | None] = (None, None)

    @contextmanager
    def held(self) -> Iterator[Diagnostics]:
        """Hold back what is reported meanwhile: the caller passes it on, unless it finds a better explanation."""
        outer, self.diagnostics = self.diagnostics, Diagnostics()
        yield self.diagnostics
        self.diagnostics = outer

    def span(self, node: Node) -> Span:
        """Return where a value stands; for a block of text, where its first line does."""
        last, span = self._last
        if last is node and span is not None:
            return span
        start = node.start_mark
        if isinstance(node, ScalarNode) and node.style in ("|", ">"):
            span = self._text_block(node)
        else:
            end_line, end_column = self._end(node)
            line, column = start.line + 1, start.column + 1
            if self.repairs.shifts:
                column += self.repairs.shifts.get(line - 1, 0)
                end_column += self.repairs.shifts.get(end_line - 1, 0)
            span = Span(self.file, line, column, end_line, end_column)
        self._last = (node, span)
        return span

    def _end(self, node: Node) -> tuple[int, int]:
        while isinstance(node, CollectionNode) and node.value and not node.flow_style:
            node = node.value[-1][1] if isinstance(node, MappingNode) else node.value[-1]
        if isinstance(node, ScalarNode) and node.style in ("|", ">"):
            span = self._text_block(node)
            return span.end_line, span.end_column
        return node.end_mark.line + 1, node.end_mark.column + 1

    def _text_block(self, node: ScalarNode) -> Span:
        lines = self.file.lines
        first, last = node.start_mark.line + 1, min(node.end_mark.line + 1, len(lines)) - 1
        if node.end_mark.column == 0:
            last = min(last, node.end_mark.line - 1)
        while first < last and not lines[first].strip():
            first += 1
        while last > first and not lines[last].strip():
            last -= 1
        if first > last or first >= len(lines) or not lines[first].strip():
            mark = node.start_mark
            return Span(self.file, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
        column = len(lines[first]) - len(lines[first].lstrip()) + 1
        return Span(self.file, first + 1, column, last + 1, len(lines[last].rstrip()) + 1)

    def within(self, node: Node, snippet: str) -> Span:
        """Return where ``snippet`` stands inside a value, or else where the whole value does."""
        whole = self.span(node)
        for number in range(whole.line, whole.end_line + 1):
            line = self.file.line(number)
            found = line.find(snippet, whole.column - 1 if number == whole.line else 0)
            if snippet and found >= 0:
                return Span(self.file, number, found + 1, number, found + 1 + len(snippet))
        return whole

    def swap(self, where: Node | Span, text: str) -> tuple[Edit, ...]:
        """Return the edit that writes ``text`` in the place of a value that stands on one line."""
        place = where if isinstance(where, Span) else self.span(where)
        return (Edit(place, text),) if place.line == place.end_line else ()

    def quoted(self, first: Node, last: Node) -> tuple[Edit, ...]:
        """Return edits that put what stands from one value to another on the same line into quotation marks."""
        start, end = self.span(first), self.span(last)
        if start.line != end.end_line:
            return ()
        return quoted(self.file, start.line, start.column, end.end_column)

    def inserted(self, where: Span, text: str) -> tuple[Edit, ...]:
        """Return the edit that writes ``text`` before a place."""
        return (insert(self.file, where.line, where.column, text),)

    def error(
        self,
        code: str,
        where: Node | Span,
        message: str,
        hint: Template = "",
        *,
        edits: tuple[Edit, ...] = (),
        **args: object,
    ) -> None:
        """Report an error at a value."""
        place = where if isinstance(where, Span) else self.span(where)
        self.diagnostics.error(code, place, message, hint, edits=edits, **args)

    def warning(
        self,
        code: str,
        where: Node | Span,
        message: str,
        hint: Template = "",
        *,
        edits: tuple[Edit, ...] = (),
        **args: object,
    ) -> None:
        """Report a warning at a value."""
        place = where if isinstance(where, Span) else self.span(where)
        self.diagnostics.warning(code, place, message, hint, edits=edits, **args)


Convert: TypeAlias = Callable[[Node, "Reading", str], Any]
"""Makes a value of a YAML node under a key, or FAILED when it told a fault."""


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """What may be written beyond what the model's annotations tell: made once, and handed to every reading."""

    fields: Mapping[Notation, Convert]
    """How each notation of a field is read."""
    types: Mapping[type[Model], Convert]
    """The types that are read by functions of their own."""
    with_blocks: Callable[[type[Model], Node, Reading, str], Any]
    """Reads what has the keys of blocks among its own."""
    finish: Callable[[Any, Node, Reading], Any]
    """Checks an object once its fields are read; returns it, another in its place, or FAILED."""
    plans: dict[type[Model], Any] = field(default_factory=dict)
    """How each class is read, as far as it has been worked out."""


class Reading(Reporter):
    """One reading of one file: its reporter, and what is known of the deck so far."""

    def __init__(self, file: SourceFile, diagnostics: Diagnostics, grammar: Grammar) -> None:
        super().__init__(file, diagnostics)
        self.grammar = grammar
        self.names = DeckNames()
        self.forward = ForwardReferences()
        self.ids = SlideIds()
        self.around = Surroundings()
        self.files: list[Path] = []
        """The files it names, whether they are there or not."""
        self.hashes = bool(HASH.search(file.text))
        """Whether a sign # may have cut a text short somewhere."""


def is_nothing(node: Node) -> bool:
    """Whether nothing was written where a value belongs."""
    return isinstance(node, ScalarNode) and not node.style and not node.value


def shortened(text: str, most: int = 40) -> str:
    """Return the beginning of a text, for a message."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


__all__ = [
    "FAILED",
    "Convert",
    "Failed",
    "Grammar",
    "MappingNode",
    "Node",
    "Reading",
    "Repairs",
    "Reporter",
    "ScalarNode",
    "SequenceNode",
    "SlideIds",
    "Text",
    "is_nothing",
    "shortened",
]
