"""The geometry of a cycle: nodes on an ellipse, and a straight arrow from each node to the next."""

from __future__ import annotations

import math
from itertools import product

from deckbuild.dataclass import dataclass
from deckbuild.layout.diagrams.space import Segment, apart, crosses, grown
from deckbuild.units import Pt, Rect

_MOST_OBLONG = {3: 1.3, 4: 1.7}
_OBLONG = 1.9
"""The greatest width to height of the ellipse: by the number of nodes, and for all other numbers."""
_NORMALS = ((0, -1), (-1, 0), (0, 1), (1, 0))
"""The outward directions of connection sites 0 to 3: up, left, down, right."""
_LEAST_OUTWARD = 0.34
"""The least sine of the angle between an arrow and the side of the box it joins."""
_SLANTED = 0.45
"""For a greater sine, the white space before a side is measured at right angles to it. For a lesser one it shrinks."""
_OUTER = 0.6
"""The weight of an arrow's distance from the middle against its length. Arrows on the outside of the ring look best."""


@dataclass(frozen=True, slots=True)
class RingArrow:
    """An arrow of the ring, and the connection sites (0..3) at its start and end."""

    start: tuple[Pt, Pt]
    end: tuple[Pt, Pt]
    sites: tuple[int, int]

    @property
    def length(self) -> Pt:
        """Its length in points."""
        return math.dist(self.start, self.end)

    @property
    def line(self) -> Segment:
        """The arrow as a line segment."""
        return self.start, self.end


def ring_nodes(area: Rect, count: int, wide: Pt, high: Pt) -> list[Rect]:
    """Place ``count`` boxes of one size clockwise around an ellipse that fills ``area``, the first at the top."""
    angles = [math.tau * i / count - math.pi / 2 for i in range(count)]
    points = [(math.cos(a), math.sin(a)) for a in angles]
    across = max(x for x, _ in points)
    low, far = min(y for _, y in points), max(y for _, y in points)
    up = max(0.0, (area.h - high) / 2)
    out = max(0.0, min((area.w - wide) / 2, _MOST_OBLONG.get(count, _OBLONG) * up))
    cx, cy = area.x + area.w / 2, area.y + area.h / 2
    nodes = []
    for x, y in points:
        middle = cx + round(x / across, 9) * out, cy + ((y - low) / (far - low) * 2 - 1) * up
        nodes.append(Rect(middle[0] - wide / 2, middle[1] - high / 2, wide, high))
    return nodes


def ring_links(nodes: list[Rect], clear: Pt) -> list[RingArrow] | None:
    """Return the arrows, about ``clear`` points from the boxes they join; ``None`` when two boxes are too close."""
    middle = (
        (min(n.x for n in nodes) + max(n.right for n in nodes)) / 2,
        (min(n.y for n in nodes) + max(n.bottom for n in nodes)) / 2,
    )
    found = []
    for a, b in zip(nodes, [*nodes[1:], nodes[0]], strict=True):
        links = [link for sites in product(range(4), range(4)) if (link := _link(a, b, sites, clear))]
        if not links:
            return None
        found.append(min(links, key=lambda link: _cost(link, middle)))
    return found


def _cost(link: RingArrow, middle: tuple[Pt, Pt]) -> float:
    """Return the cost of an arrow: the cheapest between two boxes is short and far from the ring's middle."""
    (x1, y1), (x2, y2) = link.line
    return round(link.length - _OUTER * math.dist(((x1 + x2) / 2, (y1 + y2) / 2), middle), 3)


def _site(box: Rect, site: int) -> tuple[Pt, Pt]:
    dx, dy = _NORMALS[site]
    return box.x + box.w / 2 * (1 + dx), box.y + box.h / 2 * (1 + dy)


def _link(a: Rect, b: Rect, sites: tuple[int, int], clear: Pt) -> RingArrow | None:
    """Return the arrow between two connection sites; ``None`` when it would run through a box or be too slanted."""
    (x1, y1), (x2, y2) = _site(a, sites[0]), _site(b, sites[1])
    length = math.hypot(x2 - x1, y2 - y1)
    if length == 0:
        return None
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    leaves = ux * _NORMALS[sites[0]][0] + uy * _NORMALS[sites[0]][1]
    meets = -ux * _NORMALS[sites[1]][0] - uy * _NORMALS[sites[1]][1]
    if min(leaves, meets) < _LEAST_OUTWARD:
        return None
    first, last = clear / max(leaves, _SLANTED), clear / max(meets, _SLANTED)
    if length <= first + last:
        return None
    return RingArrow((x1 + ux * first, y1 + uy * first), (x2 - ux * last, y2 - uy * last), sites)


def has_room(nodes: list[Rect], links: list[RingArrow], between: Pt, least: Pt) -> bool:
    """Whether boxes are ``between`` points apart, and arrows ``least`` points long and clear of all other boxes."""
    if not apart(nodes, between) or any(link.length < least for link in links):
        return False
    return not any(
        crosses(link.line, grown(node, 3.0))
        for index, link in enumerate(links)
        for place, node in enumerate(nodes)
        if place not in (index, (index + 1) % len(nodes))
    )
