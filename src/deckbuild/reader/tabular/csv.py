"""Text with separated values (RFC 4180) -> rows of cells that know their place; commas, semicolons or tabs."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deckbuild.diagnostics import SourceFile, Span

SEPARATORS = (";", "\t", ",")
"""The first of those that are equally frequent in the first line wins: Danish spreadsheets write semicolons."""
QUOTE = '"'
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class CsvCell:
    """A value and where it stands."""

    text: str
    span: Span


class OpenQuoteError(Exception):
    """Raised where a quotation mark opens a cell that nothing closes; carries its place."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


def source_of(path: Path, data: bytes) -> SourceFile | None:
    """Return the text of a file, UTF-8, UTF-16 with a byte order mark or Windows-1252; nothing when it is no text."""
    text = None if data.startswith(_SPREADSHEETS) else _decoded(data)
    if text is None or _CONTROLS.search(text.replace("\r", "")):
        return None
    return SourceFile(path, unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


def _decoded(data: bytes) -> str | None:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def separator_of(file: SourceFile) -> str:
    """Return the sign between the cells: the most frequent in the first line that has any text."""
    first = next((line for line in file.lines if line.strip()), "")
    return max(SEPARATORS, key=first.count)


def rows(file: SourceFile) -> Iterator[tuple[CsvCell, ...]]:
    """Yield the rows of ``file`` that have any text; raises ``OpenQuoteError``."""
    separator = separator_of(file)
    text = "\n".join(file.lines)
    row: list[CsvCell] = []
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
        row.append(CsvCell(value.strip(), Span(file, place.line, column, place.line, column + max(1, end - start))))
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
