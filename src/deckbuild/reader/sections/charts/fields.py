"""Reads numbers that stand in the deck: ``Elderly: 41``, ``Denmark: [12, 14]``, ``[2, 3.5]``."""

from __future__ import annotations

import re

from deckbuild.diagnostics import Edit, Span
from deckbuild.editing import as_value
from deckbuild.model.numbers import MISSING, NOUGHT, ChartSeries, Sign, ambiguous, number_in
from deckbuild.reader.context import FAILED, Failed, MappingNode, Node, Reading, ScalarNode, SequenceNode, shortened
from deckbuild.reader.values import scalars
from deckbuild.reader.values.convert import read_model
from deckbuild.reader.values.unknown_keys import key_name, pairs_by_name
from deckbuild.reader.values.wrong_kind import wrong_kind

_COUNTED = re.compile(r"([-−]?\d+(?:[.,]\d+)?) +([^\W\d]\D*)")
"""Matches a number and what it counts: ``14,5 dage``."""
_BESIDE = re.compile(r"(\S.*?)(?:\t\s*|\s{2,}|\s*[=;|]\s*)([-−]?\d[\d.,]*)\s*")
"""Matches a name and a number with something else between them than a colon: a tab, from a spreadsheet."""


def number(node: Node, reading: Reading, key: str) -> float | Failed | None:
    """Read a number; ``None`` for a sign that the number is not known, such as ``~``."""
    if isinstance(node, ScalarNode) and node.value.strip() in MISSING:
        return None
    if isinstance(node, ScalarNode) and node.value.strip() in NOUGHT:
        return 0.0
    text = scalars.scalar(node, reading, key, "number", example="4")
    if text is FAILED:
        return FAILED
    if ambiguous(text):
        reading.error(
            "ambiguous-number",
            node,
            "“{found}” can be read in two ways: as a thousand and more, or as a number with three decimals.",
            "Write a thousand without a sign: `{whole}`. Write decimals with one more nought: `{decimals}`.",
            found=text,
            whole=re.sub(r"[.,]", "", text),
            decimals=f"{text.replace(',', '.')}0",
        )
        return FAILED
    found = number_in(text, Sign.POINT)
    if found is None:
        counted = _COUNTED.fullmatch(text)
        reading.error(
            "not-a-number",
            node,
            "“{found}” is not a number.",
            "Write the number alone: `{bare}`. What it counts, “{unit}”, stands once for all, after `unit:`."
            if counted
            else "Write it in digits, with a point before the decimals: `12.5`. Where a number is not known, write "
            "`~`.",
            found=shortened(text),
            bare=counted[1].replace(",", ".") if counted else "",
            unit=counted[2] if counted else "",
        )
        return FAILED
    return found.value


def named_numbers(node: Node, reading: Reading, key: str) -> tuple[tuple[str, float | None], ...] | Failed:
    """Read a number for each category: ``Elderly: 41``."""
    if not isinstance(node, MappingNode):
        place = reading.span(node)
        numbers = range(place.line, place.end_line + 1) if isinstance(node, ScalarNode) and not node.style else ()
        lines = {number: _BESIDE.fullmatch(reading.file.line(number).strip()) for number in numbers}
        own = {number: f"{as_value(match[1])}: {match[2]}" for number, match in lines.items() if match}
        reading.error(
            "wrong-kind",
            node,
            "`{key}:` has a number for each category.",
            "Write a colon and a space after each name: `{own}`."
            if own
            else "Write each on a line of its own, two spaces further in: `Elderly: 41`.",
            key=key,
            own=next(iter(own.values()), ""),
            edits=tuple(Edit(Span.of_lines(reading.file, number, number), text) for number, text in own.items())
            if len(own) == len(lines)
            else (),
        )
        return FAILED
    read = [(name, number(value, reading, name)) for name, (_, value) in pairs_by_name(node, reading).items()]
    found = tuple((name, value) for name, value in read if value is not FAILED)
    return found if len(found) == len(node.value) else FAILED


def numbers(node: Node, reading: Reading, key: str) -> tuple[float | None, ...] | Failed:
    """Read a list of numbers; ``None`` for those that are not known."""
    if not isinstance(node, SequenceNode):
        wrong_kind(node, reading, key, "list", "12")
        return FAILED
    found = [number(item, reading, key) for item in node.value]
    return tuple(value for value in found if value is not FAILED) if FAILED not in found else FAILED


def all_series(node: Node, reading: Reading, key: str) -> tuple[ChartSeries, ...] | Failed:
    """Read the series of a chart: ``Navn: [1, 2]``, or a list of mappings with ``name`` and ``values``."""
    made: list[ChartSeries | Failed] = []
    if isinstance(node, SequenceNode):
        made = [read_model(ChartSeries, item, reading, key) for item in node.value]
    elif isinstance(node, MappingNode):
        for name_node, value in node.value:
            name = key_name(name_node, reading)
            found = numbers(value, reading, name)
            if found is FAILED:
                made.append(FAILED)
            else:
                places = {"values": reading.span(value)}
                made.append(ChartSeries(name=name, values=found, span=reading.span(name_node), places=places))
    else:
        reading.error(
            "wrong-kind",
            node,
            "`{key}:` has a name and a list of numbers for each series.",
            "Write each on a line of its own, two spaces further in: `Denmark: [12, 14, 17]`.",
            key=key,
        )
        return FAILED
    return tuple(one for one in made if one is not FAILED) if FAILED not in made else FAILED


def pairs(node: Node, reading: Reading, key: str) -> tuple[tuple[float, float], ...] | Failed:
    """Read points as (x, y): ``[[2, 3.5], [4, 5]]``."""
    if not isinstance(node, SequenceNode):
        wrong_kind(node, reading, key, "list", "[2, 3.5]")
        return FAILED
    made: list[tuple[float, float]] = []
    for item in node.value:
        found: tuple[float | None, ...] | Failed = ()
        if isinstance(item, SequenceNode):
            found = numbers(item, reading, key)
        if found is FAILED:
            continue
        if len(found) != 2 or found[0] is None or found[1] is None:
            reading.error(
                "wrong-count",
                item,
                "A point is two numbers: how far to the right, and how far up.",
                "Write it in brackets: `[2, 3.5]`.",
            )
        else:
            made.append((found[0], found[1]))
    return tuple(made) if len(made) == len(node.value) else FAILED
