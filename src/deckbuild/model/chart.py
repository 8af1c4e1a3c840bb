"""The data of a chart: its categories, its series of numbers, and how numbers are written."""

from __future__ import annotations

from datetime import date
from enum import Enum

from deckbuild.characters import NO_BREAK_SPACE
from deckbuild.dataclass import dataclass
from deckbuild.locales import USUAL, language_of


class ChartKind(Enum):
    """The kinds of chart."""

    COLUMN = "column"
    """Standing bars."""
    BAR = "bar"
    """Lying bars, with room for long names."""
    LINE = "line"
    AREA = "area"
    PIE = "pie"
    DOUGHNUT = "doughnut"
    SCATTER = "scatter"
    """A mark for each pair of numbers."""

    @property
    def round(self) -> bool:
        """Whether it shows shares of one whole, in a circle."""
        return self in (ChartKind.PIE, ChartKind.DOUGHNUT)

    @property
    def barred(self) -> bool:
        """Whether it draws bars, horizontal or vertical."""
        return self in (ChartKind.BAR, ChartKind.COLUMN)


@dataclass(frozen=True, slots=True)
class Series:
    """A series: a number for each category, or in a scatter chart for each value of ``across``."""

    name: str
    values: tuple[float | None, ...]
    """The numbers; ``None`` where a number is not known."""
    across: tuple[float, ...] = ()
    """For a scatter chart: the horizontal value of each point."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """The categories, and the series with a number for each of them. A scatter chart has no categories."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    days: tuple[date | None, ...] = ()
    """The categories as dates, to be written in the language of the paper; empty when they are not dates."""

    @property
    def values(self) -> list[float]:
        """All numbers that are known."""
        return [value for series in self.series for value in series.values if value is not None]


_SHORT_UNIT = 1
"""A unit of at most so many letters stands after every number; a longer one once, above the chart."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a language writes numbers: ``1.234,5 %`` in Danish, ``1,234.5%`` in English."""

    decimals: int
    unit: str = ""
    lang: str = USUAL
    """The code or tag of the language."""

    @property
    def suffix(self) -> str:
        """The unit after every number, with its space; empty for a long unit."""
        if len(self.unit) != _SHORT_UNIT:
            return ""
        apart = self.unit != "%" or language_of(self.lang).numerals.percent_apart
        return NO_BREAK_SPACE + self.unit if apart else self.unit

    @property
    def heading(self) -> str:
        """The unit that is written once, above the chart; empty for a short one."""
        return self.unit if len(self.unit) > _SHORT_UNIT else ""

    def text(self, value: float, decimals: int | None = None) -> str:
        """Return ``value`` with its unit as text. ``decimals`` overrides the number of decimals."""
        places = self.decimals if decimals is None else decimals
        numerals = language_of(self.lang).numerals
        signs = str.maketrans(",.", numerals.thousands + numerals.decimal)
        digits = f"{abs(value):,.{places}f}".translate(signs)
        sign = "\u2212" if value < 0 and any(digit in digits for digit in "123456789") else ""
        return sign + digits + self.suffix

    def plain(self, value: float) -> str:
        """Return a number without the unit, with the decimals it has, such as one of the other axis."""
        return NumberFormat(decimals_of([value], 6), lang=self.lang).text(value)

    def code(self, decimals: int | None = None) -> str:
        """Return the number format code for Office (ECMA-376 part 1, 18.8.31). Office chooses the separators."""
        places = self.decimals if decimals is None else decimals
        tail = f'"{self.suffix}"' if self.suffix else ""
        return "#,##0" + ("." + "0" * places if places else "") + tail


def decimals_of(values: list[float], most: int = 2) -> int:
    """Return how many decimals show all of ``values`` as they are, at most ``most``."""
    return next((n for n in range(most) if all(abs(round(v, n) - v) < 1e-9 * max(1.0, abs(v)) for v in values)), most)
