"""The cycle: boxes around a ring, an arrow from each to the next, and perhaps a text in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.frame.items import Anchor, Item, Shape, ShapeKind, TextBox, Tick
from deckbuild.frame.text import Align
from deckbuild.layout.diagrams.canvas import TICK_CLEAR, Canvas
from deckbuild.layout.diagrams.common import DrawnDiagram
from deckbuild.layout.diagrams.labels import Label, bold, natural_width, set_label
from deckbuild.layout.diagrams.ring import RingArrow, ring_links, ring_nodes, roomy
from deckbuild.layout.diagrams.space import crosses, grown, inside, overlap
from deckbuild.layout.text.paragraph import ParStyle
from deckbuild.model.text import Text
from deckbuild.model.theme import Step
from deckbuild.units import Pt, Rect

_PAD, _PAD_ABOVE = 16, 12
_LEAST_HEIGHT, _MOST_WIDTH, _LEAST_WIDTH = 60, 280, 88
_FEW, _WIDE_IF_FEW = 5, 152
"""Up to so many boxes are no narrower than this, however short their labels."""
_NARROWER = 12
"""Boxes are tried this much narrower each time."""
_BETWEEN, _ARROW = 16, 30
"""Least white between boxes, and least length of an arrow."""
_AROUND_CENTER = 14
_CORNER = 20
_CENTERS = (0.5, 0.42, 0.34, 0.28, 0.22, 0.17)
"""Widths of the middle text to try, as shares of the drawing's."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A way to draw the cycle."""

    nodes: list[Rect]
    labels: list[Label]
    links: list[RingArrow]
    center: tuple[Label, Rect] | None
    fits: bool


def cycle_items(canvas: Canvas, texts: tuple[Text, ...], center: Text | None = None) -> DrawnDiagram:
    """Draw the texts around a ring, the first on top, clockwise."""
    plan = None
    for plan in _plans(canvas, texts, center):
        if plan.fits:
            break
    assert plan is not None  # noqa: S101  (there is always a narrowest box)
    items: list[Item] = []
    ticks: list[Tick] = []
    for index, (label, node) in enumerate(zip(plan.labels, plan.nodes, strict=True)):
        items.append(
            Shape(
                id=f"{canvas.name}/node{index + 1}", kind=ShapeKind.ROUND, box=node, fill=canvas.fill,
                radius=min(canvas.measure(_CORNER), node.h / 2), stroke=canvas.accent, width=canvas.look.outline,
                pars=label.around(node.h / 2), inset=canvas.measure(_PAD),
            )
        )  # fmt: skip
        if canvas.tick:
            x, y = _tick_place(canvas, plan, index, ticks)
            ticks.append(canvas.tick_at(index + 1, x, y, texts[index].plain))
    for index, link in enumerate(plan.links):
        ids = f"{canvas.name}/node{index + 1}", f"{canvas.name}/node{(index + 1) % len(texts) + 1}"
        glue = (ids[0], link.sites[0]), (ids[1], link.sites[1])
        items.append(canvas.arrow(f"arrow{index + 1}", link.start, link.end, glue))
    if plan.center:
        label, place = plan.center
        items.append(TextBox(id=f"{canvas.name}/center", box=place, pars=label.pars, anchor=Anchor.MIDDLE))
    return canvas.drawing(items, ticks, fits=plan.fits)


def _plans(canvas: Canvas, texts: tuple[Text, ...], center: Text | None) -> Iterator[_Plan]:
    """Yield the ways to draw the cycle: the largest labels first, in the widest boxes they fill."""
    pad, narrower = canvas.measure(_PAD), canvas.measure(_NARROWER)
    for step, whole in canvas.attempts():
        widest = max(natural_width(text, step) for text in texts) / canvas.settings.fill + 2 * pad + 1
        least = _WIDE_IF_FEW if len(texts) <= _FEW else _LEAST_WIDTH
        wide = max(min(widest, canvas.measure(_MOST_WIDTH)), canvas.measure(least))
        while wide >= canvas.measure(_LEAST_WIDTH):
            yield _plan(canvas, texts, center, step, wide, whole=whole)
            wide -= narrower


def _plan(canvas: Canvas, texts: tuple[Text, ...], center: Text | None, step: Step, wide: Pt, *, whole: bool) -> _Plan:
    room = wide - 2 * canvas.measure(_PAD)
    labels = [set_label(((text, bold(step)),), wide, canvas.settings, whole=whole, room=room) for text in texts]
    high = max(max(label.height for label in labels) + 2 * canvas.measure(_PAD_ABOVE), canvas.measure(_LEAST_HEIGHT))
    area = grown(canvas.box, -canvas.tick_room)
    nodes = ring_nodes(area, len(texts), wide, high)
    links = ring_links(nodes, canvas.look.clear)
    fits = links is not None and all(label.fits for label in labels) and all(inside(node, area) for node in nodes)
    fits = fits and roomy(nodes, links or [], canvas.measure(_BETWEEN), canvas.measure(_ARROW))
    middle = _center(canvas, center, step, nodes, links or [], whole=whole) if center and fits else None
    return _Plan(nodes, labels, links or [], middle, fits and (center is None or middle is not None))


def _center(
    canvas: Canvas, text: Text, step: Step, nodes: list[Rect], links: list[RingArrow], *, whole: bool
) -> tuple[Label, Rect] | None:
    """Set the middle text where neither box nor arrow is near; nothing when there is no such place."""
    x = canvas.box.x + canvas.box.w / 2
    y = (min(node.y for node in nodes) + max(node.bottom for node in nodes)) / 2
    style = ParStyle(step, canvas.accent, bold=True, align=Align.CENTER)
    for share in _CENTERS:
        wide = canvas.box.w * share
        label = set_label(((text, style),), wide, canvas.settings, whole=whole)
        place = Rect(x - wide / 2, y - label.height / 2, wide, label.height)
        inked = Rect(x - label.width / 2, place.y, label.width, place.h)
        around = grown(inked, canvas.measure(_AROUND_CENTER))
        taken = any(overlap(place, n) or overlap(around, n) for n in nodes) or any(
            crosses(link.line, around) for link in links
        )
        if label.fits and not taken:
            return label, place
    return None


def _tick_place(canvas: Canvas, plan: _Plan, index: int, ticks: list[Tick]) -> tuple[Pt, Pt]:
    """Return where the circle to cross at a box stands: beyond its outer end, clear of all arrows."""
    node, out, r = plan.nodes[index], TICK_CLEAR + canvas.tick, canvas.tick
    x, y = node.x + node.w / 2, node.y + node.h / 2
    right, upper = x >= canvas.box.x + canvas.box.w / 2 - 1, y < canvas.box.y + canvas.box.h / 2
    beside = (node.right + out if right else node.x - out, y)
    beyond = (x, node.y - out if upper else node.bottom + out)
    others = [Rect(t.x - r, t.y - r, 2 * r, 2 * r) for t in ticks]
    corner = (beside[0], beyond[1])
    upright = abs(x - canvas.box.x - canvas.box.w / 2) < 1
    for place in (beyond, beside, corner) if upright else (beside, beyond, corner):
        circle = grown(Rect(place[0], place[1], 0.0, 0.0), r + TICK_CLEAR / 2)
        free = not any(overlap(circle, other) for other in (*plan.nodes, *others))
        if free and not any(crosses(link.line, circle) for link in plan.links):
            return place
    return corner
