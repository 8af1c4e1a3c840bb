"""The file's lines while YAML faults are mended, so that what stands behind them is found too.

A mended line keeps its length where that can be; where its indentation changes, ``shift`` remembers by how much.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckbuild.diagnostics import Edit, SourceFile, Span, quoted
from deckbuild.reader.context import Repairs

KEY = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[\w-]+) *:(?=\s|$))?")
VALUE = re.compile(r" *(?:- +)*(?:[\w-]+ *:(?:\s+|$))?")
COMMENT = re.compile(r"\s#")
STAND_IN = "·"
"""For a sign that YAML stumbles over: plain text, and no letter, so that the id made from a title stays the same."""
RISKY = str.maketrans(dict.fromkeys("\"':#[]{},&*!|>%@`?-\\", STAND_IN))


@dataclass(frozen=True, slots=True)
class OpenLevel:
    """A key or an item that a line above opened."""

    column: int
    item: bool
    line: int


class Lines:
    """The lines as mended so far; counted from 0, as YAML's marks are."""

    def __init__(self, file: SourceFile, repairs: Repairs | None = None) -> None:
        self.file = file
        self.lines = [line if line.strip() else "" for line in file.lines]  # a tab alone would be an indentation
        self.repairs = repairs or Repairs()

    @property
    def text(self) -> str:
        """The text for the YAML parser."""
        return "\n".join(self.lines) + "\n"

    def __getitem__(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def span(self, number: int, start: int, end: int | None = None) -> Span:
        """Return a place on a line, columns from 0; to the line's end without ``end``."""
        number = min(max(number, 0), max(len(self.lines) - 1, 0))
        shift = self.repairs.shifts.get(number, 0)
        start = max(start + shift, 0)
        stop = len(self.file.line(number + 1).rstrip()) if end is None else end + shift
        return Span(self.file, number + 1, start + 1, number + 1, max(stop, start + 1) + 1)

    def swap(self, number: int, start: int, end: int, text: str) -> tuple[Edit, ...]:
        """Return the edit of the file that writes ``text`` between two columns, from 0, of a line."""
        shift = self.repairs.shifts.get(number, 0) + 1
        return (Edit(Span(self.file, number + 1, start + shift, number + 1, end + shift), text),)

    def quoted(self, number: int, start: int, end: int | None = None) -> tuple[Edit, ...]:
        """Return edits of the file that put a line's text between columns, or up to its end, into quotation marks."""
        shift = self.repairs.shifts.get(number, 0) + 1
        end = self.text_end(number, start) if end is None else end
        return quoted(self.file, number + 1, start + shift, end + shift)

    def text_end(self, number: int, start: int) -> int:
        """Return where a line's text ends, before spaces and a comment."""
        line = self[number]
        comment = COMMENT.search(line, start)
        return len(line[: comment.start()].rstrip() if comment else line.rstrip())

    def whole(self, number: int) -> Span:
        """Return the place of a line's text."""
        line = self.file.line(number + 1)
        indent = len(line) - len(line.lstrip())
        return Span(self.file, number + 1, indent + 1, number + 1, max(len(line.rstrip()), indent + 1) + 1)

    def indent(self, number: int) -> int:
        """Return how far a line is indented."""
        line = self[number]
        return len(line) - len(line.lstrip(" "))

    def blank(self, number: int) -> bool:
        """Whether a line says nothing: empty or a comment."""
        text = self[number].strip()
        return not text or text.startswith("#")

    def above(self, number: int) -> int:
        """Return the nearest line above that says something; -1 when there is none."""
        number -= 1
        while number >= 0 and self.blank(number):
            number -= 1
        return number

    def value_start(self, number: int) -> int:
        """Return where a line's text begins, after its hyphens and key."""
        match = VALUE.match(self[number])
        return match.end() if match else 0

    def levels(self, number: int) -> list[OpenLevel]:
        """Return the keys and items open above a line, the innermost first."""
        found: list[OpenLevel] = []
        limit = 10_000
        for above in range(number - 1, -1, -1):
            if self.blank(above):
                continue
            match = KEY.match(self[above])
            if not match or not (match["dashes"] or match["key"]):
                continue
            here = [OpenLevel(m, True, above) for m in _dashes(match)]
            if match["key"]:
                here.append(OpenLevel(match.end("dashes"), False, above))
            for level in reversed(here):
                if level.column < limit:
                    found.append(level)
                    limit = level.column
            if limit == 0:
                break
        return found

    def overwritten(self, number: int, start: int, text: str) -> tuple[int, str]:
        """Return a line with ``text`` over part of it, and its number."""
        return number, self[number][:start] + text + self[number][start + len(text) :]

    def plain(self, number: int, start: int) -> tuple[int, str]:
        """Return a line with its rest made plain text that YAML takes as it stands, and its number."""
        return number, self[number][:start] + self[number][start:].translate(RISKY)

    def ended(self, number: int, text: str) -> tuple[int, str]:
        """Return a line with ``text`` at its end, and its number."""
        return number, self[number].rstrip() + text

    def flatten(self, number: int, start: int) -> None:
        """Make the rest of a line plain text that YAML takes as it stands."""
        self.lines[number] = self.plain(number, start)[1]

    def remove(self, number: int) -> None:
        """Make a line a comment."""
        match = KEY.match(self[number])
        self.repairs.lossy = self.repairs.lossy or bool(match and (match["key"] or match["dashes"]))
        self.lines[number] = "#" + self[number][1:]

    def move(self, number: int, column: int) -> list[int]:
        """Indent a line from another column on, and the lines that go with it; return which were moved.

        With it go those that stand under it, and those beside it that are as wrong as it is.
        """
        old = self.indent(number)
        delta = column - old
        open_ = {(level.column, level.item) for level in self.levels(number)}
        moved = [number]
        for each in range(number + 1, len(self.lines)):
            if self.blank(each):
                continue
            match = KEY.match(self[each])
            indent = self.indent(each)
            fits = (indent, bool(match and match["dashes"])) in open_ and indent <= max(column, old)
            if indent < old or fits or (indent == old and not (match and (match["dashes"] or match["key"]))):
                break
            moved.append(each)
        if len(moved) > 1 and not self._go_along(number, moved[1], delta):
            moved = moved[:1]
        for each in moved:
            self.lines[each] = " " * max(self.indent(each) + delta, 0) + self[each].lstrip(" ")
            self.repairs.shifts[each] = self.repairs.shifts.get(each, 0) - delta
        return moved

    def _go_along(self, number: int, below: int, delta: int) -> bool:
        """Whether the line below a misplaced one is misplaced with it, or stands right already."""
        match = KEY.match(self[number])
        if match and match["dashes"] and match["key"]:
            own = match.end("dashes")
            if self.indent(below) in (own, own + delta):
                return self.indent(below) == own
        elif delta > 0 and self.indent(below) > self.indent(number) + delta:
            return False
        return delta != 1 or self.indent(below) == self.indent(number)


def _dashes(match: re.Match[str]) -> list[int]:
    start = match.start("dashes")
    return [start + index for index, letter in enumerate(match["dashes"]) if letter == "-"]
