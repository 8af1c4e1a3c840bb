"""The closed set of things that stand on a page.

A new kind touches every writer: each ``match`` over items ends in ``assert_never``. Items are equal when they look the
same: where they stand in the deck file doesn't count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from deckbuild.diagnostics import Span
from deckbuild.frame.charts import Axis, Dash, PointLabel, SeriesStyle
from deckbuild.frame.text import Par
from deckbuild.model.chart import ChartData, ChartKind, NumberFormat
from deckbuild.model.slide_layouts import Anchor as Anchor
from deckbuild.model.slide_layouts import LayoutKind as LayoutKind
from deckbuild.model.slide_layouts import Role as Role
from deckbuild.model.theme import Color, Step
from deckbuild.units import Pt, Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """Paragraphs in a box without insets. ``pars`` positions already respect the anchor."""

    id: str
    box: Rect
    pars: tuple[Par, ...]
    role: Role = Role.NONE
    anchor: Anchor = Anchor.TOP
    artifact: bool = False
    """Page furniture: not part of what a screen reader reads."""
    turned: bool = False
    """Whether the text reads upward: ``pars`` are then placed in a box as wide as this one is high, which is turned."""
    stamp: str = ""
    """Names what each copy of a booklet says for itself here; empty for what all say."""
    margin: Pt = 0.0
    """Kept free at the right, so that PowerPoint breaks lines where layout did."""
    clicks: tuple[tuple[int, int], ...] = ()
    """The first and last paragraph, from 0, that each click in the show brings on; the others are there at once."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Border:
    """A line of a table cell."""

    width: Pt
    color: Color


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A table cell; text starts ``inset`` points (left, top, right, bottom) inside it."""

    pars: tuple[Par, ...]
    inset: tuple[Pt, Pt, Pt, Pt]
    bottom: Border | None = None
    anchor: Anchor = Anchor.TOP
    header: bool = False
    text_top: Pt = 0.0
    """Where the first paragraph's box begins, from the cell's top (anchor already respected)."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table row of fixed height."""

    height: Pt
    cells: tuple[TableCell, ...]


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
    span: Span | None = field(default=None, compare=False)


class ShapeKind(Enum):
    """The outlines in use."""

    RECT = "rect"
    ROUND = "round"
    PILL = "pill"
    ELLIPSE = "ellipse"
    STAR = "star"
    """Four points, waist 0.23 of the radius."""
    TRIANGLE = "triangle"
    """Its point in the middle of the top edge."""
    TRAPEZOID = "trapezoid"
    """Its top edge the shorter one, by ``slant`` at either end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An outline, filled or stroked, with optional text in it."""

    id: str
    kind: ShapeKind
    box: Rect
    fill: Color | None = None
    stroke: Color | None = None
    width: Pt = 0.0
    """Stroke width."""
    radius: Pt = 0.0
    """Corner radius of ``ROUND``."""
    slant: Pt = 0.0
    """How far in the top corners of ``TRAPEZOID`` stand."""
    inset: Pt = 0.0
    """Kept free left and right of the text, so that PowerPoint breaks lines where layout did."""
    anchor: Anchor = Anchor.MIDDLE
    """How text that is edited in PowerPoint stands: around the middle, or from where its first line is now."""
    pars: tuple[Par, ...] = ()
    """Text inside, relative to the box."""
    alt: str = ""
    """What it shows; empty means decorative (unless it has text)."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """A straight line from ``(x1, y1)`` to ``(x2, y2)``; ``start``/``end`` name the shapes it is glued to."""

    id: str
    x1: Pt
    y1: Pt
    x2: Pt
    y2: Pt
    color: Color
    width: Pt
    arrow: bool = False
    """A filled triangle at the end."""
    start: str = ""
    """Id of the shape it leaves; empty when free."""
    start_site: int = 0
    """The shape's connection site: 0 top, 1 left, 2 bottom, 3 right (presetShapeDefinitions)."""
    end: str = ""
    end_site: int = 0


