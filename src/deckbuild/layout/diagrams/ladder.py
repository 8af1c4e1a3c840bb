"""The ladder: steps that climb and alternate between a left and a right track."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise, product

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Connector, Group, Item, Shape, ShapeKind, TextBox, Tick
from deckbuild.frame.text import Align, Par
from deckbuild.layout.diagrams.canvas import TICK_CLEAR, Canvas, DrawnDiagram
from deckbuild.layout.diagrams.labels import natural_width
from deckbuild.layout.drawing_looks import DiagramLook
from deckbuild.layout.text.line_breaking import WHOLE_LINE
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, set_par, stack, text_width
from deckbuild.model.text import Text
from deckbuild.model.theme import INK, PAPER, SOFT, Step
from deckbuild.units import Pt, Rect


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of a ladder: its name, whether it is on the left track, and whether it stands far from the middle."""

    text: Text
    left: bool
    far: bool = False


def ladder_items(canvas: Canvas, rungs: tuple[Rung, ...], axes: tuple[Text, Text]) -> DrawnDiagram:
    """Draw a ladder in the canvas's box: the first rung at the bottom, and an arrow from each rung to the next.

    ``axes`` are the names of the left and the right track. Circles to cross off stand at the outer ends of the nodes.
    """
    canvas = replace(canvas, settings=replace(canvas.settings, hyphenation_zone=WHOLE_LINE))
    labels = [_axis_label(canvas, i, axes[i]) for i in (0, 1)]
    nodes, step, fits = _nodes(rungs, canvas.box, canvas)
    if any(_near(node, label, canvas.tick_room) for node in nodes for label in labels):  # nodes stay below the labels
        top = max(label.box.bottom for label in labels) + _LABEL_CLEAR - canvas.box.y
        nodes, step, fits = _nodes(rungs, canvas.box.below(top), canvas)
    ticks: list[Tick] = []
    shapes: list[Item] = []
    arrows: list[Item] = []
    for index, (rung, node) in enumerate(zip(rungs, nodes, strict=True)):
        shapes.append(
            Shape(
                id=f"{canvas.name}/step{index + 1}",
                kind=ShapeKind.PILL if rung.left else ShapeKind.RECT,
                box=node,
                fill=canvas.fill if rung.left else PAPER,
                stroke=canvas.accent,
                width=canvas.look.outline,
                pars=_centred(rung.text, step, node, canvas.settings),
            )
        )
        if canvas.tick:
            out = canvas.tick + TICK_CLEAR
            x, y = node.x - out if rung.left else node.right + out, node.y + node.h / 2
            ticks.append(canvas.tick_at(index + 1, x, y, rung.text.plain))
        if index:
            arrows.append(_arrow(canvas, index, rungs, nodes))
    items = (*_axis_items(canvas, labels), *shapes, *arrows)
    return DrawnDiagram(Group(id=canvas.name, box=canvas.box, items=items, alt=canvas.alt), tuple(ticks), fits)


def _centred(text: Text, step: Step, node: Rect, settings: TextSettings) -> tuple[Par, ...]:
    """Set a label in the middle of its node. Positions are relative to the node's top left corner."""
    par = set_par(text, ParStyle(step, INK, bold=True, align=Align.CENTER), node.w, settings)
    return stack((par,), top=(node.h - par.height) / 2)


def _axis_items(canvas: Canvas, labels: list[TextBox]) -> list[Item]:
    """Return the two axes, at the left and right of the box, each after its label."""
    box, look = canvas.box, canvas.look
    items: list[Item] = []
    head = box.y + max(height(label.pars) for label in labels) + 16 * (0.7 if look.white else 1)
    for index, x in enumerate((box.x, box.right)):
        items.append(labels[index])
        items.append(
            Connector(
                id=f"{canvas.name}/axis{index + 1}", x1=x, y1=box.bottom, x2=x, y2=head,
                color=INK, width=look.axis_width, arrow=True,
            )
        )  # fmt: skip
    return items


def _width_on_two_lines(text: Text, step: Step, settings: TextSettings) -> Pt:
    """Return the least width, in points, in which a label takes two lines.

    A label of one word is hyphenated at its joint if it has exactly one, and else stays on one line.
    """
    words = text.plain.split()
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if not halves:
        joints = settings.hyphenate(text.plain) if settings.hyphenate else ()
        halves = [(f"{text.plain[:at]}-", text.plain[at:]) for at in joints] if len(joints) == 1 else [(text.plain, "")]
    widths = (max(text_width(half, settings.face(bold=True), step.size) for half in pair) for pair in halves)
    return min(widths) + 1  # 1 pt wider than measured, so that rounding never breaks a line


_FAR = {True: 24, False: 80}
"""How much further from the middle a far rung stands, in points: on the left, and on the right with its more room."""


def _offsets(rungs: tuple[Rung, ...], look: DiagramLook) -> list[Pt]:
    """Return the distance of each node's inner end from the middle, in points.

    It follows half a sine wave from the lowest rung to the highest; far rungs stand further out.
    """
    counts = {side: sum(r.left is side for r in rungs) for side in (True, False)}
    seen = {True: 0, False: 0}
    offsets = []
    for rung in rungs:
        place = seen[rung.left] / max(1, counts[rung.left] - 1)
        seen[rung.left] += 1
        swing = 40 + 24 * math.sin(math.pi * place) - (24 * place if rung.left else 0)
        far = _FAR[rung.left] if rung.far else 0
        offsets.append((swing + far) * look.scale)
    return offsets


