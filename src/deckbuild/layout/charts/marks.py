"""How series are told apart: by shade, hatching, mark and dash, so that grey paper shows them too.

Surfaces that touch differ by 3:1 in contrast or by hatching; lines differ by their marks and dashes beside colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.charts import Dash, Look, Marker
from deckbuild.frame.items import Item, Polyline, Shape, ShapeKind
from deckbuild.layout.charts.canvas import ChartCanvas, corners
from deckbuild.model.theme import HAIR, INK, LINE, PAPER, SOFT, Color
from deckbuild.units import Pt, Rect

Outline = tuple[tuple[Pt, Pt], ...]
"""The corners of a surface, in order."""
MOST = 6
"""So many series or slices can be told apart."""
_ROUND = {1: (0,), 2: (0, 1), 3: (0, 1, 3), 4: (0, 1, 2, 3), 5: (0, 1, 2, 3, 5), 6: (0, 1, 2, 3, 4, 5)}
"""Which surfaces the slices of a pie have: the last touches the first."""


def surfaces(count: int, accent: Color, *, ring: bool = False) -> tuple[Look, ...]:
    """Return the looks of ``count`` surfaces side by side, or around a circle."""
    wash = Color(accent.replace("accent", "wash")) if accent != INK else PAPER
    known = (
        Look(accent, accent, on=PAPER),
        Look(HAIR, HAIR, edge=LINE, on=INK),
        Look(SOFT, SOFT, on=PAPER),
        Look(accent, PAPER, hatched=True, edge=accent, on=INK),
        Look(LINE, LINE, on=PAPER),
        Look(accent, wash, edge=accent, on=INK),
    )
    return tuple(known[place] for place in (_ROUND[count] if ring else range(count)))


def strokes(count: int, accent: Color) -> tuple[Look, ...]:
    """Return the looks of ``count`` lines or clouds of points."""
    dark = LINE if accent == INK else INK
    known = (
        Look(accent, marker=Marker.CIRCLE),
        Look(dark, marker=Marker.SQUARE, dash=Dash.DASH),
        Look(LINE, marker=Marker.TRIANGLE),
        Look(accent, marker=Marker.DIAMOND, dash=Dash.LONG),
        Look(dark, marker=Marker.CIRCLE, hollow=True, dash=Dash.DOT),
        Look(LINE, marker=Marker.SQUARE, hollow=True, dash=Dash.LONG),
    )
    return known[:count]


def surface(canvas: ChartCanvas, name: str, look: Look, outline: Outline, *, edge: Color | None = None) -> list[Item]:
    """Return a filled surface, its hatching, and the line around it: its own, or ``edge``."""
    key = f"{canvas.name}/{name}"
    line = edge or look.edge
    width = 2 * canvas.look.edge if edge else canvas.look.edge
    items: list[Item] = [Polyline(id=key, runs=(outline,), closed=True, fill=look.fill)]
    if look.hatched:
        runs = hatching(outline, canvas.look.hatch)
        if runs:
            items.append(Polyline(id=f"{key}/hatch", runs=runs, stroke=look.color, width=canvas.look.hatch / 5))
    if line:
        items.append(Polyline(id=f"{key}/edge", runs=(outline,), closed=True, stroke=line, width=width))
    return items


def hatching(outline: Outline, pitch: Pt) -> tuple[Outline, ...]:
    """Return the lines that rise to the right, ``pitch`` points apart, cut to the inside of an outline.

    A line x + y = c meets the outline in an even number of places; between the first and second, the third and
    fourth ... it is inside. Lines lie on one raster over the whole page.
    """
    sums = [x + y for x, y in outline]
    spacing = pitch * 2**0.5
    first, last = int(min(sums) // spacing) + 1, int(max(sums) // spacing)
    runs: list[Outline] = []
    for n in range(first, last + 1):
        c = n * spacing
        cuts: list[tuple[Pt, Pt]] = []
        for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
            a, b = x1 + y1 - c, x2 + y2 - c
            if (a < 0) != (b < 0):
                t = a / (a - b)
                cuts.append((x1 + t * (x2 - x1), y1 + t * (y2 - y1)))
        cuts.sort()
        runs += [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return tuple(runs)


def marker(canvas: ChartCanvas, name: str, look: Look, x: Pt, y: Pt) -> Item:
    """Return the mark of a point around ``(x, y)``."""
    half = canvas.look.mark / 2
    fill, stroke = (PAPER, look.color) if look.hollow else (look.color, None)
    key, width = f"{canvas.name}/{name}", canvas.look.mark / 5
    if look.marker is Marker.CIRCLE:
        box = Rect(x - half, y - half, 2 * half, 2 * half)
        return Shape(id=key, kind=ShapeKind.ELLIPSE, box=box, fill=fill, stroke=stroke, width=width)
    outline = {
        Marker.SQUARE: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        Marker.TRIANGLE: ((0, -1), (1, 1), (-1, 1)),
        Marker.DIAMOND: ((0, -1), (1, 0), (0, 1), (-1, 0)),
    }[look.marker or Marker.SQUARE]
    run = tuple((x + dx * half, y + dy * half) for dx, dy in outline)
    return Polyline(id=key, runs=(run,), closed=True, fill=fill, stroke=stroke, width=width)


def key_items(canvas: ChartCanvas, name: str, look: Look, box: Rect) -> list[Item]:
    """Return a series' look as a sample in ``box``."""
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


def without_marks(looks: Sequence[Look]) -> tuple[Look, ...]:
    """Return looks whose points are not marked: lines of many points."""
    return tuple(replace(look, marker=None) for look in looks)
