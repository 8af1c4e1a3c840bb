"""Pie and doughnut charts. Each slice has its name and number beside it."""

from __future__ import annotations

from itertools import combinations
from math import cos, hypot, radians, sin

from deckbuild.dataclass import dataclass
from deckbuild.frame.charts import LabelAt, PointLabel
from deckbuild.frame.items import ChartItem, Item, Polyline, TextBox
from deckbuild.frame.text import Align, Par
from deckbuild.layout.charts.canvas import ChartCanvas, DrawnChart, text_of
from deckbuild.layout.charts.head import head
from deckbuild.layout.charts.marks import Outline, surface, surfaces
from deckbuild.layout.diagrams.space import inside, overlap
from deckbuild.layout.text.paragraph import height
from deckbuild.model.chart import ChartKind
from deckbuild.model.theme import LINE, PAPER, Step
from deckbuild.units import Pt, Rect, around

HOLE = 0.6
"""The radius of a doughnut's hole, as a share of its outer radius."""
_TURNS = (0, 30, 60, 90, 330, 300, 15, 45, 75, 345, 315, 120, 150, 180, 210, 240, 270)
"""The start angles of the first slice to try until no labels collide, in degrees clockwise from the top."""
_NAME = 0.3
"""The greatest width of a label, as a share of the chart's width."""
_LEAST = 0.4
"""The least diameter of the circle, as a share of the height."""


def pie_chart(canvas: ChartCanvas) -> DrawnChart:
    """Return the chart, rotated so that no labels collide; if they always do, with leader lines to the labels."""
    for step in canvas.look.steps:
        for turn in _TURNS:
            drawn = _pie(canvas, step, float(turn))
            if drawn.fits:
                return drawn
    for step in canvas.look.steps:
        tries = [_pie(canvas, step, float(turn), led=True) for turn in _TURNS]
        drawn = min(tries, key=lambda pie: (not pie.fits, _moved(pie.chart)))
        if drawn.fits:
            break
    return drawn


def _moved(chart: ChartItem) -> float:
    """Return the sum of the distances that labels were moved, in points."""
    return sum(hypot(*label.moved) for label in chart.labels if label.moved)


@dataclass(frozen=True, slots=True)
class _Slice:
    """A slice: its start and end angle in degrees clockwise from the top, and its label, ``wide`` points wide."""

    point: int
    start: float
    end: float
    pars: tuple[Par, ...]
    wide: Pt

    @property
    def middle(self) -> float:
        """The angle in its middle, in radians clockwise from the top."""
        return radians((self.start + self.end) / 2)


def _pie(canvas: ChartCanvas, step: Step, turn: float, *, led: bool = False) -> DrawnChart:
    box, look = canvas.box, canvas.look
    values = [value or 0.0 for value in canvas.data.series[0].values]
    looks = surfaces(len(values), canvas.accent)
    top = head(canvas, step, looks, legend=False)
    slices, whole = _slices(canvas, step, turn, values)
    tallest = max(height(part.pars) for part in slices)
    high = box.h - top.height
    across = min(high - 2 * (tallest + look.clear) if not led else high * 0.8, look.most)
    radius = max(1.0, across / 2)
    x, y = box.x + box.w / 2, box.y + top.height + high / 2
    labels = _led(canvas, slices, x, y, radius) if led else _beside(canvas, slices, x, y, radius)
    items: list[Item] = [*top.items]
    hole = HOLE if canvas.kind is ChartKind.DOUGHNUT else 0.0
    shown = [part for part in slices if part.end > part.start]
    for part in shown:
        items += surface(canvas, f"slice{part.point + 1}", looks[part.point], _corners(part, x, y, radius, hole))
    if len(shown) > 1:
        rims = tuple(_rim(part, x, y, radius, hole) for part in shown)
        items.append(Polyline(id=f"{canvas.name}/rims", runs=rims, stroke=PAPER, width=2 * look.edge))
    made = []
    for part, label, own in zip(slices, labels, _own_places(canvas, slices, x, y, radius, hole), strict=True):
        items.append(label)
        (area,) = text_of([label])
        moved = area.x + area.w / 2 - own[0], area.y + area.h / 2 - own[1]
        made.append(
            PointLabel(0, part.point, LabelAt.OUTSIDE, category=True, moved=moved if hole or led else None, led=led)
        )
        if led:
            items.append(_leader(canvas, part, area, x, y, radius))
    areas = text_of(labels)
    free = not any(overlap(a, b) for a, b in combinations(areas, 2))
    fits = whole and free and all(inside(area, box) for area in areas) and across >= high * _LEAST and top.fits
    chart = canvas.chart(
        plot=around(x, y, radius), looks=looks, step=step, items=tuple(items),
        turn=turn, labels=tuple(made), titles=top.titles,
    )  # fmt: skip
    return DrawnChart(chart, fits)


def _slices(canvas: ChartCanvas, step: Step, turn: float, values: list[float]) -> tuple[list[_Slice], bool]:
    """Return the slices of known values, and whether every word of their labels fits."""
    total = sum(values) or 1.0
    room = canvas.box.w * _NAME
    found, whole, start = [], True, turn
    for point, value in enumerate(values):
        if canvas.data.series[0].values[point] is None:
            continue
        end = start + 360.0 * value / total
        name = f"{canvas.data.categories[point]}\n{canvas.number(value)}"
        wide = min(room, max(canvas.width(line, step) for line in name.split("\n")) + 1)
        pars, fits = canvas.set(name, step, wide, Align.CENTER)
        whole = whole and fits
        found.append(_Slice(point, start, end, pars, wide))
        start = end
    return found, whole


