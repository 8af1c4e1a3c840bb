"""Everything that can be put on a page: a closed set of item types.

Each ``match`` over items ends in ``assert_never``, so the type checker names every writer that lacks a new type. Two
items are equal when they look the same. Their ``span``, the place in the deck file, is not compared.
"""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from pathlib import Path
from typing import TypeAlias, assert_never

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span
from deckbuild.frame.charts import Axis, Dash, PointLabel, SeriesStyle
from deckbuild.frame.text import Par
from deckbuild.model.chart import ChartData, ChartKind, NumberFormat
from deckbuild.model.slide_layouts import Anchor as Anchor
from deckbuild.model.slide_layouts import LayoutKind as LayoutKind
from deckbuild.model.slide_layouts import Role as Role
from deckbuild.model.theme import INK, MARK, Color, Step
from deckbuild.units import Pt, Rect, around, mm, union

WRITE_PITCH: Pt = mm(9)
"""The usual distance between lines to write on, comfortable for a pen."""
WRITE_DOT: Pt = mm(0.8)
"""The radius of the warm dot at that distance. It grows with the distance."""
TICK_SQUARE = 0.83
"""The side of a square to tick, in diameters of the circle that it stands for."""
_SQUARE, _SQUARE_LINE = 1.375, mm(0.2)
"""The side of a square that stands for the dot, in diameters of the dot, and its outline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """A text frame without insets. Layout has already placed ``pars`` as the anchor says."""

    id: str
    box: Rect
    pars: tuple[Par, ...]
    role: Role = Role.NONE
    anchor: Anchor = Anchor.TOP
    artifact: bool = False
    """Whether it is page furniture (header, footer), which a screen reader skips."""
    turned: bool = False
    """Whether the text reads upward. ``pars`` are then set in a box as wide as ``box.h``, turned 90° anticlockwise."""
    stamp: str = ""
    """The name of a text that differs between participants' copies; empty when all copies say the same here."""
    margin: Pt = 0.0
    """The right inset in PowerPoint. It is chosen so that PowerPoint breaks lines where layout did."""
    room: Rect | None = None
    """The box in PowerPoint, where it is larger than ``box``: it has room for lines that somebody adds."""
    clicks: tuple[tuple[int, int], ...] = ()
    """For each click in the slide show, the first and last paragraph that appear, from 0. Others are shown at once."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Border:
    """A border line of a table cell."""

    width: Pt
    color: Color


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A table cell. ``inset`` is left, top, right and bottom, from the cell's edge to its text."""

    pars: tuple[Par, ...]
    inset: tuple[Pt, Pt, Pt, Pt]
    bottom: Border | None = None
    anchor: Anchor = Anchor.TOP
    header: bool = False
    text_top: Pt = 0.0
    """The top of the first paragraph, from the cell's top. The anchor is already taken into account."""
    fill: Color | None = None
    left: Border | None = None
    top: Border | None = None
    right: Border | None = None
    style_ink: Color | None = None
    style_bold: bool = False
    """What the table's style gives to text, so that it need not be stated."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table row of fixed height."""

    height: Pt
    cells: tuple[TableCell, ...]
    total: bool = False
    """Whether it is a sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableItem:
    """A native table. ``box.w`` is the sum of ``widths``, ``box.h`` of the rows' heights."""

    id: str
    box: Rect
    widths: tuple[Pt, ...]
    rows: tuple[TableRow, ...]
    head_rows: int = 1
    head_column: bool = False
    alt: str = ""
    style: str = ""
    """The id of its table style, in a template."""
    dressed: bool = False
    """Whether its cells have the fills and rules of that style."""
    span: Span | None = field(default=None, compare=False)


STAR_WAIST = 0.23
"""The inner radius of a star, which has four points, as a share of its outer one."""


