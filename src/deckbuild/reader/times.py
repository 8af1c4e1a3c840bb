"""The times of an agenda: from-to, one row after the other."""

from __future__ import annotations

import re

from deckbuild.blocks.agenda import Agenda, AgendaItem
from deckbuild.reader import scalars
from deckbuild.reader.hooks import field_of, finish_of
from deckbuild.reader.reading import FAILED, Failed, Node, Reading, shortened

TIME = re.compile(r"(?:kl\.?\s*)?(\d{1,2})[.:](\d{2})\s*[-–—]\s*(?:kl\.?\s*)?(\d{1,2})[.:](\d{2})", re.IGNORECASE)


def _minutes(match: re.Match[str]) -> tuple[int, int] | None:
    hour, minute, end_hour, end_minute = (int(part) for part in match.groups())
    if hour > 23 or end_hour > 24 or minute > 59 or end_minute > 59:
        return None
    return hour * 60 + minute, end_hour * 60 + end_minute


@field_of(AgendaItem, "time")
def from_to(node: Node, reading: Reading, key: str) -> str | Failed:
    """Read from-to; the dash becomes an en dash without spaces."""
    value = scalars.to_str(node, reading, key)
    if value is FAILED:
        return FAILED
    match = TIME.fullmatch(value)
    minutes = _minutes(match) if match else None
    if match is None or minutes is None:
        reading.error(
            "bad-time",
            node,
            "“{found}” does not say from when to when.",
            "Write hours and minutes of both, with a hyphen between them: `{key}: 9.00-9.20`.",
            key=key,
            found=shortened(value),
        )
        return FAILED
    if minutes[0] >= minutes[1]:
        reading.error(
            "bad-time",
            node,
            "This row ends before it begins: “{found}”.",
            "Write the earlier time first: `{key}: 9.00-9.20`.",
            key=key,
            found=value,
        )
        return FAILED
    sign = ":" if ":" in value else "."
    return f"{match[1]}{sign}{match[2]}–{match[3]}{sign}{match[4]}"


@field_of(AgendaItem, "slide")
def first_slide(node: Node, reading: Reading, key: str) -> str | Failed:
    """Read the id of a slide; whether there is one is checked once all slides are known."""
    value = scalars.to_str(node, reading, key)
    if value is FAILED:
        return FAILED
    name = value.removeprefix("#")
    reading.starts.append((name, reading.span(node)))
    return name


@finish_of(Agenda)
def gapless(agenda: Agenda, _: Node, reading: Reading) -> Agenda:
    """Warn of gaps between the rows, and of rows that overlap."""
    end, said = -1, ""
    for item in agenda.items:
        match = TIME.fullmatch(item.time)
        minutes = _minutes(match) if match else None
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
