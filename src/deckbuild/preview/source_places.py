"""Finds the lines of the deck file that parts of a page come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span
from deckbuild.frame.items import Connector, Item, Polyline, TableItem, TextBox, Tick
from deckbuild.model.deck import Block, Deck, Node
from deckbuild.model.text import Paragraph, Text
from deckbuild.preview.drawing import Leaf, walk
from deckbuild.units import Rect


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A part of a page, in points, and the lines it comes from."""

    box: Rect
    span: Span


@dataclass(frozen=True, slots=True)
class Origins:
    """Where texts and items of a deck are in its file."""

    named: Mapping[str, Span]
    """Id -> place: of slides, blocks and questions, and of the items on covers and sheets."""
    texts: Mapping[str, Mapping[str, Span]]
    """Slide id -> plain text -> place of what the text belongs to, such as a whole question with its ``answer:``."""
    works: Mapping[str, Span]
    """Title of a work -> its place in the list of sources."""

    def of(self, name: str) -> Span | None:
        """Return the place of an item by its id, or of the nearest part around it, or None."""
        while name and name not in self.named:
            name = name.rpartition("/")[0]
        return self.named.get(name)

    def text(self, name: str, plain: str) -> Span | None:
        """Return the place that a paragraph of the item ``name`` comes from, or None; ``plain`` is its text."""
        own = self.texts.get(name.partition("/")[0], {}).get(plain)
        return own or next((span for title, span in self.works.items() if title in plain), None)


def origins(deck: Deck) -> Origins:
    """Return where the parts of a deck are in its file."""
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
    texts = {slide.id: dict(reversed(list(_texts(slide)))) for slide in deck.slides}
    works = {source.title.plain: source.span for source in deck.sources.values() if source.span}
    return Origins(found, texts, works)


def _named(value: object) -> Iterator[tuple[str, Span]]:
    """Yield (id, place) of everything in a part of the deck that has both."""
    if isinstance(value, Node):
        name = getattr(value, "id", "")
        if name and value.span:
            yield name, value.span
        for each in fields(value):
            yield from _named(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each_value in value:
            yield from _named(each_value)


def _texts(value: object, around: Span | None = None) -> Iterator[tuple[str, Span]]:
    """Yield (plain text, place) of every text in a part of the deck.

    The place is that of the item or question that the text belongs to, or the text's own.
    """
    if isinstance(value, Text):
        if span := around or value.span:
            yield value.plain, span
    elif isinstance(value, Paragraph):
        yield from _texts(value.text)
    elif isinstance(value, tuple):
        for each_value in value:
            yield from _texts(each_value)
    elif isinstance(value, Node):
        for each in fields(value):
            whole = value.span if each.name == value.SHORTHAND and not isinstance(value, Block) else None
            yield from _texts(getattr(value, each.name), whole)


def places(leaf: Leaf, known: Origins) -> list[SourcePlace]:
    """Return the parts of a page that come from lines of the deck, the larger first: smaller parts cover them."""
    found = [place for item in walk(leaf.items) for place in _places(item, known)]
    return sorted(dict.fromkeys(found), key=lambda place: -place.box.w * place.box.h)


def _places(item: Item, known: Origins) -> Iterator[SourcePlace]:
    match item:
        case Connector() | Polyline():
            return
        case Tick():
            box, span = Rect(item.x - item.r, item.y - item.r, 2 * item.r, 2 * item.r), known.of(item.id)
        case _:
            box, span = item.box, getattr(item, "span", None) or known.of(item.id)
    if span is not None:
        yield SourcePlace(box, span)
    if isinstance(item, TableItem):
        yield from _cells(item)
    if isinstance(item, TextBox) and not item.turned:
        yield from _paragraphs(item, known)


def _paragraphs(box: TextBox, known: Origins) -> Iterator[SourcePlace]:
    for par in box.pars:
        if span := known.text(box.id, par.plain):
            yield SourcePlace(Rect(box.box.x, box.box.y + par.top, box.box.w, par.height), span)


def _cells(table: TableItem) -> Iterator[SourcePlace]:
    top = table.box.y
    for row in table.rows:
        left = table.box.x
        for cell, width in zip(row.cells, table.widths, strict=True):
            if cell.span is not None:
                yield SourcePlace(Rect(left, top, width, row.height), cell.span)
            left += width
        top += row.height
