"""The outline of a deck file that is edited: which lines belong to a key, an item, a value or a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from deckbuild.characters import indent
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import SourceFile, Span
from deckbuild.editing.pasted_spaces import has_pasted_space
from deckbuild.editing.scalars import scalar
from deckbuild.editing.source_editor import Place, SourceEditor

_Node = TypeVar("_Node", bound=Node)
LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader of libyaml, or the slower one in Python where libyaml is not installed."""
_BLANK = re.compile(r"^[ \t]+$", re.MULTILINE)


class OtherWritingError(Exception):
    """The file can't be changed line by line as it is written, for example with several slides between brackets."""

    def __init__(self, span: Span, *, unread: bool = False) -> None:
        super().__init__(span)
        self.span = span
        self.unread = unread
        """Whether the line begins with spaces that only the reader takes for plain ones."""


@dataclass(frozen=True, slots=True)
class KeyLines:
    """A key and its value. They fill whole lines from ``first`` to before ``end``, counted from 1."""

    key: str
    value: Node
    first: int
    end: int


class SourceOutline:
    """Where the nodes of a file stand, as YAML reads it, and the editor that changes the file.

    Lines and columns count from 1, and are those of the file before any edit. An ``end`` is the line after the last
    one. Methods raise ``OtherWritingError`` where the file is written in a way that has no such lines.
    """

    def __init__(self, file: SourceFile, written: str | None = None) -> None:
        """Take the file as it was read. ``written`` is its text as it is on the disk, which the editor changes.

        Raises ``OtherWritingError`` when YAML reads the beginning of a line otherwise than the reader, or can't read
        the file: the reader repairs in a copy what it can.
        """
        self.file = file
        self.editor = SourceEditor(file.text if written is None else written)
        self._nodes: dict[tuple[int, int], list[Node]] = {}
        self._text: set[int] = set()
        """The lines that continue a text from an earlier line: a sign # begins no comment there."""
        for number, line in enumerate(file.lines, 1):
            if has_pasted_space(line):
                raise OtherWritingError(Span(file, number, 1, number, 2), unread=True)
        try:
            root = yaml.compose(_BLANK.sub("", file.text), Loader=LOADER)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            at = min(mark.line + 1, len(file.lines)) if mark else 1
            raise OtherWritingError(Span(file, at, 1, at, 2), unread=True) from None
        if root is not None:
            self._take_in(root)

    def _take_in(self, node: Node) -> None:
        begin, end = node.start_mark, node.end_mark
        self._nodes.setdefault((begin.line + 1, begin.column + 1), []).append(node)
        if isinstance(node, ScalarNode):
            last = end.line + 1 if end.column else end.line
            self._text.update(range(begin.line + 2, last + 1))
            if node.style in ("|", ">"):  # its span begins at its first line of text
                first = next((n for n in range(begin.line + 2, last + 1) if self.line(n).strip()), begin.line + 1)
                self._nodes.setdefault((first, len(indent(self.line(first))) + 1), []).append(node)
            return
        for value in node.value:
            for each in value if isinstance(value, tuple) else (value,):
                self._take_in(each)

    def line(self, number: int) -> str:
        """Return line ``number`` as it was read."""
        return self.file.line(number)

    def is_comment(self, number: int) -> bool:
        """Whether a line holds a comment and nothing else."""
        return self.line(number).lstrip().startswith("#") and number not in self._text

    def above(self, number: int) -> int:
        """Return the number of the first comment line right above a line; without one, the line's own number."""
        while number > 1 and self.is_comment(number - 1):
            number -= 1
        return number

    def is_blank(self, number: int) -> bool:
        """Whether a line is blank, or the file has no such line."""
        return not self.line(number).strip()

    def collection(self, span: Span) -> CollectionNode:
        """Return the list or mapping that begins where ``span`` does; of several, the outermost."""
        return self._node(span, CollectionNode)

    def text_at(self, span: Span) -> ScalarNode:
        """Return the scalar that begins where ``span`` does."""
        return self._node(span, ScalarNode)

    def _node(self, span: Span, kind: type[_Node]) -> _Node:
        for node in self._nodes.get((span.line, span.column), ()):
            if isinstance(node, kind):
                return node
        raise OtherWritingError(span)

    def pairs(self, node: Node, end: int | None = None) -> list[KeyLines]:
        """Return the pairs of a mapping in which each pair has lines of its own. The mapping ends before line ``end``.

        Without ``end``, the last pair ends where its value does. Raises ``OtherWritingError`` for any other node.
        """
        if not isinstance(node, MappingNode) or node.flow_style:
            raise OtherWritingError(self._span(node))
        begins = [key.start_mark.line + 1 for key, _ in node.value]
        ends = [*begins[1:], self.end(node) if end is None else end]
        return [
            KeyLines(key.value, value, first, self._trimmed(first, after))
            for (key, value), first, after in zip(node.value, begins, ends, strict=True)
        ]

    def end(self, node: Node) -> int:
        """Return the line after the last line of a value, without blank lines and comments that follow it."""
        last = node
        while isinstance(last, CollectionNode) and last.value and not last.flow_style:
            last = last.value[-1][1] if isinstance(last, MappingNode) else last.value[-1]
        mark = last.end_mark
        return self._trimmed(node.start_mark.line + 1, mark.line + 2 if mark.column else mark.line + 1)

    def _trimmed(self, first: int, end: int) -> int:
        while end - 1 > first and (self.is_blank(end - 1) or self.is_comment(end - 1)):
            end -= 1
        return end

    def raw(self, node: Node) -> list[str]:
        """Return a scalar, or a collection between brackets, as it is written: its lines from its start to its end."""
        return self._span(node).text.split("\n")

    def copied(self, span: Span) -> str:
        """Return a scalar on one line: as the author wrote it if it stands on one line, else its words joined."""
        node = self.text_at(span)
        if node.start_mark.line == node.end_mark.line and node.style not in ("|", ">"):
            return "".join(self.raw(node))
        return scalar(" ".join(node.value.split()))

    def place_in(self, span: Span, index: int) -> Place:
        """Return the line and column, from 1, of the letter at ``index`` (from 0) in the text of ``span``."""
        before = span.text[:index]
        line, column = before.count("\n"), len(before) - before.rfind("\n")
        return span.line + line, column if line else span.column + index

    def set_text(self, span: Span, value: str) -> None:
        """Collect the edit that replaces the scalar at ``span`` with ``value``, which is written as YAML."""
        node = self.text_at(span)
        begin, end = node.start_mark, node.end_mark
        if begin.line == end.line:
            self.editor.replace((begin.line + 1, begin.column + 1), (end.line + 1, end.column + 1), value)
        else:
            shown = self.line(begin.line + 1)[: begin.column] + value
            self.editor.replace_lines(begin.line + 1, self.end(node), [shown])

    def comments(self, first: int, end: int) -> Iterator[str]:
        """Yield the lines that hold only a comment, from line ``first`` to before ``end``."""
        yield from (self.line(number) for number in range(first, end) if self.is_comment(number))

    def _span(self, node: Node) -> Span:
        begin, end = node.start_mark, node.end_mark
        return Span(self.file, begin.line + 1, begin.column + 1, end.line + 1, end.column + 1)


def known(span: Span | None) -> Span:
    """Return the span of a node that was read, which always has one. Raises ``ValueError`` for ``None``."""
    if span is None:
        raise ValueError("a deck that was read knows its places")
    return span
