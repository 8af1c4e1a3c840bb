"""Text with separated values (RFC 4180) -> rows of cells with their places. Separators: comma, semicolon or tab."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deckbuild.diagnostics import SourceFile, Span

SEPARATORS = (";", "\t", ",")
"""In order of preference, if they are equally frequent in the first line: Danish spreadsheets write semicolons."""
QUOTE = '"'
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class CsvCell:
    """The text of a cell and its place."""

    text: str
    span: Span


class OpenQuoteError(Exception):
    """A quotation mark opens a cell and nothing closes it; ``span`` is the place of the mark."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


def source_of(path: Path, data: bytes) -> SourceFile | None:
    """Return a file with its text decoded, or ``None`` if the bytes are not text.

    The encoding is UTF-8, UTF-16 with a byte order mark, or Windows-1252.
    """
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
    """Return the sign between the cells: the most frequent separator in the first line that is not blank."""
    first = next((line for line in file.lines if line.strip()), "")
    return max(SEPARATORS, key=first.count)


def rows(file: SourceFile) -> Iterator[tuple[CsvCell, ...]]:
    """Yield the rows of ``file`` that are not empty. Raises ``OpenQuoteError``."""
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
    """Return the text between quotation marks and the offset after the closing one.

    ``at`` is the offset of the opening mark. A doubled mark stands for one mark. Raises ``OpenQuoteError``.
    """
    parts = []
    while True:
        end = text.find(QUOTE, at + 1)
        if end < 0:
            raise OpenQuoteError(place)
        parts.append(text[at + 1 : end])
        if not text.startswith(QUOTE, end + 1):
            return QUOTE.join(parts), end + 1
        at = end + 1
