"""The steps of type on a template's slides: between the size of its own text and the smallest that reads."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.model.theme import Step, TypeScale
from deckbuild.templates.layouts import TemplatePlaceholder
from deckbuild.units import Pt, Rect

_LEAST, _MOST = 18, 32
"""The smallest and largest size of running text, in points of our layout (template points divided by ``unit``)."""
_LEAST_SMALL = 16
"""The smallest size of running text in a template with a small content area."""
_SHRUNK = (0.9, 0.8, 0.7, 0.6)
"""The shares of its size for what would not fit on a slide otherwise: running text is then 10 to 14 points."""
_NARROW: Pt = 720
_LOW: Pt = 320


def type_scale(body: TemplatePlaceholder | None, room: Rect, unit: float) -> TypeScale:
    """Return the steps for content in ``room``, in layout points of ``unit`` points each."""
    small = room.w < _NARROW or room.h < _LOW
    least = (_LEAST_SMALL if small else _LEAST) * unit
    top = min(max(body.look.size if body else 24 * unit, least), _MOST * unit)
    sizes = [least + (top - least) * share for share in (1, 2 / 3, 1 / 3, 0)]
    rounded = [max(least, round(size * 2) / 2) for size in sizes]
    relative_leading = 1.2 * min(max(body.look.line_spacing if body else 1.0, 0.95), 1.5)
    steps = tuple(Step(size / unit, size / unit * relative_leading) for size in rounded)
    base = TypeScale()
    head = min(base.card_head, steps[0], key=lambda step: step.size)
    return replace(base, body=steps, short=(), display=steps[:3], card_head=head, shrunk=_SHRUNK)
