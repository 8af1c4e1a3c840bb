"""Where in the deck file something on a page comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from deckbuild.diagnostics import Span
from deckbuild.frame.items import Connector, Item, Polyline, Table, Tick
from deckbuild.model.deck import Deck, Node
from deckbuild.preview.drawing import Leaf, walk
from deckbuild.units import Rect


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a page, in points, and the lines it comes from."""

    box: Rect
    span: Span


def origins(deck: Deck) -> dict[str, Span]:
    """Return where each slide, block and question stands, by its id, and what covers and sheets are made of."""
    found = dict(_named(deck.slides))
    info = deck.info
    for cover in ("cover", "title"):
        for part in ("title", "subtitle", "owner", "logo", "date"):
            if part in info.places:
                found[f"{cover}/{part}"] = info.places[part]
    for number in range(1, len(deck.handout.cover) + 1):
        if span := deck.handout.cover[number - 1].span:
            found[f"cover/{number}"] = span
    for name, text in deck.handout.sheets.items():
        if text.span:
            found[f"sheet/{name}"] = text.span
    return found


def _named(value: object) -> Iterator[tuple[str, Span]]:
    """Yield the id and the place of everything in a part of the deck that has both."""
    if isinstance(value, Node):
        name = getattr(value, "id", "")
        if name and value.span:
            yield name, value.span
        for each in fields(value):
            yield from _named(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each_value in value:
            yield from _named(each_value)


def origin(name: str, known: Mapping[str, Span]) -> Span | None:
    """Return where an item of this id comes from: its own part, or the nearest one around it."""
    while name and name not in known:
        name = name.rpartition("/")[0]
    return known.get(name)


def places(leaf: Leaf, known: Mapping[str, Span]) -> list[Place]:
    """Return the parts of a page that come from lines of the deck, the larger first: a smaller one lies over it."""
    found = [place for item in walk(leaf.items) for place in _places(item, known)]
    return sorted(dict.fromkeys(found), key=lambda place: -place.box.w * place.box.h)


def _places(item: Item, known: Mapping[str, Span]) -> Iterator[Place]:
    match item:
        case Connector() | Polyline():
            return
        case Tick():
            box, span = Rect(item.x - item.r, item.y - item.r, 2 * item.r, 2 * item.r), origin(item.id, known)
        case _:
            box, span = item.box, getattr(item, "span", None) or origin(item.id, known)
    if span is not None:
        yield Place(box, span)
    if isinstance(item, Table):
        yield from _cells(item)


def _cells(table: Table) -> Iterator[Place]:
    top = table.box.y
    for row in table.rows:
        left = table.box.x
        for cell, width in zip(row.cells, table.widths, strict=True):
            if cell.span is not None:
                yield Place(Rect(left, top, width, row.height), cell.span)
            left += width
        top += row.height
