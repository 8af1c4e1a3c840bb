"""Scatter charts: a marker for each pair of numbers."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.frame.items import Item
from deckbuild.frame.text import Align
from deckbuild.layout.charts.axes import horizontal_axis, tick_width, vertical_axis
from deckbuild.layout.charts.canvas import ChartCanvas, DrawnChart
from deckbuild.layout.charts.head import head
from deckbuild.layout.charts.marks import marker, strokes
from deckbuild.layout.charts.scale import nice_axis, range_near_zero
from deckbuild.model.chart import NumberFormat
from deckbuild.model.theme import SOFT, Step
from deckbuild.units import Rect

_ACROSS, _UP = 8, 5
"""The most steps of the horizontal and of the vertical axis."""


def scatter_chart(canvas: ChartCanvas) -> DrawnChart:
    """Return the chart at the largest type size at which everything fits, or else at the smallest."""
    for step in canvas.look.steps:
        drawn = _scatter(canvas, step)
        if drawn.fits:
            break
    return drawn


def _scatter(canvas: ChartCanvas, step: Step) -> DrawnChart:
    data, box, look = canvas.data, canvas.box, canvas.look
    looks = strokes(len(data.series), canvas.accent)
    places = [x for series in data.series for x in series.across]
    values = nice_axis(*range_near_zero(data.values), _UP)
    across = nice_axis(*range_near_zero(places), _ACROSS)
    top = head(canvas, step, looks, legend=len(data.series) > 1)
    left = tick_width(canvas, values, step) + look.clear
    plain = replace(canvas, format=NumberFormat(across.decimals, lang=canvas.format.lang))
    right = tick_width(plain, across, step) / 2
    foot = look.clear + step.leading * (2 if canvas.x else 1)
    above = step.leading / 2
    plot = Rect(
        box.x + left, box.y + top.height + above, box.w - left - right, box.h - top.height - above - foot
    )  # fmt: skip
    items: list[Item] = [
        *top.items,
        *vertical_axis(canvas, values, plot, step),
        *horizontal_axis(plain, across, plot, step),
        canvas.rule("base", plot.x, plot.bottom, plot.right, plot.bottom, base=True),
    ]
    titles = list(top.titles) if top.titles else [("", Rect(box.x, box.y, 0, 0))]
    if canvas.x:
        y = plot.bottom + look.clear + step.leading * 1.5
        named = canvas.line_at("counted-across", canvas.x, step, plot.right, y, Align.RIGHT, color=SOFT)
        items.append(named)
        titles.append((canvas.x, named.box))
    for number, (series, own) in enumerate(zip(data.series, looks, strict=True), 1):
        for n, (x, value) in enumerate(zip(series.across, series.values, strict=True), 1):
            if value is not None:
                at = plot.x + across.share(x) * plot.w, plot.bottom - values.share(value) * plot.h
                items.append(marker(canvas, f"mark{number}-{n}", own, *at))
    chart = canvas.chart(
        plot=plot, looks=looks, step=step, items=tuple(items), values=values, across=across, legend=top.legend,
        titles=tuple(titles),
    )  # fmt: skip
    return DrawnChart(chart, top.fits and plot.h >= 4 * step.leading)
