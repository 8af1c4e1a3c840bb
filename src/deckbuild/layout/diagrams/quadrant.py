"""The quadrant: two axes that cross, a name at each end, and the four fields between them."""

from __future__ import annotations

from deckbuild.frame.items import Anchor, Connector, Item, Shape, ShapeKind, TextBox, Tick
from deckbuild.frame.text import Align
from deckbuild.layout.diagrams.canvas import TICK_CLEAR, Canvas, DrawnDiagram, Part
from deckbuild.layout.diagrams.labels import Label, set_label
from deckbuild.layout.text.paragraph import ParStyle
from deckbuild.model.text import Text
from deckbuild.model.theme import INK, SOFT
from deckbuild.units import Pt, Rect

_GAP = 10
"""White space between an axis and the fields, and between its ends and their names. An axis also reaches this far
beyond the fields. These lengths are for the slide, in points."""
_GUTTER = 150
"""The greatest width of the names at the ends of the horizontal axis."""
_PAD, _LEAST_HEIGHT = 14, 48
"""White space beside a label in its field; the least height of a field."""


def quadrant_items(
    canvas: Canvas, x: tuple[Text, Text], y: tuple[Text, Text], fields: tuple[Part, ...]
) -> DrawnDiagram:
    """Draw the axes and the fields, in the order top left, top right, bottom left, bottom right.

    ``x`` are the names of the left and right end of the horizontal axis, ``y`` those of the lower and upper end of the
    vertical axis.
    """
    box, gap = canvas.box, canvas.scaled(_GAP)
    sides, ends, named = _names(canvas, x, y)
    gutter = max(label.width for label in sides) / canvas.settings.fill + 1
    top, bottom = ends[1].height + 2 * gap, ends[0].height + 2 * gap
    wide = (box.w - 2 * (gutter + 2 * gap)) / 2 - gap
    high = (box.h - top - bottom) / 2 - gap
    middle, axis = box.x + box.w / 2, box.y + top + high + gap
    places = [
        Rect(left, upper, wide, high) for upper in (axis - gap - high, axis + gap)
        for left in (middle - gap - wide, middle + gap)
    ]  # fmt: skip
    room = high - 2 * (canvas.tick_room or canvas.scaled(_PAD) / 2)
    for step, whole in canvas.attempts():
        labels = [canvas.label(field, step, wide, canvas.scaled(_PAD), whole=whole) for field in fields]
        fits = all(label.fits and label.height <= room for label in labels)
        if fits:
            break
    sides, _, _ = _names(canvas, x, y, gutter)
    left, right = middle - 2 * gap - wide, middle + 2 * gap + wide
    upper, lower = axis - 2 * gap - high, axis + 2 * gap + high
    items: list[Item] = [
        _end(canvas, "x1", sides[0], left - gap - gutter, axis - sides[0].height / 2, gutter),
        _end(canvas, "x2", sides[1], right + gap, axis - sides[1].height / 2, gutter),
        _end(canvas, "y1", ends[0], middle - box.w / 4, lower + gap, box.w / 2),
        _end(canvas, "y2", ends[1], middle - box.w / 4, box.y, box.w / 2),
        _axis(canvas, "x", left, axis, right, axis),
        _axis(canvas, "y", middle, lower, middle, upper),
    ]
    ticks: list[Tick] = []
    for index, (field, label, place) in enumerate(zip(fields, labels, places, strict=True)):
        items.append(
            Shape(
                id=f"{canvas.name}/field{index + 1}", kind=ShapeKind.RECT, box=place, fill=canvas.fill,
                stroke=canvas.accent, width=canvas.look.outline, pars=label.centered_at(place.h / 2),
                inset=canvas.scaled(_PAD),
            )
        )  # fmt: skip
        if canvas.tick:
            out = TICK_CLEAR + canvas.tick
            across = place.right - out if index % 2 else place.x + out
            ticks.append(canvas.tick_at(index + 1, across, place.y + out, field.head.plain))
    fits = fits and named and high >= canvas.scaled(_LEAST_HEIGHT)
    return canvas.drawing(items, ticks, fits=fits)


def _names(
    canvas: Canvas, x: tuple[Text, Text], y: tuple[Text, Text], gutter: Pt | None = None
) -> tuple[list[Label], list[Label], bool]:
    """Set the names at the ends of the axes: of the horizontal axis, of the vertical one, and whether all words fit.

    ``gutter`` is the width of those of the horizontal axis, in points; ``None`` for the greatest.
    """
    most = gutter or canvas.scaled(_GUTTER)
    for whole in (True, False):
        sides = [
            set_label(((text, ParStyle(canvas.look.axis, SOFT, align=align)),), most, canvas.settings, whole=whole)
            for text, align in zip(x, (Align.RIGHT, Align.LEFT), strict=True)
        ]
        if all(label.fits for label in sides):
            break
    style = ParStyle(canvas.look.axis, SOFT, align=Align.CENTER)
    ends = [set_label(((text, style),), canvas.box.w / 2, canvas.settings, whole=False) for text in y]
    return sides, ends, all(label.fits for label in (*sides, *ends))


def _end(canvas: Canvas, end: str, label: Label, x: Pt, y: Pt, wide: Pt) -> TextBox:
    """Return the name at the end of an axis."""
    box = Rect(x, y, wide, label.height)
    return TextBox(id=f"{canvas.name}/{end}", box=box, pars=label.pars, anchor=Anchor.MIDDLE)


def _axis(canvas: Canvas, name: str, x1: Pt, y1: Pt, x2: Pt, y2: Pt) -> Connector:
    return Connector(
        id=f"{canvas.name}/{name}", x1=x1, y1=y1, x2=x2, y2=y2, color=INK, width=canvas.look.axis_width, arrow=True
    )
