"""What is known while a deck is read: the file, the findings so far, the names defined, the numbers given out."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import Final, Literal, TypeAlias

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from deckbuild.diagnostics import Diagnostics, Edit, SourceFile, Span, Template, insert, quoted
from deckbuild.model.deck import Figure, Source
from deckbuild.model.text import Text

HASH = re.compile(r"[ \t]#[^\s#=-]")


class Failure(Enum):
    """What stands where a value could not be made; the fault has been told already."""

    FAILED = "failed"


FAILED: Final = Failure.FAILED
Failed: TypeAlias = Literal[Failure.FAILED]


class Reading:
    """One reading of one file."""

    def __init__(self, file: SourceFile, diagnostics: Diagnostics) -> None:
        self.file = file
        self.diagnostics = diagnostics
        self.slide_id = ""
        self.blocks_given = 0
        self.questions_given = 0
        self.question_ids: dict[str, Span | None] = {}
        self.links: list[tuple[str, Span]] = []
        """Links to slides, checked once all slides are known."""
        self.starts: list[tuple[str, Span]] = []
        """The slides that rows of programmes begin with, in the order of the file."""
        self.answered: list[tuple[str, Span]] = []
        """Questions whose answers are shown, checked likewise."""
        self.slide_ids: list[str] = []
        self.carried: list[tuple[str, Span]] = []
        self.sources: dict[str, Source] = {}
        self.figures: dict[str, Figure] = {}
        self.tables: dict[str, object] = {}
        self.defined: dict[str, dict[str, Span]] = {"sources": {}, "figures": {}, "tables": {}, "sheets": {}}
        """Every name defined, also those whose definition has faults, and where."""
        self.used: dict[str, set[str]] = {"sources": set(), "figures": set(), "tables": set(), "sheets": set()}
        self.files: list[Path] = []
        """The files it names, whether they are there or not."""
        self.ran_together = range(0)
        """The lines, from 0, of the last item into which the next one ran, since its hyphen was lost."""
        self.described = False
        """Whether the figure being read has its own description."""
        self.required: Node | None = None
        """The value being read whose key can't be left out."""
        self.hashes = bool(HASH.search(file.text))
        """Whether a sign # may have cut a text short somewhere."""
        self.shifts: dict[int, int] = {}
        self.muted: set[int] = set()
        self.lossy = False
        """What mending the lines did to them: see ``Lines``."""
        self._last: tuple[Node | None, Span | None] = (None, None)

    def start_slide(self, slide_id: str) -> None:
        """Begin numbering blocks and questions anew."""
        self.slide_id, self.blocks_given, self.questions_given = slide_id, 0, 0

    def block_id(self) -> str:
        """Give out the next block's id on the slide."""
        self.blocks_given += 1
        return f"{self.slide_id}/{self.blocks_given}"

    def question_id(self) -> str:
        """Give out the next question's id on the slide."""
        self.questions_given += 1
        return f"{self.slide_id}/q{self.questions_given}"

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
            if self.shifts:
                column += self.shifts.get(line - 1, 0)
                end_column += self.shifts.get(end_line - 1, 0)
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


def is_nothing(node: Node) -> bool:
    """Whether nothing was written where a value belongs."""
    return isinstance(node, ScalarNode) and not node.style and not node.value


def shortened(text: str, most: int = 40) -> str:
    """Return the beginning of a text, for a message."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


__all__ = [
    "FAILED",
    "Failed",
    "MappingNode",
    "Node",
    "Reading",
    "ScalarNode",
    "SequenceNode",
    "Text",
    "is_nothing",
    "shortened",
]
