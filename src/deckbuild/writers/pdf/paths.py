"""Paths and colours as PDF operators (ISO 32000-1, 8.5.2 and 8.6.8).

Arguments are in points with y downward; PDF has y upward.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckbuild.dataclass import dataclass
from deckbuild.units import Pt, Rect, around

HANDLE = 0.5523
"""Length of the control handles of a Bezier curve that is a quarter of a circle, as a share of the radius."""


@dataclass(frozen=True, slots=True)
class ColorOperators:
    """The operators that set a colour, with their operands: for fills and text, and for lines."""

    fill: str
    stroke: str


def color_operators(color: Sequence[float], *, grey: bool) -> ColorOperators:
    """Return the operators of red, green and blue, each from 0 to 1; with ``grey`` those of a grey.

    Its lightness is their luma by ITU-R BT.601. A printer counts a page as colour when anything in it is set by red,
    green and blue, even if it looks grey.
    """
    if grey:
        luma = f"{0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2]:.4g}"
        return ColorOperators(f"{luma} g", f"{luma} G")
    operands = " ".join(f"{part:.4g}" for part in color)
    return ColorOperators(f"{operands} rg", f"{operands} RG")


class Paths:
    """Makes paths for a page or form XObject that is ``height`` points high."""

    __slots__ = ("height",)

    def __init__(self, height: Pt) -> None:
        self.height = height

    def polygon(self, points: Iterable[tuple[Pt, Pt]]) -> str:
        """Return a closed outline through ``points``."""
        corners = [f"{x:.2f} {self.height - y:.2f}" for x, y in points]
        return corners[0] + " m " + " l ".join(corners[1:]) + " l h"

    def polyline(self, points: Iterable[tuple[Pt, Pt]]) -> str:
        """Return an open line through ``points``."""
        return self.polygon(points).removesuffix(" h")

    def segments(self, lines: Iterable[tuple[Pt, Pt, Pt, Pt]]) -> str:
        """Return separate straight lines (x1, y1, x2, y2)."""
        top = self.height
        return " ".join(f"{a:.2f} {top - b:.2f} m {c:.2f} {top - d:.2f} l" for a, b, c, d in lines)

    def rectangle(self, box: Rect) -> str:
        """Return the outline of ``box``."""
        return f"{box.x:.2f} {self.height - box.bottom:.2f} {box.w:.2f} {box.h:.2f} re"

    def rounded(self, box: Rect, rx: Pt, ry: Pt) -> str:
        """Return the outline of ``box`` with corners of radii ``rx`` and ``ry``.

        With radii of half the width and height it is an ellipse.
        """
        x1, x2, y1, y2 = box.x, box.right, self.height - box.bottom, self.height - box.y
        kx, ky = rx * (1 - HANDLE), ry * (1 - HANDLE)

        def curve(*numbers: float) -> str:
            return " ".join(f"{n:.2f}" for n in numbers) + " c"

        path = [
            f"{x1 + rx:.2f} {y1:.2f} m",
            f"{x2 - rx:.2f} {y1:.2f} l",
            curve(x2 - kx, y1, x2, y1 + ky, x2, y1 + ry),
            f"{x2:.2f} {y2 - ry:.2f} l",
            curve(x2, y2 - ky, x2 - kx, y2, x2 - rx, y2),
            f"{x1 + rx:.2f} {y2:.2f} l",
            curve(x1 + kx, y2, x1, y2 - ky, x1, y2 - ry),
            f"{x1:.2f} {y1 + ry:.2f} l",
            curve(x1, y1 + ky, x1 + kx, y1, x1 + rx, y1),
            "h",
        ]
        return " ".join(path)

    def outline(self, steps: Iterable[tuple[str, tuple[tuple[Pt, Pt], ...]]]) -> str:
        """Return a path of ``steps``: (``M`` move, ``L`` line, ``C`` Bezier curve or ``Z`` close; its points)."""
        made = []
        for kind, points in steps:
            made += [f"{x:.2f} {self.height - y:.2f}" for x, y in points]
            made.append({"M": "m", "L": "l", "C": "c", "Z": "h"}[kind])
        return " ".join(made)

    def circle(self, x: Pt, y: Pt, r: Pt) -> str:
        """Return the outline of a circle around ``(x, y)``."""
        return self.rounded(around(x, y, r), r, r)
