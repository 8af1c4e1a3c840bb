"""Whether a page needs a colour printer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from deckbuild.frame.document import Frame
from deckbuild.frame.items import (
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
from deckbuild.frame.text import Par
from deckbuild.model.theme import INK, LINE, MARK, Color, Theme


def in_color(items: Iterable[Item], frames: Sequence[Frame], theme: Theme) -> bool:
    """Whether ``items`` hold a colour that is not a grey.

    ``frames`` are the slides that thumbnails among the items show. A picture counts as coloured unless the theme is
    grey: its own colours are not looked at.
    """
    hues = {name for name, value in theme.colors.items() if len({value[at : at + 2] for at in (0, 2, 4)}) > 1}
    return any(not theme.grey if color is None else color in hues for color in _colors(items, frames, theme))


def _colors(items: Iterable[Item], frames: Sequence[Frame], theme: Theme) -> Iterator[Color | None]:
    """Yield the colours of ``items``, and ``None`` for each picture: the theme does not know its colours."""
    for item in items:
        match item:
            case TextBox(pars=pars):
                yield from _inks(pars)
            case TableItem(rows=rows):
                for cell in (cell for row in rows for cell in row.cells):
                    yield from _cell(cell)
            case Shape(fill=fill, stroke=stroke, pars=pars):
                yield from (color for color in (fill, stroke) if color)
                yield from _inks(pars)
            case Polyline(fill=fill, stroke=stroke):
                yield from (color for color in (fill, stroke) if color)
            case Connector(color=color):
                yield color
            case Group(items=inner) | ChartItem(items=inner):
                yield from _colors(inner, frames, theme)
            case Thumbnail(frame=index):
                yield from _colors(frames[index].items, frames, theme)
            case PictureItem():
                yield None
            case WriteBox(dot=dot):
                yield (theme.plates or MARK) if dot else LINE
            case Tick():
                yield MARK
            case _:
                assert_never(item)


def _cell(cell: TableCell) -> Iterator[Color]:
    yield from (rule.color for rule in (cell.left, cell.top, cell.right, cell.bottom) if rule)
    if cell.fill:
        yield cell.fill
    yield from _inks(cell.pars)


def _inks(pars: Iterable[Par]) -> Iterator[Color]:
    for par in pars:
        yield par.bullet.run.color if par.bullet else INK
        yield from (run.color for run in par.runs)
