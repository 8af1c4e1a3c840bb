"""``c:chartSpace``: the whole chart (ECMA-376 part 1, 21.2.2.29).

Every position and size is written, so that PowerPoint does not lay the chart out anew.
"""

from __future__ import annotations

from typing import assert_never

from deckbuild.frame.items import ChartItem
from deckbuild.model.chart import ChartKind
from deckbuild.model.theme import INK
from deckbuild.units import Rect
from deckbuild.writers.pptx.charts.axes import IDS, axes_xml
from deckbuild.writers.pptx.charts.series import series_xml
from deckbuild.writers.pptx.charts.style import manual_layout, rich_text, text_properties
from deckbuild.writers.pptx.markup import CHART, DRAWING, HEADER, RELATIONSHIPS
from deckbuild.writers.pptx.text import TextContext

_HOLE = 60
"""Size of the hole in a ring chart, in per cent of the ring's radius."""


def chart_xml(chart: ChartItem, pen: TextContext, workbook: str) -> str:
    """Return the XML of the chart part; ``workbook`` is the id of its relationship to the workbook part."""
    plot = (
        f"<c:plotArea><c:layout>{manual_layout(chart.plot, chart.box, inner=True)}</c:layout>"
        f"{_kind(chart, pen)}{axes_xml(chart, pen)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
    )
    head = _title(chart, pen)
    return (
        f'{HEADER}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}">'
        f'<c:date1904 val="0"/><c:lang val="{pen.lang}"/><c:roundedCorners val="0"/>'
        f'<c:chart>{head}{plot}{_legend(chart, pen)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_properties(chart, pen, INK)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _title(chart: ChartItem, pen: TextContext) -> str:
    """Return ``c:title`` of the chart; it says what the values are.

    It is not the axis' title, since that would be hidden when the axis is.
    """
    if chart.titles and chart.titles[0][0]:
        text, box = chart.titles[0]
        return (
            f"<c:title>{rich_text(text, chart, pen)}<c:layout>{manual_layout(box, chart.box, sized=False)}"
            '</c:layout><c:overlay val="1"/></c:title><c:autoTitleDeleted val="0"/>'
        )
    return '<c:autoTitleDeleted val="1"/>'


def _legend(chart: ChartItem, pen: TextContext) -> str:
    if chart.legend is None:
        return ""
    wide = Rect(chart.legend.x, chart.legend.y, min(chart.legend.w * 1.1, chart.box.w), chart.legend.h)
    return (
        f'<c:legend><c:legendPos val="t"/><c:layout>{manual_layout(wide, chart.box)}</c:layout>'
        f'<c:overlay val="1"/>{text_properties(chart, pen, INK)}</c:legend>'
    )


def _kind(chart: ChartItem, pen: TextContext) -> str:
    """Return the element with the series, named after the chart's kind (21.2.2.16, 97, 3, 141, 50, 161)."""
    series = "".join(series_xml(chart, number, pen) for number in range(len(chart.data.series)))
    ids = "".join(f'<c:axId val="{number}"/>' for number in IDS)
    grouping = "stacked" if chart.stacked else "standard"
    match chart.kind:
        case ChartKind.BAR | ChartKind.COLUMN:
            direction = "bar" if chart.kind is ChartKind.BAR else "col"
            overlap = 100 if chart.stacked else -round(chart.within * 100)
            return (
                f'<c:barChart><c:barDir val="{direction}"/>'
                f'<c:grouping val="{"stacked" if chart.stacked else "clustered"}"/><c:varyColors val="0"/>{series}'
                f'<c:gapWidth val="{round(chart.gap * 100)}"/><c:overlap val="{overlap}"/>{ids}</c:barChart>'
            )
        case ChartKind.LINE:
            return (
                f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{ids}'
                "</c:lineChart>"
            )
        case ChartKind.AREA:
            return f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}{ids}</c:areaChart>'
        case ChartKind.PIE:
            return (
                f'<c:pieChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="{round(chart.turn)}"/></c:pieChart>'
            )
        case ChartKind.DOUGHNUT:
            return (
                f'<c:doughnutChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="{round(chart.turn)}"/>'
                f'<c:holeSize val="{_HOLE}"/></c:doughnutChart>'
            )
        case ChartKind.SCATTER:
            return (
                '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
                f"{series}{ids}</c:scatterChart>"
            )
        case _:
            assert_never(chart.kind)
