"""Reads numbers from files beside the deck.

A fault in a CSV file is reported at its line in that file. A fault in a workbook is reported in the deck, with the
name of the cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from deckbuild.diagnostics import Span
from deckbuild.model.numbers import ChartFile, Grid, SheetCell, Sign, WantedTable
from deckbuild.reader.context import FAILED, Failed, Node, Reading, shortened
from deckbuild.reader.encodings import NotTextError
from deckbuild.reader.language.suggest import listed, nearest
from deckbuild.reader.sections.files_beside import existing_file
from deckbuild.reader.tabular.csv import OpenQuoteError
from deckbuild.reader.tabular.faults import SHUT, report_beside, report_otherwise, report_shut
from deckbuild.reader.tabular.sheets import NotComputedError, read_grid
from deckbuild.reader.tabular.workbooks import UnknownSheetError, UnreadableError
from deckbuild.reader.values import scalars

WORKBOOKS = (".xlsx", ".xlsm", ".ods")
KINDS = (".csv", ".txt", ".tsv", *WORKBOOKS)
USED = "The chart is made of it in {deck}, line {line}."


def data_file(node: Node, reading: Reading, key: str) -> Path | Failed:
    """Read the name of a file of numbers, relative to the deck, and check that the file exists."""
    path = scalars.to_path(node, reading, key)
    if path is FAILED:
        return FAILED
    if path.suffix.lower() not in KINDS:
        reading.error(
            "wrong-file",
            node,
            "“{name}” is not a file that numbers can be read from.",
            "Save it as CSV or XLSX: in Excel, File, Save As.",
            name=path.name,
        )
        return FAILED
    return existing_file(path, KINDS, node, reading, key)


def read_table(wanted: WantedTable, reading: Reading) -> Grid | Failed:
    """Return the cells of the file that a chart names, or FAILED if they are not a table of numbers."""
    data = wanted.source
    place = data.at("file")
    assert place is not None  # noqa: S101  (every value that was read has a place)
    grid = _grid(data, wanted.numbers_from, place, reading)
    if grid is FAILED or not _sound(grid, wanted.numbers_from, data.file.name, place, reading):
        return FAILED
    return grid


def _grid(data: ChartFile, first: int, place: Span, reading: Reading) -> Grid | Failed:
    """Return the cells of a file; report a file that can't be read."""
    path = reading.file.path.parent / data.file
    try:
        usual = Sign(reading.language.numerals.decimal)
        read = read_grid(path, data.sheet, first, usual, workbook=path.suffix.lower() in WORKBOOKS)
        mended = next(((cell.text, cell.was) for row in read.grid for cell in row if cell.was), None)
        report_otherwise(read.unusual, mended, data.file.name, place, reading.diagnostics)
        if not data.sheet:
            report_beside(read.sheet, data.file.name, place, reading.diagnostics, people=False)
        return read.grid
    except SHUT as fault:
        report_shut(fault, data.file.name, place, reading.diagnostics)
    except OpenQuoteError as fault:
        reading.error(
            "open-quote",
            fault.span,
            "A quotation mark begins a cell here, and nothing closes it.",
            ("Write another quotation mark where the cell ends, or remove this one.", USED),
            deck=place.file.path.name,
            line=place.line,
        )
    except (UnreadableError, NotTextError, OSError):
        reading.error(
            "wrong-file",
            place,
            "“{name}” can't be read.",
            "The file may be damaged, locked or of another kind than its name says: open it in Excel and save it anew "
            "as CSV or XLSX.",
            name=data.file.name,
        )
    except UnknownSheetError as fault:
        near = nearest(data.sheet, fault.args)
        reading.error(
            "unknown-name",
            data.at("sheet") or place,
            "“{name}” has no sheet called “{sheet}”.",
            "Did you mean `sheet: {near}`? It has {names}." if near else "It has {names}.",
            name=data.file.name,
            sheet=data.sheet,
            near=near,
            names=listed(fault.args),
        )
    except NotComputedError as fault:
        reading.error(
            "not-a-number",
            place,
            "Cell {cell} of “{name}” is a formula whose result is not stored in the file.",
            "Open the file in Excel and save it: then the results are stored too.",
            name=data.file.name,
            cell=fault.args[0],
        )
    return FAILED


def _sound(grid: Grid, first: int, name: str, place: Span, reading: Reading) -> bool:
    """Return whether the cells are a table of numbers; report every cell that is not as it should be.

    ``first`` is the first column with numbers, from 0; ``place`` is where the deck names the file.
    """
    if len(grid) < 2 or len(grid[0]) < 2:
        reading.error(
            "no-numbers",
            place,
            "“{name}” has no table of numbers.",
            "The first row has a name over each column of numbers, the first column the names of the rows.",
            name=name,
        )
        return False
    wide = len(grid[0])
    right = True
    for cells in grid[1:]:
        if len(cells) > wide:
            right = False
            _too_many(cells, wide, name, place, reading)
        for cell in cells[first:wide]:
            if cell.number is None and not cell.empty:
                right = False
                _no_number(cell, name, place, reading)
    return right


def _too_many(cells: Sequence[SheetCell], wide: int, name: str, place: Span, reading: Reading) -> None:
    hint = "Give every column a name in the first row, or empty the cells that are too many."
    if span := cells[wide].span:
        message = "This line has {count} cells, but the first line names {columns} columns."
        reading.error(
            "uneven-row",
            span,
            message,
            (hint, USED),
            count=len(cells),
            columns=wide,
            deck=place.file.path.name,
            line=place.line,
        )
    else:
        message = "Row {row} of “{name}” has {count} cells, but the first row names only {wanted} columns."
        reading.error(
            "uneven-row",
            place,
            message,
            hint,
            row=re.sub(r"\D", "", cells[wide].name),
            name=name,
            count=len(cells),
            wanted=wide,
        )


def _no_number(cell: SheetCell, name: str, place: Span, reading: Reading) -> None:
    hint = "Write a number in it, or empty it."
    found = shortened(cell.text)
    if cell.unsure or cell.unlike:
        _unsure(cell, place, reading)
    elif cell.span:
        reading.error(
            "not-a-number",
            cell.span,
            "“{found}” is not a number.",
            (hint, USED),
            found=found,
            deck=place.file.path.name,
            line=place.line,
        )
    else:
        message = "Cell {cell} of “{name}” is no number: “{found}”."
        reading.error("not-a-number", place, message, hint, cell=cell.name, name=name, found=found)


def _unsure(cell: SheetCell, place: Span, reading: Reading) -> None:
    """Report a number of a text file that may be another than it looks."""
    if cell.unlike:
        message = "“{found}” and “{other}” stand in the same column, one with a comma and one with a point."
        hint = "Write all numbers of the column with the same decimal sign, and thousands without a sign: `1234`."
    else:
        message = "“{found}” can be read in two ways: as a thousand and more, or as a number with three decimals."
        hint = "Write a thousand without a sign: `1234`. Write decimals with one more nought: `{found}0`."
    reading.error(
        "ambiguous-number",
        cell.span or place,
        message,
        (hint, USED),
        found=cell.text,
        other=cell.unlike,
        deck=place.file.path.name,
        line=place.line,
    )
