"""Steps: boxes from left to right, joined by arrows. A second row runs from right to left, which keeps arrows short."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Anchor, Connector, Item, Shape, ShapeKind, Tick
from deckbuild.layout.diagrams.canvas import TICK_CLEAR, Canvas, DrawnDiagram, Part
from deckbuild.layout.diagrams.labels import Label
from deckbuild.model.theme import Step
from deckbuild.units import Pt, Rect

_BETWEEN, _BETWEEN_ROWS = 44, 48
"""White space between boxes and between rows, for the arrows. These lengths are for the slide, in points."""
_PAD, _PAD_ABOVE = 12, 18
"""White space beside and above a label in its box."""
_LEAST_HEIGHT, _MOST_WIDTH = 88, 320
_ABOVE = 0.4
"""The share of the free height above the drawing. A drawing looks centred when it is a little above the middle."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """One attempt to draw the steps: the number of columns and rows, the size of a box, and the labels."""

    columns: int
    rows: int
    width: Pt
    height: Pt
    labels: tuple[Label, ...]
    total: Pt
    """Height of the whole drawing, with the circles to cross off."""
    fits: bool


def steps_items(canvas: Canvas, steps: tuple[Part, ...]) -> DrawnDiagram:
    """Draw the steps in one row, or in two when the labels need it, with an arrow from each step to the next."""
    plan = next((p for p in _plans(canvas, steps) if p.fits), None) or list(_plans(canvas, steps))[-1]
    nodes = _nodes(plan, canvas, len(steps))
    items: list[Item] = []
    ticks: list[Tick] = []
    anchor = Anchor.TOP if any(step.text for step in steps) else Anchor.MIDDLE
    for index, (step, label, node) in enumerate(zip(steps, plan.labels, nodes, strict=True)):
        middle = label.centered_at(node.h / 2)
        items.append(
            Shape(
                id=f"{canvas.name}/step{index + 1}", kind=ShapeKind.RECT, box=node, fill=canvas.fill,
                stroke=canvas.accent, width=canvas.look.outline, inset=canvas.scaled(_PAD),
                anchor=anchor, pars=label.starting_at(_top(plan, index)) if anchor is Anchor.TOP else middle,
            )
        )  # fmt: skip
        if canvas.tick:
            out = TICK_CLEAR + canvas.tick
            y = node.y - out if index < plan.columns else node.bottom + out
            ticks.append(canvas.tick_at(index + 1, node.x + node.w / 2, y, step.head.plain))
    items += [_arrow(canvas, i, nodes, plan.columns) for i in range(1, len(nodes))]
    return canvas.drawing(items, ticks, fits=plan.fits, height=plan.total)


def _plans(canvas: Canvas, steps: tuple[Part, ...]) -> Iterator[_Plan]:
    """Yield attempts to draw the steps, the best first.

    First come whole words in all type sizes but the smallest: in one row, then in two. Then the smallest size, and last
    hyphenation, both in two rows before one.
    """
    *larger, smallest = canvas.look.labels
    for rows in (1, 2):
        for step in larger or [smallest]:
            yield _plan(canvas, steps, rows, step, whole=True)
    for whole in (True, False):
        for step in (smallest,) if whole else canvas.hyphenated:
            for rows in (2, 1):
                yield _plan(canvas, steps, rows, step, whole=whole)


def _plan(canvas: Canvas, steps: tuple[Part, ...], rows: int, step: Step, *, whole: bool) -> _Plan:
    columns = -(-len(steps) // rows)
    between = canvas.scaled(_BETWEEN)
    wide = min((canvas.box.w - (columns - 1) * between) / columns, canvas.scaled(_MOST_WIDTH))
    labels = tuple(canvas.label(each, step, wide, canvas.scaled(_PAD), whole=whole) for each in steps)
    high = max(max(label.height for label in labels) + 2 * canvas.scaled(_PAD_ABOVE), canvas.scaled(_LEAST_HEIGHT))
    total = rows * (high + canvas.tick_room) + (rows - 1) * canvas.scaled(_BETWEEN_ROWS)
    fits = all(label.fits for label in labels) and total <= canvas.box.h + 0.01
    return _Plan(columns, rows, wide, high, labels, total, fits)


def _nodes(plan: _Plan, canvas: Canvas, count: int) -> list[Rect]:
    """Return the boxes: the first row from left to right, the second from right to left."""
    between = canvas.scaled(_BETWEEN)
    wide = plan.columns * plan.width + (plan.columns - 1) * between
    left = canvas.box.x + (canvas.box.w - wide) / 2
    top = canvas.box.y + (canvas.box.h - plan.total) * _ABOVE + canvas.tick_room
    nodes = []
    for index in range(count):
        row, place = divmod(index, plan.columns)
        column = plan.columns - 1 - place if row else place
        y = top + row * (plan.height + canvas.scaled(_BETWEEN_ROWS))
        nodes.append(Rect(left + column * (plan.width + between), y, plan.width, plan.height))
    return nodes


def _top(plan: _Plan, index: int) -> Pt:
    """Return the top of a label in its box, the same for a whole row, so that the names stand side by side."""
    start = index - index % plan.columns
    return (plan.height - max(label.height for label in plan.labels[start : start + plan.columns])) / 2


def _arrow(canvas: Canvas, index: int, nodes: list[Rect], columns: int) -> Connector:
    """Return the arrow from box ``index - 1`` to box ``index``: to the right, down at a row's end, or to the left."""
    a, b, clear = nodes[index - 1], nodes[index], canvas.look.clear
    ids = f"{canvas.name}/step{index}", f"{canvas.name}/step{index + 1}"
    if index < columns:
        start, end, sites = (a.right + clear, a.y + a.h / 2), (b.x - clear, b.y + b.h / 2), (3, 1)
    elif index == columns:
        start, end, sites = (a.x + a.w / 2, a.bottom + clear), (b.x + b.w / 2, b.y - clear), (2, 0)
    else:
        start, end, sites = (a.x - clear, a.y + a.h / 2), (b.right + clear, b.y + b.h / 2), (1, 3)
    return canvas.arrow(f"arrow{index}", start, end, ((ids[0], sites[0]), (ids[1], sites[1])))
