"""Value axes with round steps, as a person would choose them (Heckbert, "Nice numbers for graph labels", 1990)."""

from __future__ import annotations

from math import ceil, floor, log10

from deckbuild.frame.charts import Axis
from deckbuild.model.chart import decimals_of
from deckbuild.units import Pt

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_FROM_ZERO = 0.5
"""An axis that need not include zero does so all the same when the least value is no more than this share of the
greatest."""
_SAME = 1e-6
"""Numbers whose difference is no more than this share of them count as equal."""


def nice_axis(low: float, high: float, most: int, decimals: int = 6) -> Axis:
    """Return an axis that includes ``low`` and ``high``, with at most ``most`` steps (two or more).

    A step has no more than ``decimals`` decimals.
    """
    if high - low <= _SAME * max(abs(low), abs(high)):
        high = low + (abs(low) or 1.0)
    rough = max((high - low) / most, 10.0**-decimals)
    while True:
        unit = 10.0 ** floor(log10(rough) + 1e-9)
        steps = (round(share * unit, 12) for share in _STEPS)
        step = next(s for s in steps if s >= rough * (1 - 1e-9) and decimals_of([s], 12) <= decimals)
        first = floor(low / step + 1e-9)
        last = max(first + 1, ceil(high / step - 1e-9))
        if last - first <= most:
            return Axis(round(first * step, 10), round(last * step, 10), step, decimals_of([step], 6))
        rough = step * 1.01


def range_with_zero(values: list[float]) -> tuple[float, float]:
    """Return the least and greatest of ``values`` and zero: the range of bars and areas, which begin at zero."""
    return min(0.0, *values), max(0.0, *values)


def range_near_zero(values: list[float]) -> tuple[float, float]:
    """Return the least and greatest of ``values``, and of zero when it is near: the range of lines and points."""
    low, high = min(values), max(values)
    if 0 < low <= _FROM_ZERO * high:
        low = 0.0
    if _FROM_ZERO * low <= high < 0:
        high = 0.0
    return low, high


def labelled_axis(values: list[float], length: Pt, before: Pt, after: Pt) -> Axis:
    """Return an axis without ticks, ``length`` points long, with room for labels at the ends of bars.

    It leaves ``before`` points free below the least value when that is negative, and ``after`` points above the
    greatest when that is positive or zero.
    """
    low, high = range_with_zero(values)
    before, after = before if low < 0 else 0.0, after if max(values) >= 0 else 0.0
    per_point = ((high - low) or 1.0) / max(1.0, length - before - after)
    low, high = low - before * per_point, high + after * per_point
    if high <= low:
        high = low + 1.0
    return Axis(low, high, high - low, shown=False)
