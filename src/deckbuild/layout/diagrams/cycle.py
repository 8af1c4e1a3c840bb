"""The cycle: boxes around a ring, an arrow from each to the next, and optionally a text in the middle."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Anchor, Item, Shape, ShapeKind, TextBox, Tick
from deckbuild.frame.text import Align
from deckbuild.layout.diagrams.canvas import TICK_CLEAR, Canvas, DrawnDiagram
from deckbuild.layout.diagrams.labels import Label, bold, natural_width, set_label
from deckbuild.layout.diagrams.ring import RingArrow, has_room, ring_links, ring_nodes
from deckbuild.layout.diagrams.space import crosses, grown, inside, overlap
from deckbuild.layout.text.paragraph import ParStyle
from deckbuild.model.text import Text
from deckbuild.model.theme import Step
from deckbuild.units import Pt, Rect

_PAD, _PAD_ABOVE = 16, 12
"""White space beside and above a label in its box. These lengths are for the slide, in points."""
_LEAST_HEIGHT, _MOST_WIDTH, _LEAST_WIDTH = 60, 280, 88
_FEW, _WIDE_IF_FEW = 5, 152
"""Up to this number, boxes are at least this wide, however short their labels are."""
_NARROWER = 12
"""How much narrower the boxes of each further attempt are."""
_BETWEEN, _ARROW = 16, 30
"""The least white space between boxes, and the least length of an arrow."""
_AROUND_CENTER = 14
"""White space around the middle text."""
_CORNER = 20
"""Corner radius of a box."""
_CENTERS = (0.5, 0.42, 0.34, 0.28, 0.22, 0.17)
"""Widths of the middle text to try, as shares of the drawing's width."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """One attempt to draw the cycle."""

    nodes: list[Rect]
    labels: list[Label]
    links: list[RingArrow]
    center: tuple[Label, Rect] | None
    fits: bool


def cycle_items(canvas: Canvas, texts: tuple[Text, ...], center: Text | None = None) -> DrawnDiagram:
    """Draw the texts clockwise around a ring, the first at the top."""
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
                radius=min(canvas.scaled(_CORNER), node.h / 2), stroke=canvas.accent, width=canvas.look.outline,
                pars=label.centered_at(node.h / 2), inset=canvas.scaled(_PAD),
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
    """Yield attempts to draw the cycle: by falling type size, and at each size by falling width of the boxes."""
    pad, narrower = canvas.scaled(_PAD), canvas.scaled(_NARROWER)
    for step, whole in canvas.attempts():
        widest = max(natural_width(text, step, canvas.settings) for text in texts) / canvas.settings.fill + 2 * pad + 1
        least = _WIDE_IF_FEW if len(texts) <= _FEW else _LEAST_WIDTH
        wide = max(min(widest, canvas.scaled(_MOST_WIDTH)), canvas.scaled(least))
        while wide >= canvas.scaled(_LEAST_WIDTH):
            yield _plan(canvas, texts, center, step, wide, whole=whole)
            wide -= narrower


def _plan(canvas: Canvas, texts: tuple[Text, ...], center: Text | None, step: Step, wide: Pt, *, whole: bool) -> _Plan:
    room = wide - 2 * canvas.scaled(_PAD)
    labels = [set_label(((text, bold(step)),), wide, canvas.settings, whole=whole, room=room) for text in texts]
    high = max(max(label.height for label in labels) + 2 * canvas.scaled(_PAD_ABOVE), canvas.scaled(_LEAST_HEIGHT))
    area = grown(canvas.box, -canvas.tick_room)
    nodes = ring_nodes(area, len(texts), wide, high)
    links = ring_links(nodes, canvas.look.clear)
    fits = links is not None and all(label.fits for label in labels) and all(inside(node, area) for node in nodes)
    fits = fits and has_room(nodes, links or [], canvas.scaled(_BETWEEN), canvas.scaled(_ARROW))
    middle = _center(canvas, center, step, nodes, links or [], whole=whole) if center and fits else None
    return _Plan(nodes, labels, links or [], middle, fits and (center is None or middle is not None))


def _center(
    canvas: Canvas, text: Text, step: Step, nodes: list[Rect], links: list[RingArrow], *, whole: bool
) -> tuple[Label, Rect] | None:
    """Set the middle text clear of boxes and arrows; ``None`` when there is no room for it."""
    x = canvas.box.x + canvas.box.w / 2
    y = (min(node.y for node in nodes) + max(node.bottom for node in nodes)) / 2
    style = ParStyle(step, canvas.accent, bold=True, align=Align.CENTER)
    for share in _CENTERS:
        wide = canvas.box.w * share
        label = set_label(((text, style),), wide, canvas.settings, whole=whole)
        place = Rect(x - wide / 2, y - label.height / 2, wide, label.height)
        inked = Rect(x - label.width / 2, place.y, label.width, place.h)
        around = grown(inked, canvas.scaled(_AROUND_CENTER))
        blocked = any(overlap(place, n) or overlap(around, n) for n in nodes) or any(
            crosses(link.line, around) for link in links
        )
        if label.fits and not blocked:
            return label, place
    return None


def _tick_place(canvas: Canvas, plan: _Plan, index: int, ticks: list[Tick]) -> tuple[Pt, Pt]:
    """Return the centre of the circle to cross off at a box: on the outside of the ring, clear of all arrows."""
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
