"""Charts on paper: over the full width, as high as they need, with caption and numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deckbuild.flow.context import PaperContext
from deckbuild.flow.figures import figure_strips
from deckbuild.flow.strip import References, Strip
from deckbuild.flow.tables import table_strips
from deckbuild.frame.items import Item
from deckbuild.layout.charts import PAPER_CHART, ChartCanvas, ChartLook, Drawn, draw_chart
from deckbuild.layout.charts.words import as_table
from deckbuild.layout.text import Setting
from deckbuild.model.chart import ChartKind
from deckbuild.model.text import Text, plain
from deckbuild.model.theme import Color
from deckbuild.units import Pt, Rect, mm

_HEIGHTS = tuple(mm(high) for high in (68, 80, 100, 125, 160, 210))
"""The heights to try."""
_BAR = mm(8)
"""The height that a lying bar takes with its white; two bars of a group take one and a half."""

Make = Callable[[Rect, ChartLook, Setting, Color], ChartCanvas]


def chart_strips(name: str, make: Make, caption: Text | None, context: PaperContext, *, table: bool) -> list[Strip]:
    """Return the chart and its caption, and the numbers as a table when they are asked for."""
    chart = _drawn(make, context)

    def build(_steps: int, _references: References) -> tuple[Item, ...]:
        return (chart.chart,)

    drawing = Strip(height=chart.chart.box.h, build=build, before=context.style.between_blocks)
    strips = figure_strips(name, [drawing], caption, context)
    if table:
        canvas = make(chart.chart.box, PAPER_CHART, context.display, context.accent)
        heads, rows = as_table(canvas.data, canvas.format, canvas.x, canvas.y)
        columns = [plain(head) for head in heads] if any(heads) else []
        cells = [[plain(cell) for cell in row] for row in rows]
        made = table_strips(f"{name}/numbers", columns, cells, None, context, head_column=True)
        strips += [replace(made[0], before=mm(6)), *made[1:]]
    return strips


def _drawn(make: Make, context: PaperContext) -> Drawn:
    """Return the chart at the least height at which it fits: bars by their number."""
    canvas = make(Rect(0.0, 0.0, context.width, _HEIGHTS[0]), PAPER_CHART, context.display, context.accent)
    heights: list[Pt] = list(_HEIGHTS)
    if canvas.kind is ChartKind.BAR:
        bars = 1.0 if canvas.stacked else (1 + len(canvas.data.series)) / 2
        own = len(canvas.data.categories) * bars * _BAR + mm(12)
        heights = [own, *(high for high in _HEIGHTS if high > own)]
    for high in heights:
        drawn = draw_chart(replace(canvas, box=Rect(0.0, 0.0, context.width, high)))
        if drawn.fits:
            break
    return drawn
