"""Charts. One geometry serves the native PowerPoint chart and the drawing; only a ``ChartLook`` differs on paper."""

from deckbuild.layout.charts.canvas import ChartCanvas, DrawnChart
from deckbuild.layout.charts.draw import draw_chart

__all__ = ["ChartCanvas", "DrawnChart", "draw_chart"]
