"""The state of one reading of a deck: the file, the findings so far, the names defined, the ids given out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from enum import Enum
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Counted, Diagnostics, Edit, SourceFile, Span, Template, insert, quoted, shortened
from deckbuild.editing.comments import text_end, unsure_comment
from deckbuild.locales import USUAL, language_named_in, language_of
from deckbuild.model.deck import Figure, Source
from deckbuild.model.deck import Node as Model
from deckbuild.model.text import Text
from deckbuild.model.written import Notation


class Failure(Enum):
    """The result of a conversion that failed. Its fault has been reported already."""

    FAILED = "failed"


FAILED: Final = Failure.FAILED
Failed: TypeAlias = Literal[Failure.FAILED]


@dataclass(slots=True)
class Repairs:
    """What ``reader.syntax`` changed in the file's lines so that YAML could read them."""

    shifts: Counter[int] = field(default_factory=Counter)
    """Line, from 0 -> number to add to a column of the changed line to get the column in the file."""
    muted: set[int] = field(default_factory=set)
    """Lines, from 1, with a reported fault. Other findings there may be its consequences, so they are dropped."""
    lossy: bool = False
    """Whether keys were lost, so that a finding about something missing may be wrong."""


@dataclass(slots=True)
class DeckNames:
    """The names that the deck defines, and those that it uses."""

    sources: dict[str, Source] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    tables: dict[str, object] = field(default_factory=dict)
    layouts: dict[str, tuple[str, Node]] = field(default_factory=dict)
    """Slide id -> the layout that its author wants, and where that is written."""
    slides: list[str] = field(default_factory=list)
    """The slides' ids, in the order of the file."""
    titles: dict[str, Text] = field(default_factory=dict)
    """Each slide's id -> its title."""
    questions: dict[str, Span | None] = field(default_factory=dict)
    """The questions' ids -> where the author gave them; for an id that was made, where the question is."""
    defined: defaultdict[str, dict[str, Span]] = field(default_factory=lambda: defaultdict(dict))
    """``sources``, ``figures`` or ``tables`` -> each name under it -> its place, even if it has faults."""
    used: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@dataclass(slots=True)
class ForwardReferences:
    """References to what may stand further down. They are checked once the whole deck is read."""

    links: list[tuple[str, Span]] = field(default_factory=list)
    """Links to slides."""
    starts: list[tuple[str, Span]] = field(default_factory=list)
    """The slides that rows of a programme begin with, in the order of the file."""
    answered: list[tuple[str, Span, Path]] = field(default_factory=list)
    """Questions whose answers a board shows, and the file they are to come from."""
    carried: list[tuple[str, Span]] = field(default_factory=list)
    """The sheets that answers are carried to."""


@dataclass(slots=True)
class SlideIds:
    """Gives out ids on one slide: its blocks and its questions are numbered from 1."""

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
    """Facts about the surroundings of the value being read, for messages that depend on them."""

    described: bool = False
    """Whether the figure being read has its own description."""
    ended: int = -1
    """When the row above in a programme ends, in minutes after midnight."""
    kind: str = ""
    """The kind of the block that was begun last."""
    required: Node | None = None
    """The value being read, if its key is required."""
    ran_together: range = range(0)
    """The lines, from 0, of the last list item that swallowed the next one because that had no hyphen."""


class Reporter:
    """Reports findings in one file, each at its place."""

    def __init__(self, file: SourceFile, diagnostics: Diagnostics) -> None:
        self.file = file
        self.diagnostics = diagnostics
        self.repairs = Repairs()
        self._last: tuple[Node | None, Span | None] = (None, None)

    @contextmanager
    def held(self) -> Iterator[Diagnostics]:
        """Collect what is reported within the ``with`` in findings of its own, for the caller to pass on or drop."""
        outer, self.diagnostics = self.diagnostics, Diagnostics()
        yield self.diagnostics
        self.diagnostics = outer

    def span(self, node: Node) -> Span:
        """Return the span of a node. That of a text block (``|`` or ``>``) begins at its first line of text."""
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
                column += self.repairs.shifts[line - 1]
                end_column += self.repairs.shifts[end_line - 1]
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
        return Span.of_lines(self.file, first + 1, last + 1)

    def within(self, node: Node, words: str) -> Span:
        """Return the place of some words inside a node, or of the whole node if they are not found."""
        whole = self.span(node)
        return whole.part(words) or whole

    def swap(self, where: Node | Span, text: str) -> tuple[Edit, ...]:
        """Return the edit that writes ``text`` in the place of a node or span.

        There is none if that has several lines, or if a comment after it may be a part of the text.
        """
        place = where if isinstance(where, Span) else self.span(where)
        cut = unsure_comment(self.file.line(place.end_line), place.end_column - 1)
        return (Edit(place, text),) if place.line == place.end_line and not cut else ()

    def quoted(self, first: Node, last: Node) -> tuple[Edit, ...]:
        """Return the edits that put all from ``first`` to ``last`` into quotation marks.

        A number after a sign # is quoted too. There are no edits across several lines, or if another comment may be a
        part of the text.
        """
        start, end = self.span(first), self.span(last)
        column = self.text_end(end)
        if start.line != end.end_line or unsure_comment(end.file.line(end.end_line), column - 1):
            return ()
        return quoted(self.file, start.line, start.column, column)

    def text_end(self, place: Span) -> int:
        """Return the column, from 1, where the text ends that stands at a place; it goes on with a number, ``# 4``."""
        return text_end(self.file.line(place.end_line), place.end_column - 1) + 1

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
"""Converts a YAML node under a key to a value. Returns FAILED when it reported a fault."""


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Functions that read what the model's annotations can't express. It is made once, and every reading gets it."""

    fields: Mapping[Notation, Convert]
    """How each notation of a field is read."""
    types: Mapping[type[Model], Convert]
    """Classes that are read by functions of their own."""
    with_blocks: Callable[[type[Model], Node, Reading, str], Any]
    """Reads a class that has content keys beside its own keys, such as a column."""
    finish: Callable[[Any, Node, Reading], Any]
    """Checks an object once its fields are read. Returns the object, another in its place, or FAILED."""
    plans: dict[type[Model], Any] = field(default_factory=dict)
    """Cache: class -> how it is read. ``values.convert`` fills it."""


class Reading(Reporter):
    """One reading of one file: a reporter that also keeps what is known of the deck so far."""

    def __init__(self, file: SourceFile, diagnostics: Diagnostics, grammar: Grammar) -> None:
        super().__init__(file, diagnostics)
        self.grammar = grammar
        self.names = DeckNames()
        self.forward = ForwardReferences()
        self.ids = SlideIds()
        self.around = Surroundings()
        self.files: list[Path] = []
        """The files that the deck names, whether they exist or not."""
        named = language_named_in(file.text[:20_000].encode("utf-8", "replace"))
        self.language = language_of(named or USUAL)
        """The language of the deck, as far as it can be told before the deck is read."""


def is_nothing(node: Node) -> bool:
    """Whether a node is an empty scalar: nothing was written where a value belongs."""
    return isinstance(node, ScalarNode) and not node.style and not node.value


def key_names(node: Node) -> list[str]:
    """Return the keys of a mapping, an empty text for each that is no scalar; nothing for any other node."""
    pairs = node.value if isinstance(node, MappingNode) else []
    return [str(key.value) if isinstance(key, ScalarNode) else "" for key, _ in pairs]


def spaces(count: int) -> Counted:
    """Return a number of spaces for a message."""
    return Counted(count, "1 space", "{count} spaces")


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
    "key_names",
    "shortened",
    "spaces",
]
