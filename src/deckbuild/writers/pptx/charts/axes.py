"""``c:catAx`` and ``c:valAx``: the axes (ECMA-376 part 1, 21.2.2.25 and 226)."""

from __future__ import annotations

from deckbuild.frame.charts import Axis
from deckbuild.frame.items import ChartItem
from deckbuild.model.chart import ChartKind, NumberFormat
from deckbuild.model.theme import HAIR, INK, SOFT
from deckbuild.writers.pptx.charts.style import line_xml, manual_layout, rich_text, text_properties
from deckbuild.writers.pptx.markup import attribute
from deckbuild.writers.pptx.text import TextContext

_GRID, _BASE = 0.75, 1.0
"""Line widths in points: of the gridlines, and of the axis line at zero, on which bars stand."""


IDS = (1, 2)
"""``c:axId`` of two axes: first the category axis (or a scatter chart's x axis), then the value axis.

They have to be unique within the chart part.
"""


def axes_xml(chart: ChartItem, pen: TextContext) -> str:
    """Return the elements of both axes."""
    if chart.values is None:
        return ""
    first, second = IDS
    if chart.across is not None:
        across = _value_axis(chart, pen, chart.across, (first, second), "b", _across(chart, pen), other=True)
        return across + _value_axis(chart, pen, chart.values, (second, first), "l", "")
    return _category_axis(chart, pen, (first, second)) + _value_axis(
        chart, pen, chart.values, (second, first), "b" if chart.kind is ChartKind.BAR else "l", ""
    )


def _across(chart: ChartItem, pen: TextContext) -> str:
    """Return ``c:title`` of a scatter chart's x axis; empty when the chart has no such title."""
    if len(chart.titles) < 2:
        return ""
    text, box = chart.titles[1]
    layout = manual_layout(box, chart.box, sized=False)
    return f'<c:title>{rich_text(text, chart, pen)}<c:layout>{layout}</c:layout><c:overlay val="1"/></c:title>'


def _category_axis(chart: ChartItem, pen: TextContext, ids: tuple[int, int]) -> str:
    """Return ``c:catAx``. For horizontal bars it runs downward, so that the first category is on top."""
    lying = chart.kind is ChartKind.BAR
    skip = f'<c:tickLblSkip val="{chart.skip}"/><c:tickMarkSkip val="{chart.skip}"/>' if chart.skip > 1 else ""
    return (
        f'<c:catAx><c:axId val="{ids[0]}"/><c:scaling><c:orientation val="{"maxMin" if lying else "minMax"}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{"l" if lying else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/><c:spPr>{line_xml(pen, INK, _BASE)}</c:spPr>'
        f'{text_properties(chart, pen, INK, turned=chart.turned)}<c:crossAx val="{ids[1]}"/>'
        f'<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="50"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(
    chart: ChartItem, pen: TextContext, axis: Axis, ids: tuple[int, int], at: str, title: str, *, other: bool = False
) -> str:
    """Return ``c:valAx``. ``other``: its numbers are of another kind than the chart's values (a scatter's x axis)."""
    form = NumberFormat(axis.decimals, "" if other else chart.format.unit, lang=chart.format.lang)
    grid = f"<c:majorGridlines><c:spPr>{line_xml(pen, HAIR, _GRID)}</c:spPr></c:majorGridlines>" if axis.shown else ""
    between = "midCat" if chart.kind in (ChartKind.AREA, ChartKind.SCATTER) else "between"
    crosses = "max" if chart.kind is ChartKind.BAR else "min" if chart.kind is ChartKind.SCATTER else "autoZero"
    line = line_xml(pen, INK, _BASE) if other else line_xml(pen, None, _BASE)
    return (
        f'<c:valAx><c:axId val="{ids[0]}"/><c:scaling><c:orientation val="minMax"/><c:max val="{axis.high!r}"/>'
        f'<c:min val="{axis.low!r}"/></c:scaling><c:delete val="{int(not axis.shown)}"/><c:axPos val="{at}"/>{grid}'
        f'{title}<c:numFmt formatCode="{attribute(form.code())}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{"low" if chart.across else "nextTo"}"/>'
        f'<c:spPr>{line}</c:spPr>{text_properties(chart, pen, SOFT)}<c:crossAx val="{ids[1]}"/>'
        f'<c:crosses val="{crosses}"/><c:crossBetween val="{between}"/>'
        f'<c:majorUnit val="{axis.step!r}"/></c:valAx>'
    )
