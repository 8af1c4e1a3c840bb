"""Every kind of item drawn: the same for slides, thumbnails and the handout."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from deckbuild.frame.items import (
    Border,
    Connector,
    Group,
    Item,
    Picture,
    Shape,
    Table,
    TextBox,
    Thumbnail,
    Tick,
    WriteBox,
)
from deckbuild.model.theme import LINE
from deckbuild.units import mm
from deckbuild.writers.pdf.pen import Pen
from deckbuild.writers.pdf.shapes import draw_connector, draw_outline
from deckbuild.writers.pdf.text import draw_pars
from deckbuild.writers.pdf.writing import draw_tick, draw_write_box

_THUMBNAIL_BORDER = mm(0.18)


def draw_items(pen: Pen, items: Iterable[Item]) -> None:
    """Draw ``items`` in order, the later over the earlier."""
    for item in items:
        draw_item(pen, item)


def draw_item(pen: Pen, item: Item) -> None:
    """Draw one item at its place on the page."""
    match item:
        case TextBox():
            draw_pars(pen, item.pars, item.box.x, item.box.y)
        case Table():
            _draw_table(pen, item)
        case Shape():
            draw_outline(pen, item)
            if item.pars:
                draw_pars(pen, item.pars, item.box.x, item.box.y)
        case Connector():
            draw_connector(pen, item)
        case Picture():
            pen.place(pen.supplies.pictures[item.path], item.box, 1, 1)
        case Group():
            draw_items(pen, item.items)
        case WriteBox():
            draw_write_box(pen, item)
        case Tick():
            draw_tick(pen, item)
        case Thumbnail():
            form, width, height = pen.supplies.thumbnails[item.frame]
            pen.place(form, item.box, width, height)
            pen.paint(pen.rectangle(item.box), stroke=LINE, width=_THUMBNAIL_BORDER)
        case _:
            assert_never(item)


def _draw_table(pen: Pen, table: Table) -> None:
    """Draw the cells' text row by row, then the rules under them."""
    rules: list[tuple[Border, float, float, float]] = []
    y = table.box.y
    for row in table.rows:
        x = table.box.x
        for width, cell in zip(table.widths, row.cells, strict=True):
            if cell.pars:
                draw_pars(pen, cell.pars, x + cell.inset[0], y + cell.text_top)
            if cell.bottom is not None:
                before = rules[-1] if rules else None
                if before and before[0] == cell.bottom and before[2:] == (x, y + row.height):
                    rules[-1] = before[0], before[1], x + width, y + row.height
                else:
                    rules.append((cell.bottom, x, x + width, y + row.height))
            x += width
        y += row.height
    for border, left, right, at in rules:
        pen.paint(pen.segments([(left, at, right, at)]), stroke=border.color, width=border.width)
