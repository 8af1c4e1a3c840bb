"""Workbooks (.xlsx, .ods) -> the cells of a sheet that hold something and are shown.

Rows and columns that are hidden are left out, as in the charts of Excel and LibreOffice. All sizes are bounded before
anything is read: a workbook of some kilobytes can say that it has millions of cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import RefusedError
from deckbuild.foreign.archives import Archive
from deckbuild.foreign.damage import telling_damage
from deckbuild.foreign.files import MOST_BYTES, MOST_MARKS, MOST_PLACES, WORKBOOK, content, opened
from deckbuild.foreign.xml import check_size

_MANIFEST = "META-INF/manifest.xml"
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How files begin that are packed (all workbooks of today), and Excel's old or locked ones."""

Value: TypeAlias = str | float | bool | date


class WorkbookError(Exception):
    """Why a workbook is not read."""


class UnreadableError(WorkbookError):
    """The file is not of the kind that its name says."""


class TooLargeError(WorkbookError):
    """The file is larger than what is read."""


class LockedError(WorkbookError):
    """The file can be opened with a password only, or is a workbook of Excel's before 2007."""


class UnknownSheetError(WorkbookError):
    """The workbook has no sheet of the name; ``args`` are the names of its sheets."""


class WorkbookKind(Enum):
    """The kinds of workbook that can be read."""

    XLSX = "xlsx"
    ODS = "ods"


@dataclass(frozen=True, slots=True)
class WorkbookCell:
    """What is in a cell: a value, and how it is shown."""

    value: Value
    percent: bool = False
    """Whether a number is shown in per cent; ``value`` is then a hundredth of what is shown."""


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """The cells of a sheet by row and column, from 0."""

    name: str
    beside: tuple[str, ...]
    """The names of the other sheets that are shown and hold something."""
    cells: Mapping[tuple[int, int], WorkbookCell]
    hidden_rows: Set[int] = frozenset()
    hidden_columns: Set[int] = frozenset()
    uncomputed: Set[tuple[int, int]] = field(default=frozenset())
    """Cells with a formula whose result is not stored in the file."""

    def rows(self) -> Iterator[tuple[int, tuple[tuple[int, WorkbookCell | None], ...]]]:
        """Yield the index of each row that is shown and holds something, with its cells in the columns shown.

        Raises ``TooLargeError``.
        """
        last: dict[int, int] = {}
        for row, column in self.cells:
            if row not in self.hidden_rows and column not in self.hidden_columns:
                last[row] = max(column, last.get(row, 0))
        if sum(last.values()) > MOST_PLACES:
            raise TooLargeError
        for row in sorted(last):
            columns = (n for n in range(last[row] + 1) if n not in self.hidden_columns)
            yield row, tuple((n, self.cells.get((row, n))) for n in columns)


def workbook_kind(path: Path) -> WorkbookKind | None:
    """Return the kind of workbook that a file is by its contents, or ``None`` for a text file.

    Raises ``OSError``, ``UnreadableError``, ``LockedError`` and ``TooLargeError``.
    """
    with opened(path, WORKBOOK) as file:
        begin = file.read(4)
    if begin == OLE:
        raise LockedError
    if begin != ZIP:
        return None
    with _archive(path) as archive:
        if _MANIFEST in archive.names and b"encryption-data" in archive.part(_MANIFEST):
            raise LockedError
    if "xl/workbook.xml" in archive.names:
        return WorkbookKind.XLSX
    if "content.xml" in archive.names:
        return WorkbookKind.ODS
    raise UnreadableError


def read_workbook(path: Path, kind: WorkbookKind, sheet: str = "") -> WorkbookSheet:
    """Return the sheet with the name ``sheet``, or if that is empty the first that is not hidden.

    Raises ``OSError``, ``UnreadableError``, ``TooLargeError`` and ``UnknownSheetError``.
    """
    from deckbuild.reader.tabular.ods import read_ods  # these take 0.2 s, so only when there is a workbook
    from deckbuild.reader.tabular.xlsx import read_xlsx

    read: Callable[[Archive, str], WorkbookSheet] = read_xlsx if kind is WorkbookKind.XLSX else read_ods
    with _archive(path) as archive:
        return read(archive, sheet)


@contextmanager
def _archive(path: Path) -> Iterator[Archive]:
    """Open a workbook. Raises ``OSError``, ``UnreadableError`` and ``TooLargeError``."""
    data = content(path, WORKBOOK)
    try:
        with telling_damage(UnreadableError, WorkbookError, OSError):
            yield Archive(path, data, WORKBOOK)
    except RefusedError as fault:
        raise TooLargeError from fault


def within(data: bytes) -> bytes:
    """Return a text file, or a part of a workbook, if it isn't too large to be parsed. Raises ``TooLargeError``."""
    if len(data) > MOST_BYTES:
        raise TooLargeError
    return data


def part_within(data: bytes) -> bytes:
    """Return a part of a workbook if it isn't too large to be parsed. Raises ``TooLargeError`` and ``OSError``."""
    check_size(data, most=MOST_MARKS)
    return within(data)


def chosen(sheet: str, shown: Mapping[str, bool]) -> str:
    """Return the name of the sheet to read. ``shown`` tells for each sheet whether it is shown.

    Raises ``UnknownSheetError``.
    """
    if not shown or (sheet and sheet not in shown):
        raise UnknownSheetError(*shown)
    return sheet or next((name for name, there in shown.items() if there), next(iter(shown)))
