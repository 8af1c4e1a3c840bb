"""The graphic frame of a chart on its slide, and the chart's two parts in the package: chart and workbook."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.frame.items import ChartItem
from deckbuild.writers.pptx.charts.space import chart_xml
from deckbuild.writers.pptx.charts.workbook import workbook
from deckbuild.writers.pptx.figures import graphic_frame
from deckbuild.writers.pptx.links import PackagePart
from deckbuild.writers.pptx.markup import CHART, RELATIONSHIPS
from deckbuild.writers.pptx.text import TextContext

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TO_WORKBOOK = "rId1"


def chart_frame(chart: ChartItem, head: str, ph: str, relation: str) -> str:
    """Return the graphic frame of a chart.

    ``head`` is its ``p:cNvPr``; ``ph`` is ``p:ph`` of the placeholder it fills, or empty; ``relation`` is the id of the
    slide's relationship to the chart part.
    """
    content = f'<c:chart xmlns:c="{CHART}" r:id="{relation}"/>'
    return graphic_frame(head, ph, chart.box, CHART, content)


class Charts:
    """Makes the chart parts of a deck. Each chart has its own part and its own workbook part."""

    def __init__(self, make: Callable[[str, str, bytes], PackagePart]) -> None:
        self._make = make
        self._count = 0

    def relate(self, slide: PackagePart, pen: TextContext, chart: ChartItem) -> str:
        """Make a part for ``chart`` and return the id of the relationship from ``slide`` to it."""
        self._count += 1
        xml = chart_xml(chart, pen, _TO_WORKBOOK)
        part = self._make(f"/ppt/charts/chart{self._count}.xml", _CHART, xml.encode())
        book = self._make(f"/ppt/embeddings/chart{self._count}.xlsx", _WORKBOOK, workbook(chart))
        relation = part.relate_to(book, f"{RELATIONSHIPS}/package")
        assert relation == _TO_WORKBOOK  # noqa: S101  (a new part has no other)
        return slide.relate_to(part, f"{RELATIONSHIPS}/chart")
