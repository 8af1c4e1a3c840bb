"""The axes of a plot: tick labels, grid lines and category labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.dataclass import dataclass
from deckbuild.frame.charts import Axis
from deckbuild.frame.items import Item, TextBox
from deckbuild.frame.text import Align
from deckbuild.layout.charts.canvas import ChartCanvas, text_of
from deckbuild.layout.diagrams.space import inside
from deckbuild.layout.text.paragraph import height
from deckbuild.model.theme import SOFT, Step
from deckbuild.units import Pt, Rect

_LINES = 3
"""The most lines of a category label under a plot."""
_UPWARD = 0.4
"""The greatest length of a label that reads upward, as a share of the chart's height."""
_MANY, _SHORT = 8, 12
"""Some category labels may be left out when there are more than the first number, and none has more letters than the
second: they are then taken for a sequence, such as years."""


def tick_text(canvas: ChartCanvas, axis: Axis, value: float) -> str:
    """Return the label of a tick."""
    return canvas.format.text(value, axis.decimals)


def tick_width(canvas: ChartCanvas, axis: Axis, step: Step) -> Pt:
    """Return the width of the widest tick label, in points."""
    return max(canvas.width(tick_text(canvas, axis, tick), step) for tick in axis.ticks) + 1


def vertical_axis(canvas: ChartCanvas, axis: Axis, plot: Rect, step: Step) -> list[Item]:
    """Return the tick labels left of the plot, and its horizontal grid lines."""
    items: list[Item] = []
    for number, tick in enumerate(axis.ticks):
        y = plot.bottom - axis.share(tick) * plot.h
        items.append(canvas.rule(f"grid{number}", plot.x, y, plot.right, y))
        text = tick_text(canvas, axis, tick)
        items.append(
            canvas.line_at(f"tick{number}", text, step, plot.x - canvas.look.clear, y, Align.RIGHT, color=SOFT)
        )
    return items


def horizontal_axis(canvas: ChartCanvas, axis: Axis, plot: Rect, step: Step, name: str = "across") -> list[Item]:
    """Return the tick labels under the plot, and its vertical grid lines. ``name`` is part of their ids."""
    items: list[Item] = []
    for number, tick in enumerate(axis.ticks):
        x = plot.x + axis.share(tick) * plot.w
        items.append(canvas.rule(f"{name}-grid{number}", x, plot.y, x, plot.bottom))
        y = plot.bottom + canvas.look.clear + step.leading / 2
        text = tick_text(canvas, axis, tick)
        items.append(canvas.line_at(f"{name}{number}", text, step, x, y, Align.CENTER, color=SOFT))
    return items


def attempts(canvas: ChartCanvas) -> list[tuple[ChartCanvas, Step]]:
    """Return what to try: all type sizes with horizontal category labels, then with labels that read upward."""
    return [(own, step) for own in (canvas, replace(canvas, turned=True)) for step in canvas.look.steps]


@dataclass(frozen=True, slots=True)
class Names:
    """The category labels under a plot, with their category numbers from 0, before they are moved to their places.

    Only every ``skip``-th category has a label. ``height`` is that of the highest label, in points.
    """

    boxes: tuple[tuple[int, TextBox], ...]
    height: Pt
    skip: int
    fits: bool
    """Whether every word fits, and no label has too many lines."""


def may_skip(names: Sequence[str]) -> bool:
    """Whether some category labels may be left out, because a reader can tell them from the others."""
    return len(names) > _MANY and all(len(name) <= _SHORT for name in names)


def names_under(canvas: ChartCanvas, step: Step, apart: Pt, *, skipping: bool) -> Names:
    """Set the category labels for categories whose middles are ``apart`` points from one another.

    With ``skipping``, labels that don't fit side by side may be left out if ``may_skip`` allows it.
    """
    if canvas.turned:
        return _names_upward(canvas, step, apart)
    names = canvas.data.categories
    skipping = skipping and may_skip(names)
    clear = canvas.look.clear
    widest = max(canvas.width(name, step) for name in names) + 1
    skip = 1
    if skipping:
        skip = next(n for n in range(1, len(names) + 2) if widest + 2 * clear <= apart * n or n > len(names))
        skip = min(skip, len(names))
    room = max(1.0, apart * skip - clear)
    boxes = []
    fits = True
    for number in range(0, len(names), skip):
        pars, whole = canvas.set(names[number], step, room, Align.CENTER)
        fits = fits and whole and len(pars[0].lines) <= _LINES
        box = Rect(-room / 2, 0.0, room, height(pars))
        boxes.append((number, TextBox(id=f"{canvas.name}/name-{number + 1}", box=box, pars=pars)))
    return Names(tuple(boxes), max(box.box.h for _, box in boxes), skip, fits)


def _names_upward(canvas: ChartCanvas, step: Step, apart: Pt) -> Names:
    """Set category labels that read upward and end at the plot."""
    names = canvas.data.categories
    long = min(max(canvas.width(name, step) for name in names) + 1, canvas.box.h * _UPWARD)
    boxes = []
    fits = True
    for number, name in enumerate(names):
        pars, whole = canvas.set(name, step, long, Align.RIGHT)
        high = height(pars)
        fits = fits and whole and high <= apart
        box = Rect(-high / 2, 0.0, high, long)
        boxes.append((number, TextBox(id=f"{canvas.name}/name-{number + 1}", box=box, pars=pars, turned=True)))
    return Names(tuple(boxes), long, 1, fits)


def placed_names(canvas: ChartCanvas, names: Names, xs: list[Pt], y: Pt) -> tuple[list[TextBox], bool]:
    """Return the labels centred under ``xs``, the x of each category, with their tops at ``y``, and whether all fit."""
    made = [replace(box, box=box.box.moved(xs[number], y)) for number, box in names.boxes]
    return made, names.fits and all(inside(area, canvas.box) for area in text_of(made))
