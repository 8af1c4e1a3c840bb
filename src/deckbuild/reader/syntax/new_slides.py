"""Lines that begin a new slide but are not written as one: without a hyphen, or with another sign than a hyphen."""

from __future__ import annotations

import re
from collections import Counter

from deckbuild.reader.context import Reading, shortened, spaces
from deckbuild.reader.language.suggest import sure
from deckbuild.reader.language.top_keys import TOP_KEYS
from deckbuild.reader.syntax.list_marks import SIGNS
from deckbuild.reader.syntax.repair_buffer import STAND_IN, Lines

SLIDES = re.compile(r"slides *:\s*(?:#.*)?$")
NEW_SLIDE = ("title", "section")
"""Keys that only a slide's item begins with."""
_BEGINNING = re.compile(rf" *(?P<mark>[-*{SIGNS}]?)\s*(?P<word>[^\W\d_]+)\s*:(?=\s|$)")


def begins_slide(text: str) -> str:
    """Return the key of a slide's first line, ``title`` or ``section``, that a line begins with in any writing."""
    match = _BEGINNING.match(text)
    return sure(match["word"], NEW_SLIDE) if match and match["word"] not in TOP_KEYS else ""


def new_slides(lines: Lines, numbers: list[int], reading: Reading) -> None:
    """Report such lines between slides, and write them as slides in ``lines``. ``numbers`` are the lines of slides."""
    column = _column(lines, numbers)
    first = lines.beginning(numbers[0]) if numbers else None
    if first and first["key"] and not first["dashes"] and lines.indent(numbers[0]) == column + 2 > 1:
        _untitled(lines, reading, numbers[0], column)
    for number in numbers:
        match = _BEGINNING.match(lines[number]) if lines.indent(number) < column + 2 else None
        if match and match["mark"] != "-" and begins_slide(lines[number]):
            _report(lines, reading, number, column, match)


def _column(lines: Lines, numbers: list[int]) -> int:
    """Return the column in which most slides have their hyphens, -2 if there are none.

    Lists that stand under a key are no slides, even if the slide they are in has lost its hyphen.
    """
    columns, over = Counter[int](), list[int]()
    for number in numbers:
        indent, dashed = lines.indent(number), lines[number].lstrip().startswith("- ")
        while over and over[-1] >= indent:
            over.pop()
        if dashed and not over:
            columns[indent] += 1
        if indent or dashed:
            over.append(indent)
    return max(columns, key=lambda each: (columns[each], -each), default=-2)


def _untitled(lines: Lines, reading: Reading, number: int, column: int) -> None:
    """Report that the first slide has no line with its title, and have YAML read one."""
    lines.missing[number] = f"{' ' * column}- title: {STAND_IN}"
    lines.repairs.lossy = True
    reading.diagnostics.error(
        "missing-title",
        lines.whole(number),
        "The line with the first slide's title is missing above this one.",
        "Write it on the line above: `- title: …`, with its hyphen {spaces} from the left."
        if column
        else "Write it on the line above, at the very left: `- title: …`.",
        spaces=spaces(column),
    )
    lines.repairs.muted.add(number + 1)


def _report(lines: Lines, reading: Reading, number: int, column: int, match: re.Match[str]) -> None:
    begin = f"{' ' * column}- {sure(match['word'], NEW_SLIDE)}:"
    below = lines.below(number)
    short = column + 2 - lines.indent(below)
    moved = _beside(lines, below, column) if 0 < short <= 2 else []
    edits = lines.swap(number, 0, match.end(), begin)
    edits += tuple(edit for each in moved for edit in lines.swap(each, 0, 0, " " * short))
    lines.repairs.shifts[number] += match.end() - len(begin)
    lines.lines[number] = begin + lines[number][match.end() :]
    for each in moved:
        lines.repairs.shifts[each] -= short
        lines.lines[each] = " " * short + lines[each]
    reading.diagnostics.error(
        "new-slide",
        lines.whole(number),
        "This line seems to begin a new slide, but is not written like that.",
        (
            "Begin it with {spaces}, a hyphen and a space: `{text}`."
            if column
            else "Begin it at the very left, with a hyphen and a space: `{text}`.",
            "Indent the lines {first} to {last} below it by {more} more." if len(moved) > 1 else "",
            "Indent line {first} below it by {more} more." if len(moved) == 1 else "",
        ),
        spaces=spaces(column),
        text=shortened(lines[number].strip(), 60),
        first=min(moved, default=0) + 1,
        last=max(moved, default=0) + 1,
        more=spaces(short),
        edits=edits,
    )
    lines.repairs.muted.update(each + 1 for each in (number, *moved))


def _beside(lines: Lines, first: int, column: int) -> list[int]:
    """Return the lines from ``first`` on that belong to the slide above them, down to the next slide."""
    found = []
    for number in range(first, len(lines.lines)):
        if lines.blank(number):
            continue
        if lines.indent(number) < lines.indent(first) or (lines.indent(number) <= column and _ends(lines[number])):
            break
        found.append(number)
    return found


def _ends(line: str) -> bool:
    return line.lstrip().startswith("- ") or bool(begins_slide(line))
