"""Workbooks of LibreOffice and others (OpenDocument 1.3 part 3, 9). What a table of values needs is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from deckbuild.foreign.archives import Archive
from deckbuild.foreign.files import MOST_CELLS
from deckbuild.foreign.xml import parsed
from deckbuild.reader.tabular.workbooks import (
    TooLargeError,
    Value,
    WorkbookCell,
    WorkbookSheet,
    chosen,
    within,
)

_NAMESPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text", "style")
}
_COLUMNS = 16_384
"""The most columns that a program writes; it says so of the empty rest of a row."""


def _name(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


_ROW, _COLUMN = _name("table:table-row"), _name("table:table-column")
_CELLS = (_name("table:table-cell"), _name("table:covered-table-cell"))
_SPACE, _PARAGRAPH = _name("text:s"), _name("text:p")


def read_ods(archive: Archive, sheet: str) -> WorkbookSheet:
    """Return a sheet; see ``read_workbook``. Other errors than ``WorkbookError`` mean damage."""
    root = parsed(within(archive.part("content.xml")))
    tables = {
        table.get(_name("table:name"), ""): table
        for table in root.iterfind(".//office:spreadsheet/table:table", _NAMESPACES)
    }
    hidden = {
        style.get(_name("style:name"))
        for style in root.iterfind(".//style:style", _NAMESPACES)
        if style.find("style:table-properties[@table:display='false']", _NAMESPACES) is not None
    }
    shown = {name: table.get(_name("table:style-name")) not in hidden for name, table in tables.items()}
    name = chosen(sheet, shown)
    beside = (each for each, there in shown.items() if there and each != name and _holds_something(tables[each]))
    return _sheet(name, tuple(beside), tables[name])


def _holds_something(table: Any) -> bool:
    return any(_value(cell) not in ("", None) for cell in table.iter(*_CELLS))


def _sheet(name: str, beside: tuple[str, ...], table: Any) -> WorkbookSheet:
    cells: dict[tuple[int, int], WorkbookCell] = {}
    hidden_rows: set[int] = set()
    row = 0
    for element in table.iter(_ROW):
        count = _repeated(element, "table:number-rows-repeated")
        held = list(_held(element))
        if count * len(held) + len(cells) > MOST_CELLS:
            raise TooLargeError
        for each in range(row, row + count if held else row):
            cells.update({(each, column): cell for column, cell in held})
            if _hidden(element):
                hidden_rows.add(each)
        row += count
    hidden_columns: set[int] = set()
    column = 0
    for element in table.iter(_COLUMN):
        count = _repeated(element, "table:number-columns-repeated")
        if _hidden(element):
            hidden_columns.update(range(column, min(column + count, _COLUMNS)))
        column += count
    return WorkbookSheet(name, beside, cells, hidden_rows, hidden_columns)


def _held(row: Any) -> Iterator[tuple[int, WorkbookCell]]:
    """Yield the cells of a row that hold something, with the indexes of their columns."""
    column = 0
    for element in row.iterchildren(*_CELLS):
        count = _repeated(element, "table:number-columns-repeated")
        value = _value(element)
        if value not in ("", None):
            if count > MOST_CELLS:
                raise TooLargeError
            percent = element.get(_name("office:value-type")) == "percentage"
            for each in range(count):
                yield column + each, WorkbookCell(value, percent)
        column += count


def _value(cell: Any) -> Value:
    """Return the value of a cell, or an empty text. Comments on a cell are no part of it."""
    kind = cell.get(_name("office:value-type"))
    if kind in ("float", "currency", "percentage"):
        return float(cell.get(_name("office:value")))
    if kind == "date":
        return date.fromisoformat(cell.get(_name("office:date-value"))[:10])
    if kind == "boolean":
        return bool(cell.get(_name("office:boolean-value")) == "true")
    return "\n".join(_text(par) for par in cell.iterchildren(_PARAGRAPH))


def _text(par: Any) -> str:
    """Return the text of a paragraph; several spaces are an element, tabs and line breaks too."""
    parts = [par.text or ""]
    for child in par.iterchildren():
        parts.append(_text(child) or " ")
        parts.append(child.tail or "")
    return "".join(parts)


def _hidden(element: Any) -> bool:
    """Whether a row or column is hidden, itself or with its group, or left out by a filter."""
    groups = (one for one in element.iterancestors() if one.get(_name("table:display")) == "false")
    return element.get(_name("table:visibility")) in ("collapse", "filter") or next(groups, None) is not None


def _repeated(element: Any, name: str) -> int:
    return int(element.get(_name(name), "1"))
