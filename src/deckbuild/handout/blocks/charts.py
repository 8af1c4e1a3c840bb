"""Charts on paper: over the full width, as high as their labels need, with caption and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from deckbuild.handout.blocks.figures import figure_strips
from deckbuild.handout.blocks.table import table_strips
from deckbuild.handout.strip import Strip, finished
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.style import PaperStyle
from deckbuild.layout.charts import ChartCanvas, DrawnChart, draw_chart
from deckbuild.layout.charts.words import as_table
from deckbuild.layout.drawing_looks import ChartLook
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.chart import ChartKind
from deckbuild.model.text import Text, plain
from deckbuild.model.theme import Color
from deckbuild.units import Pt, Rect, mm

_HEIGHTS = tuple(mm(high) for high in (68, 80, 100, 125, 160, 210))
"""The heights to try in the roomy look."""
_LEAST = mm(52)
"""The least height of a chart; a lower one is too flat to be read."""
_TITLE = mm(30)
"""The height that a title and a caption take on the page."""
_BAR = mm(8)
"""The height of a horizontal bar with its white; each further bar of a group adds half of it."""
_LEAST_BAR = 1.25
"""The least height of a horizontal bar, as a multiple of the leading of its labels."""

Make = Callable[[Rect, ChartLook, TextSettings, Color], ChartCanvas]


def chart_strips(name: str, make: Make, caption: Text | None, context: PaperContext, *, table: bool) -> list[Strip]:
    """Return the chart with its caption, and its numbers as a table when ``table`` asks for them.

    The table is printed too when the chart's type is too small for large print, and instead of a chart that never fits.
    """
    style = context.style
    canvas = make(Rect(0.0, 0.0, context.width, 0.0), style.charts, context.display, context.accent)
    drawn = _fitting(canvas, style)
    if not drawn.fits:
        return _numbers(name, canvas, caption, context)
    drawing = finished((drawn.chart,), drawn.chart.box.h, style.between_blocks)
    strips = figure_strips(name, [drawing], caption, context)
    if table or (style.zoom > 1 and drawn.chart.step.size < style.text.step.size):
        made = _numbers(name, canvas, None, context)
        strips += [replace(made[0], before=style.gap(mm(6))), *made[1:]]
    return strips


def _numbers(name: str, canvas: ChartCanvas, caption: Text | None, context: PaperContext) -> list[Strip]:
    heads, rows = as_table(canvas.data, canvas.format, canvas.x, canvas.y)
    columns = [plain(head) for head in heads] if any(heads) else []
    cells = [[plain(cell) for cell in row] for row in rows]
    return table_strips(f"{name}/numbers", columns, cells, caption, context, head_column=True)


def _fitting(canvas: ChartCanvas, style: PaperStyle) -> DrawnChart:
    """Return the chart at the least height that fits. In large print every height is tried before smaller type."""
    steps = canvas.look.steps
    for tried in [(step,) for step in steps] if style.zoom > 1 else [steps]:
        look = replace(canvas.look, steps=tried)
        for high in _heights(canvas, style):
            drawn = draw_chart(replace(canvas, look=look, box=Rect(0.0, 0.0, canvas.box.w, high)))
            if drawn.fits:
                return drawn
    return drawn


def _heights(canvas: ChartCanvas, style: PaperStyle) -> Iterator[Pt]:
    """Yield the heights to try, in points, lowest first. For horizontal bars the first comes of their number."""
    most = style.room - _TITLE
    least = style.sized(max(_LEAST, style.gap(_HEIGHTS[0])))
    if canvas.kind is ChartKind.BAR:
        bars = 1.0 if canvas.stacked else (1 + len(canvas.data.series)) / 2
        bar = max(style.gap(_BAR), _LEAST_BAR * canvas.look.steps[0].leading)
        least = min(len(canvas.data.categories) * bars * bar + mm(12), most)
    yield least
    yield from (high for share in _HEIGHTS if least < (high := style.sized(style.gap(share))) < most)
    yield most
