"""The look of paper: measures in points, and paragraph styles. ``styles`` makes every look from ``PaperStyle``."""

from __future__ import annotations

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import WRITE_DOT, WRITE_PITCH
from deckbuild.frame.text import Align, Tag
from deckbuild.layout.drawing_looks import PAPER_CHART, PAPER_LOOK, ChartLook, DiagramLook
from deckbuild.layout.text.paragraph import ParStyle
from deckbuild.model.theme import INK, ON_ACCENT, SOFT, Color, Step
from deckbuild.units import Pt, mm

HEAD_RULE, ROW_RULE, TITLE_RULE, HAIR_RULE, DIVIDER = mm(0.6), mm(0.18), mm(0.35), mm(0.18), mm(0.25)
"""The widths of rules in points, the same on every paper. They differ enough to be told apart in greyscale."""
STAR, BIG_STAR = mm(2.3), mm(7.5)
TABS = 5
"""Tabs of full height that fit a page; with more sections the tabs are lower."""

_A4_LINES, _TITLE_LINES = 28, 7
"""Write lines on a page of A4, and how many of them a title and a question take the place of."""

_TEXT = Step(10.5, mm(5))
_NOTE = Step(9, mm(4.5))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStyle:
    """One look of paper. The values here are those of roomy A4; ``paper_style`` makes the others."""

    white: float = 1.0
    """A factor for white, 1 in the roomy look."""
    zoom: float = 1.0
    """A factor for the size of text and of what holds text, 1 in the roomy look."""

    # The page
    page_width: Pt = mm(210)
    page_height: Pt = mm(297)
    inner: Pt = mm(26)
    """The margin at the binding; it has room for a binder's holes."""
    outer: Pt = mm(20)
    width: Pt = mm(164)
    """The width of the text: 12 columns of 10 mm with gutters of 4 mm."""
    head_top: Pt = mm(11)
    title_top: Pt = mm(24)
    body_top: Pt = mm(42)
    body_bottom: Pt = mm(276)
    foot_top: Pt = mm(282)
    measure: Pt = mm(104)
    """The width of running text: columns 1 to 8, less the gap to the notes."""
    side_notes: bool = True
    """Whether notes stand in a column beside running text; else they stand under it."""
    notes_x: Pt = mm(112)
    notes_width: Pt = mm(52)
    """The left edge and width of the notes column: columns 9 to 12."""
    thumb_top: Pt = mm(1)
    thumb_height: Pt = mm(29.25)
    tab_width: Pt = mm(6)
    tab_height: Pt = mm(44)
    tab_edge: Pt = mm(5)
    tab_top: Pt = mm(20)
    tab_apart: Pt = mm(52)
    tab_bottom: Pt = mm(277)
    divider_above: Pt = mm(6)
    divider_below: Pt = mm(6)
    """White above and below the rule between two slides on a page."""
    after_header: Pt = mm(4.5)
    after_small_header: Pt = mm(3)
    """Least white between a title or source line and what follows, for page titles and for titles within a page."""

    most_units: int = 3
    """The most slides on a page."""
    short: Pt = mm(82)
    """The most height of a unit that shares its page with two others."""
    runs_on: bool = False
    """Whether slides run on: a slide may begin and end anywhere on a page, and be divided between pages."""
    own_pages: bool = True
    """Whether programmes and boards have a page to themselves."""

    # Writing
    plates: Color | None = None
    """The colour of the plates behind the numbers of questions, and of squares in place of dots; ``None`` for dots."""
    pitch: Pt = WRITE_PITCH
    """The distance between write lines."""
    dot_out: Pt = mm(3)
    """How far left of the text or line that it marks the warm dot stands."""
    circle: Pt = mm(2.9)
    """Radius of a circle to tick."""
    circle_gap: Pt = mm(1.7)
    """White between a circle and the word at its right."""
    answer_share: float = 1.0
    """A factor for the write lines of an answer, 1 in the roomy look."""
    least_margin: int = 2
    """The least number of note lines beside running text."""
    most_lines: int = 10
    """The most write lines of an answer, with those that spare height adds."""
    between_questions: Pt = mm(7.5)
    wide_indent: Pt = mm(14)
    narrow_indent: Pt = mm(10)
    """Where questions start, right of their numbers: over the full width, and in narrower columns."""
    own_notes_least: int = 3
    """The least number of lines for own notes at the foot of a page."""
    frame_height: Pt = mm(84)
    frame_gap: Pt = mm(4)
    """The height of a field to draw in, and the white between two fields."""

    # Type
    page_title: ParStyle = ParStyle(Step(20, mm(8.5)), INK, bold=True, tag=Tag.HEAD)
    slide_title: ParStyle = ParStyle(Step(15, mm(6.5)), INK, bold=True, tag=Tag.HEAD)
    source: ParStyle = ParStyle(_NOTE, SOFT)
    text: ParStyle = ParStyle(_TEXT)
    text_soft: ParStyle = ParStyle(_TEXT, SOFT)
    strong: ParStyle = ParStyle(_TEXT, bold=True)
    right: ParStyle = ParStyle(_TEXT, SOFT, align=Align.RIGHT)
    question: ParStyle = ParStyle(Step(11, mm(5)), INK, bold=True)
    question_id: ParStyle = ParStyle(Step(9, mm(5)), SOFT, bold=True, tag=Tag.LABEL)
    answer_label: ParStyle = ParStyle(_TEXT)
    scale_label: ParStyle = ParStyle(_NOTE, INK)
    note: ParStyle = ParStyle(_NOTE, SOFT)
    note_right: ParStyle = ParStyle(_NOTE, SOFT, align=Align.RIGHT)
    note_ink: ParStyle = ParStyle(_NOTE, INK)
    subhead: ParStyle = ParStyle(Step(12, mm(5.5)), INK, bold=True, tag=Tag.SUBHEAD)
    list_title: Step = Step(11, mm(5.5))
    field_title: Step = Step(14, mm(6.5))
    comparison: Step = Step(10, mm(4.7))
    table: Step = Step(9.5, mm(4.4))
    running: ParStyle = ParStyle(_NOTE, SOFT, tag=Tag.ARTIFACT)
    running_foot: ParStyle = ParStyle(Step(8.5, mm(4.5)), SOFT, tag=Tag.ARTIFACT)
    page_number: ParStyle = ParStyle(_NOTE, INK, align=Align.RIGHT, tag=Tag.ARTIFACT)
    tab_number: ParStyle = ParStyle(Step(10, mm(4.5)), ON_ACCENT, bold=True, align=Align.CENTER, tag=Tag.ARTIFACT)

    list_indent: Pt = mm(5)
    number_indent: Pt = mm(6.5)
    between_items: Pt = mm(2)
    between_paragraphs: Pt = mm(2.5)
    between_blocks: Pt = mm(5)
    diagrams: DiagramLook = PAPER_LOOK
    charts: ChartLook = PAPER_CHART

    @property
    def room(self) -> Pt:
        """The height for units on a page, from the first title down, in points."""
        return self.body_bottom - self.title_top

    @property
    def dot(self) -> Pt:
        """The radius of the warm dot, in proportion to the distance between write lines."""
        return WRITE_DOT * self.pitch / WRITE_PITCH

    @property
    def divider(self) -> Pt:
        """The height that the rule between two slides takes with its white."""
        return self.divider_above + self.divider_below

    def gap(self, roomy: Pt) -> Pt:
        """Return the white of this look for what is ``roomy`` points in the roomy look."""
        return roomy * self.white

    def sized(self, normal: Pt) -> Pt:
        """Return the length, in this look, of what holds text and is ``normal`` points in the roomy look."""
        return normal * self.zoom

    def lines(self, asked: int) -> int:
        """Return how many write lines an answer gets that has ``asked`` lines in the roomy look; at least one."""
        return max(1, round(asked * self.answer_share))

    def own_lines(self, asked: int) -> int:
        """Return the author's own number of write lines, or fewer when the page doesn't hold so many."""
        held = int(self.room / self.pitch + 0.01)
        return asked if held >= _A4_LINES else min(asked, held - _TITLE_LINES)

    def list_head(self, accent: Color) -> ParStyle:
        """Return the style of a heading above a list."""
        return ParStyle(self.list_title, accent, bold=True, tag=Tag.SUBHEAD)

    def field_head(self, accent: Color) -> ParStyle:
        """Return the style of the head of a card or field."""
        return ParStyle(self.field_title, accent, bold=True, tag=Tag.SUBHEAD)
