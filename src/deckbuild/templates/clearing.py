"""Finds the part of a content area that is free of the template's decoration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.model.contrast import contrast, mixed
from deckbuild.templates.art import Layer
from deckbuild.units import Pt, Rect

_GROUND = 0.6
"""The share of the content area from which decoration counts as its ground: text is meant to stand on it."""
_KEPT = 0.6
"""The least share of the content area that must be left; else it stays whole, and content stands on the decoration."""
_PALE = 1.3
"""The contrast under which decoration is taken for a pattern of the ground."""
_TOLERANCE: Pt = 1.5


def cleared(area: Rect, boxes: Sequence[Rect], layers: Sequence[Layer], ground: str, gap: Pt) -> tuple[Rect, bool]:
    """Return the largest part of ``area`` without decoration, and whether there is one that is large enough.

    Decoration counts when it is seen on ``ground`` (RRGGBB) and reaches into one of ``boxes``, where text stands. It is
    kept ``gap`` away.
    """
    obstacles = [
        part
        for layer in layers
        if _seen(layer, ground)
        for part in layer.parts
        if _common(area, part) < _GROUND * area.w * area.h and any(_common(box, part, _TOLERANCE) for box in boxes)
    ]
    free = max(_free(area, obstacles, gap), key=lambda part: part.w * part.h, default=area)
    enough = free.w * free.h >= _KEPT * area.w * area.h
    return (free if enough else area), enough


def _seen(layer: Layer, ground: str) -> bool:
    art = layer.art
    return not (art and art.fill) or contrast(mixed(art.fill, ground, art.alpha), ground) >= _PALE


def _common(one: Rect, other: Rect, least: Pt = 0.0) -> float:
    """Return the area that two boxes have in common; 0 when it is narrower or lower than ``least``. Lines have 1 pt."""
    wide = min(one.right, other.right + 0.5) - max(one.x, other.x - 0.5)
    high = min(one.bottom, other.bottom + 0.5) - max(one.y, other.y - 0.5)
    deep = min(one.right - other.x, other.right - one.x, one.bottom - other.y, other.bottom - one.y)
    return wide * high if wide > 0 and high > 0 and deep > least else 0.0


def _free(area: Rect, obstacles: Sequence[Rect], gap: Pt) -> Iterator[Rect]:
    """Yield the boxes in ``area`` that lie between obstacles, the widest first."""
    lefts = [area.x, *(box.right + gap for box in obstacles)]
    rights = [area.right, *(box.x - gap for box in obstacles)]
    for left in lefts:
        for right in rights:
            if not area.x <= left < right <= area.right:
                continue
            beside = sorted(
                (box.y - gap, box.bottom + gap)
                for box in obstacles
                if box.x - gap < right - 0.01 and box.right + gap > left + 0.01
            )
            top = area.y
            for upper, lower in (*beside, (area.bottom, area.bottom)):
                if min(upper, area.bottom) > top:
                    yield Rect(left, top, right - left, min(upper, area.bottom) - top)
                top = max(top, lower)
