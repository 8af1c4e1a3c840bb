"""Line charts and area charts. The names of series stand at the ends of their lines unless they collide there."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from itertools import pairwise

from deckbuild.frame.charts import Axis, LabelAt, PointLabel, SeriesStyle
from deckbuild.frame.items import Item, Polyline, TextBox
from deckbuild.frame.text import Align
from deckbuild.layout.charts.axes import attempts, names_under, placed_names, tick_width, vertical_axis
from deckbuild.layout.charts.canvas import ChartCanvas, DrawnChart, text_of
from deckbuild.layout.charts.head import head
from deckbuild.layout.charts.marks import marker, strokes, surface, surfaces, without_marks
from deckbuild.layout.charts.scale import nice_axis, range_near_zero, range_with_zero
from deckbuild.layout.diagrams.space import crosses, inside, overlap
from deckbuild.model.theme import PAPER, Step
from deckbuild.units import Pt, Rect

_TICKS = 5
"""The most steps of the value axis."""
_MARKED = 16
"""Lines with more points have no markers."""
_LABELLED = 8
"""The most points of a single line that have data labels."""
_NAMES = 0.3
"""The greatest width of the names at the ends of lines, as a share of the chart's width."""

Point = tuple[Pt, Pt]


class _Labels(Enum):
    """How a chart shows the series and the values of lines."""

    NUMBERS = "numbers"
    """A single line with a data label at every point, and no axis."""
    ENDS = "ends"
    """An axis, and the names of the series at the ends of their lines."""
    LEGEND = "legend"
    """An axis, and a legend when there are several series."""


def line_chart(canvas: ChartCanvas) -> DrawnChart:
    """Return the chart at the largest type size at which it fits, with labels at the lines if they have room."""
    first = _Labels.ENDS if len(canvas.data.series) > 1 else _Labels.NUMBERS
    for own, step in attempts(canvas):
        for labelling in (first, _Labels.LEGEND):
            drawn = _lines(own, step, labelling)
            if drawn is not None and drawn.fits:
                return drawn
    drawn = _lines(canvas, canvas.look.steps[-1], _Labels.LEGEND)
    assert drawn is not None  # noqa: S101  (only labels at the lines may give up)
    return drawn


def _lines(canvas: ChartCanvas, step: Step, labelling: _Labels) -> DrawnChart | None:
    """Return the chart; ``None`` when the labels have no room at the lines."""
    data, box, look = canvas.data, canvas.box, canvas.look
    looks = strokes(len(data.series), canvas.accent)
    if len(data.categories) > _MARKED:
        looks = without_marks(looks)
    low, high = range_near_zero(data.values)
    axis = nice_axis(low, high, _TICKS, canvas.format.decimals)
    if labelling is _Labels.NUMBERS:
        axis = replace(axis, shown=False)
    top = head(canvas, step, looks, legend=len(data.series) > 1 and labelling is _Labels.LEGEND)
    left = tick_width(canvas, axis, step) + look.clear if axis.shown else 0.0
    wide = box.w - left
    apart = wide / len(data.categories)
    if labelling is _Labels.ENDS:
        names_wide = max(canvas.width(s.name, step, bold=True) for s in data.series) + 2 * look.clear + look.mark
        if names_wide > box.w * _NAMES:
            return None
        if names_wide > apart / 2:  # the last point stands half a distance from the edge
            apart = (wide - names_wide) / (len(data.categories) - 0.5)
    names = names_under(canvas, step, apart, skipping=True)
    above = step.leading if labelling is _Labels.NUMBERS else step.leading / 2  # the number over the highest point
    plot = Rect(
        box.x + left, box.y + top.height + above, apart * len(data.categories),
        box.h - top.height - above - names.height - look.clear,
    )  # fmt: skip
    xs = [plot.x + apart * (n + 0.5) for n in range(len(data.categories))]
    named, fits = placed_names(canvas, names, xs, plot.bottom + look.clear)
    runs = [_points(series.values, xs, axis, plot) for series in data.series]
    labels: list[tuple[PointLabel, TextBox]] | None = []
    if labelling is _Labels.ENDS:
        labels = _end_names(canvas, step, runs, looks)
    elif labelling is _Labels.NUMBERS:
        labels = _numbers(canvas, step, runs[0], plot)
    if labels is None:
        return None
    items: list[Item] = [*top.items]
    if axis.shown:
        items += vertical_axis(canvas, axis, plot, step)
    items += [canvas.ground(text, label.ground) for label, text in labels if label.ground]
    items.append(canvas.rule("base", plot.x, plot.bottom, plot.right, plot.bottom, base=True))
    items += named
    for number, (own, mark) in reversed(list(enumerate(zip(runs, looks, strict=True), 1))):
        items += _line(canvas, number, own, mark)
    items += [item for _, item in labels]
    chart = canvas.chart(
        plot=plot, looks=looks, step=step, items=tuple(items), values=axis, skip=names.skip,
        labels=tuple(label for label, _ in labels), legend=top.legend, titles=top.titles,
    )  # fmt: skip
    return DrawnChart(chart, fits and top.fits and plot.h >= 4 * step.leading)


def _points(values: tuple[float | None, ...], xs: list[Pt], axis: Axis, plot: Rect) -> dict[int, Point]:
    """Return the position of each known value, by its index."""
    return {n: (xs[n], plot.bottom - axis.share(value) * plot.h) for n, value in enumerate(values) if value is not None}


