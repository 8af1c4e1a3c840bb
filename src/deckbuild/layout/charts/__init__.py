"""Charts. One geometry serves the native PowerPoint chart and the drawing; only a ``ChartLook`` differs on paper."""

from deckbuild.layout.charts.canvas import PAPER_CHART, SLIDE_CHART, ChartCanvas, ChartLook, DrawnChart
from deckbuild.layout.charts.draw import draw_chart

__all__ = ["PAPER_CHART", "SLIDE_CHART", "ChartCanvas", "ChartLook", "DrawnChart", "draw_chart"]