class ShapeKind(Enum):
    """The outline of a shape."""

    RECT = "rect"
    ROUND = "round"
    PILL = "pill"
    ELLIPSE = "ellipse"
    STAR = "star"
    TRIANGLE = "triangle"
    """A triangle with its apex in the middle of the top edge."""
    TRAPEZOID = "trapezoid"
    """A trapezoid. Its top edge is shorter than its bottom edge by ``slant`` at either end."""
    RIBBON = "ribbon"
    """A strip whose bottom edge has a notch, ``slant`` high in the middle."""
    QUARTER = "quarter"
    """The upper left quarter of a ring around the box's lower right corner; ``radius`` is the inner one."""
    CELLS = "cells"
    """The rectangles of ``cells``, such as the dark squares of a QR code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A filled or stroked shape, with or without text in it."""

    id: str
    kind: ShapeKind
    box: Rect
    fill: Color | None = None
    stroke: Color | None = None
    width: Pt = 0.0
    """Stroke width."""
    radius: Pt = 0.0
    """Corner radius of ``ROUND``, inner radius of ``QUARTER``."""
    slant: Pt = 0.0
    """How far the top corners of ``TRAPEZOID`` stand inside its box, and the height of the notch of ``RIBBON``."""
    cells: tuple[Rect, ...] = ()
    """The parts of ``CELLS``, from the box's top left corner."""
    inset: Pt = 0.0
    """The left and right inset in PowerPoint. It is chosen so that PowerPoint breaks lines where layout did."""
    anchor: Anchor = Anchor.MIDDLE
    """How PowerPoint anchors the text when it is edited: ``MIDDLE``, or ``TOP`` to keep the first line where it is."""
    pars: tuple[Par, ...] = ()
    """Its text; positions are relative to the box."""
    alt: str = ""
    """Alternative text. A shape with neither this nor text is decorative."""
    of_layout: bool = False
    """Whether PowerPoint shows it from the slide layout, behind the placeholders, so that it stays where they are."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """A straight line from ``(x1, y1)`` to ``(x2, y2)``. ``start`` and ``end`` are ids of shapes it is glued to."""

    id: str
    x1: Pt
    y1: Pt
    x2: Pt
    y2: Pt
    color: Color
    width: Pt
    arrow: bool = False
    """Whether it ends in an arrowhead, a filled triangle."""
    start: str = ""
    """Id of the shape it starts at; empty when it is not glued to one."""
    start_site: int = 0
    """The connection site on that shape: 0 top, 1 left, 2 bottom, 3 right (presetShapeDefinitions.xml of ECMA-376)."""
    end: str = ""
    end_site: int = 0


@dataclass(frozen=True, slots=True)
class Crop:
    """What is cut off at each edge of a picture, as a share (0..1) of its width or height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


