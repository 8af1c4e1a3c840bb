"""Numbers as people write them: ``1.234,5``, ``1 234``, ``12 %``, ``−3``; and the files and cells they stand in."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, ClassVar, TypeAlias

from deckbuild.diagnostics import Span
from deckbuild.model.block import Node
from deckbuild.model.written import Notation

_SPACES = re.compile("[ \u00a0\u2009\u202f']")
_MINUS = str.maketrans("\u2212\u2013", "--")
_PLAIN = re.compile(r"[-+]?\d+([.,]\d+)?(?:[eE][-+]?\d{1,2})?")
_COMMA = re.compile(r"[-+]?\d{1,3}(\.\d{3})+(,\d+)?")
_POINT = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?")
_EITHER = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}")


class Sign(Enum):
    """What parts a number's decimals from the rest."""

    COMMA = ","
    POINT = "."


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """A number, and whether a per cent sign stood after it."""

    value: float
    percent: bool = False


def _bare(text: str) -> tuple[str, bool]:
    text = text.strip()
    percent = text.endswith("%")
    return _SPACES.sub("", text.removesuffix("%").strip()).translate(_MINUS), percent


def ambiguous(text: str) -> bool:
    """Whether a number may be read as thousands or as a number with three decimals: ``1.234``."""
    return bool(_EITHER.fullmatch(_bare(text)[0]))


def sign_of(texts: Iterable[str], otherwise: Sign) -> Sign:
    """Return which sign the numbers among ``texts`` have before their decimals, as far as they tell."""
    for text in texts:
        bare, _ = _bare(text)
        if ambiguous(text):
            continue
        plain = _PLAIN.fullmatch(bare)
        if plain and plain[1]:
            return Sign(plain[1][0])
        if _COMMA.fullmatch(bare):
            return Sign.COMMA
        if _POINT.fullmatch(bare):
            return Sign.POINT
    return otherwise


def number_in(text: str, sign: Sign) -> ParsedNumber | None:
    """Return the number that ``text`` is; where it can be read in two ways, ``sign`` decides."""
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
    """A cell: as it is printed, and its number if it is one."""

    text: str
    number: float | None = None
    percent: bool = False
    """Whether the number was written with a per cent sign, which it is counted in."""
    day: datetime.date | None = None
    """The date that it is in a workbook."""
    span: Span | None = None
    """Where it stands in a text file."""

    @property
    def empty(self) -> bool:
        """Whether nothing is known here."""
        return self.number is None and self.text.strip() in MISSING


MISSING = frozenset({"", ".", "..", "...", "…", "n/a", "N/A", "#N/A", "NA", "null", "~"})
"""How people write that a number is not known."""
NOUGHT = frozenset({"-", "–", "—", "\u2212"})
"""How statistics write nothing (Danmarks Statistik's signs: ``-`` is nought, ``..`` and ``.`` are not known)."""
Grid: TypeAlias = tuple[tuple[SheetCell, ...], ...]
"""Rows of cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartFile(Node):
    """A file of numbers: the first row has the names of the series, the first column those of the categories."""

    SHORTHAND: ClassVar[str] = "file"

    file: Annotated[Path, Notation.DATA_FILE]
    """A CSV or XLSX file, relative to the deck. ``-`` in a cell is nought, as in official statistics; where a number is
    not known, the cell is empty or holds ``..``."""
    sheet: str = ""
    """The sheet of an XLSX file; without it the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSeries(Node):
    """Numbers that belong together."""

    name: str
    """What they are, printed beside their line or bars."""
    values: Annotated[tuple[float | None, ...], Notation.NUMBERS]
    """A number for each category, or in a scatter chart a pair for each point."""


@dataclass(frozen=True, slots=True)
class WantedTable:
    """The file whose cells a block is made of."""

    source: ChartFile
    numbers_from: int
    """The first column that holds numbers, from 0: those before it hold names."""
