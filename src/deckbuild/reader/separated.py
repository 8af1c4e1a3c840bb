"""Text with separated values (RFC 4180) -> rows of cells that know their place; commas, semicolons or tabs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.diagnostics import SourceFile, Span

SEPARATORS = (";", "\t", ",")
"""The first of those that are equally frequent in the first line wins: Danish spreadsheets write semicolons."""
QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and where it stands."""

    text: str
    span: Span


class OpenQuoteError(Exception):
    """Raised where a quotation mark opens a cell that nothing closes; carries its place."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


def rows(file: SourceFile) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of ``file`` that have any text; raises ``OpenQuoteError``."""
    separator = max(SEPARATORS, key=lambda sign: (file.line(1).count(sign), -SEPARATORS.index(sign)))
    text = "\n".join(file.lines)
    row: list[Cell] = []
    at, line, begin = 0, 1, 0
    while at <= len(text):
        start, column = at, at - begin + 1
        place = Span(file, line, column, line, column + 1)
        if text.startswith(QUOTE, at):
            value, at = _quoted(text, at, place)
            line += value.count("\n")
            begin = text.rfind("\n", 0, at) + 1
        else:
            value = ""
        ends = [found for sign in (separator, "\n") if (found := text.find(sign, at)) >= 0]
        end = min(ends, default=len(text))
        value += text[at:end]
        row.append(Cell(value.strip(), Span(file, place.line, column, place.line, column + max(1, end - start))))
        if end == len(text) or text[end] == "\n":
            if any(cell.text for cell in row):
                yield tuple(row)
            row = []
            line, begin = line + 1, end + 1
        at = end + 1


def _quoted(text: str, at: int, place: Span) -> tuple[str, int]:
    """Return what stands between quotation marks from ``at``, where a doubled one is itself, and the place after."""
    parts = []
    while True:
        end = text.find(QUOTE, at + 1)
        if end < 0:
            raise OpenQuoteError(place)
        parts.append(text[at + 1 : end])
        if not text.startswith(QUOTE, end + 1):
            return QUOTE.join(parts), end + 1
        at = end + 1