UNCROPPED = Crop()


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureItem:
    """A picture file. Its cropped picture has the proportions of ``box`` and fills it exactly."""

    id: str
    box: Rect
    path: Path
    crop: Crop = UNCROPPED
    alt: str = ""
    """What it shows; empty means decorative."""
    span: Span | None = field(default=None, compare=False)

    @property
    def whole(self) -> Rect:
        """The rectangle that the uncropped picture would fill, in points."""
        crop = self.crop
        wide = self.box.w / (1 - crop.left - crop.right)
        high = self.box.h / (1 - crop.top - crop.bottom)
        return Rect(self.box.x - crop.left * wide, self.box.y - crop.top * high, wide, high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items that belong together and share one alternative text. Their positions are relative to the page."""

    id: str
    box: Rect
    items: tuple[Item, ...]
    alt: str = ""
    """Alternative text of the whole group; empty for decoration."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Polyline:
    """Polylines, open or closed to polygons. The drawings of charts are made of them."""

    id: str
    runs: tuple[tuple[tuple[Pt, Pt], ...], ...]
    """The points of each line, at least two, in points from the page's top left corner."""
    closed: bool = False
    fill: Color | None = None
    stroke: Color | None = None
    width: Pt = 0.0
    """Stroke width."""
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartItem:
    """A chart: the data and measures of a native PowerPoint chart, and a drawing of the same for the PDF."""

    id: str
    box: Rect
    kind: ChartKind
    stacked: bool
    data: ChartData
    format: NumberFormat
    plot: Rect
    """The plot area between the axes, without their labels; for a pie, the square around its circle."""
    looks: tuple[SeriesStyle, ...]
    """The style of each series, or of each slice of a pie."""
    step: Step
    """Type size and leading of all its text."""
    line: Pt
    """Stroke width of the lines between data points."""
    mark: Pt
    """Width and height of the markers at data points."""
    items: tuple[Item, ...]
    """The drawing for the PDF."""
    values: Axis | None = None
    """The value axis; a pie has none."""
    across: Axis | None = None
    """The horizontal value axis of a scatter chart; other charts have none."""
    gap: float = 0.0
    """White space between groups of bars, in bar widths."""
    within: float = 0.0
    """White space between the bars of a group, in bar widths."""
    skip: int = 1
    """The interval between category labels: 1 labels every category, 2 every other one."""
    turned: bool = False
    """Whether the category labels read upward."""
    turn: float = 0.0
    """The angle at which the first slice begins, in degrees clockwise from the top."""
    labels: tuple[PointLabel, ...] = ()
    legend: Rect | None = None
    """The box of the legend; ``None`` when there is none."""
    titles: tuple[tuple[str, Rect], ...] = ()
    """The titles of the axes with their boxes: first the value axis, then the horizontal axis of a scatter chart."""
    alt: str = ""
    span: Span | None = field(default=None, compare=False)


class Ruling(Enum):
    """How a place to write is marked: with ruled lines, dots, nothing or a frame."""

    LINES = "lines"
    DOTS = "dots"
    BLANK = "blank"
    FRAME = "frame"
    """A box with a thin outline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteBox:
    """A place to write in the handout.

    With ``LINES`` it has ``count`` ruled lines, ``pitch`` points apart: the first is ``pitch`` below the top of the
    box, the last on its bottom edge.
    """

    id: str
    """The stable id of the question it answers. It is also the name of the form field in the fillable PDF."""
    box: Rect
    ruling: Ruling = Ruling.LINES
    count: int = 0
    pitch: Pt = 0.0
    dot: bool = True
    """Whether a dot in the signal colour stands before it."""
    label: str = ""
    """The question, for tooltips and screen readers."""
    number: str = ""
    """The question's number as printed."""
    note: bool = False
    """Whether it is a place for the participant's own notes, not an answer to a question."""
    name: bool = False
    """Whether it is the place for the participant's name."""
    echo: bool = False
    """Whether it repeats what is typed in the other box of the same id. The printed booklet leaves it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question that is answered by crossing off circles."""

    id: str
    """Its stable id."""
    label: str
    """What is asked."""
    number: str = ""
    """Its number as printed."""
    one: bool = False
    """Whether only one of its circles can be crossed off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A circle to cross off, with centre ``(x, y)`` and radius ``r``."""

    id: str
    """The stable id of the question, a slash, and that of the option."""
    x: Pt
    y: Pt
    r: Pt
    label: str = ""
    """The option: what a cross here means."""
    choice: Choice
    """The question that this circle answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """A small picture of a slide, with a thin border."""

    id: str
    box: Rect
    frame: int
    """The index of the slide's frame in the presentation, from 0."""
    alt: str = ""


def write_mark(name: str, x: Pt, y: Pt, radius: Pt, plates: Color | None) -> Shape:
    """Return what marks a place to write, centred on ``(x, y)``: the warm dot, or a square of the colour of plates."""
    if plates is None:
        return Shape(id=name, kind=ShapeKind.ELLIPSE, box=around(x, y, radius), fill=MARK)
    square = around(x, y, radius * _SQUARE)
    return Shape(id=name, kind=ShapeKind.RECT, box=square, fill=plates, stroke=INK, width=_SQUARE_LINE)


Item: TypeAlias = (
    TextBox | TableItem | Shape | Connector | PictureItem | Polyline | ChartItem | Group | WriteBox | Tick | Thumbnail
)


def extent(item: Item) -> Rect:
    """Return the box around an item."""
    match item:
        case Connector():
            return union([Rect(item.x1, item.y1, 0, 0), Rect(item.x2, item.y2, 0, 0)])
        case Polyline():
            return union([Rect(x, y, 0, 0) for run in item.runs for x, y in run])
        case Tick():
            return around(item.x, item.y, item.r)
        case TextBox() | TableItem() | Shape() | PictureItem() | ChartItem() | Group() | WriteBox() | Thumbnail():
            return item.box
        case _:
            assert_never(item)
