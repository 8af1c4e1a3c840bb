"""Times of the day, read from texts such as ``9.00-9.20``."""

from __future__ import annotations

import re

from deckbuild.dataclass import dataclass
from deckbuild.locales import any_of, every_language
from deckbuild.model.text import Text

DASHES = "-‐‑‒–—−"
"""Hyphens, dashes and the minus sign: programs replace one by another while authors write."""
_PHRASES = [language.phrases for language in every_language()]
_BEFORE = rf"(?:{any_of(*(word for phrases in _PHRASES for word in phrases.clock))}\.?\s*)?"
_ROUGHLY = any_of(*(word for phrases in _PHRASES for word in phrases.roughly))
_LOOSELY = any_of(*(word for phrases in _PHRASES for word in (*phrases.clock, *phrases.roughly, phrases.since)))
PAUSE = re.compile(any_of(*(phrases.pause for phrases in _PHRASES)), re.IGNORECASE)
"""What a break is called in a programme."""
UNTIL = any_of(*(phrases.until for phrases in _PHRASES))
_EXACT = rf"{_BEFORE}(?:({_ROUGHLY}\b\.?)\s*)?{_BEFORE}(\d{{1,2}})[.:](\d{{2}})"
TIMES = re.compile(rf"{_EXACT}\s*[{DASHES}]{{1,2}}\s*{_EXACT}", re.IGNORECASE)
"""A time from start to end, in the form that deck.yaml asks for."""
_AFTER = rf"(?:\s*([ap])\.?m\b\.?)?(?:\s*\(?{_ROUGHLY}\b\.?\)?)?"
_CLOCK = rf"(?:{_LOOSELY}\.?\s*)*(\d{{1,2}})(?:[.:,](\d{{2}})|(\d{{2}})|[.:,])?{_AFTER}"
_LOOSE = re.compile(rf"{_CLOCK}(?:\s*[{DASHES}]{{1,2}}\s*|\s+{UNTIL}\s+){_CLOCK}[.:,]?", re.IGNORECASE)
"""A time from start to end in other forms that people write.

They are ``9-9.20``, ``0900-0920``, ``fra 9,00 til ca. 9,20``, ``9.00-9.20 ca.``, ``1-2:30 pm``.
"""
_ONE = re.compile(rf"{_CLOCK}\s*[{DASHES}]?", re.IGNORECASE)
ROUGHLY = re.compile(rf"\b{_ROUGHLY}\b\.?", re.IGNORECASE)
"""A word that says that a time is not exact."""
HOUR, DAY = 60, 24 * 60
"""The length of an hour and of a day, in minutes."""
MORNING, _EVENING = 6 * HOUR, 18 * HOUR
"""What begins in the evening and ends before the morning ends on the next day."""


@dataclass(frozen=True, slots=True)
class FromTo:
    """A start and an end, each as hour and minute."""

    begin: tuple[int, int]
    end: tuple[int, int]
    full: bool
    """Whether both were written with minutes."""

    @property
    def minutes(self) -> tuple[int, int] | None:
        """Both in minutes after the midnight before; ``None`` when one of them is no time of the day."""
        if max(self.begin[1], self.end[1]) >= HOUR:
            return None
        begin, end = (hour * HOUR + minute for hour, minute in (self.begin, self.end))
        if begin >= DAY or end > DAY:
            return None
        return begin, end + DAY if begin >= _EVENING and end < MORNING else end


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A row of the programme."""

    time: str
    item: Text
    pause: bool
    slide: str | None = None
    """The id of the slide it begins with."""


@dataclass(frozen=True, slots=True)
class Programme:
    """The programme that a block shows."""

    rows: tuple[ProgrammeRow, ...]
    day: Text | None = None
    """The day it is for, in the author's words."""


def loosely(text: str) -> FromTo | None:
    """Return start and end in any form that people write; ``None`` when ``text`` is anything else."""
    match = _LOOSE.fullmatch(text)
    if match is None:
        return None
    hour, point, plain, half, end_hour, end_point, end_plain, end_half = match.groups()
    begin, end = point or plain, end_point or end_plain
    first, last = _of_day(hour, half or end_half), _of_day(end_hour, end_half or half)
    if end_half and not half and first > last:
        first = _of_day(hour, "a")  # 11-1 pm
    return FromTo((first, int(begin or 0)), (last, int(end or 0)), bool(begin and end))


def _of_day(hour: str, half: str | None) -> int:
    """Return an hour of the day, from one that may belong to a ``half`` of it: ``a`` for am, ``p`` for pm."""
    return int(hour) % 12 + 12 * (half in "pP") if half and int(hour) <= 12 else int(hour)


def among_words(text: str) -> tuple[int, int] | None:
    """Return the minutes of the only times that stand in a text among other words."""
    found = [match[0] for match in TIMES.finditer(text)]
    return minutes(found[0]) if len(found) == 1 else None


def minutes(time: str) -> tuple[int, int] | None:
    """Return start and end of a time such as ``9.00-9.20`` in minutes after midnight; ``None`` for any other form."""
    times = loosely(time) if TIMES.fullmatch(time) else None
    return times.minutes if times else None


def beginning(text: str) -> int:
    """Return the first time in a text in minutes after midnight, even if it has no end; ``DAY`` when there is none."""
    match = _ONE.fullmatch(text)
    return int(match[1]) * HOUR + int(match[2] or match[3] or 0) if match else DAY


def hours_between(first: int, last: int) -> list[int]:
    """Return the hours to mark between two times in minutes: about five, evenly spaced from the first whole hour."""
    start, end = -(-first // 60), last // 60
    step = max(1, -(-(end - start) // 4))
    return list(range(start, end + 1, step))
