"""The hall: a stage in the corner, and a row of seats around it for each section."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from deckbuild.frame.items import Item, Shape, ShapeKind, TextBox
from deckbuild.frame.text import Align, Tag
from deckbuild.layout.text.paragraph import ParStyle, middle, set_par, stack
from deckbuild.layout.title_art.canvas import ArtCanvas
from deckbuild.model.text import plain
from deckbuild.model.theme import MARK, ON_ACCENT, Color, Step, accent
from deckbuild.units import Pt, Rect, mm

_STAGE, _BEFORE_SEATS = 0.22, 0.24
"""The radius of the stage, and where the rows begin, as shares of the radius of the last row."""
_WIDEST = 0.2
"""The most distance between two rows, as a share of that radius."""
_SEATS = 0.56
"""The depth of a row, as a share of the distance between two."""
_NUMBER = Step(20, 24)
_MOST_NUMBERED = 9
_OUTLINE = mm(0.6)


def hall(canvas: ArtCanvas) -> Iterator[Item]:
    """Yield the rows from the outermost on, and the stage. On a cover they are outlines, which need little ink."""
    box, total, printed = canvas.box, len(canvas.sections), not canvas.named
    radius = min(box.w, box.h)
    x, y = box.right, box.y + radius
    pitch = radius * min((1 - _BEFORE_SEATS) / total, _WIDEST)
    rows = [radius * _BEFORE_SEATS + pitch * (index + 1) for index in range(total)]
    for index, outer in reversed(list(enumerate(rows, start=1))):
        seats = outer - pitch * _SEATS
        fill = None if printed else canvas.theme.pale_on_accent
        yield _quarter(f"{canvas.name}/row{index}", x, y, outer, seats, fill, printed)
    yield _quarter(f"{canvas.name}/stage", x, y, radius * _STAGE, 0.0, canvas.theme.plates or MARK, printed)
    for index, outer in enumerate(rows if total <= _MOST_NUMBERED else (), start=1):
        out = (outer - pitch * _SEATS / 2) / sqrt(2)
        yield _number(canvas, index, x - out, y - out, accent(index) if printed else ON_ACCENT)


def _quarter(name: str, x: Pt, y: Pt, outer: Pt, inner: Pt, fill: Color | None, printed: bool) -> Shape:
    """Return a quarter of a ring around ``(x, y)``."""
    return Shape(
        id=name, kind=ShapeKind.QUARTER, box=Rect(x - outer, y - outer, outer, outer), radius=inner,
        fill=fill, stroke=accent(1) if printed else None,
        width=_OUTLINE if printed else 0.0,
    )  # fmt: skip


def _number(canvas: ArtCanvas, number: int, x: Pt, y: Pt, color: Color) -> TextBox:
    """Return the number of a row with its middle at ``(x, y)``."""
    size = _NUMBER.size if canvas.named else 11.0
    step = Step(size, size * 1.2)
    style = ParStyle(step, color, bold=True, align=Align.CENTER, tag=Tag.ARTIFACT, heading=True)
    pars = stack([set_par(plain(str(number)), style, 40, canvas.settings)])
    return TextBox(
        id=f"{canvas.name}/number{number}",
        box=Rect(x - 20, y - middle(step), 40, step.leading),
        pars=pars,
        artifact=True,
    )
