"""The embedded workbook of a chart, which PowerPoint opens when someone edits the numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import ChartItem

_DATE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_SHEET = "Sheet1"
"""The sheet's name. PowerPoint uses this one in every language."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one series in the workbook, as formulas (18.17)."""

    name: str
    across: str
    """The categories, or the x values of a scatter chart."""
    values: str


def cells_of(chart: ChartItem, series: int) -> Cells:
    """Return the cells of a series: one column beside the categories. Each scatter series has its own rows."""
    if chart.data.categories:
        first, last = 2, len(chart.data.categories) + 1
        column = _letter(series + 1)
        return Cells(_cell(column, 1), _range("A", first, last), _range(column, first, last))
    top = 1 + sum(len(other.values) + 1 for other in chart.data.series[:series])
    last = top + len(chart.data.series[series].values)
    return Cells(_cell("B", top), _range("A", top + 1, last), _range("B", top + 1, last))


def _letter(column: int) -> str:
    return chr(ord("A") + column)


def _cell(column: str, row: int) -> str:
    return f"{_SHEET}!${column}${row}"


def _range(column: str, first: int, last: int) -> str:
    return f"{_SHEET}!${column}${first}:${column}${last}"


def workbook(chart: ChartItem) -> bytes:
    """Return the bytes of an ``.xlsx`` with the chart's numbers; the same numbers give the same bytes."""
    from xlsxwriter import Workbook  # 0.1 s: only when a deck has charts

    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _DATE})
    sheet = book.add_worksheet(_SHEET)
    form = book.add_format({"num_format": chart.format.code()})
    sheet.set_column(0, 0, 24)
    data = chart.data
    if data.categories:
        for row, name in enumerate(data.categories, 1):
            sheet.write_string(row, 0, name)
        for column, series in enumerate(data.series, 1):
            sheet.write_string(0, column, series.name)
            _write_column(sheet, 1, column, series.values, form)
    else:
        row = 0
        for series in data.series:
            sheet.write_string(row, 1, series.name)
            _write_column(sheet, row + 1, 0, series.across, None)
            _write_column(sheet, row + 1, 1, series.values, form)
            row += len(series.values) + 1
    book.close()
    return target.getvalue()


def _write_column(sheet: Any, row: int, column: int, values: tuple[float | None, ...], form: object) -> None:
    write = sheet.write_number
    for place, value in enumerate(values):
        if value is not None:
            write(row + place, column, value, form)
