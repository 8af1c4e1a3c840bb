"""Where things stand on slides: the named layouts, and what stands where on each. All lengths in points.

``model.default_layouts`` has the layouts without a template; a PowerPoint template gives others. Layout fills their
placeholders, and the PowerPoint writer makes the layouts or uses those of the template.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from enum import Enum
from math import inf

from deckbuild.dataclass import dataclass
from deckbuild.model.table_style import TableStyle
from deckbuild.units import Pt, Rect


class LayoutKind(Enum):
    """The named slide layouts."""

    TITLE = "title"
    SECTION = "section"
    AGENDA = "agenda"
    TEXT = "text"
    """A list with bullets."""
    NUMBERED = "numbered"
    PROSE = "prose"
    """Running text, which may have heads and lists in it."""
    COLUMNS = "columns"
    """Lists with bullets, side by side."""
    PROSE_COLUMNS = "prose-columns"
    DEFINITION = "definition"
    QUOTE = "quote"
    CLOSING = "closing"
    FIGURE = "figure"
    CHART = "chart"
    PICTURE = "picture"
    """A picture that reaches the edges of the slide."""
    PICTURE_TEXT = "picture-text"
    """Text, and beside it a picture that reaches the edges."""
    BESIDE = "beside"
    """Text beside a figure."""
    TABLE = "table"
    COMPARISON = "comparison"
    CARDS = "cards"
    QUESTIONS = "questions"
    SHORT = "short"
    """A short list, set large in the middle; the next three are short too."""
    SHORT_NUMBERED = "short-numbered"
    SHORT_PROSE = "short-prose"
    SHORT_QUESTIONS = "short-questions"
    STACKED = "stacked"
    """Text over text; in the next three, text stands under columns, a table or a figure."""
    CONCLUDED = "concluded"
    TABLE_TEXT = "table-text"
    FIGURE_TEXT = "figure-text"
    FIELDS = "fields"
    BOARD = "board"


LAYOUT_NAMES = {
    LayoutKind.TITLE: "Title slide",
    LayoutKind.SECTION: "Section",
    LayoutKind.AGENDA: "Agenda",
    LayoutKind.TEXT: "Text",
    LayoutKind.NUMBERED: "Numbered list",
    LayoutKind.PROSE: "Running text",
    LayoutKind.COLUMNS: "Two columns",
    LayoutKind.PROSE_COLUMNS: "Running text in columns",
    LayoutKind.DEFINITION: "Definition",
    LayoutKind.QUOTE: "Quote",
    LayoutKind.CLOSING: "Closing",
    LayoutKind.FIGURE: "Figure",
    LayoutKind.CHART: "Chart",
    LayoutKind.PICTURE: "Full picture",
    LayoutKind.PICTURE_TEXT: "Picture and text",
    LayoutKind.BESIDE: "Text beside a figure",
    LayoutKind.TABLE: "Table",
    LayoutKind.COMPARISON: "Comparison",
    LayoutKind.CARDS: "Four cards",
    LayoutKind.QUESTIONS: "Reflection",
    LayoutKind.SHORT: "Short list",
    LayoutKind.SHORT_NUMBERED: "Short numbered list",
    LayoutKind.SHORT_PROSE: "Statement",
    LayoutKind.SHORT_QUESTIONS: "Few questions",
    LayoutKind.STACKED: "Text over text",
    LayoutKind.CONCLUDED: "Columns with conclusions",
    LayoutKind.TABLE_TEXT: "Table and text",
    LayoutKind.FIGURE_TEXT: "Figure and text",
    LayoutKind.FIELDS: "Fields",
    LayoutKind.BOARD: "Board",
}
"""What the layouts are called in PowerPoint, in English; a template's layouts have their own names."""

LISTS = (LayoutKind.TEXT, LayoutKind.NUMBERED, LayoutKind.PROSE)
"""Layouts with one text; they differ in outline levels, as do those of the next two."""
SIDE_BY_SIDE = (LayoutKind.COLUMNS, LayoutKind.PROSE_COLUMNS)
TEXT_BESIDE = (LayoutKind.PICTURE_TEXT, LayoutKind.BESIDE)
BLEEDS = (LayoutKind.PICTURE, LayoutKind.PICTURE_TEXT)
"""Layouts whose picture reaches the edges of the slide."""
CHOSEN = (LayoutKind.COLUMNS, *BLEEDS, LayoutKind.BESIDE, LayoutKind.FIGURE, LayoutKind.TEXT)
"""The layouts that an author may choose where another is usual."""
SHORT_TEXTS = (LayoutKind.SHORT, LayoutKind.SHORT_NUMBERED, LayoutKind.SHORT_PROSE, LayoutKind.SHORT_QUESTIONS)