def _beside(canvas: ChartCanvas, slices: list[_Slice], x: Pt, y: Pt, radius: Pt) -> list[TextBox]:
    """Return labels beside the middle of their slices, ``clear`` points away from the circle."""
    made = []
    for part in slices:
        dx, dy = sin(part.middle), -cos(part.middle)
        half_w, half_h = part.wide / 2, height(part.pars) / 2
        near, far = 0.0, radius + canvas.look.clear + half_w + half_h
        for _ in range(24):  # bisection: ``near`` is too close to the circle, ``far`` is not
            between = (near + far) / 2
            free = hypot(max(0.0, abs(dx * between) - half_w), max(0.0, abs(dy * between) - half_h))
            near, far = (near, between) if free >= radius + canvas.look.clear else (between, far)
        made.append(_label(canvas, part, x + dx * far - half_w, y + dy * far - half_h))
    return made


def _own_places(
    canvas: ChartCanvas, slices: list[_Slice], x: Pt, y: Pt, radius: Pt, hole: float
) -> list[tuple[Pt, Pt]]:
    """Return the middles of the labels where PowerPoint would put them: beside a pie, within the ring of a doughnut."""
    if hole:
        far = (1 + hole) / 2 * radius
        return [(x + sin(part.middle) * far, y - cos(part.middle) * far) for part in slices]
    beside = [label.box for label in _beside(canvas, slices, x, y, radius)]
    return [(box.x + box.w / 2, box.y + box.h / 2) for box in beside]


def _led(canvas: ChartCanvas, slices: list[_Slice], x: Pt, y: Pt, radius: Pt) -> list[TextBox]:
    """Return the labels in two columns, left and right of the circle, moved up or down where they would collide."""
    made: dict[int, TextBox] = {}
    far = radius + 5 * canvas.look.clear
    low, bottom = canvas.box.y, canvas.box.bottom
    for right in (True, False):
        side = sorted((p for p in slices if (sin(p.middle) >= 0) is right), key=lambda p: -cos(p.middle))
        tops = [y - cos(p.middle) * far - height(p.pars) / 2 for p in side]
        for n in range(len(side)):
            above = tops[n - 1] + height(side[n - 1].pars) + 1 if n else low
            tops[n] = max(tops[n], above)
        for n in reversed(range(len(side))):
            below = tops[n + 1] - 1 if n + 1 < len(side) else bottom
            tops[n] = min(tops[n], below - height(side[n].pars))
        for part, up in zip(side, tops, strict=True):
            made[part.point] = _label(canvas, part, x + far if right else x - far - part.wide, up)
    return [made[part.point] for part in slices]


def _label(canvas: ChartCanvas, part: _Slice, left: Pt, top: Pt) -> TextBox:
    box = Rect(left, top, part.wide, height(part.pars))
    return TextBox(id=f"{canvas.name}/label{part.point + 1}", box=box, pars=part.pars)


def _leader(canvas: ChartCanvas, part: _Slice, area: Rect, x: Pt, y: Pt, radius: Pt) -> Polyline:
    """Return the leader line from a slice to its label, in ``area``."""
    rim = x + sin(part.middle) * radius, y - cos(part.middle) * radius
    right = sin(part.middle) >= 0
    end = (area.x - canvas.look.clear / 2 if right else area.right + canvas.look.clear / 2, area.y + area.h / 2)
    knee = (end[0] - canvas.look.clear if right else end[0] + canvas.look.clear, end[1])
    return Polyline(
        id=f"{canvas.name}/leader{part.point + 1}", runs=((rim, knee, end),), stroke=LINE, width=canvas.look.grid
    )


def _arc(start: float, end: float, x: Pt, y: Pt, radius: Pt) -> Outline:
    """Return points on an arc, at most two degrees apart. Chords are then less than 0.03 pt off the arc."""
    count = max(2, int((end - start) / 2) + 1)
    angles = (radians(start + (end - start) * n / count) for n in range(count + 1))
    return tuple((x + sin(a) * radius, y - cos(a) * radius) for a in angles)


def _corners(part: _Slice, x: Pt, y: Pt, radius: Pt, hole: float) -> Outline:
    """Return the outline of a slice. ``hole`` is the radius of the hole as a share of ``radius``; 0 for a pie."""
    outer = _arc(part.start, part.end, x, y, radius)
    if not hole:
        return outer if part.end - part.start > 359.99 else (*outer, (x, y))
    return (*outer, *reversed(_arc(part.start, part.end, x, y, radius * hole)))


def _rim(part: _Slice, x: Pt, y: Pt, radius: Pt, hole: float) -> Outline:
    """Return the radial line at which a slice begins."""
    angle = radians(part.start)
    dx, dy = sin(angle), -cos(angle)
    return (x + dx * radius * hole, y + dy * radius * hole), (x + dx * (radius + 1), y + dy * (radius + 1))
