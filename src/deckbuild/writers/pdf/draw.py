"""Draws items of every kind. Slides, thumbnails and the handout use the same functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import assert_never

from deckbuild.frame.items import (
    UNCROPPED,
    Border,
    ChartItem,
    Connector,
    Group,
    Item,
    PictureItem,
    Polyline,
    Shape,
    TableCell,
    TableItem,
    TextBox,
    Thumbnail,
    Tick,
    WriteBox,
)
from deckbuild.model.theme import LINE
from deckbuild.units import Pt, Rect, mm
from deckbuild.writers.pdf.pen import Pen
from deckbuild.writers.pdf.shapes import draw_connector, draw_outline, draw_polyline
from deckbuild.writers.pdf.text import draw_pars
from deckbuild.writers.pdf.writing import draw_tick, draw_write_box

_THUMBNAIL_BORDER = mm(0.18)


def draw_items(pen: Pen, items: Iterable[Item]) -> None:
    """Draw ``items`` in order; later ones cover earlier ones."""
    for item in items:
        draw_item(pen, item)


def draw_item(pen: Pen, item: Item) -> None:
    """Draw one item at its place on the page."""
    match item:
        case TextBox() if item.stamp:
            pen.hold(item)
        case TextBox() if item.turned:
            with pen.upward(item.box):
                draw_pars(pen, item.pars, 0.0, 0.0, artifact=item.artifact)
        case TextBox():
            draw_pars(pen, item.pars, item.box.x, item.box.y, artifact=item.artifact)
        case TableItem():
            _draw_table(pen, item)
        case Shape():
            with pen.figure(item.alt, item.box):
                draw_outline(pen, item)
                if item.pars:
                    draw_pars(pen, item.pars, item.box.x, item.box.y)
        case Connector():
            draw_connector(pen, item)
        case PictureItem():
            with pen.figure(item.alt, item.box):
                cropped = item.box if item.crop != UNCROPPED else None
                form, width, height = pen.supplies.pictures[item.path]
                pen.place(form, item.whole, width, height, cropped)
        case Polyline():
            draw_polyline(pen, item)
        case Group() | ChartItem():
            with pen.figure(item.alt, item.box):
                draw_items(pen, item.items)
        case WriteBox():
            draw_write_box(pen, item)  # drawn as artifacts: a screen reader needs the field, not the lines
            if pen.form:
                pen.form.box(item, pen.tagger, pen.height)
        case Tick():
            draw_tick(pen, item)
            if pen.form:
                pen.form.circle(item, pen.tagger, pen.height)
        case Thumbnail():
            form, width, height = pen.supplies.thumbnails[item.frame]
            share = min(item.box.w / width, item.box.h / height)
            box = Rect(item.box.x, item.box.y, width * share, height * share)
            with pen.figure(item.alt, box):
                pen.place(form, box, width, height)
            pen.paint(pen.rectangle(box), stroke=LINE, width=_THUMBNAIL_BORDER)
        case _:
            assert_never(item)


def _draw_table(pen: Pen, table: TableItem) -> None:
    """Draw the cells' text row by row, then the rules."""
    tagger = pen.tagger
    element = tagger.table(table) if tagger else None
    _draw_grounds(pen, table)
    y = table.box.y
    for down, row in enumerate(table.rows):
        line = element.add("TR") if element else None
        x = table.box.x
        for across, (width, cell) in enumerate(zip(table.widths, row.cells, strict=True)):
            with tagger.cell(line, table, cell, down, across) if tagger and line else nullcontext():
                if cell.pars:
                    draw_pars(pen, cell.pars, x + cell.inset[0], y + cell.text_top)
            x += width
        y += row.height
    _draw_rules(pen, table)


def _cells(table: TableItem) -> Iterator[tuple[TableCell, Rect]]:
    """Yield the cells of a table with their boxes."""
    y = table.box.y
    for row in table.rows:
        x = table.box.x
        for width, cell in zip(table.widths, row.cells, strict=True):
            yield cell, Rect(x, y, width, row.height)
            x += width
        y += row.height


def _draw_grounds(pen: Pen, table: TableItem) -> None:
    """Fill the cells, and draw the rules beside them and over the table."""
    for cell, box in _cells(table):
        if cell.fill:
            pen.paint(pen.rectangle(box), fill=cell.fill)
    for cell, box in _cells(table):
        for rule, line in (
            (cell.left, (box.x, box.y, box.x, box.bottom)),
            (cell.right, (box.right, box.y, box.right, box.bottom)),
            (cell.top, (box.x, box.y, box.right, box.y)),
        ):
            if rule:
                pen.paint(pen.segments([line]), stroke=rule.color, width=rule.width)


def _draw_rules(pen: Pen, table: TableItem) -> None:
    """Draw the rules under the cells. Adjacent rules of the same look are drawn as one line."""
    rules: list[tuple[Border, Pt, Pt, Pt]] = []
    for cell, box in _cells(table):
        if cell.bottom is not None:
            before = rules[-1] if rules else None
            if before and before[0] == cell.bottom and before[2:] == (box.x, box.bottom):
                rules[-1] = before[0], before[1], box.right, box.bottom
            else:
                rules.append((cell.bottom, box.x, box.right, box.bottom))
    for border, left, right, at in rules:
        pen.paint(pen.segments([(left, at, right, at)]), stroke=border.color, width=border.width)
