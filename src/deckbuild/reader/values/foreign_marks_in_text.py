"""Reports the foreign marks in a text, each at its place.

A mark after a backslash is meant as it stands, and so is what stands in a web address.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from yaml.nodes import ScalarNode

from deckbuild.diagnostics import Span
from deckbuild.reader.context import Reading
from deckbuild.reader.typography import COMMANDS
from deckbuild.reader.values.foreign_marks import BACKSLASH, DASH, FOREIGN, HEADING, QUOTED, as_stars

_BREAK = re.compile(r"\s*<br\s*/?>\s*")
_AS_STARS = "|".join(mark.pattern for mark in FOREIGN if mark.of_web and mark.instead is as_stars)
_BEFORE = 12
"""So many characters before a mark tell it from the same signs elsewhere."""
_QUOTATION = re.compile(r"^[ \t]*>[ \t]*[^\W\d]|^[ \t]*>[ \t]*>.*\n[ \t]*>", re.MULTILINE)
"""Matches a line of a quoted mail for sure; another may be a comparison, as in ``> 50 %``, or an arrow."""
_LONGEST = 120
"""The most letters of a text that a remedy writes anew."""
_ALL = (*FOREIGN, HEADING, BACKSLASH)
_ANY = "(?m)" + "|".join(f"(?P<m{place}>{mark.pattern})" for place, mark in enumerate(_ALL))
"""Like ``_AS_STARS`` a pattern that is compiled when a text first asks for it: it is long, and few decks do."""
_POSSIBLE = re.compile(
    r"(?<=[^\W\d_])-\s|[`~^$&<>=\[|{\\#%\t]|:[:a-z\d+-]|\+[+A]|---|\*\*\*|___|[-*_] [-*_]"
    r"|''|--|,,|//|\.\. |[hH][1-6]\. |(?m:^[ \t]*: )"
)
"""A text without these has no foreign mark."""
_AS_WRITTEN = re.compile(r"\]\([^)\n]*\)|(?:https?://|mailto:|www\.)[^\s>)]+|\\[`~^$&<>=\[|{#:!+*_-]")
"""Matches addresses and escaped signs, in which no mark is looked for."""


def report_foreign_marks(node: ScalarNode, reading: Reading, *, prose: bool) -> None:
    """Warn of each foreign mark in a text. ``prose`` says that the text may have headings."""
    value = node.value
    if not _POSSIBLE.search(value):
        return
    kept = [match.span() for match in _AS_WRITTEN.finditer(value)]
    whole, last = reading.span(node), None
    broken = not prose and _report_breaks(node, reading)
    for match in re.finditer(_ANY, value):
        mark = _ALL[int((match.lastgroup or "m0")[1:])]
        text = match[0].strip()
        place = _place(match, node, whole, last)
        last = place or last
        if (
            (mark is HEADING and prose)
            or (mark.of_web and broken)
            or (mark is QUOTED and not _QUOTATION.search(value))
            or (mark.table and place is None and node.style == '"')  # tabs that are escapes are told as such
            or (mark is DASH and COMMANDS & {*value[: match.start()].split()})
            or any(first <= match.start() < end for first, end in kept)
        ):
            continue
        if mark.instead is unescape and unescape(text) == text:
            continue
        mark.warn(text, place or whole, reading, exact=place is not None)


def _place(match: re.Match[str], node: ScalarNode, whole: Span, last: Span | None) -> Span | None:
    """Return the place of a mark in a text, after the ``last`` one; ``None`` if it is not found in the file.

    The same signs may stand further up as part of a word. So they are looked for with what stands before them.
    """
    text = match[0].strip()
    begin = match.start() + match[0].index(text)
    if node.style == "|":
        above = match.string.count("\n", len(match.string) - len(match.string.lstrip()), begin)
        line = whole.line + above
        whole = Span(whole.file, line, 1, whole.end_line, whole.end_column)
        last = last if last and last.line == line else None
    before = match.string[max(match.string.rfind("\n", 0, begin) + 1, begin - _BEFORE) : begin]
    found = whole.part(before + text, last) if before.strip() else None
    if found is None or found.line != found.end_line:
        return whole.part(text, last)
    return replace(found, column=found.column + len(before))


def _report_breaks(node: ScalarNode, reading: Reading) -> bool:
    """Warn of a text on one line whose lines end with marks of web pages. Returns whether it is one."""
    place = reading.span(node)
    if not _BREAK.search(node.value) or place.line != place.end_line or node.style in ("|", ">"):
        return False
    text = _BREAK.sub(r"\\n", re.sub(_AS_STARS, lambda match: as_stars(match[0]), node.value))
    if set('"\\') & set(node.value) or "<" in text or text.startswith(r"\n") or text.endswith(r"\n"):
        return False
    if len(text) > _LONGEST or " " not in text:
        return False
    reading.warning(
        "html",
        place,
        "The marks of web pages in this text are printed as they stand.",
        'Write `"{text}"`. `\\n` begins a new line.',
        text=text,
        edits=reading.swap(place, f'"{text}"'),
    )
    return True
