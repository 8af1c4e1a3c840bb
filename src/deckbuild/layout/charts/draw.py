"""Draw a chart of any kind."""

from __future__ import annotations

from typing import assert_never

from deckbuild.layout.charts.bars import bar_chart
from deckbuild.layout.charts.canvas import ChartCanvas, DrawnChart
from deckbuild.layout.charts.lines import area_chart, line_chart
from deckbuild.layout.charts.pies import pie_chart
from deckbuild.layout.charts.scatter import scatter_chart
from deckbuild.model.chart import ChartKind


def draw_chart(canvas: ChartCanvas) -> DrawnChart:
    """Return the chart, drawn in the canvas's box."""
    match canvas.kind:
        case ChartKind.BAR | ChartKind.COLUMN:
            return bar_chart(canvas)
        case ChartKind.LINE:
            return line_chart(canvas)
        case ChartKind.AREA:
            return area_chart(canvas)
        case ChartKind.PIE | ChartKind.DOUGHNUT:
            return pie_chart(canvas)
        case ChartKind.SCATTER:
            return scatter_chart(canvas)
        case _:
            assert_never(canvas.kind)
