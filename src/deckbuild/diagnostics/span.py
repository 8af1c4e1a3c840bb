"""Places in a source file."""

from __future__ import annotations

import re
from dataclasses import field, replace
from pathlib import Path

from deckbuild.characters import indent
from deckbuild.dataclass import dataclass

LINE_END = re.compile(r"\r\n|\r|\n")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text without their ends. A line ends where editors and YAML see it end: LF, CRLF or CR.

    ``str.splitlines`` knows further ends, such as the vertical tab in what is copied from PowerPoint.
    """
    found = LINE_END.split(text)
    return found if found[-1] else found[:-1]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read: its path as the user gave it, and its lines."""

    path: Path
    text: str
    lines: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", tuple(lines_of(self.text)))

    def line(self, number: int) -> str:
        """Return line ``number`` (from 1), or an empty text when the file is shorter."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source file. Lines and columns count from 1; the end is exclusive."""

    file: SourceFile = field(repr=False, compare=False)
    line: int
    column: int
    end_line: int
    end_column: int

    def __post_init__(self) -> None:
        """Move the start into its line and the end behind the start: marks of a damaged file may point outside."""
        column = max(1, min(self.column, len(self.file.line(self.line)) + 1))
        if column != self.column:
            object.__setattr__(self, "column", column)
        if (self.end_line, self.end_column) < (self.line, column):
            object.__setattr__(self, "end_line", self.line)
            object.__setattr__(self, "end_column", column + 1)

    @classmethod
    def of_lines(cls, file: SourceFile, first: int, last: int) -> Span:
        """Return the span of the lines ``first`` to ``last``, without the indentation of the first."""
        line = file.line(first)
        column = len(indent(line)) + 1
        end = len(file.line(last).rstrip()) + 1
        return cls(file, first, column, last, max(end, column + 1) if first == last else end)

    def part(self, words: str, after: Span | None = None) -> Span | None:
        """Return the place of some words inside, the first or the first ``after`` another; ``None`` if there is none.

        Between two words any white space may stand, and a line may end.
        """
        first, start = (after.end_line, after.end_column - 1) if after else (self.line, self.column - 1)
        for number in range(first, self.end_line + 1) if words.strip() else ():
            end = self.end_column - 1 if number == self.end_line else None
            if (at := self.file.line(number).find(words, start if number == first else 0, end)) >= 0:
                return Span(self.file, number, at + 1, number, at + 1 + len(words))
        pieces = words.split()
        text = "\n".join(self.file.line(number) for number in range(first, self.end_line + 1)) if pieces[1:] else ""
        found = re.compile(r"\s+".join(map(re.escape, pieces))).search(text, start)
        if not found or not found[0]:
            return None
        places = [(first + text.count("\n", 0, at), at - text.rfind("\n", 0, at)) for at in found.span()]
        return Span(self.file, *places[0], *places[1])

    def to(self, last: Span) -> Span:
        """Return the span from the start of this one to the end of another further down."""
        return replace(self, end_line=last.end_line, end_column=last.end_column)

    @property
    def text(self) -> str:
        """What stands there in the file, with line breaks and indentation."""
        lines = [self.file.line(number) for number in range(self.line, self.end_line + 1)]
        lines[-1] = lines[-1][: self.end_column - 1]
        lines[0] = lines[0][self.column - 1 :]
        return "\n".join(lines)

    @property
    def before(self) -> str:
        """The text of its line up to its start."""
        return self.file.line(self.line)[: self.column - 1]

    @property
    def onward(self) -> str:
        """The text of its line from its start on."""
        return self.file.line(self.line)[self.column - 1 :]

    @property
    def path(self) -> Path:
        """The file's path, as the user gave it."""
        return self.file.path
