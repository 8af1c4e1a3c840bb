"""Geometry of rectangles and line segments: overlap, distance, containment, crossing."""

from __future__ import annotations

from itertools import combinations

from deckbuild.units import Pt, Rect

Segment = tuple[tuple[Pt, Pt], tuple[Pt, Pt]]
"""A line segment: its two end points."""


def grown(box: Rect, by: Pt) -> Rect:
    """Return the rectangle with each edge moved ``by`` points outward; inward when negative."""
    return box.widened(by, by, by, by)


def overlap(a: Rect, b: Rect) -> bool:
    """Whether two rectangles overlap. Touching edges are no overlap."""
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def apart(boxes: list[Rect], clear: Pt) -> bool:
    """Whether any two rectangles are at least ``clear`` points apart, horizontally or vertically."""
    return not any(overlap(grown(a, clear), b) for a, b in combinations(boxes, 2))


def inside(box: Rect, area: Rect) -> bool:
    """Whether ``box`` lies within ``area``, with a tolerance of 0.01 pt."""
    return (
        box.x >= area.x - 0.01
        and box.y >= area.y - 0.01
        and box.right <= area.right + 0.01
        and box.bottom <= area.bottom + 0.01
    )


def crosses(line: Segment, box: Rect) -> bool:
    """Whether a line segment crosses a rectangle: by clipping it to the rectangle (Liang and Barsky)."""
    (x1, y1), (x2, y2) = line
    first, last = 0.0, 1.0
    for delta, to_low, to_high in (
        (x2 - x1, box.x - x1, box.right - x1),
        (y2 - y1, box.y - y1, box.bottom - y1),
    ):
        if delta == 0:
            if to_low >= 0 or to_high <= 0:
                return False
            continue
        enter, leave = sorted((to_low / delta, to_high / delta))
        first, last = max(first, enter), min(last, leave)
    return first < last
