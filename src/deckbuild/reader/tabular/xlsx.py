"""Excel's workbooks. openpyxl reads the cells; what it doesn't tell while it streams is read beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

from deckbuild.foreign.archives import Archive, repacked
from deckbuild.foreign.files import MOST_CELLS, MOST_PLACES
from deckbuild.foreign.xml import elements
from deckbuild.reader.tabular.workbooks import (
    TooLargeError,
    Value,
    WorkbookCell,
    WorkbookSheet,
    chosen,
    part_within,
)

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_READ = (
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)
"""The parts that openpyxl reads whole, beside the sheet."""
_VALUE = re.compile(rb"<(?:\w+:)?(?:v>[^<]|is[\s>])")
"""Matches where a cell of a sheet holds something. Sheets that aren't read are not parsed: they may be of any size."""
_LAST_ROW, _MOST_COLUMNS = 1_048_576, 16_384


def read_xlsx(archive: Archive, sheet: str) -> WorkbookSheet:
    """Return a sheet; see ``read_workbook``. Other errors than ``WorkbookError`` mean damage."""
    parts = {name: archive.part(name) for name in archive.names}
    for name in _READ:
        part_within(parts.get(name, b""))
    book = load_workbook(repacked(parts), read_only=True, data_only=True, keep_links=False)
    try:
        sheets: dict[str, Any] = {each.title: each for each in book.worksheets}
        shown = {name: each.sheet_state == "visible" for name, each in sheets.items()}
        found = sheets[chosen(sheet, shown)]
        beside = (each for name, each in sheets.items() if shown[name] and each is not found)
        others = tuple(each.title for each in beside if _VALUE.search(_part(each, parts)))
        hidden_rows, hidden_columns, uncomputed = _marks(part_within(_part(found, parts)))
        found.reset_dimensions()  # the file may state too many or too few
        cells, places = {}, 0
        for row in found.iter_rows(max_row=_LAST_ROW):
            places += len(row)
            for cell in row:
                if cell.value is not None:
                    percent = "%" in str(cell.number_format)
                    cells[cell.row - 1, cell.column - 1] = WorkbookCell(_plain(cell.value), percent)
            if places > MOST_PLACES or len(cells) > MOST_CELLS:
                raise TooLargeError
    finally:
        book.close()
    return WorkbookSheet(found.title, others, cells, hidden_rows, hidden_columns, uncomputed)


def _part(sheet: Any, parts: Mapping[str, bytes]) -> bytes:
    return parts[sheet._worksheet_path.lstrip("/")]


def _plain(value: object) -> Value:
    return value if isinstance(value, str | bool | int | float | date) else str(value)


def _marks(sheet: bytes) -> tuple[set[int], set[int], set[tuple[int, int]]]:
    """Return hidden rows, hidden columns, and the places of formulas without a result (ECMA-376 part 1, 18.3.1)."""
    rows: set[int] = set()
    columns: set[int] = set()
    uncomputed: set[tuple[int, int]] = set()
    row = 0
    for element in elements(sheet, f"{_NS}row", f"{_NS}col"):
        hidden = element.get("hidden") in ("1", "true")
        if element.tag == f"{_NS}row":
            row = int(element.get("r") or row + 1)  # programs may leave out the numbers of rows and cells
            if hidden:
                rows.add(row - 1)
            for column, cell in enumerate(element.iterchildren(f"{_NS}c")):
                if cell.find(f"{_NS}f") is not None and not cell.findtext(f"{_NS}v") and cell.get("t") != "str":
                    place = coordinate_to_tuple(cell.get("r")) if cell.get("r") else (row, column + 1)
                    uncomputed.add((place[0] - 1, place[1] - 1))
        elif hidden:
            columns.update(range(int(element.get("min")) - 1, min(int(element.get("max")), _MOST_COLUMNS)))
    return rows, columns, uncomputed