VARIANTS = {
    LayoutKind.NUMBERED: LayoutKind.TEXT,
    LayoutKind.PROSE: LayoutKind.TEXT,
    LayoutKind.PROSE_COLUMNS: LayoutKind.COLUMNS,
    LayoutKind.SHORT: LayoutKind.TEXT,
    LayoutKind.SHORT_NUMBERED: LayoutKind.TEXT,
    LayoutKind.SHORT_PROSE: LayoutKind.TEXT,
    LayoutKind.SHORT_QUESTIONS: LayoutKind.TEXT,
    LayoutKind.STACKED: LayoutKind.TEXT,
    LayoutKind.CONCLUDED: LayoutKind.COLUMNS,
    LayoutKind.TABLE_TEXT: LayoutKind.TABLE,
    LayoutKind.FIGURE_TEXT: LayoutKind.FIGURE,
    LayoutKind.CHART: LayoutKind.FIGURE,
    LayoutKind.PICTURE: LayoutKind.FIGURE,
    **dict.fromkeys(TEXT_BESIDE, LayoutKind.COLUMNS),
}
"""Layout kind -> the kind from which it differs in outline levels alone, in how large text is, in text below or beside,
or in a placeholder; a template has one layout for both.
"""


class Role(Enum):
    """The placeholder a text box fills on a slide; ``NONE`` is a plain text box."""

    NONE = "none"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    """The first body placeholder."""
    BODY2 = "body2"
    """Further body placeholders: the right column, the points under a definition, the cards."""
    BODY3 = "body3"
    BODY4 = "body4"
    BELOW = "below"
    """Text under the slide's first block: a conclusion, questions under a table."""
    BELOW2 = "below2"
    """A second text beside or under that."""
    TABLE = "table"
    """The table placeholder; filled by the slide's first table."""
    PICTURE = "picture"
    """The picture placeholder; filled by a picture that is as large."""
    CHART = "chart"
    """The chart placeholder; filled by the slide's first chart."""
    SECTION = "section"
    """The foot's section name (a footer field)."""
    SOURCE = "source"
    """The foot's source line."""
    WRITE = "write"
    """The foot's pointer to the handout."""
    NUMBER = "number"
    """The slide number (a field)."""
    DATE = "date"
    """The day, as the author wrote it."""


BODIES = (Role.BODY, Role.BODY2, Role.BODY3, Role.BODY4)
"""The roles of texts beside one another."""


class Anchor(Enum):
    """Where text stands between the top and the foot of its box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"

    @property
    def above(self) -> float:
        """The share of free height, or of text that overflows, that is above: 0, 0.5 or 1."""
        return {"top": 0.0, "middle": 0.5, "bottom": 1.0}[self.value]


class Align(Enum):
    """Where lines stand between the edges of their box."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"

    @property
    def before(self) -> float:
        """The share of what a line leaves free that is left of it: 0, 0.5 or 1."""
        return {"left": 0.0, "center": 0.5, "right": 1.0}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """A placeholder of a template's layout, and how the text in it looks."""

    attributes: Mapping[str, str]
    """Its ``type``, ``idx`` and ``sz``, as slides repeat them (ECMA-376 part 1, 19.3.1.36)."""
    name: str
    size: Pt
    relative_leading: float
    """Leading as a share of the size."""
    color: str
    """The name of a colour of the theme."""
    bold: bool = False
    caps: bool = False
    """Whether text is shown in capitals."""
    align: Align = Align.LEFT
    anchor: Anchor = Anchor.TOP
    insets: tuple[Pt, Pt, Pt, Pt] = (0.0, 0.0, 0.0, 0.0)
    """Between the placeholder's edges and its text: left, top, right, bottom."""
    inherits: bool = True
    """Whether a slide's placeholder takes its place from the layout, if it states none."""
    wider: float = 1.0
    """How many times as wide as measured its text may be, at most."""
    font: str = ""
    """The family, when slides have to state it."""
    bullets: tuple[Mapping[str, str], ...] = ()
    """What each outline level says of bullets: ``a:buClr`` and the like -> XML; ``a:bu`` is the sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Art:
    """A piece of a layout's decoration that papers other than the .pptx can draw."""

    box: Rect
    fill: str = ""
    """RRGGBB of an area, or the name of a colour of the theme."""
    picture: bytes = field(default=b"", repr=False)
    """A PNG or JPEG that fills the box."""
    paths: tuple[tuple[tuple[str, tuple[tuple[Pt, Pt], ...]], ...], ...] = field(default=(), repr=False)
    """Outlines as steps of ``M``, ``L``, ``C`` (move, line, Bezier curve) and ``Z``; without them a rectangle."""
    alpha: float = 1.0
    """Its opacity, from 0 (clear) to 1 (opaque)."""