@dataclass(frozen=True, slots=True)
class Crop:
    """What of a picture is not shown: shares of its width and height, from its edges inward."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


UNCROPPED = Crop()


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureItem:
    """A picture file, filling its box exactly; what is shown of it has the box's proportions."""

    id: str
    box: Rect
    path: Path
    crop: Crop = UNCROPPED
    alt: str = ""
    """What it shows; empty means decorative."""
    span: Span | None = field(default=None, compare=False)

    @property
    def whole(self) -> Rect:
        """Where all of the picture would stand, were it not cropped."""
        crop = self.crop
        wide = self.box.w / (1 - crop.left - crop.right)
        high = self.box.h / (1 - crop.top - crop.bottom)
        return Rect(self.box.x - crop.left * wide, self.box.y - crop.top * high, wide, high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items that belong together and have one alternative text; they stand in the page's coordinates."""

    id: str
    box: Rect
    items: tuple[Item, ...]
    alt: str = ""
    """What the whole shows; empty means decorative."""
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Polyline:
    """Lines through points, open or closed to surfaces: what the drawing of a chart is made of."""

    id: str
    runs: tuple[tuple[tuple[Pt, Pt], ...], ...]
    """The points of each line, in the page's coordinates; at least two in each."""
    closed: bool = False
    fill: Color | None = None
    stroke: Color | None = None
    width: Pt = 0.0
    """Stroke width."""
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartItem:
    """A chart: the data and all measures for a native one, and the same as a drawing."""

    id: str
    box: Rect
    kind: ChartKind
    stacked: bool
    data: ChartData
    format: NumberFormat
    plot: Rect
    """Between the axes, without their labels; around the circle of a pie. In the page's coordinates."""
    looks: tuple[SeriesStyle, ...]
    """Of each series; of each slice in a pie."""
    step: Step
    """Of all its text."""
    line: Pt
    """Width of the lines between points."""
    mark: Pt
    """Width and height of the marks at points."""
    items: tuple[Item, ...]
    """The drawing."""
    values: Axis | None = None
    """The axis of the values; a pie has none."""
    across: Axis | None = None
    """Of a scatter chart: the axis from left to right."""
    gap: float = 0.0
    """White between groups of bars, as a share of a bar's width."""
    within: float = 0.0
    """White between the bars of a group, likewise."""
    skip: int = 1
    """Every how many categories one is named."""
    turned: bool = False
    """Whether the categories' names read upward."""
    turn: float = 0.0
    """Where the first slice begins: degrees clockwise from the top."""
    labels: tuple[PointLabel, ...] = ()
    legend: Rect | None = None
    """Where the names of the series stand with their marks; ``None`` when they are told otherwise."""
    titles: tuple[tuple[str, Rect], ...] = ()
    """What the axis of values counts and, in a scatter chart, the other one: at their ends."""
    alt: str = ""
    span: Span | None = field(default=None, compare=False)


class Ruling(Enum):
    """What the ground of a write box looks like."""

    LINES = "lines"
    DOTS = "dots"
    BLANK = "blank"
    FRAME = "frame"
    """A box with a thin outline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteBox:
    """A place to write in the handout.

    ``LINES``: ``count`` rules ``pitch`` apart, the first ``pitch`` below the top of the box, the last on its foot.
    """

    id: str
    """The stable id of the question it answers; the name of its field where it is filled on a screen."""
    box: Rect
    ruling: Ruling = Ruling.LINES
    count: int = 0
    pitch: Pt = 0.0
    dot: bool = True
    """Whether the warm dot stands before it."""
    label: str = ""
    """What is asked, for tooltips and screen readers."""
    number: str = ""
    """The question's number as printed."""
    note: bool = False
    """Whether it is for the participant's own notes: no question asks for it."""
    echo: bool = False
    """Whether it only repeats what is written in the box of the same id: on a screen; on paper it is nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question that is answered by crossing circles."""

    id: str
    """Its stable id."""
    label: str
    """What is asked."""
    number: str = ""
    """Its number as printed."""
    one: bool = False
    """Whether only one of its circles can be crossed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A circle to cross off with a pen, around ``(x, y)``."""

    id: str
    """Stable id of the question, and of the choice after a slash."""
    x: Pt
    y: Pt
    r: Pt
    label: str = ""
    """What a cross in it says."""
    choice: Choice
    """What it is a choice of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """A slide, drawn small, with a thin border."""

    id: str
    box: Rect
    frame: int
    """The frame's place among the deck's frames, from 0."""
    alt: str = ""


Item: TypeAlias = (
    TextBox | TableItem | Shape | Connector | PictureItem | Polyline | ChartItem | Group | WriteBox | Tick | Thumbnail
)
