"""Lines that are indented with tabs: YAML does not count them, and no two editors show them equally wide."""

from __future__ import annotations

import re

from deckbuild.characters import indent
from deckbuild.diagnostics import Span
from deckbuild.reader.context import Reading, spaces
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.syntax.block_scalars import indented
from deckbuild.reader.syntax.indentation import home
from deckbuild.reader.syntax.repair_buffer import Lines, ends_in_header

TABBED = re.compile(r" *\t\s*\S")
WIDTHS = (2, 4, 6, 8)
"""How many spaces a tab may stand for."""
MOST_JUDGED = 100
"""By how many lines of a run that width is chosen."""
SURE, POSSIBLE, UNFIT = 0, 1, 3
"""How well a line's indentation fits the lines above."""


def without_tabs(lines: Lines, reading: Reading) -> None:
    """Report all lines that are indented with tabs, and indent them with spaces so that they fit the lines above."""
    original = list(lines.lines)
    chosen: dict[str, int] = {}
    for first, last in _runs([number for number, line in enumerate(original) if TABBED.match(line)]):
        numbers = range(first, last + 1)
        costs = {}
        for width in WIDTHS:
            _expand(lines, original, numbers, width)
            costs[width] = sum(_cost(lines, number) for number in numbers[:MOST_JUDGED])
        best = min(costs, key=lambda width: (costs[width], width))
        _expand(
            lines, original, numbers, chosen.setdefault(indent(original[first]), best)
        )  # the same letters, the same column
        for number in numbers:
            line = original[number]
            lines.repairs.shifts[number] = len(indent(line)) - lines.indent(number)
        line = original[first]
        start, end = line.index("\t"), len(indent(line))
        reading.diagnostics.error(
            "tab",
            Span(reading.file, first + 1, start + 1, first + 1, end + 1),
            "This line is indented with a tab; only spaces count."
            if first == last
            else "The lines {first} to {last} are indented with tabs; only spaces count.",
            "Write {spaces} there instead."
            if first == last
            else "Write {spaces} instead at the beginning of each of them."
            if len({lines.indent(number) for number in numbers}) == 1
            else "Replace each tab by spaces, two for each step. In VS Code: press F1 and choose “Convert Indentation "
            "to Spaces”.",
            spaces=spaces(lines.indent(first)),
            first=first + 1,
            last=last + 1,
            edits=tuple(indented(lines, number) for number in numbers),
        )


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Return the runs of consecutive numbers as (first, last)."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _expand(lines: Lines, original: list[str], numbers: range, width: int) -> None:
    for number in numbers:
        line = original[number]
        text = line.lstrip()
        lines.lines[number] = line[: len(line) - len(text)].expandtabs(width) + text


def _cost(lines: Lines, number: int) -> int:
    """Return how badly the indentation of a line fits the lines above it."""
    column, match, levels = lines.indent(number), lines.beginning(number), lines.levels(number)
    known = match["key"] in all_words()
    text = _text_column(lines, number)
    if text is not None and not known:
        return SURE if column == text else POSSIBLE if column > text else UNFIT
    slide = home(lines, match, levels)
    if slide is not None:
        return SURE if column == slide.column else UNFIT
    above = lines.above(number)
    begun = lines.beginning(above)
    inner = begun.end("dashes")
    if not lines[above][lines.value_start(above) :].split(" #")[0].strip() and begun["key"]:
        best = (inner, inner + 2) if match["dashes"] else (inner + 2,)
        return SURE if column in best else POSSIBLE if column > inner else UNFIT
    if not (match["dashes"] or match["key"]):  # the text above goes on
        best = (inner + 2,) if begun["key"] else (inner, inner + 2)
        return SURE if column in best else POSSIBLE if column > begun.end("indent") else UNFIT
    fitting = [level.column for level in levels if level.item == bool(match["dashes"])]
    return SURE if [column] == fitting[:1] else POSSIBLE if column in fitting else UNFIT


def _text_column(lines: Lines, number: int) -> int | None:
    """Return the column in which a text under ``|`` or ``>-`` goes on at a line; ``None`` without one."""
    first = None
    for above in range(number - 1, -1, -1):
        if not lines[above].strip():
            continue
        if ends_in_header(lines[above]):
            match = lines.beginning(above)
            outer = match.end("dashes") if match["key"] else match.end("indent")
            return outer + 2 if first is None else first if first > outer else None
        if first is not None and lines.indent(above) < first and lines.beginning(above)["key"]:
            return None
        first = lines.indent(above) if first is None else min(first, lines.indent(above))
    return None
