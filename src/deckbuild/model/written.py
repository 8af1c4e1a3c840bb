"""What an annotation says of how a field is written, beyond its type: ``Annotated[int, Between(0, 40)]``."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

MANY = 10_000
"""As many as there may ever be."""


class Between(NamedTuple):
    """The least and the largest: of a number, or of how many items a list has."""

    low: int
    high: int = MANY


AT_LEAST_ONE: Final = Between(1)


class Notation(Enum):
    """Ways to write a value that its type doesn't tell: the reader has a function for each, the schema a form."""

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
    TEMPLATE_FILE = "a PowerPoint template"
    THEME_BASE = "a theme's name"
    THEME_COLORS = "colours by their names"
    TYPE_SIZE_TITLE = "the size of titles"
    TYPE_SIZES_BODY = "sizes of running text"
    TYPE_SIZES_TABLE = "sizes of tables"


class _Unwritten(Enum):
    BY_READER = "given by the reader"


NOT_WRITTEN: Final = _Unwritten.BY_READER
"""Marks a field that the author never writes."""
