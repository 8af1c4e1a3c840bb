"""The styles of series: they differ in shade, hatching, marker and dash, so that they can be told apart in grey too.

Any two surfaces differ by a contrast of 3:1 or by hatching. Lines differ by marker or dash, and not only by colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import hypot

from deckbuild.frame.charts import Dash, Hatch, Marker, SeriesStyle
from deckbuild.frame.items import Item, Polyline, Shape, ShapeKind
from deckbuild.layout.charts.canvas import ChartCanvas, corners
from deckbuild.model.theme import HAIR, INK, LINE, PAPER, SOFT, Color
from deckbuild.units import Pt, Rect, around

Outline = tuple[tuple[Pt, Pt], ...]
"""The corners of a polygon, in order."""
MOST = 6
"""The most series or slices that can be told apart."""
_UNMARKED = (Dash.SOLID, Dash.DASH, Dash.LONG, Dash.DOT, Dash.LONG_DOT, Dash.LONG_DOT_DOT)
"""The dashes of lines without markers, by series."""
_NORMALS = {
    Hatch.RISING: ((1, 1),),
    Hatch.FALLING: ((1, -1),),
    Hatch.LEVEL: ((0, 1),),
    Hatch.CROSSED: ((1, 1), (1, -1)),
}
"""Vectors at right angles to the lines of each hatching; y points down."""


def surfaces(count: int, accent: Color) -> tuple[SeriesStyle, ...]:
    """Return the styles of ``count`` surfaces, at most ``MOST``.

    Only two fills, one dark and one pale, have a contrast of 3:1, so all further surfaces are hatched.
    """
    known = (
        SeriesStyle(accent, accent, on=PAPER),
        SeriesStyle(HAIR, HAIR, edge=LINE, on=INK),
        SeriesStyle(accent, PAPER, hatch=Hatch.RISING, edge=accent, on=INK),
        SeriesStyle(SOFT, PAPER, hatch=Hatch.LEVEL, edge=SOFT, on=INK),
        SeriesStyle(accent, PAPER, hatch=Hatch.CROSSED, edge=accent, on=INK),
        SeriesStyle(SOFT, PAPER, hatch=Hatch.FALLING, edge=SOFT, on=INK),
    )
    return known[:count]


def strokes(count: int, accent: Color) -> tuple[SeriesStyle, ...]:
    """Return the styles of ``count`` lines or series of points, at most ``MOST``."""
    dark = LINE if accent == INK else INK
    known = (
        SeriesStyle(accent, marker=Marker.CIRCLE),
        SeriesStyle(dark, marker=Marker.SQUARE, dash=Dash.DASH),
        SeriesStyle(LINE, marker=Marker.TRIANGLE),
        SeriesStyle(accent, marker=Marker.DIAMOND, dash=Dash.LONG),
        SeriesStyle(dark, marker=Marker.CIRCLE, hollow=True, dash=Dash.DOT),
        SeriesStyle(LINE, marker=Marker.SQUARE, hollow=True, dash=Dash.LONG),
    )
    return known[:count]


def surface(
    canvas: ChartCanvas, name: str, look: SeriesStyle, outline: Outline, *, edge: Color | None = None
) -> list[Item]:
    """Return a filled polygon with its hatching and edge. ``edge``, if any, is the edge's colour."""
    key = f"{canvas.name}/{name}"
    line = edge or look.edge
    width = 2 * canvas.look.edge if edge else canvas.look.edge
    items: list[Item] = [Polyline(id=key, runs=(outline,), closed=True, fill=look.fill)]
    if look.hatch:
        runs = hatching(outline, canvas.look.hatch, look.hatch)
        if runs:
            items.append(Polyline(id=f"{key}/hatch", runs=runs, stroke=look.color, width=canvas.look.hatch / 5))
    if line:
        items.append(Polyline(id=f"{key}/edge", runs=(outline,), closed=True, stroke=line, width=width))
    return items


def hatching(outline: Outline, apart: Pt, hatch: Hatch) -> tuple[Outline, ...]:
    """Return the lines of a hatching, ``apart`` points from one another, clipped to a polygon."""
    normals = _NORMALS[hatch]
    return tuple(run for normal in normals for run in _lines_across(outline, apart * len(normals), normal))


def _lines_across(outline: Outline, apart: Pt, normal: tuple[int, int]) -> list[Outline]:
    """Return the lines at right angles to ``normal`` inside a polygon.

    A line ax + by = c crosses the polygon's edges an even number of times. It is inside between the first and second
    crossing, the third and fourth, and so on. All c are multiples of one spacing, so hatchings line up over the page.
    """
    sums = [normal[0] * x + normal[1] * y for x, y in outline]
    spacing = apart * hypot(*normal)
    first, last = int(min(sums) // spacing) + 1, int(max(sums) // spacing)
    runs: list[Outline] = []
    for n in range(first, last + 1):
        c = n * spacing
        cuts: list[tuple[Pt, Pt]] = []
        ends = zip(outline, sums, strict=True)
        nexts = zip((*outline[1:], outline[0]), (*sums[1:], sums[0]), strict=True)
        for ((x1, y1), start), ((x2, y2), end) in zip(ends, nexts, strict=True):
            a, b = start - c, end - c
            if (a < 0) != (b < 0):
                t = a / (a - b)
                cuts.append((x1 + t * (x2 - x1), y1 + t * (y2 - y1)))
        cuts.sort()
        runs += [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return runs


def marker(canvas: ChartCanvas, name: str, look: SeriesStyle, x: Pt, y: Pt) -> Item:
    """Return the marker of a data point, with its middle at ``(x, y)``."""
    half = canvas.look.mark / 2
    fill, stroke = (PAPER, look.color) if look.hollow else (look.color, None)
    key, width = f"{canvas.name}/{name}", canvas.look.mark / 5
    if look.marker is Marker.CIRCLE:
        box = around(x, y, half)
        return Shape(id=key, kind=ShapeKind.ELLIPSE, box=box, fill=fill, stroke=stroke, width=width)
    outline = {
        Marker.SQUARE: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        Marker.TRIANGLE: ((0, -1), (1, 1), (-1, 1)),
        Marker.DIAMOND: ((0, -1), (1, 0), (0, 1), (-1, 0)),
    }[look.marker or Marker.SQUARE]
    run = tuple((x + dx * half, y + dy * half) for dx, dy in outline)
    return Polyline(id=key, runs=(run,), closed=True, fill=fill, stroke=stroke, width=width)


def key_items(canvas: ChartCanvas, name: str, look: SeriesStyle, box: Rect) -> list[Item]:
    """Return the legend key of a series, in ``box``."""
    y = box.y + box.h / 2
    if look.fill is not None:
        return surface(canvas, name, look, corners(box))
    items: list[Item] = []
    if canvas.kind.value == "line":
        run = ((box.x, y), (box.right, y))
        items.append(
            Polyline(id=f"{canvas.name}/{name}", runs=(run,), stroke=look.color, width=canvas.look.line, dash=look.dash)
        )
    return [*items, marker(canvas, f"{name}/mark", look, box.x + box.w / 2, y)]


def without_marks(looks: Sequence[SeriesStyle]) -> tuple[SeriesStyle, ...]:
    """Return the styles of lines with many points: without markers, each with a dash of its own."""
    return tuple(replace(look, marker=None, dash=dash) for look, dash in zip(looks, _UNMARKED, strict=False))
