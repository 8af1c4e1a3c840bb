"""Files of numbers, CSV or XLSX -> rows of cells. ``sections.charts.files`` checks what is in the cells."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from zipfile import BadZipFile

from deckbuild.diagnostics import Span
from deckbuild.model.numbers import NOUGHT, Grid, ParsedNumber, SheetCell, Sign, number_in, sign_of
from deckbuild.reader.tabular.csv import rows, separator_of, source_of


class UnreadableError(Exception):
    """The file is not of the kind that its name says."""


class UnknownSheetError(Exception):
    """The workbook has no sheet of the name; ``args`` are the names of its sheets."""


class NotComputedError(Exception):
    """A cell has a formula whose result is not stored in the file; ``args`` is the cell's name, such as ``B3``."""


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, such as ``B3``. Row and column count from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def read_csv(path: Path) -> Grid:
    """Return the cells of a text file, which are separated by semicolons, tabs or commas.

    The encoding is UTF-8, UTF-16 with a byte order mark, or Windows-1252. In a file with commas the decimal sign is a
    point. In other files it is found from the numbers, and is a comma if they don't settle it.
    Raises ``OSError``, ``UnreadableError`` and ``OpenQuoteError``.
    """
    file = source_of(path, path.read_bytes())
    if file is None:
        raise UnreadableError
    found = list(rows(file))
    sign = sign_of((cell.text for row in found for cell in row), Sign.COMMA)
    if separator_of(file) == ",":
        sign = Sign.POINT
    return _trimmed([[_csv_cell(cell.text, sign, cell.span) for cell in row] for row in found])


def _csv_cell(text: str, sign: Sign, span: Span) -> SheetCell:
    found = ParsedNumber(0.0) if text in NOUGHT else number_in(text, sign)
    return SheetCell(text, span=span) if found is None else SheetCell(text, found.value, found.percent, span=span)


def read_xlsx(path: Path, sheet: str) -> Grid:
    """Return the cells of the sheet with the name ``sheet``, or of the first sheet if that is empty.

    Raises ``OSError``, ``UnreadableError``, ``UnknownSheetError`` and ``NotComputedError``.
    """
    from openpyxl import load_workbook  # takes 0.2 s, so only when a chart is made from a workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        books = [load_workbook(path, data_only=computed) for computed in (True, False)]
        names = [found.title for found in books[0].worksheets]
        if not names or (sheet and sheet not in names):
            raise UnknownSheetError(*names)
        values, formulas = (book[sheet or names[0]] for book in books)
        read = []
        for row, source in zip(values.iter_rows(), formulas.iter_rows(), strict=True):
            for cell, formula in zip(row, source, strict=True):
                if cell.value is None and formula.data_type == "f":
                    raise NotComputedError(cell.coordinate)
            read.append([_xlsx_cell(cell.value, str(cell.number_format)) for cell in row])
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, InvalidFileException) as fault:
        raise UnreadableError from fault
    return _trimmed(read)


def _xlsx_cell(value: object, form: str) -> SheetCell:
    match value:
        case None:
            return SheetCell("")
        case bool():
            return SheetCell(str(value))
        case int() | float():
            percent = "%" in form
            number = round(value * 100, 10) if percent else float(value)
            text = f"{number:g}" if abs(number) < 1e6 and number != int(number) else f"{number:.0f}"
            return SheetCell(text, number, percent)
        case datetime.datetime() | datetime.date():
            day = value.date() if isinstance(value, datetime.datetime) else value
            return SheetCell(day.isoformat(), day=day)
        case _:
            text = re.sub(r"\s+", " ", str(value)).strip()
            return SheetCell(text, 0.0 if text in NOUGHT else None)


def _trimmed(table: list[list[SheetCell]]) -> Grid:
    """Return the rows without empty cells at their ends, and without empty rows at the end."""
    kept = []
    for row in table:
        while row and not row[-1].text:
            row = row[:-1]
        kept.append(tuple(row))
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)