_STEEP = 0.4
"""Arrows are steep when the offsets are reduced below this share of what is designed."""


_STACKED, _BESIDE = 0.9, 1.3
"""The greatest height of a node as a share of the distance between two: over one another, and on either side."""


def _nodes(rungs: tuple[Rung, ...], box: Rect, canvas: Canvas) -> tuple[list[Rect], Step, bool]:
    """Place the nodes in ``box`` and choose the type size of their labels; return both, and whether they fit.

    The vertical distance of nodes is ``look.apart``, or
    less when the height is too small. All nodes together are centred between the axes. When labels are too wide, these
    measures are tried in order: two lines, if the nodes are high enough; steeper arrows; a smaller type size. Text may
    be ``settings.wider`` times as wide as measured.
    """
    look, settings = canvas.look, canvas.settings
    apart = min(look.apart, (box.h - look.node_height) / max(1, len(rungs) - 1))
    fits = apart >= look.node_height * 0.75
    climbs = any(below.left is above.left for below, above in pairwise(rungs))
    high = min(look.node_height, apart * (_STACKED if climbs else _BESIDE))
    room = box.w - 2 * (10 * look.scale + (canvas.tick_room + TICK_CLEAR if canvas.tick else 0))
    ways = ((natural_width, 1), (_width_on_two_lines, 2))
    for step, least, (label_width, lines) in product(look.steps, (_STEEP, 0.0), ways):
        widths = [label_width(r.text, step, settings) * settings.wider + 2 * look.padding for r in rungs]
        offsets = _offsets(rungs, look)
        smallest = max(1.0, least * max(offsets))
        left, right = _extents(rungs, offsets, widths)
        while left + right > room and max(offsets) > smallest:  # too wide: reduce the offsets before the type size
            offsets = [o * 0.95 for o in offsets]
            left, right = _extents(rungs, offsets, widths)
        if left + right <= room and (lines == 1 or lines * step.leading <= high):
            break
    else:
        fits = False
    middle = box.x + (box.w - left - right) / 2 + left
    nodes = []
    for index, (rung, offset, wide) in enumerate(zip(rungs, offsets, widths, strict=True)):
        y = box.bottom - high - index * apart
        x = middle - offset - wide if rung.left else middle + offset
        nodes.append(Rect(x, y, wide, high))
    return nodes, step, fits


def _extents(rungs: tuple[Rung, ...], offsets: list[Pt], widths: list[Pt]) -> tuple[Pt, Pt]:
    """Return how far the nodes reach from the middle to the left and to the right."""
    reach = {True: 0.0, False: 0.0}
    for rung, offset, wide in zip(rungs, offsets, widths, strict=True):
        reach[rung.left] = max(reach[rung.left], offset + wide)
    return reach[True], reach[False]


def _arrow(canvas: Canvas, index: int, rungs: tuple[Rung, ...], nodes: list[Rect]) -> Connector:
    """Return the arrow from rung ``index - 1`` to rung ``index``, glued to their inner ends.

    It starts a little above the middle of a node and ends a little below that of the next, so that the two arrows at a
    node stay apart.
    """
    clear = canvas.look.clear
    lower, upper = rungs[index - 1], rungs[index]
    a, b = nodes[index - 1], nodes[index]
    apart = a.h * 0.13
    x1 = a.right + clear if lower.left else a.x - clear
    x2 = b.right + clear if upper.left else b.x - clear
    y1, y2 = a.y + a.h / 2 - apart, b.y + b.h / 2 + apart
    same = lower.left is upper.left
    if same:  # two steps on one track: straight up
        x1, y1 = a.x + a.w / 2, a.y - clear
        x2, y2 = b.x + b.w / 2, b.bottom + clear
    start = f"{canvas.name}/step{index}", 0 if same else 3 if lower.left else 1
    end = f"{canvas.name}/step{index + 1}", 2 if same else 3 if upper.left else 1
    return canvas.arrow(f"arrow{index}", (x1, y1), (x2, y2), (start, end))


_LABEL_CLEAR: Pt = 8
"""White space between a node and an axis label."""


def _near(node: Rect, label: TextBox, reach: Pt) -> bool:
    """Whether a node, with ``reach`` points at either side for a circle, comes too near the text of an axis label."""
    left = min(piece.x for par in label.pars for line in par.lines for piece in line.pieces)
    right = max(piece.x + piece.width for par in label.pars for line in par.lines for piece in line.pieces)
    clear = _LABEL_CLEAR + reach
    beside = node.right + clear > label.box.x + left and node.x - clear < label.box.x + right
    return beside and node.y - _LABEL_CLEAR < label.box.bottom


def _axis_label(canvas: Canvas, index: int, text: Text) -> TextBox:
    """Return the label of the left (``index`` 0) or right (1) axis, at the top of the box."""
    box, look = canvas.box, canvas.look
    wide = 9 * look.axis.size if look.white else 150
    align = Align.RIGHT if index else Align.LEFT
    par = set_par(text, ParStyle(look.axis, SOFT, align=align), wide, canvas.settings)
    left = box.right - wide if index else box.x
    return TextBox(id=f"{canvas.name}/label{index + 1}", box=Rect(left, box.y, wide, par.height), pars=(par,))
