"""Native charts: a graphic frame on the slide, the chart part, and the embedded workbook with its numbers.

::

    Chart --frame--> p:graphicFrame --> c:chartSpace (space, series, axes, labels) --> .xlsx (workbook)
"""

from deckbuild.writers.pptx.charts.frame import Charts, chart_frame

__all__ = ["Charts", "chart_frame"]
