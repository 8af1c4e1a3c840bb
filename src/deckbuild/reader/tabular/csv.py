"""Text with separated values (RFC 4180) -> rows of cells with their places."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import SourceFile, Span
from deckbuild.reader.encodings import NotTextError, decode
from deckbuild.reader.tabular.mending import mended, without_unseen

SEPARATORS = (";", "\t", ",", "|")
"""In order of preference, if they fit equally well: Danish spreadsheets write semicolons."""
QUOTE = '"'
_SAMPLE = 50
"""So many rows tell the separator."""
_STATED = re.compile(r"sep=(.)\s*", re.IGNORECASE)
"""The first line of a file that tells Excel its separator."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_END_OF_FILE = "\x1a"
"""What old programs write at the end of a file."""


@dataclass(frozen=True, slots=True)
class CsvCell:
    """The text of a cell and its place."""

    text: str
    span: Span
    was: str = ""
    """The text as it stands in the file, where its letters had to be mended."""


class OpenQuoteError(Exception):
    """A quotation mark opens a cell and nothing closes it; ``span`` is the place of the mark."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


def read_text(path: Path, data: bytes) -> tuple[SourceFile, str]:
    """Return a file with its text, and its encoding if that is an unusual one.

    Raises ``NotTextError`` and ``UnsureEncodingError``.
    """
    found = decode(data)
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", found.text.rstrip(_END_OF_FILE)))
    if _CONTROLS.search(text):
        raise NotTextError
    return SourceFile(path, text), found.unusual


def separator_of(file: SourceFile, heads: Container[str] = ()) -> str:
    """Return the sign between the cells: the one that the file states, or else that makes a table of its first rows.

    ``heads`` are words (see ``plain_head``) of which one stands alone in a cell of the table, if it is the one wanted.
    """
    if stated := _STATED.fullmatch(file.line(1)):
        return stated[1]
    return max(SEPARATORS, key=lambda separator: _fit(file, separator, heads))


def _fit(file: SourceFile, separator: str, heads: Container[str]) -> tuple[int, int]:
    """Return how wide the row with one of the ``heads`` is, and in how many rows there are equally many cells."""
    sample: list[tuple[CsvCell, ...]] = []
    with suppress(OpenQuoteError):
        sample.extend(islice(rows(file, separator), _SAMPLE))
    if wide := max((len(row) for row in sample if any(plain_head(cell.text) in heads for cell in row)), default=0):
        return wide, 0
    widths = Counter(max(n for n, cell in enumerate(row, 1) if cell.text) for row in sample)
    del widths[1]
    return 0, max(widths.values(), default=0)


def plain_head(text: str) -> str:
    """Return the head of a column to be compared: in small letters, and words alone."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def rows(file: SourceFile, separator: str, *, blank: bool = False) -> Iterator[tuple[CsvCell, ...]]:
    """Yield the rows of ``file`` that are not empty, or with ``blank`` all. Raises ``OpenQuoteError``.

    A first line that states the separator is none of them.
    """
    text = "\n".join(file.lines)
    ends = re.compile(f"[{re.escape(separator)}\n]")
    row: list[CsvCell] = []
    at, line, begin = 0, 1, 0
    if _STATED.fullmatch(file.line(1)):
        at, line, begin = len(file.line(1)) + 1, 2, len(file.line(1)) + 1
    while at <= len(text):
        start, column = at, at - begin + 1
        place = Span(file, line, column, line, column + 1)
        if text.startswith(QUOTE, at):
            value, at = _quoted(text, at, place)
            line += value.count("\n")
            begin = text.rfind("\n", 0, at) + 1
        else:
            value = ""
        found = ends.search(text, at)
        end = found.start() if found else len(text)
        value += text[at:end]
        row.append(cell_of(value, Span(file, place.line, column, place.line, column + max(1, end - start))))
        if end == len(text) or text[end] == "\n":
            if blank or any(cell.text for cell in row):
                yield tuple(row)
            row = []
            line, begin = line + 1, end + 1
        at = end + 1


def cell_of(value: str, span: Span) -> CsvCell:
    """Return a cell, its text mended and without signs that can't be seen."""
    text = mended(value)
    return CsvCell(without_unseen(text), span, "" if text == value else value)


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
