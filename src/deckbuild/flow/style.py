"""The look of paper: every measure and type role of the handout, in points. No number of the look stands elsewhere."""

from __future__ import annotations

from deckbuild.frame.text import Align, Tag
from deckbuild.layout.text import ParStyle
from deckbuild.model.theme import INK, ON_ACCENT, SOFT, Color, Step
from deckbuild.units import mm

# The page -----------------------------------------------------------------------------------------------------------

PAGE_WIDTH, PAGE_HEIGHT = mm(210), mm(297)
INNER, OUTER = mm(26), mm(20)
"""Margins: the inner one has room for a binder's holes."""
WIDTH = mm(164)
"""The text's width: 12 columns of 10 mm with gutters of 4."""
HEAD_TOP = mm(11)
TITLE_TOP = mm(24)
BODY_TOP = mm(42)
BODY_BOTTOM = mm(276)
FOOT_TOP = mm(282)
MEASURE = mm(104)
"""The column of running text: columns 1 to 8, less the gap to the notes."""
NOTES_X, NOTES_WIDTH = mm(112), mm(52)
"""The notes column: columns 9 to 12."""
THUMB_TOP, THUMB_HEIGHT = mm(1), mm(29.25)

TAB_WIDTH, TAB_HEIGHT, TAB_EDGE = mm(6), mm(44), mm(5)
TAB_TOP, TAB_PITCH, TAB_BOTTOM = mm(20), mm(52), mm(277)
TABS = 5
"""More sections than this share the tabs' height."""

DIVIDER_ABOVE, DIVIDER_BELOW = mm(6.5), mm(6.5)
"""White above and below the rule between two slides on a page."""
AFTER_HEADER, AFTER_SMALL_HEADER = mm(4.5), mm(3)
"""Least white between a title or source line and what follows, for page titles and for titles within a page."""

# Writing ------------------------------------------------------------------------------------------------------------

PITCH = mm(9)
"""The distance of write lines: a pen's."""
DOT, DOT_OUT = mm(0.8), mm(3)
"""The warm dot's radius, and how far left of what it marks it stands."""
CIRCLE = mm(2.9)
"""Radius of a circle to tick."""
CIRCLE_GAP = mm(1.7)
"""White between a circle and the word at its right."""
STAR, BIG_STAR = mm(2.3), mm(7.5)
MOST_LINES = 10
"""Spare height makes an answer no longer than this."""
BETWEEN_QUESTIONS = mm(7.5)
WIDE_INDENT, NARROW_INDENT = mm(14), mm(10)
"""Where questions start, right of their numbers: over the full width, and in narrower columns."""
OWN_NOTES_LEAST = 3
"""Own notes fill a page's foot when at least so many lines fit."""

# Rules --------------------------------------------------------------------------------------------------------------

HEAD_RULE, ROW_RULE, TITLE_RULE, HAIR_RULE = mm(0.6), mm(0.18), mm(0.35), mm(0.18)
FRAME_HEIGHT, FRAME_GAP = mm(84), mm(4)
"""The fields to draw in, and the white between them."""

# Type ---------------------------------------------------------------------------------------------------------------

_TEXT = Step(10.5, mm(5))
PAGE_TITLE = ParStyle(Step(20, mm(8.5)), INK, bold=True, tag=Tag.HEAD)
SLIDE_TITLE = ParStyle(Step(15, mm(6.5)), INK, bold=True, tag=Tag.HEAD)
SOURCE = ParStyle(Step(9, mm(4.5)), SOFT)
TEXT = ParStyle(_TEXT)
TEXT_SOFT = ParStyle(_TEXT, SOFT)
STRONG = ParStyle(_TEXT, bold=True)
RIGHT = ParStyle(_TEXT, SOFT, align=Align.RIGHT)
QUESTION = ParStyle(Step(11, mm(5)), INK, bold=True)
QUESTION_ID = ParStyle(Step(9, mm(5)), SOFT, bold=True, tag=Tag.LABEL)
ANSWER_LABEL = ParStyle(_TEXT)
SCALE_LABEL = ParStyle(Step(9, mm(4.5)), INK, align=Align.CENTER)
NOTE = ParStyle(Step(9, mm(4.5)), SOFT)
NOTE_RIGHT = ParStyle(Step(9, mm(4.5)), SOFT, align=Align.RIGHT)
NOTE_INK = ParStyle(Step(9, mm(4.5)), INK)
SUBHEAD = ParStyle(Step(12, mm(5.5)), INK, bold=True, tag=Tag.SUBHEAD)
COMPARISON = Step(10, mm(4.7))
TABLE = Step(9.5, mm(4.4))
RUNNING = ParStyle(Step(9, mm(4.5)), SOFT, tag=Tag.ARTIFACT)
RUNNING_FOOT = ParStyle(Step(8.5, mm(4.5)), SOFT, tag=Tag.ARTIFACT)
PAGE_NUMBER = ParStyle(Step(9, mm(4.5)), INK, align=Align.RIGHT, tag=Tag.ARTIFACT)
TAB_NUMBER = ParStyle(Step(10, mm(4.5)), ON_ACCENT, bold=True, align=Align.CENTER, tag=Tag.ARTIFACT)

LIST_INDENT, NUMBER_INDENT = mm(5), mm(6.5)
BETWEEN_ITEMS, BETWEEN_PARAGRAPHS, BETWEEN_BLOCKS = mm(2), mm(2.5), mm(5)


def list_head(accent: Color) -> ParStyle:
    """Return the style of a heading above a list."""
    return ParStyle(Step(11, mm(5.5)), accent, bold=True, tag=Tag.SUBHEAD)


def field_head(accent: Color) -> ParStyle:
    """Return the style of the head of a card or field."""
    return ParStyle(Step(14, mm(6.5)), accent, bold=True, tag=Tag.SUBHEAD)
