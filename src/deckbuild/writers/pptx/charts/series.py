"""``c:ser``: a series with its numbers, its fill and line, its data labels (ECMA-376 part 1, 21.2.2.170)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.charts import LabelAt, PointLabel, SeriesStyle
from deckbuild.frame.items import ChartItem
from deckbuild.model.chart import ChartKind
from deckbuild.model.theme import INK, PAPER
from deckbuild.writers.pptx.charts.style import line_xml, surface_xml, text_properties
from deckbuild.writers.pptx.charts.workbook import cells_of
from deckbuild.writers.pptx.markup import attribute, escape
from deckbuild.writers.pptx.text import TextContext

_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/>'
    "</c:ext></c:extLst>"
)
"""The extension that turns off leader lines, which PowerPoint draws to moved labels ([MS-ODRAWXML] 2.24.3.68)."""
_NO_LABEL = PointLabel(0, 0, LabelAt.MIDDLE, value=False)
_EDGE = 1.0
"""Width in points of the line around pale surfaces. The white line between slices is twice as wide."""


def series_xml(chart: ChartItem, number: int, pen: TextContext) -> str:
    """Return ``c:ser`` of series ``number``, counted from 0.

    Its elements are in the order of the schema (CT_BarSer, CT_LineSer, CT_PieSer ...).
    """
    series, cells = chart.data.series[number], cells_of(chart, number)
    head = (
        f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{cells.name}</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )
    values = _numbers("c:val", cells.values, series.values, chart.format.code())
    names = _names(cells.across, chart.data.categories)
    labels = _labels(chart, number, pen)
    match chart.kind:
        case ChartKind.BAR | ChartKind.COLUMN:
            surface = surface_xml(chart.looks[number], pen, _EDGE)
            return f'<c:ser>{head}{surface}<c:invertIfNegative val="0"/>{labels}{names}{values}</c:ser>'
        case ChartKind.AREA:
            return f"<c:ser>{head}{surface_xml(chart.looks[number], pen, _EDGE)}{labels}{names}{values}</c:ser>"
        case ChartKind.PIE | ChartKind.DOUGHNUT:
            slices = "".join(_slice(place, look, pen) for place, look in enumerate(chart.looks))
            return f"<c:ser>{head}{slices}{labels}{names}{values}</c:ser>"
        case ChartKind.LINE:
            look = chart.looks[number]
            line = f"<c:spPr>{line_xml(pen, look.color, chart.line, look.dash)}</c:spPr>"
            mark = _marker(look, chart, pen)
            return f'<c:ser>{head}{line}{mark}{labels}{names}{values}<c:smooth val="0"/></c:ser>'
        case ChartKind.SCATTER:
            mark = _marker(chart.looks[number], chart, pen)
            places = _numbers("c:xVal", cells.across, series.across, "General")
            heights = _numbers("c:yVal", cells.values, series.values, chart.format.code())
            return (
                f"<c:ser>{head}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{mark}{labels}{places}{heights}"
                '<c:smooth val="0"/></c:ser>'
            )


def _slice(place: int, look: SeriesStyle, pen: TextContext) -> str:
    """Return ``c:dPt`` (21.2.2.52) of the slice at ``place``, counted from 0."""
    white = replace(look, edge=PAPER)
    return f'<c:dPt><c:idx val="{place}"/><c:bubble3D val="0"/>{surface_xml(white, pen, 2 * _EDGE)}</c:dPt>'


def _marker(look: SeriesStyle, chart: ChartItem, pen: TextContext) -> str:
    """Return ``c:marker`` (21.2.2.106). Its size is rounded to whole points, as the schema demands."""
    if look.marker is None:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    fill = pen.palette.fill(PAPER if look.hollow else look.color)
    edge = line_xml(pen, look.color if look.hollow else None, chart.mark / 5)
    return (
        f'<c:marker><c:symbol val="{look.marker.value}"/><c:size val="{round(chart.mark)}"/>'
        f"<c:spPr>{fill}{edge}</c:spPr></c:marker>"
    )


def _names(formula: str, names: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{escape(name)}</c:v></c:pt>' for n, name in enumerate(names))
    return (
        f'<c:cat><c:strRef><c:f>{formula}</c:f><c:strCache><c:ptCount val="{len(names)}"/>{points}</c:strCache>'
        "</c:strRef></c:cat>"
    )


def _numbers(tag: str, formula: str, values: Sequence[float | None], code: str) -> str:
    """Return ``values`` in an element called ``tag``. None has no ``c:pt``, so PowerPoint shows a gap."""
    points = "".join(f'<c:pt idx="{n}"><c:v>{v!r}</c:v></c:pt>' for n, v in enumerate(values) if v is not None)
    return (
        f"<{tag}><c:numRef><c:f>{formula}</c:f><c:numCache><c:formatCode>{escape(code)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef></{tag}>'
    )


def _labels(chart: ChartItem, number: int, pen: TextContext) -> str:
    """Return ``c:dLbls`` (21.2.2.49): the labels that layout placed.

    The label that most points have stands on the series, so that a point that somebody adds has it too. Points state
    theirs where they differ. Where most have none, a point has a label only if it states one.
    """
    own = {label.point: label for label in chart.labels if label.series == number}
    if not own:
        return ""
    valued = [point for point, value in enumerate(chart.data.series[number].values) if value is not None]
    usual, having = Counter(replace(own[point], point=0) for point in own).most_common(1)[0]
    if having * 2 <= len(valued) or usual.moved:
        usual, content = _NO_LABEL, _shown(_NO_LABEL)
    else:
        content = _content(chart, usual, pen)
    made = [_label(chart, label, pen) for label in own.values() if replace(label, point=0) != usual]
    if usual is not _NO_LABEL:
        made += [f'<c:dLbl><c:idx val="{n}"/><c:delete val="1"/></c:dLbl>' for n in valued if n not in own]
    made.sort(key=lambda label: int(label.split('"', 2)[1]))
    led = int(any(label.led for label in own.values()))
    lines = f'<c:showLeaderLines val="{led}"/>' if chart.kind.round else ""
    if chart.kind.barred and any(label.moved for label in own.values()):
        lines = _NO_LEADERS
    return f"<c:dLbls>{''.join(made)}{content}{lines}</c:dLbls>"


def _label(chart: ChartItem, label: PointLabel, pen: TextContext) -> str:
    """Return ``c:dLbl`` (21.2.2.47)."""
    layout = ""
    if label.moved:
        x, y = label.moved[0] / chart.box.w, label.moved[1] / chart.box.h
        layout = f'<c:layout><c:manualLayout><c:x val="{x:.5f}"/><c:y val="{y:.5f}"/></c:manualLayout></c:layout>'
    return f'<c:dLbl><c:idx val="{label.point}"/>{layout}{_content(chart, label, pen)}</c:dLbl>'


def _content(chart: ChartItem, label: PointLabel, pen: TextContext) -> str:
    """Return what a label looks like and shows. A ring's labels can have no ``c:dLblPos``, only an offset."""
    at = "" if chart.kind is ChartKind.DOUGHNUT else f'<c:dLblPos val="{label.at.value}"/>'
    ground = f"{pen.palette.fill(label.ground)}<a:ln><a:noFill/></a:ln>" if label.ground else ""
    look = f"<c:spPr>{ground or '<a:noFill/><a:ln><a:noFill/></a:ln>'}</c:spPr>"
    text = text_properties(chart, pen, label.color or INK, bold=label.name)
    form = f'<c:numFmt formatCode="{attribute(chart.format.code())}" sourceLinked="0"/>'
    between = "<c:separator>\n</c:separator>" if label.category else ""
    return f"{form}{look}{text}{at}{_shown(label)}{between}"


def _shown(label: PointLabel) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(label.value)}"/><c:showCatName val="{int(label.category)}"/>'
        f'<c:showSerName val="{int(label.name)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
