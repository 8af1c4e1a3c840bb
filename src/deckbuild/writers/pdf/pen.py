"""The pen: what is drawn on one page or form, in house coordinates, as PDF operators.

It remembers colours and stroke so that each is written only when it changes, and collects links on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from deckbuild.fonts.faces import Style
from deckbuild.model.theme import Color, Theme
from deckbuild.units import Pt, Rect
from deckbuild.writers.pdf.fonts import Typeface

# A quarter of a circle as a Bezier curve: how far its handles reach, as a share of the radius.
_HANDLE = 0.5523


@dataclass(frozen=True, slots=True)
class Supplies:
    """What all pages of one document share."""

    faces: Mapping[Style, Typeface]
    colors: Mapping[Color, str]
    """Colour -> operands of the colour operators."""
    pictures: Mapping[Path, str]
    """File -> name of the form, one point square, that shows it."""
    thumbnails: Mapping[int, tuple[str, Pt, Pt]]
    """Place of a frame -> name, width and height of the form that shows it."""


def color_operands(theme: Theme) -> dict[Color, str]:
    """Return the theme's colours as operands of ``rg`` and ``RG``."""
    found = {}
    for name, value in theme.colors.items():
        parts = (int(value[i : i + 2], 16) / 255 for i in (0, 2, 4))
        found[Color(name)] = " ".join(f"{part:.4g}" for part in parts)
    return found


@dataclass(frozen=True, slots=True)
class Link:
    """A place to click: ``target`` as the author wrote it, ``area`` in PDF coordinates (x1, y1, x2, y2)."""

    target: str
    area: tuple[Pt, Pt, Pt, Pt]
    text: str


class Pen:
    """Draws on ``canvas``, whose page or form is ``height`` points high."""

    __slots__ = ("_canvas", "_fill", "_font", "_stroke", "height", "links", "out", "supplies")

    def __init__(self, canvas: Canvas, height: Pt, supplies: Supplies) -> None:
        self._canvas = canvas
        self.height = height
        self.supplies = supplies
        self.out: list[str] = []
        """Operators not yet handed to the canvas."""
        self.links: list[Link] = []
        self._fill: Color | None = None
        self._font: tuple[str, Pt] | None = None
        self._stroke: tuple[Color, Pt] | None = None

    def flush(self) -> None:
        """Hand what is drawn to the canvas."""
        if self.out:
            self._canvas.addLiteral("\n".join(self.out))
            self.out.clear()

    # State

    def fill(self, color: Color) -> None:
        """Fill, and show text, in ``color`` from now on."""
        if color != self._fill:
            self._fill = color
            self.out.append(self.supplies.colors[color] + " rg")

    def stroke(self, color: Color, width: Pt) -> None:
        """Draw lines in ``color``, ``width`` points wide, from now on."""
        if (color, width) != self._stroke:
            self._stroke = color, width
            self.out.append(f"{self.supplies.colors[color]} RG {width:.3f} w")

    def font(self, name: str, size: Pt) -> None:
        """Show text in the font ``name`` of the page's resources at ``size`` points from now on."""
        if (name, size) != self._font:
            self._font = name, size
            self.out.append(f"{name} {size:g} Tf")

    # Paths: each returns operators that paint() takes

    def polygon(self, points: Iterable[tuple[Pt, Pt]]) -> str:
        """Return a closed outline through ``points``."""
        corners = [f"{x:.2f} {self.height - y:.2f}" for x, y in points]
        return corners[0] + " m " + " l ".join(corners[1:]) + " l h"

    def segments(self, lines: Iterable[tuple[Pt, Pt, Pt, Pt]]) -> str:
        """Return separate straight lines (x1, y1, x2, y2)."""
        top = self.height
        return " ".join(f"{a:.2f} {top - b:.2f} m {c:.2f} {top - d:.2f} l" for a, b, c, d in lines)

    def rectangle(self, box: Rect) -> str:
        """Return the outline of ``box``."""
        return f"{box.x:.2f} {self.height - box.bottom:.2f} {box.w:.2f} {box.h:.2f} re"

    def rounded(self, box: Rect, rx: Pt, ry: Pt) -> str:
        """Return the outline of ``box`` with corners of radii ``rx`` and ``ry``; at half its size it is an ellipse."""
        x1, x2, y1, y2 = box.x, box.right, self.height - box.bottom, self.height - box.y
        kx, ky = rx * (1 - _HANDLE), ry * (1 - _HANDLE)

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

    def circle(self, x: Pt, y: Pt, r: Pt) -> str:
        """Return the outline of a circle around ``(x, y)``."""
        return self.rounded(Rect(x - r, y - r, 2 * r, 2 * r), r, r)

    # Paint

    def paint(self, path: str, *, fill: Color | None = None, stroke: Color | None = None, width: Pt = 0.0) -> None:
        """Fill ``path`` and draw its line, ``width`` points wide."""
        lined = stroke is not None and width > 0
        if fill is not None:
            self.fill(fill)
        if stroke is not None and lined:
            self.stroke(stroke, width)
        if fill is not None or lined:
            self.out.append(path + (" B" if fill is not None and lined else " f" if fill is not None else " S"))

    def place(self, form: str, box: Rect, width: Pt, height: Pt) -> None:
        """Show the form of ``width`` x ``height`` points, scaled to ``box``."""
        x, y = box.x, self.height - box.bottom
        self.out.append(f"q {box.w / width:.6g} 0 0 {box.h / height:.6g} {x:.2f} {y:.2f} cm")
        self.flush()
        self._canvas.doForm(form)
        self.out.append("Q")
