"""Lines of running text whose first sign makes an item or a heading of them, though probably the sign was meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, takewhile

from yaml.nodes import ScalarNode

from deckbuild.characters import named
from deckbuild.diagnostics import Edit, Span
from deckbuild.reader.context import Reading
from deckbuild.reader.syntax.list_marks import SIGNS, WORDS
from deckbuild.reader.syntax.swallowed_lines import key_in_text

_ITEM = re.compile(r"(?!\s*(?:[-+*]\s+){2,}[-+*]?\s*$)\s*([-+*]|\d{1,9}[.)])\s+(?=(\d?))\S")
"""Matches the beginning of an item: its mark, and a figure if one follows."""
_HEAD = re.compile(r"\s*#{1,6}\s+\S")
_ALONE = re.compile(r"\s*#\s+\S")
_RUNNING = re.compile(r"\s*(?!#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s)\S")
"""Matches a line that is no item and no heading."""
_WORDLESS = re.compile(r"\s*([-+*]|\d{1,9}[.)])\s*")
_PASTED = re.compile(rf"\s*([{SIGNS}]|{WORDS})\s*(?=\S)")
"""Matches what other programs write before an item; running text knows hyphens, stars, plus signs and figures."""
_DASHES = "–—−"
"""Signs with which a line of running text may also begin."""
_HEADS = 3
"""So many headings one after the other, with nothing under them, are rather lines with a sign before them."""
_LONG = 150
"""A heading with more characters is rather a paragraph."""


def report_marked_lines(node: ScalarNode, reading: Reading) -> None:
    """Warn of items and headings in a text that are probably none, and of those without words."""
    lines, whole = node.value.rstrip().split("\n"), reading.span(node)
    first = whole.line - next((n for n, line in enumerate(lines) if line.strip()), 0)

    def place(number: int) -> Span:
        return Span.of_lines(whole.file, first + number, first + number) if node.style == "|" else whole

    number = 0
    for filled, group in groupby(lines, lambda line: bool(line.strip())):
        end = number + len([*group])
        if filled:
            _report_item(lines, number, end, place, reading)
        number = end
    for number, line in enumerate(lines):
        match = _WORDLESS.fullmatch(line)
        if match and (not number or not lines[number - 1].strip() or _ITEM.match(lines[number - 1])):
            reading.warning(
                "doubtful-mark",
                place(number),
                "“{mark}” begins an item or a heading, but no words follow it, so nothing is printed of this line.",
                "Delete the line, or write the words after the mark.",
                mark=match[1],
            )
    _report_heads(lines, place, reading)
    if node.style == "|":
        _report_pasted(range(whole.line, whole.end_line + 1), reading)


def _report_pasted(numbers: range, reading: Reading) -> None:
    """Warn of each list on some lines whose items begin with signs of other programs."""
    found = {number: match for number in numbers if (match := _PASTED.match(reading.file.line(number)))}
    for number, match in found.items():
        if number - 1 in found:
            continue
        run = [*takewhile(found.__contains__, range(number, numbers.stop))]
        if len(run) == 1 and match[1] in _DASHES:
            continue
        places = [Span(reading.file, line, found[line].start(1) + 1, line, found[line].end() + 1) for line in run]
        reading.warning(
            "wrong-bullet",
            places[0],
            "“{mark}” does not begin an item.",
            "Begin each item with a hyphen and a space: `- text`.",
            mark=named(match[1]),
            edits=tuple(Edit(place, "- ") for place in places),
        )


def _report_item(lines: Sequence[str], first: int, end: int, place: Callable[[int], Span], reading: Reading) -> None:
    """Warn of the first item in some lines without an empty one between them, if it is doubtful."""
    items: dict[int, re.Match[str]] = {}
    for number in range(first, end):
        match = _ITEM.match(lines[number])
        if match and (number == first or number - 1 in items or not match[1][0].isdigit() or match[1][:-1] == "1"):
            items[number] = match
    above = next((line.rstrip() for line in reversed(lines[: min(items, default=0)]) if line.strip()), "")
    if not items or above.endswith(":") or key_in_text(lines[min(items)], (*lines, "")[min(items) + 1]):
        return
    mark, figure = items[min(items)].groups()
    between = any(n not in items and not _HEAD.match(lines[n]) and lines[n][0] != " " for n in range(first, end))
    if len(items) == 1:
        alone = not any(_ITEM.match(line) for line in (*lines[:first], *lines[end:]))
        doubtful = between or (alone and bool(figure or mark == "*" or (mark[0].isdigit() and mark[:-1] != "1")))
    else:
        marks = {match[1] for match in items.values() if not match[1][0].isdigit()}
        sums = bool(figure or mark == "+") and any(map(str.isdigit, above))
        doubtful = between and (len(marks) > 1 or sums)
    if doubtful:
        reading.warning(
            "doubtful-mark",
            place(min(items)),
            "This line is printed as an item of a list, because it begins with `{mark}` and a space.",
            (
                "To print the sign, write a backslash before it: `{escaped}`.",
                "If it is an item, end the line above the list with a colon, or write an empty line before the list "
                "and after it."
                if between
                else "If it is an item, end the text above it with a colon.",
            ),
            mark=mark,
            escaped=f"{mark[:-1]}\\{mark[-1]}",
        )


def _report_heads(lines: Sequence[str], place: Callable[[int], Span], reading: Reading) -> None:
    row: list[int] = []
    for number, line in enumerate((*lines, "end")):
        if _HEAD.match(line):
            row.append(number)
        if len(line) > _LONG and _HEAD.match(line):
            reading.warning(
                "doubtful-mark",
                place(number),
                "The whole line is printed as a heading, because it begins with `#` and a space.",
                "Delete the sign, or put the text under the heading on a line of its own.",
            )
        around = (*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2])
        if _ALONE.match(line) and len(around) == 2 and all(_RUNNING.match(each) for each in around):
            reading.warning(
                "doubtful-mark",
                place(number),
                "This line is printed as a heading, because it begins with `#` and a space.",
                (
                    "To print the sign, write a backslash before it: `\\#`.",
                    "If it is a heading, write an empty line above it.",
                ),
            )
        elif line.strip() and not _HEAD.match(line):
            if len(row) >= _HEADS:
                reading.warning(
                    "doubtful-mark",
                    place(row[0]),
                    "{count} lines from here on are printed as headings, because each begins with `#` and a space.",
                    "Delete the signs. A heading has text under it.",
                    count=len(row),
                )
            row = []
