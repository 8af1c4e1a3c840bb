"""XML that all elements of a chart use: text, fills, lines, and positions as shares of the chart's size."""

from __future__ import annotations

from deckbuild.frame.charts import Dash, SeriesStyle
from deckbuild.frame.items import ChartItem
from deckbuild.model.theme import PAPER, SOFT, Color
from deckbuild.units import Pt, Rect, emu
from deckbuild.writers.pptx.formats import points
from deckbuild.writers.pptx.markup import attribute, escape
from deckbuild.writers.pptx.text import TextContext

_UPWARD = -90 * 60000
"""A quarter turn to the left, in 1/60,000 of a degree (ST_Angle)."""


def manual_layout(part: Rect, whole: Rect, *, inner: bool = False, sized: bool = True) -> str:
    """Return ``c:manualLayout`` (21.2.2.115): the place of ``part`` in the ``whole`` chart, in shares from 0 to 1."""
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    x, y = (part.x - whole.x) / whole.w, (part.y - whole.y) / whole.h
    size = f'<c:w val="{part.w / whole.w:.5f}"/><c:h val="{part.h / whole.h:.5f}"/>' if sized else ""
    return (
        f'<c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{max(x, 0.0):.5f}"/>'
        f'<c:y val="{max(y, 0.0):.5f}"/>{size}</c:manualLayout>'
    )


def _run(chart: ChartItem, pen: TextContext, color: Color, *, bold: bool = False) -> tuple[str, str]:
    """Return the attributes and the content of ``a:rPr`` (21.1.2.3.9), as (attributes, content)."""
    attributes = f'lang="{attribute(pen.lang)}" sz="{points(chart.step.size)}" b="{int(bold)}" i="0"'
    return attributes, f'{pen.palette.fill(color)}<a:latin typeface="+mn-lt"/>'


def text_properties(
    chart: ChartItem, pen: TextContext, color: Color, *, bold: bool = False, turned: bool = False
) -> str:
    """Return ``c:txPr`` (21.2.2.216): the theme's font in the chart's size.

    ``turned`` text reads upward; all other text is written as level, so that PowerPoint never slants it.
    """
    attributes, content = _run(chart, pen, color, bold=bold)
    return (
        f'<c:txPr><a:bodyPr rot="{_UPWARD if turned else 0}" vert="horz"/><a:lstStyle/><a:p><a:pPr>'
        f"<a:defRPr {attributes}>{content}</a:defRPr>"
        f'</a:pPr><a:endParaRPr lang="{attribute(pen.lang)}"/></a:p></c:txPr>'
    )


def rich_text(text: str, chart: ChartItem, pen: TextContext) -> str:
    """Return ``c:tx`` of a title (21.2.2.214)."""
    attributes, content = _run(chart, pen, SOFT)
    return (
        f'<c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr {attributes}>{content}'
        f"</a:defRPr></a:pPr><a:r><a:rPr {attributes}>{content}</a:rPr><a:t>{escape(text)}</a:t></a:r></a:p></c:rich>"
        "</c:tx>"
    )


def line_xml(pen: TextContext, color: Color | None, width: Pt, dash: Dash = Dash.SOLID) -> str:
    """Return ``a:ln`` (20.1.2.2.24)."""
    if color is None:
        return "<a:ln><a:noFill/></a:ln>"
    kind = f'<a:prstDash val="{dash.value}"/>' if dash is not Dash.SOLID else ""
    return f'<a:ln w="{emu(width)}" cap="flat">{pen.palette.fill(color)}{kind}<a:round/></a:ln>'


def surface_xml(look: SeriesStyle, pen: TextContext, edge: Pt) -> str:
    """Return ``c:spPr`` of bars, areas and slices: a solid fill or a pattern fill (20.1.8.47)."""
    if look.hatch:
        fill = (
            f'<a:pattFill prst="{look.hatch.value}"><a:fgClr>{pen.palette.color(look.color)}</a:fgClr>'
            f"<a:bgClr>{pen.palette.color(look.fill or PAPER)}</a:bgClr></a:pattFill>"
        )
    else:
        fill = pen.palette.fill(look.fill)
    return f"<c:spPr>{fill}{line_xml(pen, look.edge, edge)}</c:spPr>"
