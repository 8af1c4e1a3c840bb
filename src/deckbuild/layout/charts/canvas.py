"""Where a chart is drawn, of what and how: given to each kind as one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.diagnostics import Span
from deckbuild.fonts.faces import Style
from deckbuild.frame.items import ChartItem, Item, Polyline, TextBox
from deckbuild.frame.text import Align, Par
from deckbuild.layout.diagrams.labels import set_label
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, middle, text_width
from deckbuild.model.chart import ChartData, ChartKind, NumberFormat
from deckbuild.model.text import plain
from deckbuild.model.theme import HAIR, INK, Color, Step
from deckbuild.units import Pt, Rect, mm


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Sizes and strokes of a chart, in points."""

    steps: tuple[Step, ...]
    """Of all text in it: the largest that fits."""
    line: Pt
    """A line between points."""
    mark: Pt
    """Width of a mark at a point."""
    grid: Pt
    base: Pt
    """The line that bars stand on."""
    edge: Pt
    """Around pale surfaces."""
    clear: Pt
    """White between a mark and its label."""
    bar: Pt
    """A bar is no thicker than this."""
    hatch: Pt
    """From line to line of a hatched surface."""
    most: Pt
    """A pie is no wider than this."""


SLIDE_CHART = ChartLook(
    steps=(Step(16, 20), Step(14, 18), Step(12, 16)),
    line=2.5, mark=9, grid=0.75, base=1, edge=1, clear=6, bar=80, hatch=6, most=320,
)  # fmt: skip
PAPER_CHART = ChartLook(
    steps=(Step(9.5, mm(4.2)), Step(9, mm(4))),
    line=1.4, mark=5, grid=mm(0.12), base=mm(0.2), edge=mm(0.18), clear=4, bar=mm(11), hatch=3.4, most=mm(60),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartCanvas:
    """The box to draw in, the look, the data, and what the chart says."""

    name: str
    """The block's id: the ids of all items begin with it."""
    box: Rect
    look: ChartLook
    settings: TextSettings
    accent: Color
    kind: ChartKind
    stacked: bool
    data: ChartData
    format: NumberFormat
    x: str = ""
    """What is counted from left to right."""
    y: str = ""
    """What the values count."""
    alt: str = ""
    span: Span | None = None
    turned: bool = False
    """Whether the names of the categories under the plot read upward."""

    def width(self, text: str, step: Step, *, bold: bool = False) -> Pt:
        """Return how wide ``text`` is on one line, in points."""
        return text_width(text, Style.BOLD if bold else Style.REGULAR, step.size)

    def set(
        self, text: str, step: Step, width: Pt, align: Align = Align.LEFT, *, color: Color = INK, bold: bool = False
    ) -> tuple[tuple[Par, ...], bool]:
        """Set ``text`` in ``width`` points; return its paragraphs, and whether all words are whole."""
        style = ParStyle(step, color, bold=bold, align=align)
        label = set_label(((plain(text), style),), width, replace(self.settings, fill=1.0), whole=True)
        return label.pars, label.fits

    def line_at(
        self, name: str, text: str, step: Step, x: Pt, y: Pt, align: Align = Align.LEFT, *, color: Color = INK,
        bold: bool = False,
    ) -> TextBox:  # fmt: skip
        """Return one line of text whose capitals stand around ``y``; ``x`` is its left end, middle or right end."""
        wide = self.width(text, step, bold=bold) + 1.0
        pars, _ = self.set(text, step, wide, align, color=color, bold=bold)
        left = x - {Align.LEFT: 0.0, Align.CENTER: wide / 2, Align.RIGHT: wide}[align]
        return TextBox(
            id=f"{self.name}/{name}", box=Rect(left, y - middle(step), wide, step.leading), pars=pars
        )  # fmt: skip

    def ground(self, text: TextBox, color: Color) -> Polyline:
        """Return a surface right behind ``text``, which hides the grid or the hatching there."""
        (area,) = text_of([text])
        box = Rect(area.x - 2, area.y + area.h * 0.12, area.w + 4, area.h * 0.76)
        return Polyline(id=f"{text.id}/ground", runs=(corners(box),), closed=True, fill=color)

    def number(self, value: float) -> str:
        """Return a value as its label shows it."""
        return self.format.text(value)

    def rule(self, name: str, x1: Pt, y1: Pt, x2: Pt, y2: Pt, *, base: bool = False) -> Polyline:
        """Return a line of the grid, or the one that bars stand on."""
        return Polyline(
            id=f"{self.name}/{name}", runs=(((x1, y1), (x2, y2)),), stroke=INK if base else HAIR,
            width=self.look.base if base else self.look.grid,
        )  # fmt: skip

    def chart(self, **fields: object) -> ChartItem:
        """Return the chart with what layout decided about it in ``fields``."""
        given: dict[str, object] = {
            "id": self.name, "box": self.box, "kind": self.kind, "stacked": self.stacked, "data": self.data,
            "format": self.format, "line": self.look.line, "mark": self.look.mark, "alt": self.alt,
            "span": self.span, "turned": self.turned,
        }  # fmt: skip
        return ChartItem(**(given | fields))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart, and whether it fits its box."""

    chart: ChartItem
    fits: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the plot: what is counted, and the names of the series."""

    items: tuple[Item, ...]
    height: Pt
    titles: tuple[tuple[str, Rect], ...]
    legend: Rect | None
    fits: bool


def corners(box: Rect) -> tuple[tuple[Pt, Pt], ...]:
    """Return the corners of a rectangle, clockwise from the left top one."""
    return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)


def text_of(items: Sequence[Item]) -> list[Rect]:
    """Return where text stands among ``items``: the box around the lines of each."""
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
