"""The timeline: an axis with marks, and labels that stand above and below it by turns."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.frame.items import Anchor, Connector, Item, Shape, ShapeKind, TextBox, Tick
from deckbuild.frame.text import Align
from deckbuild.layout.diagrams.canvas import Canvas
from deckbuild.layout.diagrams.common import Drawing
from deckbuild.layout.diagrams.labels import Label, set_label
from deckbuild.layout.text import ParStyle
from deckbuild.model.text import Text
from deckbuild.model.theme import INK
from deckbuild.units import Pt, Rect

_RADIUS = 7
_STEM = 32
"""From the axis to the foot of the labels above it, and to the top of those below."""
_TO_TEXT, _BETWEEN = 10, 20
"""White between a stem and its text, and between two labels."""
_MOST_WIDTH = 360


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happens, and what."""

    when: Text
    what: Text


def timeline_items(canvas: Canvas, moments: tuple[Moment, ...]) -> Drawing:
    """Draw the axis and its moments, evenly spaced, the first label above it.

    A label is as wide as two spaces: it ends where the next one on its side begins.
    """
    box = canvas.box
    pitch = box.w / (len(moments) + 1)
    text = canvas.measure(_TO_TEXT)
    wide = min(2 * pitch - text - canvas.measure(_BETWEEN), canvas.measure(_MOST_WIDTH))
    stem = canvas.measure(_STEM) + max(0.0, canvas.tick - canvas.measure(_RADIUS))
    for step, whole in canvas.attempts():
        styles = (ParStyle(step, canvas.accent, bold=True, align=Align.LEFT), ParStyle(step, align=Align.LEFT))
        labels = [
            set_label(((m.when, styles[0]), (m.what, styles[1])), wide, canvas.setting, whole=whole) for m in moments
        ]
        above, below = (max((label.height for label in labels[side::2]), default=0.0) for side in (0, 1))
        high = above + below + 2 * stem
        fits = all(label.fits for label in labels) and high <= box.h + 0.01
        if fits:
            break
    axis = box.y + (box.h - high) / 2 + above + stem
    radius = canvas.tick or canvas.measure(_RADIUS)
    line = Connector(
        id=f"{canvas.name}/axis", x1=box.x, y1=axis, x2=box.right, y2=axis, color=INK, width=canvas.look.arrow,
        arrow=True,
    )  # fmt: skip
    items: list[Item] = [line]
    ticks: list[Tick] = []
    for index, (moment, label) in enumerate(zip(moments, labels, strict=True)):
        x = box.x + radius + index * pitch
        mark = Shape(
            id=f"{canvas.name}/mark{index + 1}", kind=ShapeKind.ELLIPSE,
            box=Rect(x - radius, axis - radius, 2 * radius, 2 * radius), fill=canvas.fill,
            stroke=None if canvas.tick else canvas.accent, width=canvas.look.outline,
        )  # fmt: skip
        items += [mark, *_label(canvas, index, label, x, axis, stem, radius, wide)]
        if canvas.tick:
            ticks.append(canvas.tick_at(index + 1, x, axis, f"{moment.when.plain} {moment.what.plain}"))
    return canvas.drawing(items, ticks, fits=fits, height=high)


def _label(
    canvas: Canvas, index: int, label: Label, x: Pt, axis: Pt, stem: Pt, radius: Pt, wide: Pt
) -> tuple[Connector, TextBox]:
    """Return a moment's label and the line that leads to it from its mark."""
    above = index % 2 == 0
    top = axis - stem - label.height if above else axis + stem
    edge, far = (axis - radius, top) if above else (axis + radius, top + label.height)
    line = Connector(
        id=f"{canvas.name}/stem{index + 1}", x1=x, y1=edge, x2=x, y2=far, color=canvas.accent,
        width=canvas.look.axis_width, start=f"{canvas.name}/mark{index + 1}", start_site=0 if above else 2,
    )  # fmt: skip
    place = Rect(x + canvas.measure(_TO_TEXT), top, wide, label.height)
    text = TextBox(
        id=f"{canvas.name}/label{index + 1}", box=place, pars=label.pars,
        anchor=Anchor.BOTTOM if above else Anchor.TOP, margin=canvas.setting.margin(label.pars, wide),
    )  # fmt: skip
    return line, text
