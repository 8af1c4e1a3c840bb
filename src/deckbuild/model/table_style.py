"""A table style of PowerPoint (ECMA-376 part 1, 20.1.4.2): which look each part of a table has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from deckbuild.dataclass import dataclass
from deckbuild.units import Pt

_INSIDE = {"left": "insideV", "top": "insideH", "right": "insideV", "bottom": "insideH"}
"""A cell's side -> what it is called where the part of the table goes on beyond it."""


@dataclass(frozen=True, slots=True)
class TablePart:
    """What a style says of a part of a table. What is ``None``, and sides that are missing, it leaves to other parts.

    Colours are names of the theme's; that of ``fill`` is empty for a part without a ground of its own.
    """

    fill: str | None = None
    ink: str | None = None
    bold: bool | None = None
    rules: Mapping[str, tuple[Pt, str]] = field(default_factory=dict)
    """Side of the part, or ``insideH`` and ``insideV`` -> width and colour of its rules; width 0 for none."""


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a cell stands: row and column from 0, and how the table is made up."""

    row: int
    column: int
    rows: int
    columns: int
    head_rows: int
    head_column: bool
    total: bool
    """Whether the last row is a sum."""

    def parts(self) -> Iterator[tuple[str, Mapping[str, bool]]]:
        """Yield the parts that the cell belongs to, the weakest first, and which of its sides are at their edges."""
        edges = {"left": self.column == 0, "top": self.row == 0, "right": self.column == self.columns - 1,
                 "bottom": self.row == self.rows - 1}  # fmt: skip
        across, down = {**edges, "top": True, "bottom": True}, {**edges, "left": True, "right": True}
        head, foot = self.row < self.head_rows, self.total and edges["bottom"]
        yield "wholeTbl", edges
        if not head and not foot:
            yield ("band2H" if (self.row - self.head_rows) % 2 else "band1H"), across
        if self.head_column and edges["left"]:
            yield "firstCol", down
        if foot:
            yield "lastRow", across
        if head:
            yield "firstRow", {**across, "top": edges["top"], "bottom": self.row == self.head_rows - 1}


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A table style, with the id that PowerPoint knows it by."""

    id: str
    parts: Mapping[str, TablePart] = field(default_factory=dict)
    """Part of a table (20.1.4.2.1 and following) -> its look; empty when the style draws nothing or is unknown."""
    definition: str = field(default="", repr=False)
    """Its ``a:tblStyle``, where the template's list lacks it."""
    known: bool = True
    """Whether we know what it looks like."""

    def look(self, place: CellPlace) -> TablePart:
        """Return the look of a cell; its rules are those at its four sides."""
        fill = ink = bold = None
        for _, part, _ in self._parts(place):
            fill = fill if part.fill is None else part.fill
            ink, bold = part.ink or ink, bold if part.bold is None else part.bold
        rules = {side: rule for side in _INSIDE if (rule := self.rule(place, side)[1])}
        return TablePart(fill, ink, bool(bold), rules)

    def rule(self, place: CellPlace, side: str) -> tuple[int, tuple[Pt, str] | None]:
        """Return the rule that the style has at a side of a cell, and the rank of the part that says so."""
        said = [
            (rank, part.rules[name])
            for rank, part, edges in self._parts(place)
            if (name := side if edges[side] else _INSIDE[side]) in part.rules
        ]
        return said[-1] if said else (-1, None)

    def _parts(self, place: CellPlace) -> Iterator[tuple[int, TablePart, Mapping[str, bool]]]:
        for rank, (name, edges) in enumerate(place.parts()):
            if name in self.parts:
                yield rank, self.parts[name], edges
