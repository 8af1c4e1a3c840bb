"""The one source editor: a file's text, the edits to make in it, and the text with all of them made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from deckbuild.diagnostics import Edit

Place: TypeAlias = tuple[int, int]
"""A line and a column of the file as it was read, both counted from 1, as in a ``Span``: a composed letter is one."""

_BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")


class OverlapError(ValueError):
    """Two edits want to write in the same place."""


@dataclass(frozen=True, slots=True, order=True)
class _Change:
    """An edit by its offsets in the written text; of two at one offset, the first one collected stands first."""

    start: int
    end: int
    number: int
    text: str
    place: str
    """For messages."""


class SourceEditor:
    """Collects edits of one file and makes them all at once. Each place is one of the file before any edit.

    What no edit reaches stays to the byte: line ends (CRLF, LF and CR may be mixed), a byte order mark, tabs, comments,
    and letters whether they are composed or not. The last line keeps its line end, or goes on having none.

    In a text to write, ``\\n`` ends a line; the line end of the file's first line is written for it. An edit may be
    empty (it inserts) and its text may be (it deletes). Edits must not overlap but may touch; those that insert at one
    place stand in the order in which they were collected, before what replaces the text from there on.
    """

    def __init__(self, written: str) -> None:
        """Take the file's text as it is on the disk, with its line ends and byte order mark."""
        self._mark = _BOM if written.startswith(_BOM) else ""
        body = written.removeprefix(_BOM)
        ends = [match.span() for match in _LINE_END.finditer(body)]
        self._line_end = body[slice(*ends[0])] if ends else "\n"
        self._open = not ends or ends[-1][1] < len(body)
        if self._open:  # the last line is given a line end here, and text() takes it away again
            ends.append((len(body), len(body) + len(self._line_end)))
            body += self._line_end
        self._body = body
        self._lines = list(zip([0, *(after for _, after in ends)], [*(end for end, _ in ends), len(body)], strict=True))
        """Where each line begins and its text ends; after the last one, the end of the file."""
        self._changes: list[_Change] = []

    def replace(self, start: Place, end: Place, text: str) -> None:
        """Write ``text`` in the place of what stands from ``start`` to before ``end``.

        Raises ``ValueError`` when a place is outside the file, or ``end`` stands before ``start``.
        """
        self._change(start, end, _LINE_END.sub(self._line_end, text))

    def insert(self, place: Place, text: str) -> None:
        """Write ``text`` before a place. Raises as ``replace`` does."""
        self.replace(place, place, text)

    def replace_lines(self, first: int, end: int, lines: Sequence[str]) -> None:
        """Write lines in the place of those from ``first`` to before ``end``; none deletes them.

        Raises as ``replace`` does.
        """
        self.replace((first, 1), (end, 1), "".join(f"{line}\n" for line in lines))

    def insert_lines(self, before: int, lines: Sequence[str]) -> None:
        """Write lines before a line, or after the last with the number that follows it. Raises as ``replace`` does."""
        self.replace_lines(before, before, lines)

    def move(self, start: Place, end: Place, before: Place) -> None:
        """Move what stands from ``start`` to before ``end``, byte for byte, before another place.

        Whole lines are those from ``(first, 1)`` to ``(end, 1)``. Raises as ``replace`` does.
        """
        self._change(before, before, self._body[self._offset(start) : self._offset(end)])
        self.replace(start, end, "")

    def make(self, edits: Iterable[Edit]) -> None:
        """Collect the edits that findings bring along. Raises as ``replace`` does."""
        for edit in edits:
            span = edit.span
            self.replace((span.line, span.column), (span.end_line, span.end_column), edit.text)

    def changes(self, line: int) -> bool:
        """Whether an edit collected so far replaces something on a line, or inserts something in it."""
        begin, end = self._lines[line - 1]
        return any(change.start <= end and change.end > begin for change in self._changes)

    def text(self) -> str:
        """Return the file with all edits made, as it is to be written. Raises ``OverlapError`` when two overlap."""
        changes = sorted(self._changes)
        for one, next_ in pairwise(changes):
            if one.end > next_.start:
                raise OverlapError(f"the edit of {next_.place} overlaps that of {one.place}")
        kept = zip([0, *(each.end for each in changes)], [*(each.start for each in changes), None], strict=True)
        texts = [*(each.text for each in changes), ""]
        body = "".join(self._body[begin:end] + text for (begin, end), text in zip(kept, texts, strict=True))
        return self._mark + (re.sub(rf"(?:{_LINE_END.pattern})\Z", "", body) if self._open else body)

    def _change(self, start: Place, end: Place, text: str) -> None:
        place = "{}:{} to {}:{}".format(*start, *end)
        begin, stop = self._offset(start), self._offset(end)
        if stop < begin:
            raise ValueError(f"the edit of {place} ends before it begins")
        self._changes.append(_Change(begin, stop, len(self._changes), text, place))

    def _offset(self, place: Place) -> int:
        """Return where a place is in the written text, whose letters need not be composed."""
        line, column = place
        if not 1 <= line <= len(self._lines):
            raise ValueError(f"line {line} is outside the file, whose last line is {len(self._lines) - 1}")
        begin, end = self._lines[line - 1]
        written = self._body[begin:end]
        letters = unicodedata.normalize("NFC", written)
        if not 1 <= column <= len(letters) + 1:
            raise ValueError(f"column {column} is outside line {line}, which has {len(letters)} letters")
        if letters == written:
            return begin + column - 1
        reach = (len(unicodedata.normalize("NFC", written[: index + 1])) for index in range(len(written)))
        return begin + next((index for index, count in enumerate(reach) if count >= column), len(written))
