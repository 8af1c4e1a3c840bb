"""Texts that begin with a sign that has a meaning in YAML."""

from __future__ import annotations

import re

from deckbuild.reader.context import shortened
from deckbuild.reader.syntax.parser_error import ParserFault

STAR = re.compile(r" *\* +\S")


def first_letter(fault: ParserFault) -> bool:
    """Report a text that begins with a sign that has a meaning in YAML."""
    asked = (
        "cannot start any token" in fault.problem
        or "alias" in fault.problem
        or fault.context in ("while scanning an alias", "while scanning an anchor", "while scanning a tag")
        or "mapping keys are not allowed" in fault.problem
        or "tag handle" in fault.problem
        or (fault.context == "while parsing a block node" and "expected node content" in fault.problem)
        or fault.context.startswith(("while scanning a directive", "while parsing a tag"))
    )
    if not asked:
        return False
    at_context = fault.context.startswith("while scanning a")
    number, column = (fault.context_line, fault.context_column) if at_context else (fault.line, fault.column)
    line = fault.lines[number]
    if not line[column : column + 1].strip() or line[column].isalnum():
        return False
    if STAR.match(line) and not line[:column].strip():
        return False  # a bullet of Markdown, which another rule reports
    return report_first_letter(fault, number, column)


def report_first_letter(fault: ParserFault, number: int, column: int) -> bool:
    """Report a text that begins with a sign at a column, from 0, and make it plain text for YAML."""
    line = fault.lines[number]
    return fault.report(
        "reserved-sign",
        fault.lines.span(number, column, column + 1),
        "A text can't begin with `{sign}`: the sign means something else there.",
        'Put quotation marks around the whole text: `"{text}"`.'
        if '"' not in line[column:]
        else "Write `>-` there, and put the text on the next line, two spaces further in.",
        sign=line[column],
        text=shortened(line[column:].strip(), 60),
        edits=fault.lines.quoted(number, column) if column == fault.lines.value_start(number) else (),
        mended=fault.lines.plain(number, column),
    )
