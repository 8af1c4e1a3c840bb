"""A deck file as lines to change: what isn't changed stays to the letter, its line ends and byte order mark too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from deckbuild.diagnostics import SourceFile, Span
from deckbuild.diagnostics.edit import LINE
from deckbuild.drafting.scalars import scalar

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOM = "\ufeff"


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


class SourceEditor:
    """A file's lines, the changes to make to them, and what YAML says stands where."""

    def __init__(self, file: SourceFile, written: str | None = None) -> None:
        """Take the file as it was read, and ``written``, its text with the line ends it has on the disk."""
        self.file = file
        self.lines: Sequence[str] = file.lines
        text = "".join(f"{line}\n" for line in self.lines) if written is None else written
        self._bom = _BOM if text.startswith(_BOM) else ""
        self._written = [(match[1], match[2]) for match in LINE.finditer(text.removeprefix(_BOM))]
        self._edits: dict[int, list[tuple[int, int, str]]] = {}
        self._puts: list[tuple[int, int, int, Sequence[str]]] = []
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
        found = self._nodes.get((span.line, span.column), ())
        for node in found:
            if isinstance(node, CollectionNode):
                return node
        raise OtherWritingError(span)

    def text_at(self, span: Span) -> ScalarNode:
        """Return the text that stands at a place."""
        found = self._nodes.get((span.line, span.column), ())
        for node in found:
            if isinstance(node, ScalarNode):
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
        begin, end = node.start_mark, node.end_mark
        lines = [self.line(number) for number in range(begin.line + 1, end.line + 2)]
        lines[-1] = lines[-1][: end.column]
        lines[0] = lines[0][begin.column :]
        return lines

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

    def edit(self, span: Span, begin: int, end: int, text: str) -> None:
        """Write ``text`` for the letters from ``begin`` to ``end`` of a stretch; they stand on one of its lines."""
        before = self.stretch(span)[:begin]
        line = span.line + before.count("\n")
        column = len(before) - before.rfind("\n") - 1 + (span.column - 1) * ("\n" not in before)
        self.edit_line(line, column, column + end - begin, text)

    def edit_line(self, line: int, begin: int, end: int, text: str) -> None:
        """Write ``text`` for the letters from ``begin`` to ``end``, counted from 0, of a line."""
        self._edits.setdefault(line, []).append((begin, end, text))

    def put(self, first: int, end: int, lines: Sequence[str]) -> None:
        """Write lines in the place of those from ``first`` to before ``end``; the same for both only puts them in."""
        self._puts.append((first, end, len(self._puts), lines))

    def text(self) -> str:
        """Return the file with all changes made."""
        ends = [end for _, end in self._written]
        usual = ends[0] or "\n"
        rows = [(self._edited(number), end) for number, (_, end) in enumerate(self._written, 1)]
        if rows and rows[-1] == ("", ""):
            rows.pop()
        last = rows[-1][1] if rows else usual
        for first, end, _, lines in sorted(self._puts, key=lambda put: put[:3], reverse=True):
            rows[first - 1 : end - 1] = [(line, usual) for line in lines]
        whole = "".join(line + (end or usual) for line, end in rows[:-1])
        return self._bom + whole + (rows[-1][0] + last if rows else "")

    def _edited(self, number: int) -> str:
        edits = self._edits.get(number)
        if not edits:
            return self._written[number - 1][0]
        line = self.line(number)
        for begin, end, text in sorted(edits, reverse=True):
            line = line[:begin] + text + line[end:]
        return line

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
