"""Charts: all geometry of a chart, once for its drawing and its native twin; only the looks differ on paper."""

from deckbuild.layout.charts.canvas import PAPER_CHART, SLIDE_CHART, ChartCanvas, ChartLook, DrawnChart
from deckbuild.layout.charts.draw import draw_chart

__all__ = ["PAPER_CHART", "SLIDE_CHART", "ChartCanvas", "ChartLook", "DrawnChart", "draw_chart"]
