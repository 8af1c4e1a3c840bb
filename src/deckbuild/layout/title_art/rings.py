"""The rings: one for each section around a star, which stands for what is carried from all of them."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.frame.items import Item, Shape, ShapeKind
from deckbuild.layout.title_art.canvas import ArtCanvas
from deckbuild.units import around

_MOST, _USUAL = 9, 5
"""The most rings, and how many stand at the usual distance."""
_INNER, _STEP, _STAR, _OUTER = 36, 28, 24, 148
"""The radius of the first ring, the distance to the next, the radius of the star, and that of the fifth ring."""
_STROKE = 2


def rings(canvas: ArtCanvas) -> Iterator[Item]:
    """Yield the rings from the outermost on and the star, in the middle of the canvas."""
    box, count = canvas.box, min(len(canvas.sections), _MOST)
    scale = min(box.w, box.h) / 2 / _OUTER
    step = _STEP * min(1.0, (_USUAL - 1) / max(count - 1, 1))
    x, y = box.x + box.w / 2, box.y + box.h / 2
    for index in reversed(range(count)):
        circle = around(x, y, scale * (_INNER + step * index))
        yield Shape(
            id=f"{canvas.name}/ring{index + 1}", kind=ShapeKind.ELLIPSE, box=circle, stroke=canvas.accent(index + 1),
            width=_STROKE * canvas.unit,
        )  # fmt: skip
    yield Shape(id=f"{canvas.name}/star", kind=ShapeKind.STAR, box=around(x, y, scale * _STAR), fill=canvas.here)
