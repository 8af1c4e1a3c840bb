"""Edits of a file's text, as data: a span and the text to write in its place."""

from __future__ import annotations

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics.span import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Write ``text`` in the place of ``span``; an empty span inserts. ``editing.SourceEditor`` makes the edit."""

    span: Span
    text: str


def insert(file: SourceFile, line: int, column: int, text: str) -> Edit:
    """Return the edit that inserts ``text`` before a column of a line; both count from 1."""
    return Edit(Span(file, line, column, line, column), text)


def quoted(file: SourceFile, line: int, start: int, end: int) -> tuple[Edit, ...]:
    """Return the edits that put the columns ``start`` to before ``end`` of a line into quotation marks.

    Line and columns count from 1. Returns no edits when neither kind of quotation mark would do.
    """
    text = file.line(line)[start - 1 : end - 1]
    if '"' not in text and "\\" not in text:
        mark = '"'
    elif "'" not in text:
        mark = "'"
    else:
        return ()
    return (insert(file, line, start, mark), insert(file, line, end, mark))
