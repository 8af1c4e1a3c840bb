"""Lengths and rectangles. Every length in the package is in points (1/72 inch), and y grows downward.

Two writers convert: ``writers.pptx`` to EMU, ``writers.pdf`` to a y that grows upward.
"""

from __future__ import annotations

from typing import NewType, TypeAlias

from deckbuild.dataclass import dataclass

Pt: TypeAlias = float
"""A length in points."""

Emu = NewType("Emu", int)
"""A length in English Metric Units, 12,700 to the point (ECMA-376, 20.1.2.1)."""

EMU_PER_PT = 12700
PT_PER_MM = 72 / 25.4


def mm(length: float) -> Pt:
    """Return ``length`` millimetres in points."""
    return length * PT_PER_MM


def emu(length: Pt) -> Emu:
    """Return ``length`` points in EMU, rounded to a whole one."""
    return Emu(round(length * EMU_PER_PT))


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in points: left, top, width, height."""

    x: Pt
    y: Pt
    w: Pt
    h: Pt

    @property
    def right(self) -> Pt:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> Pt:
        """The bottom edge."""
        return self.y + self.h

    def moved(self, dx: Pt, dy: Pt) -> Rect:
        """Return the rectangle shifted by ``dx``, ``dy`` points."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def below(self, dy: Pt) -> Rect:
        """Return the rectangle without its upper ``dy`` points."""
        return Rect(self.x, self.y + dy, self.w, self.h - dy)

    def widened(self, left: Pt, top: Pt, right: Pt, bottom: Pt) -> Rect:
        """Return the rectangle with its edges so many points further out."""
        return Rect(self.x - left, self.y - top, self.w + left + right, self.h + top + bottom)

    def within(self, area: Rect) -> Rect | None:
        """Return the part of the rectangle that is in ``area``; ``None`` if there is none."""
        left, top = max(self.x, area.x), max(self.y, area.y)
        right, bottom = min(self.right, area.right), min(self.bottom, area.bottom)
        return Rect(left, top, right - left, bottom - top) if right > left and bottom > top else None

    def columns(self, count: int, gap: Pt) -> list[Rect]:
        """Return ``count`` columns of the same width, from the left, with ``gap`` points between them."""
        wide = (self.w - gap * (count - 1)) / count
        return [Rect(self.x + index * (wide + gap), self.y, wide, self.h) for index in range(count)]


def around(x: Pt, y: Pt, radius: Pt) -> Rect:
    """Return the square around a circle."""
    return Rect(x - radius, y - radius, 2 * radius, 2 * radius)


def union(boxes: list[Rect]) -> Rect:
    """Return the smallest rectangle around all of ``boxes``. Raises ``ValueError`` when there are none."""
    x, y = min(b.x for b in boxes), min(b.y for b in boxes)
    return Rect(x, y, max(b.right for b in boxes) - x, max(b.bottom for b in boxes) - y)
