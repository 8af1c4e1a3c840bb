"""Files of numbers, CSV or workbooks -> rows of cells. ``sections.charts.files`` checks what is in the cells."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from pathlib import Path

from deckbuild.foreign.files import TABLE, content
from deckbuild.model.numbers import NOUGHT, Grid, ParsedNumber, SheetCell, Sign, number_in, sign_of
from deckbuild.reader.tabular.csv import CsvCell, read_text, rows, separator_of
from deckbuild.reader.tabular.mending import mended, without_unseen
from deckbuild.reader.tabular.workbooks import (
    UnreadableError,
    Value,
    WorkbookCell,
    WorkbookKind,
    read_workbook,
    within,
    workbook_kind,
)


class NotComputedError(Exception):
    """A cell has a formula whose result is not stored in the file; ``args`` is the cell's name, such as ``B3``."""


def read_grid(path: Path, sheet: str, *, workbook: bool) -> tuple[Grid, str]:
    """Return the table of numbers in a file, without titles above it and notes below; and an unusual encoding.

    ``sheet`` is the name of a workbook's sheet, or empty; ``workbook`` tells whether the file must be a workbook.
    Raises ``OSError`` and the errors of ``workbooks``, ``csv`` and ``encodings``.
    """
    kind = workbook_kind(path)
    if kind is None and workbook:
        raise UnreadableError
    read, unusual = _csv_rows(path) if kind is None else (_workbook_rows(path, kind, sheet), "")
    return _table(read), unusual


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, such as ``B3``. Row and column count from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def bounded(path: Path) -> bytes:
    """Return the bytes of a file. Raises ``OSError`` and ``TooLargeError``."""
    return within(content(path, TABLE))


def shown_text(value: Value) -> str:
    """Return the value of a workbook's cell as text in one line."""
    match value:
        case float() | int() if not isinstance(value, bool):
            return f"{value:g}" if abs(value) < 1e6 and value != math.floor(value) else f"{value:.0f}"
        case datetime.date():
            return (value.date() if isinstance(value, datetime.datetime) else value).isoformat()
        case _:
            return without_unseen(mended(str(value)))


def was_of(value: Value) -> str:
    """Return the text of a workbook's cell as it stands there, if its letters have to be mended; else nothing."""
    return value if isinstance(value, str) and mended(value) != value else ""


def _csv_rows(path: Path) -> tuple[list[list[SheetCell]], str]:
    """Return the rows of a text file, empty ones too, and its encoding if that is unusual.

    In a file with commas between the cells the decimal sign is a point. In other files it is found from the numbers,
    and is a comma if they don't settle it.
    """
    file, unusual = read_text(path, bounded(path))
    separator = separator_of(file)
    found = list(rows(file, separator, blank=True))
    sign = sign_of((cell.text for row in found for cell in row), Sign.COMMA)
    if separator == ",":
        sign = Sign.POINT
    return [[_csv_cell(cell, sign) for cell in row] for row in found], unusual


def _csv_cell(cell: CsvCell, sign: Sign) -> SheetCell:
    found = ParsedNumber(0.0) if cell.text in NOUGHT else number_in(cell.text, sign)
    if found is None:
        return SheetCell(cell.text, span=cell.span, was=cell.was)
    return SheetCell(cell.text, found.value, found.percent, span=cell.span)


def _workbook_rows(path: Path, kind: WorkbookKind, sheet: str) -> list[list[SheetCell]]:
    found = read_workbook(path, kind, sheet)
    shown = [
        place
        for place in found.uncomputed
        if place[0] not in found.hidden_rows and place[1] not in found.hidden_columns
    ]
    if shown:
        raise NotComputedError(cell_name(*min(shown)))
    made: list[list[SheetCell]] = []
    before = -1
    for row, cells in found.rows():
        if before >= 0 and set(range(before + 1, row)) - found.hidden_rows:
            made.append([])
        made.append([_workbook_cell(cell, cell_name(row, column)) for column, cell in cells])
        before = row
    return made


def _workbook_cell(cell: WorkbookCell | None, name: str) -> SheetCell:
    if cell is None:
        return SheetCell("", name=name)
    value = cell.value
    match value:
        case bool():
            return SheetCell(str(value), name=name)
        case int() | float() if math.isfinite(value):
            number = round(value * 100, 10) if cell.percent else float(value)
            return SheetCell(shown_text(number), number, cell.percent, name=name)
        case float():
            return SheetCell(str(value), name=name)
        case datetime.date():
            text = shown_text(value)
            return SheetCell(text, day=datetime.date.fromisoformat(text), name=name)
        case _:
            text = shown_text(value)
            return SheetCell(text, 0.0 if text in NOUGHT else None, name=name, was=was_of(value))


def _table(read: Sequence[Sequence[SheetCell]]) -> Grid:
    """Return the rows of the table: without titles above it, and without notes under an empty row below it.

    A title or note stands alone in the first column. Empty cells at the ends of rows are left out, and empty rows.
    """
    kept = []
    for row in read:
        last = max((n for n, cell in enumerate(row, 1) if cell.text), default=0)
        kept.append(tuple(row[:last]))
    begin = next((n for n, row in enumerate(kept) if len(row) > 1), 0)
    end = max((n for n, row in enumerate(kept, 1) if len(row) > 1), default=len(kept))
    while end < len(kept) and kept[end]:  # a row whose numbers are all unknown belongs to the table it stands under
        end += 1
    return tuple(row for row in kept[begin:end] if row)
