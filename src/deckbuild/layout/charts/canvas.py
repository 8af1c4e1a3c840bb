"""The parameters that all kinds of chart share, as one object."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span
from deckbuild.frame.items import ChartItem, Item, Polyline, TextBox
from deckbuild.frame.text import Align, Par
from deckbuild.layout.diagrams.labels import set_label
from deckbuild.layout.drawing_looks import ChartLook
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, middle, text_width
from deckbuild.model.chart import ChartData, ChartKind, NumberFormat
from deckbuild.model.text import plain
from deckbuild.model.theme import HAIR, INK, Color, Step
from deckbuild.units import Pt, Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartCanvas:
    """Where and how a chart is drawn: its box, format, data, and alternative text."""

    name: str
    """The id of the block. The ids of all items begin with it."""
    box: Rect
    look: ChartLook
    settings: TextSettings
    accent: Color
    kind: ChartKind
    stacked: bool
    data: ChartData
    format: NumberFormat
    x: str = ""
    """The title of the horizontal axis."""
    y: str = ""
    """The title of the value axis."""
    alt: str = ""
    span: Span | None = None
    turned: bool = False
    """Whether the category labels under the plot read upward."""

    def width(self, text: str, step: Step, *, bold: bool = False) -> Pt:
        """Return the width of ``text`` on one line, in points."""
        return text_width(text, self.settings.face(bold=bold), step.size)

    def set(
        self, text: str, step: Step, width: Pt, align: Align = Align.LEFT, *, color: Color = INK, bold: bool = False
    ) -> tuple[tuple[Par, ...], bool]:
        """Set ``text`` in ``width`` points, without hyphenation. Return its paragraphs, and whether every word fits."""
        style = ParStyle(step, color, bold=bold, align=align)
        label = set_label(((plain(text), style),), width, replace(self.settings, fill=1.0), whole=True)
        return label.pars, label.fits

    def line_at(
        self, name: str, text: str, step: Step, x: Pt, y: Pt, align: Align = Align.LEFT, *, color: Color = INK,
        bold: bool = False,
    ) -> TextBox:  # fmt: skip
        """Return one line of text, its capitals centred at ``y``. ``x`` is its left end, middle or right end."""
        wide = self.width(text, step, bold=bold) + 1.0
        pars, _ = self.set(text, step, wide, align, color=color, bold=bold)
        left = x - {Align.LEFT: 0.0, Align.CENTER: wide / 2, Align.RIGHT: wide}[align]
        return TextBox(
            id=f"{self.name}/{name}", box=Rect(left, y - middle(step), wide, step.leading), pars=pars
        )  # fmt: skip

    def ground(self, text: TextBox, color: Color) -> Polyline:
        """Return a surface behind the letters of ``text`` that hides the grid or the hatching there."""
        (area,) = text_of([text])
        box = Rect(area.x - 2, area.y + area.h * 0.12, area.w + 4, area.h * 0.76)
        return Polyline(id=f"{text.id}/ground", runs=(corners(box),), closed=True, fill=color)

    def number(self, value: float) -> str:
        """Return a value as it is written on its label."""
        return self.format.text(value)

    def rule(self, name: str, x1: Pt, y1: Pt, x2: Pt, y2: Pt, *, base: bool = False) -> Polyline:
        """Return a grid line, or with ``base`` the line at zero."""
        return Polyline(
            id=f"{self.name}/{name}", runs=(((x1, y1), (x2, y2)),), stroke=INK if base else HAIR,
            width=self.look.base if base else self.look.grid,
        )  # fmt: skip

    def chart(self, **fields: Any) -> ChartItem:
        """Return the chart with what layout decided about it in ``fields``."""
        given: dict[str, Any] = {
            "id": self.name, "box": self.box, "kind": self.kind, "stacked": self.stacked, "data": self.data,
            "format": self.format, "line": self.look.line, "mark": self.look.mark, "alt": self.alt,
            "span": self.span, "turned": self.turned,
        }  # fmt: skip
        return ChartItem(**(given | fields))


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart, and whether it fits its box."""

    chart: ChartItem
    fits: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the plot: the title of the value axis, and the legend. ``height`` is in points."""

    items: tuple[Item, ...]
    height: Pt
    titles: tuple[tuple[str, Rect], ...]
    legend: Rect | None
    fits: bool


def corners(box: Rect) -> tuple[tuple[Pt, Pt], ...]:
    """Return the corners of a rectangle, clockwise from the top left."""
    return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)


def text_of(items: Sequence[Item]) -> list[Rect]:
    """Return the bounding box of the lines of each text box in ``items``; text boxes have one paragraph here."""
    found = []
    for item in items:
        if isinstance(item, TextBox) and item.pars:
            first = item.pars[0]
            left = min(line.pieces[0].x for line in first.lines if line.pieces)
            wide, high = max(line.width for line in first.lines), height(item.pars)
            if item.turned:
                found.append(Rect(item.box.x + first.top, item.box.bottom - left - wide, high, wide))
            else:
                found.append(Rect(item.box.x + left, item.box.y + first.top, wide, high))
    return found
