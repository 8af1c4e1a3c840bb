"""A copy of the file's lines that is changed until YAML can read it, so that all faults of the file are found.

A changed line keeps its columns if possible, so that places in it are places in the file. If its indentation changes,
``Repairs.shifts`` has the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics, Edit, SourceFile, Span, Template, quoted
from deckbuild.editing.comments import text_end, unsure_comment
from deckbuild.reader.context import Repairs
from deckbuild.reader.language.top_keys import TOP_KEYS

BEGINNING = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[\w-]+) *:(?=\s|$))?")
"""Matches at the beginning of any line: its spaces, its hyphens, and the key it has before a colon, if there is one."""
VALUE = re.compile(r" *(?:- +)*(?:[\w-]+ *:(?:\s+|$))?")
COMMENT = re.compile(r"\s#")
HEADER = re.compile(r"(?:^|[\s:-])[|>][-+]?\s*$")
"""Matches a line that a text under ``|`` or ``>-`` follows."""
REMEMBERED = 4096
"""How many lines are kept with how they begin: rules ask it of the same lines again and again."""
NOWHERE = 10_000
"""A column that no line reaches."""
STAND_IN = "·"
"""Stands for a character that YAML can't read. It is no letter, so that ids made from titles don't change."""
RISKY = str.maketrans(dict.fromkeys("\"':#[]{},&*!|>%@`?-\\", STAND_IN))


@dataclass(frozen=True, slots=True)
class OpenLevel:
    """A key or an item under which more may stand; ``column`` and ``line`` count from 0."""

    column: int
    item: bool
    line: int


class Lines:
    """The lines as they are changed so far. Lines and columns count from 0, like the marks of PyYAML."""

    def __init__(self, file: SourceFile, repairs: Repairs | None = None) -> None:
        self.file = file
        self.lines = [line if line.strip() else "" for line in file.lines]  # YAML reads a lone tab as indentation
        self.repairs = repairs or Repairs()
        self.missing: dict[int, str] = {}
        """Line -> the text of one or several lines that are missing above it. Only YAML reads them."""

    def make(self, slips: Iterable[Slip], unread: Iterable[int] = ()) -> None:
        """Write the lines as the slips say they were meant, and empty the lines ``unread``."""
        for slip in slips:
            slip.make(self)
        for number in unread:
            self.lines[number] = ""

    @property
    def text(self) -> str:
        """The text for the YAML parser. ``number`` tells which line of it is which line of the file."""
        if not self.missing:
            return "\n".join(self.lines) + "\n"
        numbered = enumerate(self.lines)
        return "".join(f"{self.missing[n]}\n{line}\n" if n in self.missing else f"{line}\n" for n, line in numbered)

    def number(self, line: int) -> int:
        """Return the line of the file, from 0, that is line ``line`` of ``text``; for a missing line, the one below."""
        places = sorted(place for place, text in self.missing.items() for _ in text.split("\n"))
        return line - sum(place + index < line for index, place in enumerate(places))

    def __getitem__(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def span(self, number: int, start: int, end: int | None = None) -> Span:
        """Return the span in the file of columns ``start`` to before ``end`` of a line, or to the line's end."""
        number = min(max(number, 0), max(len(self.lines) - 1, 0))
        shift = self.repairs.shifts[number]
        start = max(start + shift, 0)
        stop = len(self.file.line(number + 1).rstrip()) if end is None else end + shift
        return Span(self.file, number + 1, start + 1, number + 1, max(stop, start + 1) + 1)

    def swap(self, number: int, start: int, end: int, text: str) -> tuple[Edit, ...]:
        """Return the edit of the file that writes ``text`` in the place of columns ``start`` to before ``end``."""
        shift = self.repairs.shifts[number] + 1
        return (Edit(Span(self.file, number + 1, start + shift, number + 1, end + shift), text),)

    def rewrite(self, written: Mapping[int, str]) -> tuple[Edit, ...]:
        """Write some lines anew, line -> text, and return the edits that do so in the file."""
        edits = tuple(edit for n, text in written.items() for edit in self.swap(n, 0, len(self[n]), text))
        self.write(written)
        return edits

    def write(self, written: Mapping[int, str]) -> None:
        """Write some lines anew, line -> text, for YAML alone."""
        for number, text in written.items():
            self.repairs.shifts[number] += len(self[number]) - len(text)
            self.lines[number] = text

    def quoted(self, number: int, start: int, end: int | None = None) -> tuple[Edit, ...]:
        """Return the edits of the file that put columns ``start`` to before ``end``, or the text's end, in quotes.

        There are none if a comment after the text may be a part of it.
        """
        shift = self.repairs.shifts[number] + 1
        if end is None:
            end = self.text_end(number, start)
            if unsure_comment(self[number], end):
                return ()
        if end + shift > len(self.file.line(number + 1)) + 1:
            return ()  # the line in the copy is longer: what was put in there is not in the file
        return quoted(self.file, number + 1, start + shift, end + shift)

    def text_end(self, number: int, start: int) -> int:
        """Return the column at which a line's text ends, before spaces and a comment, but after a number: ``# 4``."""
        line = self[number]
        comment = COMMENT.search(line, start)
        return text_end(line, len(line[: comment.start()].rstrip())) if comment else len(line.rstrip())

    def whole(self, number: int) -> Span:
        """Return the span in the file of a line without its indentation."""
        return Span.of_lines(self.file, number + 1, number + 1)

    def indent(self, number: int) -> int:
        """Return by how many spaces a line is indented."""
        return _indent(self[number])

    def blank(self, number: int) -> bool:
        """Whether a line is empty or only a comment."""
        return _blank(self[number])

    def above(self, number: int) -> int:
        """Return the nearest line above that is not blank, or -1."""
        return next((n for n in range(number - 1, -1, -1) if not self.blank(n)), -1)

    def below(self, number: int) -> int:
        """Return the nearest line below that is not blank, or the number of lines."""
        return next((n for n in range(number + 1, len(self.lines)) if not self.blank(n)), len(self.lines))

    def beginning(self, number: int) -> re.Match[str]:
        """Return the match of ``BEGINNING`` in a line, with its groups ``indent``, ``dashes`` and ``key``."""
        return _beginning(self[number])

    def value_start(self, number: int) -> int:
        """Return the column at which a line's text begins, after its hyphens and key."""
        return _value_start(self[number])

    def levels(self, number: int) -> list[OpenLevel]:
        """Return the keys and items that are open above a line, the innermost first."""
        found: list[OpenLevel] = []
        limit = NOWHERE
        for above in range(min(number, len(self.lines)) - 1, -1, -1):
            line = self.lines[above]
            if _indent(line) >= limit or _blank(line):
                continue
            match = _beginning(line)
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

    def top_key(self, number: int) -> str:
        """Return the key at the very left that a line stands under, or an empty text."""
        outer = next((level for level in self.levels(number) if not level.column), None)
        return self.beginning(outer.line)["key"] or "" if outer else ""

    def of_slides(self) -> list[int]:
        """Return the lines under ``slides:`` that are no comments and not part of a text under ``|`` or ``>-``."""
        found: list[int] = []
        top = ""
        for number in self.outside_texts():
            if top == "slides":
                found.append(number)
            if self[number][0] != " " and (key := self.beginning(number)["key"]) in TOP_KEYS:
                top = key
        return found

    def outside_texts(self) -> Iterator[int]:
        """Yield the lines that are no comments and not part of a text under ``|`` or ``>-``."""
        text = NOWHERE
        for number, line in enumerate(self.lines):
            begun = line.lstrip(" ")
            indent = len(line) - len(begun)
            if not begun or begun[0] == "#" or indent > text:
                continue
            text = indent if ends_in_header(line) else NOWHERE
            yield number

    def overwritten(self, number: int, start: int, text: str) -> tuple[int, str]:
        """Return a line's number and the line with ``text`` written over the characters from column ``start``."""
        return number, self[number][:start] + text + self[number][start + len(text) :]

    def plain(self, number: int, start: int) -> tuple[int, str]:
        """Return a line's number and the line with stand-ins, from ``start`` on, for all signs that YAML interprets."""
        return number, self[number][:start] + self[number][start:].translate(RISKY)

    def ended(self, number: int, text: str) -> tuple[int, str]:
        """Return a line's number and the line with ``text`` added at its end."""
        return number, self[number].rstrip() + text

    def flatten(self, number: int, start: int) -> None:
        """Write stand-ins in a line, from column ``start`` on, for all signs that YAML interprets."""
        self.lines[number] = self.plain(number, start)[1]

    def remove(self, number: int) -> None:
        """Make a line a comment, and note if a key or an item is lost."""
        match = self.beginning(number)
        self.repairs.lossy = self.repairs.lossy or bool(match["key"] or match["dashes"])
        self.lines[number] = "#" + self[number][1:]

    def move(self, number: int, column: int) -> list[int]:
        """Indent a line, and the lines that belong with it, so that it begins at ``column``; return the moved lines.

        The lines that belong with it are those under it, and those beside it with the same wrong indentation.
        """
        old = self.indent(number)
        delta = column - old
        open_ = {(level.column, level.item) for level in self.levels(number)}
        moved = [number]
        for each in range(number + 1, len(self.lines)):
            if self.blank(each):
                continue
            match = self.beginning(each)
            indent = self.indent(each)
            fits = (indent, bool(match["dashes"])) in open_ and indent <= max(column, old)
            if indent < old or fits or (indent == old and not (match["dashes"] or match["key"])):
                break
            moved.append(each)
        if len(moved) > 1 and not self._go_along(number, moved[1], delta):
            moved = moved[:1]
        for each in moved:
            self.lines[each] = " " * max(self.indent(each) + delta, 0) + self[each].lstrip(" ")
            self.repairs.shifts[each] -= delta
        return moved

    def _go_along(self, number: int, below: int, delta: int) -> bool:
        """Whether the line below a misplaced one has to move with it; otherwise its indentation is right already."""
        match = self.beginning(number)
        if match["dashes"] and match["key"]:
            own = match.end("dashes")
            if self.indent(below) in (own, own + delta):
                return self.indent(below) == own
        elif delta > 0 and self.indent(below) > self.indent(number) + delta:
            return False
        return delta != 1 or self.indent(below) == self.indent(number)


