"""A chart's numbers: what is counted, what the counts are, how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from deckbuild.locales import USUAL, language_of


class ChartKind(Enum):
    """How numbers are drawn."""

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
        """Whether it shows the parts of one whole."""
        return self in (ChartKind.PIE, ChartKind.DOUGHNUT)

    @property
    def barred(self) -> bool:
        """Whether its marks are bars, lying or standing."""
        return self in (ChartKind.BAR, ChartKind.COLUMN)


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers that belong together: one for each category, or one above each place of ``across``."""

    name: str
    values: tuple[float | None, ...]
    """``None`` where nothing is known."""
    across: tuple[float, ...] = ()
    """Of a scatter chart: where each value stands from left to right."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """Categories, and series with a value for each of them; a scatter chart has no categories."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    days: tuple[date | None, ...] = ()
    """The dates that categories are, to be named in the language of the paper; empty when there are none."""

    @property
    def values(self) -> list[float]:
        """All values that are known."""
        return [value for series in self.series for value in series.values if value is not None]


NO_BREAK_SPACE = "\u00a0"
_SHORT_UNIT = 1
"""A unit of more letters stands once, above the chart."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a language writes numbers: ``1.234,5 %`` in Danish, ``1,234.5%`` in English."""

    decimals: int
    unit: str = ""
    lang: str = USUAL
    """The language's code or tag."""

    @property
    def suffix(self) -> str:
        """What follows every number: a unit of one sign."""
        if len(self.unit) != _SHORT_UNIT:
            return ""
        apart = self.unit != "%" or language_of(self.lang).numerals.percent_apart
        return NO_BREAK_SPACE + self.unit if apart else self.unit

    @property
    def heading(self) -> str:
        """A longer unit, which is written once."""
        return self.unit if len(self.unit) > _SHORT_UNIT else ""

    def text(self, value: float, decimals: int | None = None) -> str:
        """Return ``value`` as it is written, with ``decimals`` places when they differ from the format's."""
        places = self.decimals if decimals is None else decimals
        numerals = language_of(self.lang).numerals
        signs = str.maketrans(",.", numerals.thousands + numerals.decimal)
        digits = f"{abs(value):,.{places}f}".translate(signs)
        sign = "\u2212" if value < 0 and any(digit in digits for digit in "123456789") else ""
        return sign + digits + self.suffix

    def plain(self, value: float) -> str:
        """Return a number of another kind, such as a place on the other axis, with the decimals it has."""
        return NumberFormat(decimals_of([value], 6), lang=self.lang).text(value)

    def code(self, decimals: int | None = None) -> str:
        """Return the format as Office writes it (ECMA-376 part 1, 18.8.31); separators follow the reader's language."""
        places = self.decimals if decimals is None else decimals
        tail = f'"{self.suffix}"' if self.suffix else ""
        return "#,##0" + ("." + "0" * places if places else "") + tail


def decimals_of(values: list[float], most: int = 2) -> int:
    """Return how many decimals show all of ``values`` as they are, at most ``most``."""
    return next((n for n in range(most) if all(abs(round(v, n) - v) < 1e-9 * max(1.0, abs(v)) for v in values)), most)
