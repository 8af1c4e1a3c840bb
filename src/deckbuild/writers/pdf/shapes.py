"""Draws shapes, connectors and the lines of charts as paths."""

from __future__ import annotations

from math import hypot, sqrt
from typing import assert_never

from deckbuild.frame.items import STAR_WAIST, Connector, Polyline, Shape, ShapeKind
from deckbuild.units import Pt, Rect
from deckbuild.writers.pdf.paths import HANDLE
from deckbuild.writers.pdf.pen import Pen


def draw_outline(pen: Pen, shape: Shape) -> None:
    """Fill and stroke a shape. The line is centred on the edge of its box."""
    pen.paint(_outline(pen, shape), fill=shape.fill, stroke=shape.stroke, width=shape.width)


def _outline(pen: Pen, shape: Shape) -> str:
    box = shape.box
    match shape.kind:
        case ShapeKind.RECT:
            return pen.rectangle(box)
        case ShapeKind.ROUND:
            r = min(shape.radius, box.w / 2, box.h / 2)
            return pen.rounded(box, r, r)
        case ShapeKind.PILL:
            r = min(box.w, box.h) / 2
            return pen.rounded(box, r, r)
        case ShapeKind.ELLIPSE:
            return pen.rounded(box, box.w / 2, box.h / 2)
        case ShapeKind.STAR:
            return pen.polygon(_star(box))
        case ShapeKind.TRIANGLE:
            return pen.polygon([(box.x + box.w / 2, box.y), (box.right, box.bottom), (box.x, box.bottom)])
        case ShapeKind.TRAPEZOID:
            left, right = box.x + shape.slant, box.right - shape.slant
            return pen.polygon([(left, box.y), (right, box.y), (box.right, box.bottom), (box.x, box.bottom)])
        case ShapeKind.RIBBON:
            return pen.polygon([*_top(box), (box.right, box.bottom), _notch(shape), (box.x, box.bottom)])
        case ShapeKind.QUARTER:
            return pen.outline(_quarter(box, shape.radius))
        case ShapeKind.CELLS:
            return pen.outline([step for cell in shape.cells for step in _cell(cell.moved(box.x, box.y))])
        case _:
            assert_never(shape.kind)


def _top(box: Rect) -> list[tuple[Pt, Pt]]:
    return [(box.x, box.y), (box.right, box.y)]


def _notch(shape: Shape) -> tuple[Pt, Pt]:
    return shape.box.x + shape.box.w / 2, shape.box.bottom - shape.slant


def _cell(box: Rect) -> list[tuple[str, tuple[tuple[Pt, Pt], ...]]]:
    corners = ((box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return [("M", ((box.x, box.y),)), *(("L", (corner,)) for corner in corners), ("Z", ())]


def _quarter(box: Rect, inner: Pt) -> list[tuple[str, tuple[tuple[Pt, Pt], ...]]]:
    """Return the steps of a quarter of a ring: its outer arc clockwise, then its inner arc back."""
    x, y, r = box.right, box.bottom, box.w
    k, j = r * HANDLE, inner * HANDLE
    return [
        ("M", ((x - r, y),)),
        ("C", ((x - r, y - k), (x - k, y - r), (x, y - r))),
        ("L", ((x, y - inner),)),
        ("C", ((x - j, y - inner), (x - inner, y - j), (x - inner, y))),
        ("Z", ()),
    ]


def _star(box: Rect) -> list[tuple[Pt, Pt]]:
    """Return the corners of a four-pointed star, clockwise from the top."""
    x, y, rx, ry = box.x + box.w / 2, box.y + box.h / 2, box.w / 2, box.h / 2
    dx, dy = rx * STAR_WAIST / sqrt(2), ry * STAR_WAIST / sqrt(2)
    return [
        (x, y - ry),
        (x + dx, y - dy),
        (x + rx, y),
        (x + dx, y + dy),
        (x, y + ry),
        (x - dx, y + dy),
        (x - rx, y),
        (x - dx, y - dy),
    ]


def _head(width: Pt) -> Pt:
    """Return length and width (they are equal) of an arrow head on a line ``width`` points wide.

    It is 9 pt for a line of 1.75 pt and never less than 6 pt; from a line width of 3 pt it is three times as wide.
    """
    return max(6.0, 3 * width, min(9.0, width * 9 / 1.75))


def draw_connector(pen: Pen, item: Connector) -> None:
    """Draw a line and its arrow head, a triangle whose tip is at the end of the line."""
    x1, y1, x2, y2 = item.x1, item.y1, item.x2, item.y2
    length = hypot(x2 - x1, y2 - y1)
    if length == 0:
        return
    if not item.arrow:
        pen.paint(pen.segments([(x1, y1, x2, y2)]), stroke=item.color, width=item.width)
        return
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    head = min(_head(item.width), length)
    x, y = x2 - ux * head, y2 - uy * head
    if length > head:  # the line reaches half a point into the head, so that there is no visible gap
        pen.paint(pen.segments([(x1, y1, x + ux / 2, y + uy / 2)]), stroke=item.color, width=item.width)
    half = head / 2
    pen.paint(
        pen.polygon([(x2, y2), (x - uy * half, y + ux * half), (x + uy * half, y - ux * half)]),
        fill=item.color,
    )


def draw_polyline(pen: Pen, item: Polyline) -> None:
    """Fill and stroke the line of a chart as one path, with round joins, since mitred ones stick out at sharp turns."""
    path = " ".join((pen.polygon if item.closed else pen.polyline)(run) for run in item.runs)
    pattern = item.dash.pattern
    pen.mark.artifact()
    if pattern:
        pen.out.append(f"[{' '.join(f'{part * item.width:.2f}' for part in pattern)}] 0 d")
    pen.out.append("1 j")
    pen.paint(path, fill=item.fill, stroke=item.stroke, width=item.width)
    pen.out.append("0 j")
    if pattern:
        pen.out.append("[] 0 d")
