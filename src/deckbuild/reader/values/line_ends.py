"""Lines under ``|`` that look as if they were to stay lines, such as an address; a paragraph joins its lines."""

from __future__ import annotations

import re

from yaml.nodes import ScalarNode

from deckbuild.diagnostics import Span
from deckbuild.reader.context import Reading

_LONGEST = 45
"""The most characters of a line that was ended on purpose."""
_GOES_ON = re.compile(r"[.,;:!?…)\"”«–-]$|\\$|  $")
"""Matches the end of a line after which a sentence or a part of one is over, or that is a forced break."""
_OTHER = re.compile(r"\s*(?:[-+*#>|]|\d{1,9}[.)]\s|\[|```|:::)")
"""Matches the beginning of a line of a list or a head, or of a foreign mark."""


def report_joined_lines(node: ScalarNode, reading: Reading) -> None:
    """Warn of short lines that become one line, at the first of them; the edits keep the lines."""
    if node.style != "|":
        return
    whole = reading.span(node)
    paragraph: list[int] = []
    for number in range(whole.line, whole.end_line + 2):
        line = reading.file.line(number) if number <= whole.end_line else ""
        if line.strip() and not _OTHER.match(line):
            paragraph.append(number)
            continue
        _report(paragraph, reading)
        paragraph = []


def _report(paragraph: list[int], reading: Reading) -> None:
    lines = [reading.file.line(number) for number in paragraph]
    if len(lines) < 2 or any(len(line.strip()) > _LONGEST or _GOES_ON.search(line) for line in lines[:-1]):
        return
    if not all(line.strip()[0].isupper() or line.strip()[0].isdigit() for line in lines):
        return
    ends = [
        Span(reading.file, number, len(line.rstrip()) + 1, number, len(line.rstrip()) + 1)
        for number, line in zip(paragraph[:-1], lines[:-1], strict=True)
    ]
    reading.warning(
        "lines-run-on",
        Span.of_lines(reading.file, paragraph[0], paragraph[0]),
        "These {count} lines are printed as one: a line ends only where a paragraph ends.",
        "End each line that is to stay a line with a backslash: `{line}\\`.",
        count=len(lines),
        line=lines[0].strip(),
        edits=tuple(edit for end in ends for edit in reading.inserted(end, "\\")),
    )
