"""The look of paper: every measure and type role of the handout, in points. No number of the look stands elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.frame.text import Align, Tag
from deckbuild.layout.drawing_looks import PAPER_CHART, PAPER_LOOK, ChartLook, DiagramLook
from deckbuild.layout.text.paragraph import ParStyle
from deckbuild.model.theme import INK, ON_ACCENT, SOFT, Color, Step
from deckbuild.units import Pt, mm

HEAD_RULE, ROW_RULE, TITLE_RULE, HAIR_RULE, DIVIDER = mm(0.6), mm(0.18), mm(0.35), mm(0.18), mm(0.25)
"""The strengths of rules, the same on every paper. What divides slides is told from a row's rule in grey print too."""
PITCH = mm(9)
"""The distance of write lines in most looks: a pen's."""
DOT = mm(0.8)
"""The warm dot's radius at that distance."""
STAR, BIG_STAR = mm(2.3), mm(7.5)
TABS = 5
"""More sections than this share the tabs' height."""

_A4_LINES, _TITLE_LINES = 28, 7
"""Write lines that a page of A4 holds, and those that a title and a question take the place of."""

_TEXT = Step(10.5, mm(5))
_NOTE = Step(9, mm(4.5))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStyle:
    """One look of paper. The values here are those of roomy A4; ``paper_style`` makes the others."""

    white: float = 1.0
    """White, as a share of the roomy look's."""
    zoom: float = 1.0
    """The size of text, as a multiple of the roomy look's: what holds text grows with it."""

    # The page
    page_width: Pt = mm(210)
    page_height: Pt = mm(297)
    inner: Pt = mm(26)
    """The margin at the fold: it has room for a binder's holes."""
    outer: Pt = mm(20)
    width: Pt = mm(164)
    """The text's width: 12 columns of 10 mm with gutters of 4."""
    head_top: Pt = mm(11)
    title_top: Pt = mm(24)
    body_top: Pt = mm(42)
    body_bottom: Pt = mm(276)
    foot_top: Pt = mm(282)
    measure: Pt = mm(104)
    """The column of running text: columns 1 to 8, less the gap to the notes."""
    side_notes: bool = True
    """Whether notes stand beside running text; without it they stand under it."""
    notes_x: Pt = mm(112)
    notes_width: Pt = mm(52)
    """The notes column: columns 9 to 12."""
    thumb_top: Pt = mm(1)
    thumb_height: Pt = mm(29.25)
    tab_width: Pt = mm(6)
    tab_height: Pt = mm(44)
    tab_edge: Pt = mm(5)
    tab_top: Pt = mm(20)
    tab_pitch: Pt = mm(52)
    tab_bottom: Pt = mm(277)
    divider_above: Pt = mm(6)
    divider_below: Pt = mm(6)
    """White above and below the rule between two slides on a page."""
    after_header: Pt = mm(4.5)
    after_small_header: Pt = mm(3)
    """Least white between a title or source line and what follows, for page titles and for titles within a page."""

    most_units: int = 3
    """Slides on a page."""
    short: Pt = mm(82)
    """More than two share a page only if each is lower than this."""
    runs_on: bool = False
    """Whether slides may begin and end within pages, as the text of a book does."""
    own_pages: bool = True
    """Whether programmes and boards have a page to themselves."""

    # Writing
    pitch: Pt = PITCH
    """The distance of write lines."""
    dot_out: Pt = mm(3)
    """How far left of what it marks the warm dot stands."""
    circle: Pt = mm(2.9)
    """Radius of a circle to tick."""
    circle_gap: Pt = mm(1.7)
    """White between a circle and the word at its right."""
    answer_share: float = 1.0
    """Lines of an answer, as a share of those that the question asks for."""
    least_margin: int = 2
    """Beside running text there are at least so many note lines."""
    most_lines: int = 10
    """Spare height makes an answer no longer than this."""
    between_questions: Pt = mm(7.5)
    wide_indent: Pt = mm(14)
    narrow_indent: Pt = mm(10)
    """Where questions start, right of their numbers: over the full width, and in narrower columns."""
    own_notes_least: int = 3
    """Own notes fill a page's foot when at least so many lines fit."""
    frame_height: Pt = mm(84)
    frame_gap: Pt = mm(4)
    """The fields to draw in, and the white between them."""

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
        """The height of a page from its first title to its foot."""
        return self.body_bottom - self.title_top

    @property
    def dot(self) -> Pt:
        """The warm dot's radius: it grows with the write lines."""
        return DOT * self.pitch / PITCH

    @property
    def divider(self) -> Pt:
        """The height that the rule between two slides takes."""
        return self.divider_above + self.divider_below

    def gap(self, roomy: Pt) -> Pt:
        """Return white that is ``roomy`` points in the roomy look."""
        return roomy * self.white

    def sized(self, normal: Pt) -> Pt:
        """Return the length of what holds text and is ``normal`` points at the roomy look's size."""
        return normal * self.zoom

    def lines(self, asked: int) -> int:
        """Return how many lines an answer gets that asks for so many: fewer in a denser look, but one at least."""
        return max(1, round(asked * self.answer_share))

    def own_lines(self, asked: int) -> int:
        """Return how many lines an author's own number gives: all, but on a small page no more than it holds."""
        held = int(self.room / self.pitch + 0.01)
        return asked if held >= _A4_LINES else min(asked, held - _TITLE_LINES)

    def list_head(self, accent: Color) -> ParStyle:
        """Return the style of a heading above a list."""
        return ParStyle(self.list_title, accent, bold=True, tag=Tag.SUBHEAD)

    def field_head(self, accent: Color) -> ParStyle:
        """Return the style of the head of a card or field."""
        return ParStyle(self.field_title, accent, bold=True, tag=Tag.SUBHEAD)
