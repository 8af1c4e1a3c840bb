"""The timeline: an axis with marks, and labels above and below it in turn."""

from __future__ import annotations

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Anchor, Connector, Item, Shape, ShapeKind, TextBox, Tick
from deckbuild.frame.text import Align
from deckbuild.layout.diagrams.canvas import Canvas, DrawnDiagram, Part
from deckbuild.layout.diagrams.labels import Label, set_label
from deckbuild.layout.text.paragraph import ParStyle
from deckbuild.model.text import Text
from deckbuild.model.theme import INK, Step
from deckbuild.units import Pt, Rect, around

_RADIUS = 7
"""Radius of a mark. These lengths are for the slide, in points."""
_STEM = 32
"""Distance from the axis to the labels above and below it: the length of the lines that join them."""
_TO_TEXT, _BETWEEN = 10, 20
"""White space between a stem and its text, and between two labels."""
_MOST_WIDTH = 360
"""The greatest width of a label."""
_LAST = (1.0, 1.25, 1.5, 2.0)
"""The room after the last moment to try, in units of the distance between moments. More room brings them closer."""
_LAST_LINES = 4
"""If the last label has more lines than this, more room after the last moment is tried."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """One attempt to draw the timeline: the distance between moments, and the labels, each with its width."""

    apart: Pt
    labels: tuple[tuple[Label, Pt], ...]
    above: Pt
    """Height of the labels above the axis."""
    high: Pt
    """Height of the whole drawing."""
    fits: bool


def _plan(canvas: Canvas, moments: tuple[Part, ...], stem: Pt, step: Step, last: float, *, whole: bool) -> _Plan:
    """Set the labels, with room after the last moment for ``last`` times the distance between moments.

    A label may be two distances wide: it ends where the next label on its side begins. The last label ends at the end
    of the axis.
    """
    apart = canvas.box.w / (len(moments) - 1 + last)
    text, radius = canvas.scaled(_TO_TEXT), canvas.tick or canvas.scaled(_RADIUS)
    wide = min(2 * apart - text - canvas.scaled(_BETWEEN), canvas.scaled(_MOST_WIDTH))
    widths = (*(wide for _ in moments[1:]), min(wide, last * apart - text - radius))
    when, what = ParStyle(step, canvas.accent, bold=True, align=Align.LEFT), ParStyle(step, align=Align.LEFT)
    labels = [
        set_label(tuple(zip(_texts(moment), (when, what), strict=False)), width, canvas.settings, whole=whole)
        for moment, width in zip(moments, widths, strict=True)
    ]
    above, below = (max((label.height for label in labels[side::2]), default=0.0) for side in (0, 1))
    high = above + below + 2 * stem
    lines = sum(len(par.lines) for par in labels[-1].pars)
    fits = all(label.fits for label in labels) and high <= canvas.box.h + 0.01
    fits = fits and (lines <= _LAST_LINES or last == _LAST[-1])
    return _Plan(apart, tuple(zip(labels, widths, strict=True)), above, high, fits)


def timeline_items(canvas: Canvas, moments: tuple[Part, ...]) -> DrawnDiagram:
    """Draw the axis with its moments, evenly spaced. The first label is above the axis."""
    box = canvas.box
    stem = canvas.scaled(_STEM) + max(0.0, canvas.tick - canvas.scaled(_RADIUS))
    plans = [(step, last, whole) for step, whole in canvas.attempts() for last in _LAST]
    for step, last, whole in plans:
        plan = _plan(canvas, moments, stem, step, last, whole=whole)
        if plan.fits:
            break
    axis = box.y + (box.h - plan.high) / 2 + plan.above + stem
    radius = canvas.tick or canvas.scaled(_RADIUS)
    line = Connector(
        id=f"{canvas.name}/axis", x1=box.x, y1=axis, x2=box.right, y2=axis, color=INK, width=canvas.look.arrow,
        arrow=True,
    )  # fmt: skip
    items: list[Item] = [line]
    ticks: list[Tick] = []
    for index, (moment, (label, wide)) in enumerate(zip(moments, plan.labels, strict=True)):
        x = box.x + radius + index * plan.apart
        mark = Shape(
            id=f"{canvas.name}/mark{index + 1}", kind=ShapeKind.ELLIPSE,
            box=around(x, axis, radius), fill=canvas.fill,
            stroke=None if canvas.tick else canvas.accent, width=canvas.look.outline,
        )  # fmt: skip
        items += [mark, *_label(canvas, index, label, x, axis, stem, radius, wide)]
        if canvas.tick:
            ticks.append(canvas.tick_at(index + 1, x, axis, " ".join(text.plain for text in _texts(moment))))
    return canvas.drawing(items, ticks, fits=plan.fits, height=plan.high)


def _texts(moment: Part) -> list[Text]:
    """Return when it is, and what happens."""
    return [moment.head, moment.text] if moment.text else [moment.head]


def _label(
    canvas: Canvas, index: int, label: Label, x: Pt, axis: Pt, stem: Pt, radius: Pt, wide: Pt
) -> tuple[Connector, TextBox]:
    """Return a moment's label and its stem, the line from its mark to the label."""
    above = index % 2 == 0
    top = axis - stem - label.height if above else axis + stem
    edge, far = (axis - radius, top) if above else (axis + radius, top + label.height)
    line = Connector(
        id=f"{canvas.name}/stem{index + 1}", x1=x, y1=edge, x2=x, y2=far, color=canvas.accent,
        width=canvas.look.axis_width, start=f"{canvas.name}/mark{index + 1}", start_site=0 if above else 2,
    )  # fmt: skip
    place = Rect(x + canvas.scaled(_TO_TEXT), top, wide, label.height)
    text = TextBox(
        id=f"{canvas.name}/label{index + 1}", box=place, pars=label.pars,
        anchor=Anchor.BOTTOM if above else Anchor.TOP, margin=canvas.settings.margin(label.pars, wide),
    )  # fmt: skip
    return line, text
