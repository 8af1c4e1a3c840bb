"""Edits of a file's text, as data: a stretch of a line and what to write there instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from deckbuild.diagnostics.span import SourceFile, Span

LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")


@dataclass(frozen=True, slots=True)
class Edit:
    """Write ``text`` in the place of ``span``, which stands on one line and may be empty."""

    span: Span
    text: str


def insert(file: SourceFile, line: int, column: int, text: str) -> Edit:
    """Return the edit that writes ``text`` before a column; both count from 1."""
    return Edit(Span(file, line, column, line, column), text)


def quoted(file: SourceFile, line: int, start: int, end: int) -> tuple[Edit, ...]:
    """Return edits that put a stretch of a line into quotation marks; none when both kinds stand in it."""
    text = file.line(line)[start - 1 : end - 1]
    if '"' not in text and "\\" not in text:
        mark = '"'
    elif "'" not in text:
        mark = "'"
    else:
        return ()
    return (insert(file, line, start, mark), insert(file, line, end, mark))


def apply(text: str, edits: Iterable[Edit]) -> str | None:
    """Return a file's text with all edits made, and every other character and line end as it was.

    The text may have any line ends and any form of composed letters: the edits' places are those of the text as it was
    read, with both made alike. Returns nothing when two edits overlap.
    """
    parts = [(match[1], match[2]) for match in LINE.finditer(text)]
    edited: dict[int, list[Edit]] = {}
    for edit in edits:
        edited.setdefault(edit.span.line, []).append(edit)
    for number, here in edited.items():
        line, ending = parts[number - 1]
        here.sort(key=lambda edit: (edit.span.column, edit.span.end_column), reverse=True)
        if any(left.span.end_column > right.span.column for right, left in pairwise(here)):
            return None
        for edit in here:
            start, end = _place(line, edit.span.column), _place(line, edit.span.end_column)
            line = line[:start] + edit.text + line[end:]
        parts[number - 1] = (line, ending)
    return "".join(line + ending for line, ending in parts)


def _place(line: str, column: int) -> int:
    """Return where a column of the composed line begins in the line as it is."""
    if unicodedata.is_normalized("NFC", line):
        return column - 1
    return next((i for i in range(len(line)) if len(unicodedata.normalize("NFC", line[: i + 1])) >= column), len(line))
