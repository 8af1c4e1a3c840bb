"""Reads the times and slides of the rows of a programme."""

from __future__ import annotations

import re

from deckbuild.diagnostics import Edit
from deckbuild.model.clock import (
    DASHES,
    DAY,
    HOUR,
    MORNING,
    ROUGHLY,
    TIMES,
    UNTIL,
    among_words,
    beginning,
    loosely,
    minutes,
)
from deckbuild.reader.context import FAILED, Failed, Node, Reading, shortened
from deckbuild.reader.values import scalars

_WHILE = 30
"""How many minutes a row lasts in an example."""


def _written(begin: int, end: int) -> str:
    return f"{begin // HOUR}.{begin % HOUR:02}-{end // HOUR}.{end % HOUR:02}"


def from_to(node: Node, reading: Reading, key: str) -> str | Failed:
    """Read the times of a row, such as ``9.00-9.20``; the dash becomes an en dash without spaces."""
    value = scalars.to_str(node, reading, key)
    if value is FAILED:
        return FAILED
    match, times = TIMES.fullmatch(value), minutes(value)
    if match and times and times[0] < times[1]:
        reading.around.ended = times[1]
        sign = ":" if ":" in value else "."
        begin, hour, minute, end, last_hour, last_minute = match.groups()
        about, until = (f"{word} " if word else "" for word in (begin, end))
        dash = f" – {until}" if until else "–"
        return f"{about}{hour}{sign}{minute}{dash}{last_hour}{sign}{last_minute}"
    _report(value, node, reading, key)
    return FAILED


def _report(value: str, node: Node, reading: Reading, key: str) -> None:
    """Report what is wrong with the times of a row, with an example that is made from them."""
    found = loosely(value)
    times = found.minutes if found else None
    message, hint = "“{found}” does not say from when to when.", "Write hours and minutes of both: `{key}: {example}`."
    if re.search(rf"\s{UNTIL}\s", value, re.IGNORECASE):
        message = "The times in “{found}” can't be read: hours and minutes are written in figures."
    example = _example(value)
    edits: tuple[Edit, ...] = ()
    if not found and (among := among_words(value)):
        message, example = "More than times stands here: “{found}”.", _written(*among)
        hint = "Write `{key}: {example}`, and the rest in the text of the row."
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
            example = _written(begin, min(begin + _WHILE, DAY))
        elif begin > end:
            afternoon, follows = end < MORNING and end + DAY // 2 > begin, begin == reading.around.ended
            message = "This row ends before it begins: “{found}”."
            hint = (
                "Write the hours up to 24: `{key}: {example}`."
                if afternoon
                else "The row above ends when this one begins, so the end is wrong: write when this row ends, such as "
                "`{key}: {example}`."
                if follows
                else "Put the time right that is wrong. If both are right, write the earlier first: `{key}: {example}`."
            )
            example = _written(end, begin)
            if afternoon or follows:
                example = _written(begin, end + DAY // 2 if afternoon else min(begin + _WHILE, DAY))
        else:
            message = "The times in “{found}” are not written like `9.00-9.20`."
            if not found.full:
                message = "There are no minutes in one of the times: “{found}”."
            example = _roughly(value, example)
            hint, edits = "Write `{key}: {example}`.", reading.swap(node, example)
    reading.error("bad-time", node, message, hint, key=key, found=shortened(value), example=example, edits=edits)


def _roughly(value: str, times: str) -> str:
    """Return the times with the words of ``value`` that say that one is not exact: ``ca. 9.00-9.20``.

    A word after the last figure is said of both.
    """
    start, *_, end = re.split(rf"[{DASHES}]+|\s{UNTIL}\s", value, flags=re.IGNORECASE)
    in_end = re.match(r"(.*)\d(.*)", end)
    parts = (f"{start} {in_end[2]}", in_end[1]) if in_end else (start, "")
    begin, until = (f"{word[0]} " if (word := ROUGHLY.search(part)) else "" for part in parts)
    return f"{begin}{times.replace('-', f' - {until}' if until else '-')}"


def _example(value: str) -> str:
    """Return an example that begins at the author's time, if one can be read, or else at 9.00."""
    begin = beginning(value)
    return _written(begin, begin + _WHILE) if begin + _WHILE < DAY else "9.00-9.20"


def first_slide(node: Node, reading: Reading, key: str) -> str | Failed:
    """Read a slide's id, title or number, and return its id; that there is one is checked when all slides are read."""
    value = scalars.to_str(node, reading, key)
    if value is FAILED:
        return FAILED
    name = value.removeprefix("#")
    ids = reading.names.slides
    if name not in ids:
        named = [each for each, title in reading.names.titles.items() if title.plain.casefold() == name.casefold()]
        if name.isdecimal() and 0 < int(name) <= len(ids):
            name = ids[int(name) - 1]
        elif len(named) == 1:
            name = named[0]
    reading.forward.starts.append((name, reading.span(node)))
    return name
