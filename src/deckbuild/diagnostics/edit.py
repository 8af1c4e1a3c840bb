"""Edits of a file's text, as data: a stretch of it and what to write there instead."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.diagnostics.span import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Write ``text`` in the place of ``span``, which may be empty; ``editing.SourceEditor`` makes it."""

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
