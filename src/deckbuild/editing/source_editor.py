"""The source editor: it takes a file's text, collects edits, and returns the text with all edits made."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Edit
from deckbuild.diagnostics.span import LINE_END

Place: TypeAlias = tuple[int, int]
"""Line and column of the file as it was read, both from 1, as in a ``Span``. Columns count composed letters (NFC)."""

_BOM = "\ufeff"


class OverlapError(ValueError):
    """Two edits overlap."""


@dataclass(frozen=True, slots=True, order=True)
class _Change:
    """An edit by its offsets in the written text. Edits at one offset keep the order in which they were collected."""

    start: int
    end: int
    number: int
    text: str
    place: str
    """The place as a message names it."""


class SourceEditor:
    """Collects edits of one file and makes them all at once. Every place is a place in the file before any edit.

    Bytes outside the edits stay the same: line ends (CRLF, LF and CR may be mixed), a byte order mark, tabs, comments,
    and letters in composed or decomposed Unicode. If the last line has no line end, it gets none.

    In a text to write, ``\\n`` ends a line; it is written as the line end of the file's first line. An edit of an empty
    stretch inserts, and an edit with an empty text deletes. Edits may touch but must not overlap. Insertions at one
    place keep the order in which they were collected, and stand before a replacement that begins there.
    """

    def __init__(self, written: str) -> None:
        """Take the file's text as it is on the disk, with its line ends and byte order mark."""
        self._mark = _BOM if written.startswith(_BOM) else ""
        body = written.removeprefix(_BOM)
        ends = [match.span() for match in LINE_END.finditer(body)]
        self._line_end = body[slice(*ends[0])] if ends else "\n"
        self._open = not ends or ends[-1][1] < len(body)
        if self._open:  # the last line is given a line end here, and text() takes it away again
            ends.append((len(body), len(body) + len(self._line_end)))
            body += self._line_end
        self._body = body
        self._lines = list(zip([0, *(after for _, after in ends)], [*(end for end, _ in ends), len(body)], strict=True))
        """Offsets of each line: where it begins and where its text ends. The last pair is the end of the file."""
        self._changes: list[_Change] = []

    def replace(self, start: Place, end: Place, text: str) -> None:
        """Collect an edit: write ``text`` in the place of the text from ``start`` to before ``end``.

        Raises ``ValueError`` when a place is outside the file, or ``end`` is before ``start``.
        """
        self._change(start, end, LINE_END.sub(self._line_end, text))

    def insert(self, place: Place, text: str) -> None:
        """Collect an edit: write ``text`` before a place. Raises as ``replace`` does."""
        self.replace(place, place, text)

    def replace_lines(self, first: int, end: int, lines: Sequence[str]) -> None:
        """Collect an edit: replace the lines from ``first`` to before ``end``; an empty list deletes them.

        Lines count from 1. Raises as ``replace`` does.
        """
        self.replace((first, 1), (end, 1), "".join(f"{line}\n" for line in lines))

    def insert_lines(self, before: int, lines: Sequence[str]) -> None:
        """Collect an edit: insert lines before a line. The number after the last line appends them.

        Raises as ``replace`` does.
        """
        self.replace_lines(before, before, lines)

    def move(self, start: Place, end: Place, before: Place) -> None:
        """Collect edits: move the text from ``start`` to before ``end``, byte for byte, before another place.

        For whole lines, pass ``(first, 1)`` and ``(end, 1)``. Raises as ``replace`` does.
        """
        self._change(before, before, self._body[self._offset(start) : self._offset(end)])
        self.replace(start, end, "")

    def make(self, edits: Iterable[Edit]) -> None:
        """Collect the edits of findings. Raises as ``replace`` does."""
        for edit in edits:
            span = edit.span
            self.replace((span.line, span.column), (span.end_line, span.end_column), edit.text)

    def changes(self, line: int) -> bool:
        """Whether an edit collected so far replaces text on a line or inserts text in it."""
        begin, end = self._lines[line - 1]
        return any(change.start <= end and change.end > begin for change in self._changes)

    def text(self) -> str:
        """Return the file's text with all edits made, ready to be written. Raises ``OverlapError`` if two overlap."""
        changes = sorted(self._changes)
        for one, next_ in pairwise(changes):
            if one.end > next_.start:
                raise OverlapError(f"the edit of {next_.place} overlaps that of {one.place}")
        kept = zip([0, *(each.end for each in changes)], [*(each.start for each in changes), None], strict=True)
        texts = [*(each.text for each in changes), ""]
        body = "".join(self._body[begin:end] + text for (begin, end), text in zip(kept, texts, strict=True))
        return self._mark + (re.sub(rf"(?:{LINE_END.pattern})\Z", "", body) if self._open else body)

    def _change(self, start: Place, end: Place, text: str) -> None:
        place = "{}:{} to {}:{}".format(*start, *end)
        begin, stop = self._offset(start), self._offset(end)
        if stop < begin:
            raise ValueError(f"the edit of {place} ends before it begins")
        self._changes.append(_Change(begin, stop, len(self._changes), text, place))

    def _offset(self, place: Place) -> int:
        """Return the offset of a place in the written text. Columns count composed letters; the text may have others.

        Raises ``ValueError`` when the place is outside the file.
        """
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
        return begin + bisect_left(
            range(len(written)), column, key=lambda index: len(unicodedata.normalize("NFC", written[: index + 1]))
        )
