"""Lines that look as if they were to stay lines, such as an address; a paragraph joins its lines.

A program that wraps prose ends a line only where the next word has no room. Lines that end early, and not where a
sentence does, were ended on purpose.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from yaml.nodes import ScalarNode

from deckbuild.diagnostics import Span
from deckbuild.model.words import is_code
from deckbuild.reader.context import Reading
from deckbuild.reader.syntax.list_marks import SIGNS, WORDS
from deckbuild.reader.syntax.swallowed_lines import key_in_text

_NARROW = 40
"""Nobody wraps prose to fewer characters a line."""
_WIDE = 50
"""So much room a line has whose next line begins with a capital or a figure."""
_FULL = 0.75
"""The share of the longest line that a line fills at least which was ended for want of room, also by hand."""
_WRAPPED = 100
"""Nobody wraps prose to more characters a line: what is longer is a paragraph, as word processors write it."""
_ENDS = re.compile(r"[.,:!?…–-][)\"”»]*$")
"""Matches the end of a line after which a sentence or a part of one is over: joined with the next it reads well."""
_FORCED = re.compile(r"(?:\\| {2})$")
_ITEM = re.compile(r"\A\s*(?:[-+*]|(\d{1,9})[.)])\s+")
"""Matches the beginning of an item; amid a paragraph only the number 1 begins a list."""
_QUOTED = re.compile(r"[ \t]*>[ \t>]*(?=\S)")
"""Matches the signs before a line of a quoted mail; the line is joined with those beside it like any other."""
_LETTERED = re.compile(r"\(?[a-zA-Z][.)]\s")
"""Matches the beginning of an item with a letter, which makes no list here."""
_OTHER = re.compile(rf"\s*(?:#|[{SIGNS}]\s*\w|{WORDS}|\||`{{3}}|~{{3}}|:::|-{{3,}}.*-{{3,}}\s*$|\W+$)")
"""Matches a head, a foreign mark at the beginning of a line, and a line of signs alone."""


def report_joined_lines(node: ScalarNode, reading: Reading) -> None:
    """Warn of lines that become one line, at the first of them; the edits keep the lines."""
    whole = reading.span(node)
    if node.style == '"' or whole.line == whole.end_line:
        return
    together: list[str] = []
    first = ""  # of the item or paragraph, also of one that has lines that stay lines
    for number in range(whole.line, whole.end_line + 2):
        line = reading.file.line(number) if number <= whole.end_line else ""
        line = line[whole.column - 1 :] if number == whole.line else line
        item = _ITEM.match(line)
        apart = not line.strip() or _OTHER.match(line) or key_in_text(line, reading.file.line(number + 1))
        if apart or (item and (item[1] == "1" or not item[1] or _ITEM.match(first or line))):
            _report(together, number - len(together), node, reading)
            together, first = [], ""
        if not apart:
            together.append(line)
            first = first or line
            if _FORCED.search(line):
                _report(together, number + 1 - len(together), node, reading)
                together = []


def report_blank_lines(node: ScalarNode, reading: Reading) -> None:
    """Warn of an empty line amid a text that is one paragraph, at the line below it; the edit begins a new line."""
    whole = reading.span(node)
    if node.style == '"' or whole.line == whole.end_line:
        return
    above = whole.line
    for number in range(whole.line + 1, whole.end_line + 1):
        if not reading.file.line(number).strip():
            continue
        end = Span.of_lines(reading.file, above, above)
        if number > above + 1 and not _FORCED.search(reading.file.line(above)):
            reading.warning(
                "lines-run-on",
                Span.of_lines(reading.file, number, number),
                "The empty line above this one is printed as a space: here a text is one paragraph.",
                "End the line before it with a backslash: `{line}\\`. What follows then begins on a new line.",
                line=end.file.line(above).strip(),
                edits=reading.inserted(replace(end, column=end.end_column), "\\"),
            )
        above = number


def _report(lines: list[str], first: int, node: ScalarNode, reading: Reading) -> None:
    texts = [_ITEM.sub("", _QUOTED.sub("", line)).strip() for line in lines]
    if (
        len(lines) < 2
        or all("\t" in text for text in texts)
        or not (_partly_quoted(lines) or _on_purpose(texts, folded=node.style != "|"))
    ):
        return
    ends = [Span.of_lines(reading.file, number, number) for number in range(first, first + len(lines))]
    column = ends[0].end_column - len(lines[0].strip())
    reading.warning(
        "lines-run-on",
        replace(ends[0], column=column),
        "These {count} lines are printed as one: a line ends only where a paragraph ends.",
        "End each line that is to stay a line with a backslash: `{line}\\`.",
        count=len(lines),
        line=lines[0].strip(),
        edits=tuple(edit for end in ends[:-1] for edit in reading.inserted(replace(end, column=end.end_column), "\\")),
    )


def _partly_quoted(lines: list[str]) -> bool:
    """Whether some lines are from a quoted mail and others are not, as the answer under it."""
    return len({bool(_QUOTED.match(line)) for line in lines}) > 1


def _on_purpose(lines: list[str], *, folded: bool = False) -> bool:
    """Whether at least half of the line ends amid sentences were made on purpose.

    Where YAML has ``folded`` lines as people break prose by hand, a line that begins with a small letter tells nothing.
    """
    longest = max(map(len, lines))
    found = []
    for line, after in pairwise(lines):
        needed = len(line) + 1 + len(after.split(None, 1)[0])
        begins = after[0].isupper() or after[0].isdigit()
        if (line[0].isdigit() and after[0].isdigit()) or _LETTERED.match(after) or is_code(line) or is_code(after):
            found.append(True)
        elif len(line) > _WRAPPED:
            found.append(begins)
        elif not _ENDS.search(line):
            found.append(needed <= max(_FULL * longest, _WIDE if begins else _NARROW) and (begins or not folded))
    return 2 * sum(found) >= len(found) > 0 and (
        len(lines) > 2 or lines[1][0].isupper() or lines[1][0].isdigit() or bool(_LETTERED.match(lines[1]))
    )
