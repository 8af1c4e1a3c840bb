"""The ways a participant answers a question."""

from __future__ import annotations

from enum import Enum


class Answer(Enum):
    """The ways a participant answers a question."""

    LINES = "lines"
    YES_NO = "yes-no"
    TICK = "tick"
    SCALE = "scale"
    BOX = "box"
    DOTS = "dots"
    BLANK = "blank"
    WORD = "word"
    NONE = "none"
