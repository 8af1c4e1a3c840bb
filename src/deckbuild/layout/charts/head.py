"""What stands above the plot of a chart: the title of the value axis, and the legend."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.frame.charts import SeriesStyle
from deckbuild.frame.items import Item
from deckbuild.layout.charts.canvas import ChartCanvas, Head
from deckbuild.layout.charts.marks import key_items
from deckbuild.layout.text.paragraph import middle
from deckbuild.model.theme import SOFT, Step
from deckbuild.units import Pt, Rect

_KEY = 0.8
"""Side of a legend key, as a share of the type size."""
_TO_NAME, _BETWEEN = 0.5, 1.6
"""White space after a legend key, and after a name; as shares of the type size."""


def head(
    canvas: ChartCanvas, step: Step, looks: Sequence[SeriesStyle], *, legend: bool, left: Pt | None = None
) -> Head:
    """Return the title of the value axis, and with ``legend`` a legend under it, from ``left`` on.

    The height includes the white space below them. ``left`` is an x in points; ``None`` stands for the canvas's left.
    """
    box = canvas.box
    y, items = box.y, list[Item]()
    titles: list[tuple[str, Rect]] = []
    counted = canvas.y or canvas.format.heading
    if counted:
        line = canvas.line_at("counted", counted, step, box.x, y + middle(step), color=SOFT)
        items.append(line)
        titles.append((counted, line.box))
        y += step.leading
    keys: Rect | None = None
    fits = canvas.width(counted, step) <= box.w
    if legend:
        y += canvas.look.clear if counted else 0.0
        made, high, wide = _legend(canvas, step, looks, box.x if left is None else left, y)
        items += made
        keys = Rect(box.x, y, min(wide, box.w), high)
        fits = fits and wide <= box.w
        y += high
    if items:
        y += 2 * canvas.look.clear
    return Head(tuple(items), y - box.y, tuple(titles), keys, fits)


def _legend(
    canvas: ChartCanvas, step: Step, looks: Sequence[SeriesStyle], left: Pt, top: Pt
) -> tuple[list[Item], Pt, Pt]:  # fmt: skip
    """Return the legend in rows of keys and names, its height, and its width, both in points."""
    side = step.size * _KEY
    wide_key = side * (2.5 if canvas.kind.value == "line" else 1.0)
    items: list[Item] = []
    x, y, widest = left, top, 0.0
    for number, (series, look) in enumerate(zip(canvas.data.series, looks, strict=True), 1):
        wide = wide_key + step.size * _TO_NAME + canvas.width(series.name, step) + 1
        if x > left and x + wide > canvas.box.right:
            x, y = left, y + step.leading
        middle_y = y + middle(step)
        items += key_items(canvas, f"key{number}", look, Rect(x, middle_y - side / 2, wide_key, side))
        items.append(canvas.line_at(f"name{number}", series.name, step, x + wide_key + step.size * _TO_NAME, middle_y))
        widest = max(widest, x + wide - left)
        x += wide + step.size * _BETWEEN
    return items, y + step.leading - top, widest
