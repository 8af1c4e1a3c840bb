"""Annotations that say how a field is written, where its type doesn't: ``Annotated[int, Between(0, 40)]``."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

MANY = 10_000
"""An upper limit for lists without one of their own."""


class Between(NamedTuple):
    """The least and the largest value of a number, or number of items in a list."""

    low: int
    high: int = MANY


AT_LEAST_ONE: Final = Between(1)


class Notation(Enum):
    """How a value is written, where its type doesn't say it. The reader has a function for each, the schema a rule."""

    ANY_LANGUAGE = "any language's short name"
    CHART_POINTS = "pairs of numbers"
    CHART_SERIES = "a name and numbers for each series"
    CHART_VALUES = "a number for each category"
    CLOCK_TIMES = "from-to, by the clock"
    DATA_FILE = "a file of numbers"
    FILE_STEM = "a file's name without folder and ending"
    FOCUS = "a place in a picture"
    FONT_FILES = "files of type"
    LANGUAGE = "a language of the papers"
    LAYOUT_ROLES = "layouts of a template"
    LOGO_FILE = "a picture file for a logo"
    NOTE_LINES = "yes, no or how many lines"
    NUMBERS = "numbers"
    PICTURE_FILE = "a picture file"
    SLIDE_ID = "a slide's id"
    STABLE_NAME = "an id"
    SUB_LIST = "the items under an item"
    TABLE_HEADS = "the heads of a table's columns"
    TEMPLATE_FILE = "a PowerPoint template"
    THEME_BASE = "a theme's name"
    THEME_COLORS = "colours by their names"
    TYPE_SIZE_TITLE = "the size of titles"
    TYPE_SIZES_BODY = "sizes of running text"
    TYPE_SIZES_TABLE = "sizes of tables"


class _Unwritten(Enum):
    BY_READER = "given by the reader"


NOT_WRITTEN: Final = _Unwritten.BY_READER
"""Marks a field that is not in deck.yaml: the reader sets it."""
