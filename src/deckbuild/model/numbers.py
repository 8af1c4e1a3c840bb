"""Numbers as people write them: ``1.234,5``, ``1 234``, ``12 %``, ``−3``; and the files and cells they stand in."""

from __future__ import annotations

import datetime
import re
from enum import Enum
from pathlib import Path
from typing import Annotated, ClassVar, TypeAlias

from deckbuild.characters import NO_BREAK_SPACE
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span
from deckbuild.model.block import Node
from deckbuild.model.written import Notation

_SPACES = re.compile(f"[ {NO_BREAK_SPACE}\u2009\u202f']")
_MINUS = str.maketrans("\u2212\u2013", "--")
_BELOW = re.compile(r"\((\d[^()]*)\)|(\d.*)-")
_PLAIN = re.compile(r"[-+]?\d+([.,]\d+)?(?:[eE][-+]?\d{1,2})?")
_COMMA = re.compile(r"[-+]?\d{1,3}(\.\d{3})+(,\d+)?")
_POINT = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?")
_EITHER = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}")


class Sign(Enum):
    """The decimal sign of a number."""

    COMMA = ","
    POINT = "."


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """A number, and whether a per cent sign stood after it."""

    value: float
    percent: bool = False


def _bare(text: str) -> tuple[str, bool]:
    """Return a number without spaces, with its minus in front, and whether a per cent sign stood after it.

    Bookkeepers write numbers below nought in brackets, or with the minus behind.
    """
    text = _SPACES.sub("", text).translate(_MINUS)
    percent = "%" in (text[-1:], text[-2:-1] if text.endswith((")", "-")) else "")
    text = text.replace("%", "", 1) if percent else text
    below = _BELOW.fullmatch(text)
    return ("-" + (below[1] or below[2]) if below else text), percent


def ambiguous(text: str) -> bool:
    """Whether a number can be read in two ways: ``1.234`` as thousands, or as a number with three decimals."""
    return bool(_EITHER.fullmatch(_bare(text)[0]))


def sign_in(text: str) -> Sign | None:
    """Return the decimal sign that a number is written with; ``None`` when that can't be told of it alone."""
    bare, _ = _bare(text)
    plain = _PLAIN.fullmatch(bare)
    if ambiguous(text):
        return None
    if plain and plain[1]:
        return Sign(plain[1][0])
    if _COMMA.fullmatch(bare):
        return Sign.COMMA
    return Sign.POINT if _POINT.fullmatch(bare) else None


def number_in(text: str, sign: Sign) -> ParsedNumber | None:
    """Return the number in ``text``, or ``None``. Where it can be read in two ways, ``sign`` is its decimal sign."""
    bare, percent = _bare(text)
    grouped = _COMMA if sign is Sign.COMMA else _POINT
    if grouped.fullmatch(bare):
        other = "." if sign is Sign.COMMA else ","
        return ParsedNumber(float(bare.replace(other, "").replace(",", ".")), percent)
    if _PLAIN.fullmatch(bare):
        return ParsedNumber(float(bare.replace(",", ".")), percent)
    for pattern, other in ((_COMMA, "."), (_POINT, ",")):
        if pattern.fullmatch(bare):
            return ParsedNumber(float(bare.replace(other, "").replace(",", ".")), percent)
    return None


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of a table of numbers: its text as printed, and its number if it holds one."""

    text: str
    number: float | None = None
    percent: bool = False
    """Whether the number was written with a per cent sign, which it is counted in."""
    day: datetime.date | None = None
    """The date, when a workbook has one in the cell."""
    span: Span | None = None
    """Its place in a text file."""
    name: str = ""
    """Its name in a workbook, such as ``B3``."""
    was: str = ""
    """The text as it stands in the file, where its letters had to be mended."""
    unsure: bool = False
    """Whether its number can be read in two ways, and nothing in the file tells which; ``number`` is then ``None``."""
    unlike: str = ""
    """A number of its column with the other decimal sign; ``number`` is then ``None``."""

    @property
    def empty(self) -> bool:
        """Whether it holds no number: nothing, or a sign for a number that is not known."""
        return self.number is None and self.text.strip() in MISSING


PER_CENT = re.compile(r"\s*(%|pct\b|procent|per ?cent)", re.IGNORECASE)
"""How a unit begins that means per cent."""
MISSING = frozenset({"", ".", "..", "...", "…", "n/a", "N/A", "#N/A", "#I/T", "NA", "null", "~"})
"""Signs for a number that is not known."""
NOUGHT = frozenset({"-", "–", "—", "\u2212"})
"""Signs for nought (as Danmarks Statistik has them: ``-`` is nought, ``..`` and ``.`` mean not known)."""
Grid: TypeAlias = tuple[tuple[SheetCell, ...], ...]
"""Rows of cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartFile(Node):
    """A file of numbers: the first row has the names of the series, the first column those of the categories."""

    SHORTHAND: ClassVar[str] = "file"

    file: Annotated[Path, Notation.DATA_FILE]
    """A CSV, XLSX or ODS file, relative to the deck. ``-`` in a cell is nought, as in official statistics; where a
    number is not known, the cell is empty or holds ``..``."""
    sheet: str = ""
    """The sheet of a workbook; without it the first that is not hidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSeries(Node):
    """Numbers that belong together."""

    name: str
    """What they are, printed beside their line or bars."""
    values: Annotated[tuple[float | None, ...], Notation.NUMBERS]
    """A number for each category, or in a scatter chart a pair for each point."""


@dataclass(frozen=True, slots=True)
class WantedTable:
    """The file of numbers that a block needs, which the reader loads."""

    source: ChartFile
    numbers_from: int
    """The index of the first column of numbers; the columns before it hold names."""
