"""The geometry of a cycle: nodes on an ellipse, and the straight arrows from each to the next."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product

from deckbuild.layout.diagrams.space import Segment, apart, crosses, grown
from deckbuild.units import Pt, Rect

_MOST_OBLONG = {3: 1.3, 4: 1.7}
_OBLONG = 1.9
"""Width to height of the ellipse: at most, for few nodes and for more."""
_NORMALS = ((0, -1), (-1, 0), (0, 1), (1, 0))
"""Which way connection sites 0 to 3 face: up, left, down, right."""
_LEAST_OUTWARD = 0.34
"""How straight an arrow must leave and meet a side: the sine of its angle with it."""
_SLANTED = 0.45
"""Down to this sine the white before a side is measured straight out from it, below it a little less."""
_OUTER = 0.6
"""How much an arrow's distance from the middle weighs against its length: it follows the ring's outside."""


@dataclass(frozen=True, slots=True)
class RingArrow:
    """An arrow of the ring, and the connection sites it joins."""

    start: tuple[Pt, Pt]
    end: tuple[Pt, Pt]
    sites: tuple[int, int]

    @property
    def length(self) -> Pt:
        """From end to end, in points."""
        return math.dist(self.start, self.end)

    @property
    def line(self) -> Segment:
        """The arrow as a line."""
        return self.start, self.end


def ring_nodes(area: Rect, count: int, wide: Pt, high: Pt) -> list[Rect]:
    """Place boxes of one size around an ellipse that fills ``area``: the first on top, then clockwise."""
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
    """Return the arrows, about ``clear`` points from the boxes they join; nothing when two boxes are too close."""
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
    (x1, y1), (x2, y2) = link.line
    return round(link.length - _OUTER * math.dist(((x1 + x2) / 2, (y1 + y2) / 2), middle), 3)


def _site(box: Rect, site: int) -> tuple[Pt, Pt]:
    dx, dy = _NORMALS[site]
    return box.x + box.w / 2 * (1 + dx), box.y + box.h / 2 * (1 + dy)


def _link(a: Rect, b: Rect, sites: tuple[int, int], clear: Pt) -> RingArrow | None:
    """Return the arrow between two sites, if it leaves the one box and meets the other from outside."""
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


def roomy(nodes: list[Rect], links: list[RingArrow], between: Pt, least: Pt) -> bool:
    """Whether boxes stand ``between`` points apart, arrows are ``least`` points long, and none runs through a box."""
    if not apart(nodes, between) or any(link.length < least for link in links):
        return False
    return not any(
        crosses(link.line, grown(node, 3.0))
        for index, link in enumerate(links)
        for place, node in enumerate(nodes)
        if place not in (index, (index + 1) % len(nodes))
    )
