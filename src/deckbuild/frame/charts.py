"""The parts of a chart: axes, the styles of its series, and the positions of its labels.

Layout decides them once. The PowerPoint writer puts them into a native chart; the PDF shows a drawing made from them.
"""

from __future__ import annotations

from enum import Enum

from deckbuild.dataclass import dataclass
from deckbuild.model.theme import Color
from deckbuild.units import Pt


@dataclass(frozen=True, slots=True)
class Axis:
    """A value axis, from ``low`` to ``high``, in the unit of the chart's values."""

    low: float
    high: float
    step: float
    """The distance between two ticks, in the same unit."""
    decimals: int = 0
    """Decimals of the numbers at the ticks."""
    shown: bool = True
    """Whether ticks and grid are drawn. When they are not, every mark has its number beside it."""

    @property
    def ticks(self) -> list[float]:
        """The numbers at the ticks, in ascending order."""
        count = int((self.high - self.low) / self.step + 1e-6)
        return [round(self.low + n * self.step, 10) for n in range(count + 1)]

    def share(self, value: float) -> float:
        """Return the position of ``value`` on the axis as a share: 0 at ``low``, 1 at ``high``."""
        return (value - self.low) / (self.high - self.low)


class Marker(Enum):
    """The shape of a data point. It tells series apart where colour can't be seen."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


class Hatch(Enum):
    """The pattern of a hatched surface. The values are names of ST_PresetPatternVal (ECMA-376 part 1)."""

    RISING = "wdUpDiag"
    FALLING = "wdDnDiag"
    LEVEL = "horz"
    CROSSED = "diagCross"


class Dash(Enum):
    """The dash pattern of a line. The values are names of ST_PresetLineDashVal (ECMA-376 part 1)."""

    SOLID = "solid"
    DASH = "sysDash"
    LONG = "lgDash"
    DOT = "sysDot"
    LONG_DOT = "lgDashDot"
    LONG_DOT_DOT = "lgDashDotDot"

    @property
    def pattern(self) -> tuple[int, ...]:
        """The lengths of dashes and gaps in turn, in line widths (ECMA-376 part 1, 20.1.10.49); empty when solid."""
        return {
            Dash.SOLID: (), Dash.DASH: (3, 1), Dash.LONG: (8, 3), Dash.DOT: (1, 1), Dash.LONG_DOT: (8, 3, 1, 3),
            Dash.LONG_DOT_DOT: (8, 3, 1, 3, 1, 3),
        }[self]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SeriesStyle:
    """How a series is drawn, or a slice of a pie."""

    color: Color
    """Colour of its line and markers, or of its hatching."""
    fill: Color | None = None
    """Colour of its surface; ``None`` for a series of lines or points."""
    hatch: Hatch | None = None
    edge: Color | None = None
    """Colour of the line around its surface; ``None`` for no line."""
    on: Color | None = None
    """Colour of text on the surface."""
    marker: Marker | None = None
    hollow: bool = False
    """Whether the marker is drawn as an outline, with no fill."""
    dash: Dash = Dash.SOLID


class LabelAt(Enum):
    """The position of a data label, relative to its point. The values are names of ST_DLblPos (ECMA-376 part 1)."""

    OUTSIDE = "outEnd"
    MIDDLE = "ctr"
    ABOVE = "t"
    BELOW = "b"
    RIGHT = "r"


@dataclass(frozen=True, slots=True)
class PointLabel:
    """The data label of one point: what it shows, and where. ``series`` and ``point`` count from 0."""

    series: int
    point: int
    at: LabelAt
    value: bool = True
    category: bool = False
    name: bool = False
    """Whether it shows the name of the series."""
    color: Color | None = None
    """Colour of its text; ``None`` for the ordinary text colour."""
    ground: Color | None = None
    """Colour of the surface behind its text; ``None`` for no surface."""
    moved: tuple[Pt, Pt] | None = None
    """How far it is moved right and down from where PowerPoint puts it, in points; ``None`` when it is not."""
    led: bool = False
    """Whether a leader line joins it to its slice."""
