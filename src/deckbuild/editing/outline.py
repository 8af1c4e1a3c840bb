"""What stands where in a deck file that is edited: which lines belong to a key, an item, a value or a comment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from deckbuild.diagnostics import SourceFile, Span
from deckbuild.editing.scalars import scalar
from deckbuild.editing.source_editor import Place, SourceEditor

_Node = TypeVar("_Node", bound=Node)
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class OtherWritingError(Exception):
    """The file is written in a way that can't be changed line by line, such as several slides between brackets."""

    def __init__(self, span: Span) -> None:
        super().__init__(span)
        self.span = span


@dataclass(frozen=True, slots=True)
class KeyLines:
    """A key and its value, on whole lines from ``first`` to before ``end``, counted from 1."""

    key: str
    value: Node
    first: int
    end: int


class SourceOutline:
    """What YAML says stands where in a file as it was read, and the editor that changes the file.

    Lines and columns count from 1, and are those of the file before any edit; the line after the last one of something
    is its ``end``. Where the file is written in a way that has no such lines, ``OtherWritingError`` is raised.
    """

    def __init__(self, file: SourceFile, written: str | None = None) -> None:
        """Take the file as it was read, and ``written``, its text as it is on the disk, to be edited.

        Raises ``yaml.YAMLError`` when YAML can't read the file.
        """
        self.file = file
        self.editor = SourceEditor(file.text if written is None else written)
        self._nodes: dict[tuple[int, int], list[Node]] = {}
        self._text: set[int] = set()
        """The lines on which a text goes on that began on an earlier one: a sign # begins no comment there."""
        root = yaml.compose(file.text, Loader=_LOADER)
        if root is not None:
            self._take_in(root)

    def _take_in(self, node: Node) -> None:
        begin, end = node.start_mark, node.end_mark
        self._nodes.setdefault((begin.line + 1, begin.column + 1), []).append(node)
        if isinstance(node, ScalarNode):
            last = end.line + 1 if end.column else end.line
            self._text.update(range(begin.line + 2, last + 1))
            if node.style in ("|", ">"):  # readers place it where its first line of text stands
                first = next((n for n in range(begin.line + 2, last + 1) if self.line(n).strip()), begin.line + 1)
                self._nodes.setdefault((first, len(indent(self.line(first))) + 1), []).append(node)
            return
        for value in node.value:
            for each in value if isinstance(value, tuple) else (value,):
                self._take_in(each)

    def line(self, number: int) -> str:
        """Return a line as it was read."""
        return self.file.line(number)

    def is_comment(self, number: int) -> bool:
        """Whether a line holds a comment and nothing else."""
        return self.line(number).lstrip().startswith("#") and number not in self._text

    def above(self, number: int) -> int:
        """Return the first line of the comment right above a line, or else the line itself."""
        while number > 1 and self.is_comment(number - 1):
            number -= 1
        return number

    def is_blank(self, number: int) -> bool:
        """Whether a line is empty, or there is none."""
        return not self.line(number).strip()

    def collection(self, span: Span) -> CollectionNode:
        """Return the list or the pairs that stand at a place, the outermost of them."""
        return self._node(span, CollectionNode)

    def text_at(self, span: Span) -> ScalarNode:
        """Return the text that stands at a place."""
        return self._node(span, ScalarNode)

    def _node(self, span: Span, kind: type[_Node]) -> _Node:
        for node in self._nodes.get((span.line, span.column), ()):
            if isinstance(node, kind):
                return node
        raise OtherWritingError(span)

    def pairs(self, node: Node, end: int | None = None) -> list[KeyLines]:
        """Return the pairs of a mapping that has each on lines of its own; it reaches to before line ``end``."""
        if not isinstance(node, MappingNode) or node.flow_style:
            raise OtherWritingError(self._span(node))
        begins = [key.start_mark.line + 1 for key, _ in node.value]
        ends = [*begins[1:], self.end(node) if end is None else end]
        return [
            KeyLines(key.value, value, first, self._trimmed(first, after))
            for (key, value), first, after in zip(node.value, begins, ends, strict=True)
        ]

    def end(self, node: Node) -> int:
        """Return the line after the last that a value stands on."""
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
        """Return a value between brackets, or a text, as it is written: the lines from its beginning to its end."""
        return self.stretch(self._span(node)).split("\n")

    def copied(self, span: Span) -> str:
        """Return a text for one line: as the author wrote it if it stands on one, else put on one."""
        node = self.text_at(span)
        if node.start_mark.line == node.end_mark.line and node.style not in ("|", ">"):
            return "".join(self.raw(node))
        return scalar(" ".join(node.value.split()))

    def stretch(self, span: Span) -> str:
        """Return what stands at a place, its line breaks and indentation too."""
        lines = [self.line(number) for number in range(span.line, span.end_line + 1)]
        lines[-1] = lines[-1][: span.end_column - 1]
        lines[0] = lines[0][span.column - 1 :]
        return "\n".join(lines)

    def place_in(self, span: Span, index: int) -> Place:
        """Return the place of a letter, counted from 0, of what stands at ``span``: its ``stretch``."""
        before = self.stretch(span)[:index]
        line, column = before.count("\n"), len(before) - before.rfind("\n")
        return span.line + line, column if line else span.column + index

    def set_text(self, span: Span, value: str) -> None:
        """Let the editor write a value, as YAML has it, in the place of the text that stands at a place."""
        node = self.text_at(span)
        begin, end = node.start_mark, node.end_mark
        if begin.line == end.line:
            self.editor.replace((begin.line + 1, begin.column + 1), (end.line + 1, end.column + 1), value)
        else:
            shown = self.line(begin.line + 1)[: begin.column] + value
            self.editor.replace_lines(begin.line + 1, self.end(node), [shown])

    def comments(self, first: int, end: int) -> Iterator[str]:
        """Yield the comments that fill lines of their own from ``first`` to before ``end``."""
        yield from (self.line(number) for number in range(first, end) if self.is_comment(number))

    def _span(self, node: Node) -> Span:
        begin, end = node.start_mark, node.end_mark
        return Span(self.file, begin.line + 1, begin.column + 1, end.line + 1, end.column + 1)


def known(span: Span | None) -> Span:
    """Return the place of something that was read, which always has one."""
    if span is None:
        raise ValueError("a deck that was read knows its places")
    return span


def indent(line: str) -> str:
    """Return the spaces a line begins with."""
    return line[: len(line) - len(line.lstrip())]