def _line(canvas: ChartCanvas, number: int, points: dict[int, Point], look: SeriesStyle) -> list[Item]:
    """Return a line, with gaps where values are missing, and its markers. A single point always has a marker."""
    runs: list[list[Point]] = []
    for n, point in points.items():
        if n - 1 in points and runs:
            runs[-1].append(point)
        else:
            runs.append([point])
    long = tuple(tuple(run) for run in runs if len(run) > 1)
    items: list[Item] = []
    if long:
        items.append(
            Polyline(
                id=f"{canvas.name}/line{number}", runs=long, stroke=look.color, width=canvas.look.line, dash=look.dash
            )
        )
    for n, (x, y) in points.items():
        if look.marker is not None or [(x, y)] in runs:
            items.append(marker(canvas, f"mark{number}-{n + 1}", look, x, y))
    return items


def _end_names(
    canvas: ChartCanvas, step: Step, runs: list[dict[int, Point]], looks: tuple[SeriesStyle, ...]
) -> list[tuple[PointLabel, TextBox]] | None:
    """Return the series' names, right of their last points; ``None`` when names collide or a last value is missing."""
    last = len(canvas.data.categories) - 1
    made = []
    for number, (points, look) in enumerate(zip(runs, looks, strict=True)):
        if last not in points:
            return None
        x, y = points[last]
        x += canvas.look.mark / 2 + canvas.look.clear
        name = canvas.data.series[number].name
        text = canvas.line_at(f"end{number + 1}", name, step, x, y, color=look.color, bold=True)
        made.append(
            (PointLabel(number, last, LabelAt.RIGHT, value=False, name=True, color=look.color, ground=PAPER), text)
        )
    ys = sorted(points[last][1] for points in runs)
    if any(after - before < step.leading * 0.95 for before, after in pairwise(ys)):
        return None
    return made


def _numbers(
    canvas: ChartCanvas, step: Step, points: dict[int, Point], plot: Rect
) -> list[tuple[PointLabel, TextBox]] | None:
    """Return a data label above or below every point of a single line; ``None`` when one of them has no room."""
    if len(points) > _LABELLED:
        return None
    values = canvas.data.series[0].values
    away = canvas.look.mark / 2 + canvas.look.clear / 2 + step.leading / 2
    lines = [(points[n], points[n + 1]) for n in points if n + 1 in points]
    room = Rect(plot.x, plot.y - step.leading, plot.w, plot.h + step.leading)
    occupied: list[Rect] = []
    made: list[tuple[PointLabel, TextBox]] = []
    for n, (x, y) in points.items():
        value = values[n]
        assert value is not None  # noqa: S101  (only known values are points)
        for at, where in ((LabelAt.ABOVE, y - away), (LabelAt.BELOW, y + away)):
            text = canvas.line_at(f"value{n + 1}", canvas.number(value), step, x, where, Align.CENTER)
            (area,) = text_of([text])
            tight = Rect(area.x, area.y + area.h * 0.15, area.w, area.h * 0.7)
            clear = not any(crosses(line, tight) for line in lines) and not any(
                overlap(area, other) for other in occupied
            )
            if clear and inside(area, room):
                occupied.append(area)
                made.append((PointLabel(0, n, at), text))
                break
        else:
            return None
    return made


def area_chart(canvas: ChartCanvas) -> DrawnChart:
    """Return the chart of stacked areas at the largest type size at which everything fits, or else at the smallest."""
    for own, step in attempts(canvas):
        drawn = _areas(own, step)
        if drawn.fits:
            break
    return drawn


def _areas(canvas: ChartCanvas, step: Step) -> DrawnChart:
    data, box, look = canvas.data, canvas.box, canvas.look
    looks = surfaces(len(data.series), canvas.accent)
    piles = [[0.0] * len(data.categories)]
    for series in data.series:
        piles.append([below + (value or 0.0) for below, value in zip(piles[-1], series.values, strict=True)])
    axis = nice_axis(*range_with_zero([value for pile in piles for value in pile]), _TICKS, canvas.format.decimals)
    top = head(canvas, step, looks, legend=len(data.series) > 1)
    left = tick_width(canvas, axis, step) + look.clear
    last = canvas.width(data.categories[-1], step) / 2
    apart = (box.w - left - last) / max(1, len(data.categories) - 1)
    names = names_under(canvas, step, apart, skipping=True)
    above = step.leading / 2
    plot = Rect(
        box.x + left, box.y + top.height + above, box.w - left - last,
        box.h - top.height - above - names.height - look.clear,
    )  # fmt: skip
    xs = [plot.x + apart * n for n in range(len(data.categories))]
    named, fits = placed_names(canvas, names, xs, plot.bottom + look.clear)
    items: list[Item] = [*top.items, *vertical_axis(canvas, axis, plot, step)]
    levels = [
        [(x, plot.bottom - axis.share(value) * plot.h) for x, value in zip(xs, pile, strict=True)] for pile in piles
    ]
    for number, ((below, over), own) in enumerate(zip(pairwise(levels), looks, strict=True), 1):
        items += surface(canvas, f"area{number}", own, (*over, *reversed(below)))
    zero = plot.bottom - axis.share(0.0) * plot.h
    items += [
        canvas.rule("base", plot.x, zero, plot.right, zero, base=True),
        *named,
    ]
    chart = replace(
        canvas.chart(
            plot=plot, looks=looks, step=step, items=tuple(items), values=axis, skip=names.skip, legend=top.legend,
            titles=top.titles,
        ),
        stacked=len(data.series) > 1,
    )  # fmt: skip
    return DrawnChart(chart, fits and top.fits and plot.h >= 4 * step.leading)