def ends_in_header(line: str) -> bool:
    """Whether a text under ``|`` or ``>-`` follows a line."""
    return line.rstrip().endswith(("|", ">", "-", "+")) and HEADER.search(line) is not None


@lru_cache(maxsize=REMEMBERED)
def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


@lru_cache(maxsize=REMEMBERED)
def _blank(line: str) -> bool:
    text = line.strip()
    return not text or text.startswith("#")


@lru_cache(maxsize=REMEMBERED)
def _beginning(line: str) -> re.Match[str]:
    return next(BEGINNING.finditer(line))


@lru_cache(maxsize=REMEMBERED)
def _value_start(line: str) -> int:
    match = VALUE.match(line)
    return match.end() if match else 0


def _dashes(match: re.Match[str]) -> list[int]:
    start = match.start("dashes")
    return [start + index for index, letter in enumerate(match["dashes"]) if letter == "-"]


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of structure: a guess what slipped, what to tell of it, and the lines as meant. Lines count from 0."""

    line: int
    """The line to report."""
    message: str
    hint: Template
    changed: Mapping[int, str] = field(default_factory=dict)
    """Lines that should read otherwise."""
    missing: tuple[int, str] | None = None
    """The line above which one or several lines are missing, and their text."""
    code: str = "wrong-indent"
    args: Mapping[str, object] = field(default_factory=dict)
    sure: bool = True
    """Whether ``check --fix`` may make the change."""
    least: int = 1
    """How many faults it must explain to be worth telling in their place."""
    written: Mapping[int, str] = field(default_factory=dict)
    """The lines as an edit writes them, if the change is read otherwise so that other lines keep their numbers."""

    def make(self, lines: Lines) -> None:
        """Write the lines as they were meant."""
        lines.write(self.changed)
        if self.missing:
            lines.missing[self.missing[0]] = self.missing[1]

    def report(self, file: SourceFile, diagnostics: Diagnostics) -> None:
        """Report the slip."""
        place = Span.of_lines(file, self.line + 1, self.line + 1)
        edits = self._edits(file) if self.sure else ()
        diagnostics.error(self.code, place, self.message, self.hint, edits=edits, **self.args)

    def _edits(self, file: SourceFile) -> tuple[Edit, ...]:
        """Return the edits that make the change; none if a line is missing and no blank line has room for it."""
        changed = dict(self.written or self.changed)
        if self.missing and not self.written:
            number, text = self.missing
            if not number or file.line(number).strip():
                return ()
            changed[number - 1] = text
        return tuple(_edit(file, number + 1, text) for number, text in changed.items())


def _edit(file: SourceFile, number: int, text: str) -> Edit:
    """Return the edit of the part of a line, from its beginning, in which it differs from ``text``."""
    line = file.line(number)
    pairs = zip(reversed(line), reversed(text), strict=False)
    same = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(line), len(text)))
    return Edit(Span(file, number, 1, number, len(line) - same + 1), text[: len(text) - same])
