"""Draws places to write: rules, dot grids, frames and circles, and the warm dot that marks them.

In a fillable file a field of several lines has a frame in place of rules or dots: typed text has a leading of its own,
so that they would cross it.
"""

from __future__ import annotations

from typing import assert_never

from deckbuild.frame.items import TICK_SQUARE, WRITE_DOT, WRITE_PITCH, Ruling, Tick, WriteBox, write_mark
from deckbuild.model.theme import LINE, MARK
from deckbuild.units import Pt, Rect, around, mm
from deckbuild.writers.pdf.form import typing_frame
from deckbuild.writers.pdf.pen import Pen

_RULE = mm(0.18)
_OUTLINE = mm(0.25)
_CORNER = mm(2)
_GRID = mm(9)
_GRID_MARGIN = mm(7)
"""Least distance of the dot grid from the edge of its box, and length of the corner marks' arms."""
_GRID_DOT = mm(0.22)
_TICK = mm(0.35)


def draw_write_box(pen: Pen, item: WriteBox) -> None:
    """Draw the ruling of a write box, and the warm dot before or in it."""
    if item.echo:
        return
    typed = pen.form is not None
    box, scale = item.box, item.pitch / WRITE_PITCH if item.pitch else 1.0
    match item.ruling:
        case Ruling.LINES:
            if not item.count:
                return
            if typed and item.count > 1:
                _draw_frame(pen, typing_frame(item))
            else:
                rules = [box.y + (n + 1) * item.pitch for n in range(item.count)]
                pen.paint(pen.segments((box.x, y, box.right, y) for y in rules), stroke=LINE, width=_RULE)
            dot = box.x - mm(3) * scale, box.y + item.pitch - mm(1.05) * scale
        case Ruling.DOTS:
            if typed:
                _draw_frame(pen, box)
            else:
                _draw_grid(pen, box)
            dot = box.x + mm(5), box.y + mm(5)
        case Ruling.FRAME:
            _draw_frame(pen, box)
            dot = box.x + mm(4), box.y + mm(4)
        case Ruling.BLANK:
            dot = box.x + mm(4), box.y + mm(4)
        case _:
            assert_never(item.ruling)
    if item.dot:
        mark = write_mark("", *dot, WRITE_DOT * scale, pen.supplies.plates)
        path = pen.rectangle(mark.box) if pen.supplies.plates else pen.circle(*dot, WRITE_DOT * scale)
        pen.paint(path, fill=mark.fill, stroke=mark.stroke, width=mark.width)


def _draw_frame(pen: Pen, box: Rect) -> None:
    pen.paint(pen.rounded(box, _CORNER, _CORNER), stroke=LINE, width=_OUTLINE)


def draw_tick(pen: Pen, item: Tick) -> None:
    """Draw a circle to tick, or a square in a theme whose marks are squares."""
    square = pen.rectangle(around(item.x, item.y, item.r * TICK_SQUARE)) if pen.supplies.plates else ""
    pen.paint(square or pen.circle(item.x, item.y, item.r), stroke=MARK, width=_TICK)


def _draw_grid(pen: Pen, box: Rect) -> None:
    """Draw the dot grid, centred in ``box``. A dot is a line of no length with round caps (8.5.3.2)."""
    xs, ys = _places(box.x, box.w), _places(box.y, box.h)
    if xs and ys:
        pen.out.append("1 J")
        pen.paint(pen.segments((x, y, x, y) for y in ys for x in xs), stroke=LINE, width=2 * _GRID_DOT)
        pen.out.append("0 J")


def _places(start: Pt, length: Pt) -> list[Pt]:
    """Return the positions of the grid's rows or columns; there may be none."""
    steps = int((length - 2 * _GRID_MARGIN) // _GRID)
    first = start + (length - steps * _GRID) / 2
    return [first + n * _GRID for n in range(steps + 1)] if steps >= 0 else []
