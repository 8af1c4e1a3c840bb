"""The times of an agenda: from-to, one row after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deckbuild.blocks.agenda import Agenda, AgendaItem
from deckbuild.diagnostics import Edit
from deckbuild.locales import any_of, every_language
from deckbuild.reader.context import FAILED, Failed, Node, Reading, shortened
from deckbuild.reader.language.hooks import field_of, finish_of
from deckbuild.reader.values import scalars

DASHES = "-‐‑‒–—−"
"""Hyphens, dashes and the minus sign, as programs write them by themselves."""
_PHRASES = [language.phrases for language in every_language()]
_BEFORE = rf"(?:{any_of(*(word for phrases in _PHRASES for word in phrases.clock))}\.?\s*)?"
TIME = re.compile(
    rf"{_BEFORE}(\d{{1,2}})[.:](\d{{2}})\s*[{DASHES}]{{1,2}}\s*{_BEFORE}(\d{{1,2}})[.:](\d{{2}})", re.IGNORECASE
)
_UNTIL = any_of(*(phrases.until for phrases in _PHRASES))
_CLOCK = rf"{_BEFORE}(\d{{1,2}})(?:[.:,](\d{{2}})|(\d{{2}})|[.:,])?"
_LOOSE = re.compile(rf"{_CLOCK}(?:\s*[{DASHES}]{{1,2}}\s*|\s+{_UNTIL}\s+){_CLOCK}", re.IGNORECASE)
"""From when to when, as people write it elsewhere: ``9-9.20``, ``0900-0920``, ``9,00 til 9,20``."""
_ONE = re.compile(rf"{_CLOCK}\s*[{DASHES}]?", re.IGNORECASE)
_HOUR, _DAY = 60, 24 * 60
_WHILE = 30
"""How long, in minutes, a row lasts in an example."""


@dataclass(frozen=True, slots=True)
class _Times:
    """From when to when, in hours and minutes."""

    begin: tuple[int, int]
    end: tuple[int, int]
    full: bool
    """Whether both have minutes."""

    @property
    def minutes(self) -> tuple[int, int] | None:
        """Both in minutes; nothing when a clock never shows one of them."""
        if max(self.begin[1], self.end[1]) >= _HOUR:
            return None
        begin, end = (hour * _HOUR + minute for hour, minute in (self.begin, self.end))
        return None if begin >= _DAY or end > _DAY else (begin, end)


def _loosely(text: str) -> _Times | None:
    match = _LOOSE.fullmatch(text)
    if match is None:
        return None
    hour, point, plain, end_hour, end_point, end_plain = match.groups()
    begin, end = point or plain, end_point or end_plain
    return _Times((int(hour), int(begin or 0)), (int(end_hour), int(end or 0)), bool(begin and end))


def _written(begin: int, end: int) -> str:
    return f"{begin // _HOUR}.{begin % _HOUR:02}-{end // _HOUR}.{end % _HOUR:02}"


def _minutes(text: str) -> tuple[int, int] | None:
    """Return both in minutes, of times written as they should be."""
    times = _loosely(text) if TIME.fullmatch(text) else None
    return times.minutes if times else None


@field_of(AgendaItem, "time")
def from_to(node: Node, reading: Reading, key: str) -> str | Failed:
    """Read from-to; the dash becomes an en dash without spaces."""
    value = scalars.to_str(node, reading, key)
    if value is FAILED:
        return FAILED
    match, times = TIME.fullmatch(value), _minutes(value)
    if match and times and times[0] < times[1]:
        sign = ":" if ":" in value else "."
        return f"{match[1]}{sign}{match[2]}–{match[3]}{sign}{match[4]}"
    _report(value, node, reading, key)
    return FAILED


def _report(value: str, node: Node, reading: Reading, key: str) -> None:
    """Report what is wrong with the times of a row, with an example made of them."""
    found = _loosely(value)
    times = found.minutes if found else None
    message, hint = "“{found}” does not say from when to when.", "Write hours and minutes of both: `{key}: {example}`."
    example = _example(value)
    edits: tuple[Edit, ...] = ()
    if found and not times:
        message = "“{found}” is no time of day: the clock goes to 24.00, and an hour to 59 minutes."
        hint = "Write the times as a clock shows them: `{key}: {example}`."
    elif found and times:
        begin, end = times
        example = _written(begin, end)
        if begin == end:
            message, hint = (
                "This row begins and ends at the same time: “{found}”.",
                "Write when it ends: `{key}: {example}`.",
            )
            example = _written(begin, min(begin + _WHILE, _DAY))
        elif begin > end:
            message, hint = (
                "This row ends before it begins: “{found}”.",
                "Write the earlier time first: `{key}: {example}`.",
            )
            example = _written(end, begin)
        else:
            message = "Times have a full stop and a hyphen, not as in “{found}”."
            if not found.full:
                message = "There are no minutes in one of the times: “{found}”."
            hint, edits = "Write `{key}: {example}`.", reading.swap(node, example)
    reading.error("bad-time", node, message, hint, key=key, found=shortened(value), example=example, edits=edits)


def _example(value: str) -> str:
    """Return times that begin as the author's do, as far as they are any."""
    match = _ONE.fullmatch(value)
    begin = int(match[1]) * _HOUR + int(match[2] or match[3] or 0) if match else _DAY
    return _written(begin, begin + _WHILE) if begin + _WHILE < _DAY else "9.00-9.20"


@field_of(AgendaItem, "slide")
def first_slide(node: Node, reading: Reading, key: str) -> str | Failed:
    """Read the id of a slide; whether there is one is checked once all slides are known."""
    value = scalars.to_str(node, reading, key)
    if value is FAILED:
        return FAILED
    name = value.removeprefix("#")
    reading.forward.starts.append((name, reading.span(node)))
    return name


@finish_of(Agenda)
def gapless(agenda: Agenda, _: Node, reading: Reading) -> Agenda:
    """Warn of gaps between the rows, and of rows that overlap."""
    end, said = -1, ""
    for item in agenda.items:
        minutes = _minutes(item.time)
        place = item.at("time")
        if minutes is None or place is None:
            continue
        begin, until = item.time.split("–")
        if end >= 0 and minutes[0] > end:
            reading.warning(
                "agenda-gap",
                place,
                "Between {end} and {begin} there is nothing in the programme.",
                "If it is a break, give it a row: `{{time: {end}-{begin}, item: Pause, pause: yes}}`.",
                end=said,
                begin=begin,
            )
        elif minutes[0] < end:
            reading.warning(
                "agenda-overlap",
                place,
                "This row begins at {begin}, but the row above ends at {end}.",
                "Correct one of the two times.",
                begin=begin,
                end=said,
            )
        if minutes[1] > end:
            end, said = minutes[1], until
    return agenda
