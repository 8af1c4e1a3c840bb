"""Files of numbers, CSV or workbooks -> rows of cells. ``sections.charts.files`` checks what is in the cells."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from deckbuild.dataclass import dataclass
from deckbuild.foreign.files import TABLE, content
from deckbuild.model.numbers import NOUGHT, Grid, ParsedNumber, SheetCell, Sign, ambiguous, number_in, sign_in
from deckbuild.reader.tabular.csv import read_text, rows, separator_of
from deckbuild.reader.tabular.mending import mended, without_unseen
from deckbuild.reader.tabular.workbooks import (
    UnreadableError,
    Value,
    WorkbookCell,
    WorkbookSheet,
    read_workbook,
    within,
    workbook_kind,
)


class NotComputedError(Exception):
    """A cell has a formula whose result is not stored in the file; ``args`` is the cell's name, such as ``B3``."""


@dataclass(frozen=True, slots=True)
class ReadGrid:
    """A table of numbers, and what must be told of how it was read."""

    grid: Grid
    unusual: str = ""
    """The encoding of a text file, if it is not one of ours."""
    sheet: WorkbookSheet | None = None
    """Where it is in a workbook."""


def read_grid(path: Path, sheet: str, first: int, usual: Sign, *, workbook: bool) -> ReadGrid:
    """Return the table of numbers in a file, without titles above it and notes below.

    ``sheet`` is the name of a workbook's sheet, or empty; ``first`` the index of the first column of numbers; ``usual``
    the decimal sign of the deck's language; ``workbook`` tells whether the file must be a workbook.
    Raises ``OSError`` and the errors of ``workbooks``, ``csv`` and ``encodings``.
    """
    kind = workbook_kind(path)
    if kind is None and workbook:
        raise UnreadableError
    if kind is not None:
        found = read_workbook(path, kind, sheet)
        return ReadGrid(_table(_workbook_rows(found)), sheet=found)
    file, unusual = read_text(path, bounded(path))
    separator = separator_of(file)
    texts = [
        [SheetCell(cell.text, span=cell.span, was=cell.was) for cell in row]
        for row in rows(file, separator, blank=True)
    ]
    return ReadGrid(_with_numbers(_table(texts), first, _usual_beside(separator, usual)), unusual)


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, such as ``B3``. Row and column count from 0."""
    return f"{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    """Return the letters of a column, such as ``B``. They count from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


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


def _usual_beside(separator: str, usual: Sign) -> Sign | None:
    """Return the decimal sign that goes with a separator in a language; ``None`` where the two don't go together."""
    if separator == ",":
        return Sign.POINT
    return None if separator == ";" and usual is Sign.POINT else usual


def _with_numbers(grid: Grid, first: int, usual: Sign | None) -> Grid:
    """Return a table of texts with their numbers.

    A column has one decimal sign. Where its numbers don't settle it, the other columns do if they agree, else it is
    ``usual``.
    """
    wide = max(map(len, grid), default=0)
    columns = [_signs(row[n].text for row in grid[1:] if n < len(row)) for n in range(first, wide)]
    everywhere = {sign for signs in columns for sign in signs}
    rest = everywhere.pop() if len(everywhere) == 1 else usual if not everywhere else None
    signs = [{rest: ""} if rest else {}] * first + [own or ({rest: ""} if rest else {}) for own in columns]
    return tuple(
        tuple(_number_cell(cell, signs[n], counted=n >= first and row > 0) for n, cell in enumerate(cells))
        for row, cells in enumerate(grid)
    )


def _signs(texts: Iterable[str]) -> dict[Sign, str]:
    """Return the decimal signs of numbers, in order, each with the first number that has it."""
    found: dict[Sign, str] = {}
    for text in texts:
        if sign := sign_in(text):
            found.setdefault(sign, text)
    return found


def _number_cell(cell: SheetCell, signs: Mapping[Sign, str], *, counted: bool) -> SheetCell:
    """Return a cell with its number, read by the decimal sign of its column. A name is no number that must be sure."""
    own = sign_in(cell.text)
    usual, *others = signs or (Sign.COMMA,)
    if counted and others and own in others:
        return replace(cell, unlike=signs[usual])
    if counted and len(signs) != 1 and ambiguous(cell.text):
        return replace(cell, unsure=True)
    found = ParsedNumber(0.0) if cell.text in NOUGHT else number_in(cell.text, usual)
    return cell if found is None else replace(cell, number=found.value, percent=found.percent, was="")


def _workbook_rows(found: WorkbookSheet) -> list[list[SheetCell]]:
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
