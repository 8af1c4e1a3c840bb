"""Times of the day, as agendas write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckbuild.locales import any_of, every_language
from deckbuild.model.text import Text

DASHES = "-‐‑‒–—−"
"""Hyphens, dashes and the minus sign, as programs write them by themselves."""
_PHRASES = [language.phrases for language in every_language()]
_BEFORE = rf"(?:{any_of(*(word for phrases in _PHRASES for word in phrases.clock))}\.?\s*)?"
_UNTIL = any_of(*(phrases.until for phrases in _PHRASES))
TIMES = re.compile(
    rf"{_BEFORE}(\d{{1,2}})[.:](\d{{2}})\s*[{DASHES}]{{1,2}}\s*{_BEFORE}(\d{{1,2}})[.:](\d{{2}})", re.IGNORECASE
)
"""From when to when, as it is written in a deck."""
_CLOCK = rf"{_BEFORE}(\d{{1,2}})(?:[.:,](\d{{2}})|(\d{{2}})|[.:,])?"
_LOOSE = re.compile(rf"{_CLOCK}(?:\s*[{DASHES}]{{1,2}}\s*|\s+{_UNTIL}\s+){_CLOCK}", re.IGNORECASE)
"""From when to when, as people write it elsewhere: ``9-9.20``, ``0900-0920``, ``9,00 til 9,20``."""
_ONE = re.compile(rf"{_CLOCK}\s*[{DASHES}]?", re.IGNORECASE)
HOUR, DAY = 60, 24 * 60
"""In minutes."""


@dataclass(frozen=True, slots=True)
class FromTo:
    """From when to when, in hours and minutes."""

    begin: tuple[int, int]
    end: tuple[int, int]
    full: bool
    """Whether both have minutes."""

    @property
    def minutes(self) -> tuple[int, int] | None:
        """Both in minutes after midnight; nothing when a clock never shows one of them."""
        if max(self.begin[1], self.end[1]) >= HOUR:
            return None
        begin, end = (hour * HOUR + minute for hour, minute in (self.begin, self.end))
        return None if begin >= DAY or end > DAY else (begin, end)


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A row of the programme."""

    time: str
    item: Text
    pause: bool
    slide: str | None = None
    """The id of the slide it begins with."""


def loosely(text: str) -> FromTo | None:
    """Return the times of a text, written in any way that people do; nothing when it is no stretch of time."""
    match = _LOOSE.fullmatch(text)
    if match is None:
        return None
    hour, point, plain, end_hour, end_point, end_plain = match.groups()
    begin, end = point or plain, end_point or end_plain
    return FromTo((int(hour), int(begin or 0)), (int(end_hour), int(end or 0)), bool(begin and end))


def minutes(time: str) -> tuple[int, int] | None:
    """Return the start and end of ``9.00-9.20`` in minutes after midnight; nothing when it isn't written like that."""
    times = loosely(time) if TIMES.fullmatch(time) else None
    return times.minutes if times else None


def beginning(text: str) -> int:
    """Return when a text begins that is perhaps only half a stretch of time, in minutes; else the day's end."""
    match = _ONE.fullmatch(text)
    return int(match[1]) * HOUR + int(match[2] or match[3] or 0) if match else DAY


def hours_between(first: int, last: int) -> list[int]:
    """Return the whole hours to mark between two minutes: five or so, evenly spaced from the first."""
    start, end = -(-first // 60), last // 60
    step = max(1, -(-(end - start) // 4))
    return list(range(start, end + 1, step))
