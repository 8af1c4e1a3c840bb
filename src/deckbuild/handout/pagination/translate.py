"""Moving finished items: strips are built around their own corner, pages put them where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from deckbuild.frame.items import (
    Chart,
    Connector,
    Group,
    Item,
    Picture,
    Polyline,
    Shape,
    Table,
    TextBox,
    Thumbnail,
    Tick,
    WriteBox,
)
from deckbuild.units import Pt


def moved(items: Iterable[Item], dx: Pt, dy: Pt) -> tuple[Item, ...]:
    """Return the items shifted by ``dx``, ``dy`` points."""
    return tuple(_moved(item, dx, dy) for item in items)


def _moved(item: Item, dx: Pt, dy: Pt) -> Item:
    match item:
        case TextBox() | Table() | Shape() | Picture() | WriteBox() | Thumbnail():
            return replace(item, box=item.box.moved(dx, dy))
        case Tick():
            return replace(item, x=item.x + dx, y=item.y + dy)
        case Connector():
            return replace(item, x1=item.x1 + dx, y1=item.y1 + dy, x2=item.x2 + dx, y2=item.y2 + dy)
        case Polyline():
            return replace(item, runs=tuple(tuple((x + dx, y + dy) for x, y in run) for run in item.runs))
        case Chart():
            return replace(
                item,
                box=item.box.moved(dx, dy),
                plot=item.plot.moved(dx, dy),
                legend=item.legend and item.legend.moved(dx, dy),
                titles=tuple((text, box.moved(dx, dy)) for text, box in item.titles),
                items=moved(item.items, dx, dy),
            )
        case Group():
            return replace(item, box=item.box.moved(dx, dy), items=moved(item.items, dx, dy))
        case _:
            assert_never(item)
