"""The parts of a chart: its axes, the marks of its series, where its labels stand.

Layout decides them once; the slides' native chart states them, and the drawing for the PDF is made from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from deckbuild.model.theme import Color
from deckbuild.units import Pt


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of numbers."""

    low: float
    high: float
    step: float
    """From tick to tick."""
    decimals: int = 0
    """Of the numbers at its ticks."""
    shown: bool = True
    """Whether ticks and grid are seen; otherwise every mark has its number beside it."""

    @property
    def ticks(self) -> list[float]:
        """The numbers at the ticks, upward."""
        count = int((self.high - self.low) / self.step + 1e-6)
        return [round(self.low + n * self.step, 10) for n in range(count + 1)]

    def share(self, value: float) -> float:
        """Return where ``value`` stands between the ends, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


class Marker(Enum):
    """The shape of a point, by which series are told apart without colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


class Hatch(Enum):
    """The lines of a hatched surface (ST_PresetPatternVal)."""

    RISING = "wdUpDiag"
    FALLING = "wdDnDiag"
    LEVEL = "horz"
    CROSSED = "diagCross"


class Dash(Enum):
    """The pattern of a line (ST_PresetLineDashVal)."""

    SOLID = "solid"
    DASH = "sysDash"
    LONG = "lgDash"
    DOT = "sysDot"
    LONG_DOT = "lgDashDot"
    LONG_DOT_DOT = "lgDashDotDot"

    @property
    def pattern(self) -> tuple[int, ...]:
        """Lengths drawn and left out, in line widths (ECMA-376 part 1, 20.1.10.49)."""
        return {
            Dash.SOLID: (), Dash.DASH: (3, 1), Dash.LONG: (8, 3), Dash.DOT: (1, 1), Dash.LONG_DOT: (8, 3, 1, 3),
            Dash.LONG_DOT_DOT: (8, 3, 1, 3, 1, 3),
        }[self]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SeriesStyle:
    """How a series, or a slice, is drawn."""

    color: Color
    """Of its line, its marks, or its hatching."""
    fill: Color | None = None
    """Of its surface."""
    hatch: Hatch | None = None
    edge: Color | None = None
    """Of the line around its surface."""
    on: Color | None = None
    """Of text that stands on the surface."""
    marker: Marker | None = None
    hollow: bool = False
    """Whether the marker is an outline."""
    dash: Dash = Dash.SOLID


class LabelAt(Enum):
    """Where the label of a point stands (ST_DLblPos)."""

    OUTSIDE = "outEnd"
    MIDDLE = "ctr"
    ABOVE = "t"
    BELOW = "b"
    RIGHT = "r"


@dataclass(frozen=True, slots=True)
class PointLabel:
    """The label of one point: what it shows and where."""

    series: int
    point: int
    at: LabelAt
    value: bool = True
    category: bool = False
    name: bool = False
    """Whether it shows the name of the series."""
    color: Color | None = None
    """Of its text, when it is not ink."""
    ground: Color | None = None
    """Behind its text."""
    moved: tuple[Pt, Pt] | None = None
    """How far from its own place it was moved: outside its slice or bar, or within its ring."""
    led: bool = False
    """Whether a line leads from it to its slice."""