_NOTHING = Rect(0, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideLayout:
    """A named layout: what PowerPoint's layout menu shows, where its placeholders stand, and what is free."""

    kind: LayoutKind
    name: str
    boxes: Mapping[Role, Rect]
    """Where the text of each role stands."""
    room: Rect = _NOTHING
    """What is free for the slide's blocks, under a title of one line."""
    placeholders: Mapping[Role, Placeholder] = field(default_factory=dict)
    """A template's placeholders; empty when the layout is ours."""
    part: str = ""
    """The template's part that holds the layout."""
    art: tuple[Art, ...] = ()
    """What is drawn behind, from back to front."""
    colors: Mapping[str, str] = field(default_factory=dict)
    """Name of a colour of content -> the name of what it is here, where the ground is another than on other slides."""
    ground: str = ""
    """The name of the colour behind it all, on which text is in the colour for accents; empty for paper."""
    banded: bool = False
    """Whether the title of a section that somebody adds stands on a band in its accent."""
    plate: tuple[Pt, Pt, Pt, Pt] | None = None
    """How far a plate reaches beyond the title, left, top, right and below, where that stands over a picture."""
    title_lines: int = 2
    """The most lines of a title."""
    table: TableStyle | None = None
    """The style of tables in a template."""
    over: SlideLayout | None = None
    """Where the same stands when the title has no room in its place: over the text instead of beside it."""

    @property
    def beside(self) -> bool:
        """Whether the title stands beside the room, which then does not depend on the title's lines."""
        return bool(self.room.w) and Role.TITLE in self.boxes and self.boxes[Role.TITLE].right <= self.room.x

    def without_fonts(self) -> SlideLayout:
        """Return it with placeholders that state no font of their own."""
        placeholders = {role: replace(placeholder, font="") for role, placeholder in self.placeholders.items()}
        return replace(self, placeholders=placeholders)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideMaster:
    """What all slides have in common: their size, their layouts and the columns that text stands in."""

    width: Pt
    height: Pt
    layouts: Mapping[LayoutKind, SlideLayout]
    named: Mapping[str, Mapping[LayoutKind, SlideLayout]] = field(default_factory=dict)
    """Name -> a layout of the template that slides ask for by it, as it would serve each kind."""
    hanging: Pt
    """Width of the column left of running text. It holds the numbers of questions and of works."""
    column: Pt = 0.0
    """The distance from the left edge of what is free to running text."""
    measure: Pt = inf
    """The greatest width of running text. Text that does not fit then is set wider."""
    asked: Pt = inf
    """The greatest width of questions, their numbers included."""
    tab: Pt = 0.0
    """Width of the coloured left edge that shows the sections; 0 when there is none."""
    template: bytes = field(default=b"", repr=False)
    """The PowerPoint file that has the layouts; empty when they are ours."""
    paper: str = "FFFFFF"
    """The colour (RRGGBB) behind a template's text."""
    unit: float = 1.0
    """How many points on the finished page one point of layout is: pages of all sizes are laid out about as high."""

    @property
    def page(self) -> Rect:
        """The whole slide."""
        return Rect(0, 0, self.width, self.height)

    @property
    def every(self) -> list[SlideLayout]:
        """All layouts that slides may have."""
        return [layout for layouts in (self.layouts, *self.named.values()) for layout in layouts.values()]

    def beside(self, room: Rect) -> Rect:
        """Return the part of ``room`` for running text."""
        return Rect(room.x + self.column, room.y, room.w - self.column, room.h)
