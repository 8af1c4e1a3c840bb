"""Move, scale and recolour finished items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, assert_never, cast

from deckbuild.frame.items import (
    ChartItem,
    Connector,
    Group,
    Item,
    PictureItem,
    Polyline,
    Shape,
    TableItem,
    TextBox,
    Thumbnail,
    Tick,
    WriteBox,
)
from deckbuild.units import Pt

T = TypeVar("T")


def moved(items: Iterable[Item], dx: Pt, dy: Pt) -> tuple[Item, ...]:
    """Return the items shifted by ``dx``, ``dy`` points."""
    return tuple(_moved(item, dx, dy) for item in items)


def _moved(item: Item, dx: Pt, dy: Pt) -> Item:
    match item:
        case TextBox():
            return replace(item, box=item.box.moved(dx, dy), room=item.room and item.room.moved(dx, dy))
        case TableItem() | Shape() | PictureItem() | WriteBox() | Thumbnail():
            return replace(item, box=item.box.moved(dx, dy))
        case Tick():
            return replace(item, x=item.x + dx, y=item.y + dy)
        case Connector():
            return replace(item, x1=item.x1 + dx, y1=item.y1 + dy, x2=item.x2 + dx, y2=item.y2 + dy)
        case Polyline():
            return replace(item, runs=tuple(tuple((x + dx, y + dy) for x, y in run) for run in item.runs))
        case ChartItem():
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


def scaled(value: T, by: float) -> T:
    """Return ``value`` with all lengths in it multiplied by ``by``.

    A length is a dataclass field whose annotation contains ``Pt``. Dataclasses in tuples, mappings and fields are
    scaled too.
    """
    return value if by == 1 else cast("T", _changed(value, "Pt", lambda old: _times(old, by)))


def recolored(value: T, names: Mapping[str, str]) -> T:
    """Return ``value`` with the colours replaced that ``names`` has. They are found like lengths, by ``Color``."""
    return cast("T", _changed(value, "Color", lambda old: names.get(old, old))) if names else value


@cache
def _fields(kind: type, marked: str) -> tuple[tuple[str, bool], ...]:
    """Return the names of a dataclass's fields, and for each whether its annotation contains ``marked``."""
    return tuple((f.name, marked in str(f.type)) for f in fields(kind))


def _changed(value: Any, marked: str, change: Callable[[Any], Any]) -> Any:
    """Return ``value`` with the fields whose annotations contain ``marked`` changed, at any depth."""
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for name, meant in _fields(type(value), marked):
            old = getattr(value, name)
            new = change(old) if meant else _changed(old, marked, change)
            if new is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value
    if isinstance(value, tuple):
        made = [_changed(each, marked, change) for each in value]
        same = all(a is b for a, b in zip(made, value, strict=True))
        return value if same else tuple(made)
    if isinstance(value, Mapping):
        return {key: _changed(each, marked, change) for key, each in value.items()}
    return value


def _times(value: Any, by: float) -> Any:
    """Return a length multiplied by ``by``, or a tuple of lengths; any other value, such as ``None``, as it is."""
    if isinstance(value, tuple):
        return tuple(_times(each, by) for each in value)
    return value * by if isinstance(value, int | float) else value
