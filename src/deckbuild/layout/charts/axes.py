"""The axes around a plot: ticks with their numbers, the grid, the names of the categories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.frame.charts import Axis
from deckbuild.frame.items import Item, TextBox
from deckbuild.frame.text import Align
from deckbuild.layout.charts.canvas import ChartCanvas, text_of
from deckbuild.layout.diagrams.space import inside
from deckbuild.layout.text.paragraph import height
from deckbuild.model.theme import SOFT, Step
from deckbuild.units import Pt, Rect

_LINES = 3
"""A category's name has at most so many lines under a plot."""
_UPWARD = 0.4
"""A name that reads upward takes no more than this share of the chart's height."""
_MANY, _SHORT = 8, 12
"""Of more names, all of so few letters, some may be left out: they count on by themselves, as years do."""


def tick_text(canvas: ChartCanvas, axis: Axis, value: float) -> str:
    """Return the number at a tick."""
    return canvas.format.text(value, axis.decimals)


def tick_width(canvas: ChartCanvas, axis: Axis, step: Step) -> Pt:
    """Return the width of the widest number at a tick."""
    return max(canvas.width(tick_text(canvas, axis, tick), step) for tick in axis.ticks) + 1


def standing_axis(canvas: ChartCanvas, axis: Axis, plot: Rect, step: Step) -> list[Item]:
    """Return the numbers left of the plot, and the grid through it."""
    items: list[Item] = []
    for number, tick in enumerate(axis.ticks):
        y = plot.bottom - axis.share(tick) * plot.h
        items.append(canvas.rule(f"grid{number}", plot.x, y, plot.right, y))
        text = tick_text(canvas, axis, tick)
        items.append(
            canvas.line_at(f"tick{number}", text, step, plot.x - canvas.look.clear, y, Align.RIGHT, color=SOFT)
        )
    return items


def lying_axis(canvas: ChartCanvas, axis: Axis, plot: Rect, step: Step, name: str = "across") -> list[Item]:
    """Return the numbers under the plot, and the grid through it."""
    items: list[Item] = []
    for number, tick in enumerate(axis.ticks):
        x = plot.x + axis.share(tick) * plot.w
        items.append(canvas.rule(f"{name}-grid{number}", x, plot.y, x, plot.bottom))
        y = plot.bottom + canvas.look.clear + step.leading / 2
        text = tick_text(canvas, axis, tick)
        items.append(canvas.line_at(f"{name}{number}", text, step, x, y, Align.CENTER, color=SOFT))
    return items


def level_first(canvas: ChartCanvas) -> list[tuple[ChartCanvas, Step]]:
    """Return what to try: every size of type with level names, then with names that read upward."""
    return [(own, step) for own in (canvas, replace(canvas, turned=True)) for step in canvas.look.steps]


@dataclass(frozen=True, slots=True)
class Names:
    """The categories' names under a plot: every ``skip``-th, in boxes whose left top corners are to be moved."""

    boxes: tuple[tuple[int, TextBox], ...]
    height: Pt
    skip: int
    fits: bool
    """Whether every word is whole, and no name is left out unless that was allowed."""


def counting_on(names: Sequence[str]) -> bool:
    """Whether a reader can tell the names that are left out from those that are there."""
    return len(names) > _MANY and all(len(name) <= _SHORT for name in names)


def names_under(canvas: ChartCanvas, step: Step, pitch: Pt, *, skipping: bool) -> Names:
    """Set the categories' names ``pitch`` points apart; with ``skipping``, only as many as stand side by side."""
    if canvas.turned:
        return _names_upward(canvas, step, pitch)
    names = canvas.data.categories
    skipping = skipping and counting_on(names)
    clear = canvas.look.clear
    widest = max(canvas.width(name, step) for name in names) + 1
    skip = 1
    if skipping:
        skip = next(n for n in range(1, len(names) + 2) if widest + 2 * clear <= pitch * n or n > len(names))
        skip = min(skip, len(names))
    room = max(1.0, pitch * skip - clear)
    boxes = []
    fits = True
    for number in range(0, len(names), skip):
        pars, whole = canvas.set(names[number], step, room, Align.CENTER)
        fits = fits and whole and len(pars[0].lines) <= _LINES
        box = Rect(-room / 2, 0.0, room, height(pars))
        boxes.append((number, TextBox(id=f"{canvas.name}/name-{number + 1}", box=box, pars=pars)))
    return Names(tuple(boxes), max(box.box.h for _, box in boxes), skip, fits)


def _names_upward(canvas: ChartCanvas, step: Step, pitch: Pt) -> Names:
    """Set the names to read upward, their ends at the plot."""
    names = canvas.data.categories
    long = min(max(canvas.width(name, step) for name in names) + 1, canvas.box.h * _UPWARD)
    boxes = []
    fits = True
    for number, name in enumerate(names):
        pars, whole = canvas.set(name, step, long, Align.RIGHT)
        high = height(pars)
        fits = fits and whole and high <= pitch
        box = Rect(-high / 2, 0.0, high, long)
        boxes.append((number, TextBox(id=f"{canvas.name}/name-{number + 1}", box=box, pars=pars, turned=True)))
    return Names(tuple(boxes), long, 1, fits)


def placed_names(canvas: ChartCanvas, names: Names, xs: list[Pt], y: Pt) -> tuple[list[TextBox], bool]:
    """Return the names centred under ``xs`` with their tops at ``y``, and whether they all fit."""
    made = [replace(box, box=box.box.moved(xs[number], y)) for number, box in names.boxes]
    return made, names.fits and all(inside(area, canvas.box) for area in text_of(made))
