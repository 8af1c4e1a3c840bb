"""Mistakes with quotation marks: one without a partner, or text after the closing one."""

from __future__ import annotations

from deckbuild.diagnostics import Edit
from deckbuild.reader.context import shortened
from deckbuild.reader.syntax.multiline_text import goes_on
from deckbuild.reader.syntax.parser_error import ParserFault
from deckbuild.reader.syntax.repair_buffer import COMMENT, KEY

CURLY = "“”„‟"
OTHER = {"'": '"', '"': "'"}
FAR = 60
"""How many lines above a fault its quotation mark may stand."""


def closing_quote(line: str, start: int) -> int:
    """Return the column, from 0, of the mark that closes the one at ``start`` on the same line, or -1."""
    mark, index = line[start], start + 1
    while index < len(line):
        if mark == '"' and line[index] == "\\":
            index += 2
            continue
        if line[index] == mark:
            if mark == "'" and line[index + 1 : index + 2] == "'":
                index += 2
                continue
            return index
        index += 1
    return -1


def quote_scan(fault: ParserFault) -> bool:
    """Report a quotation mark that is never closed, or a backslash that YAML can't interpret."""
    if "quoted scalar" not in fault.context:
        return False
    if "escape" in fault.problem or "hexdecimal" in fault.problem:
        column = fault.lines[fault.line].rfind("\\", 0, fault.column + 1)
        column = fault.column if column < 0 else column
        return fault.report(
            "bad-escape",
            fault.lines.span(fault.line, column, column + 1),
            'Inside `"…"` a backslash has a meaning of its own.',
            "Write two of them, `\\\\`, or use single quotation marks around the text: `'…'`. In file names write `/`.",
            edits=fault.lines.swap(fault.line, column, column, "\\"),
            mended=fault.lines.overwritten(fault.line, column, "/"),
        )
    return _report_open(fault, fault.context_line, fault.context_column)


def open_quote(fault: ParserFault) -> bool:
    """Report an unclosed quotation mark, whose text reaches down to the next mark in the file."""
    for number in range(fault.line, max(fault.line - FAR, -1), -1):
        if fault.lines.blank(number):
            continue
        start = fault.lines.value_start(number)
        if fault.lines[number][start : start + 1] not in ('"', "'") or closing_quote(fault.lines[number], start) >= 0:
            continue
        below = number + 1
        while below < len(fault.lines.lines) and fault.lines.blank(below):
            below += 1
        match = KEY.match(fault.lines[below])
        if below < len(fault.lines.lines) and match and (match["dashes"] or match["key"]):
            return _report_open(fault, number, start)
    return False


def _report_open(fault: ParserFault, number: int, column: int) -> bool:
    line = fault.lines[number]
    mark = line[column : column + 1]
    end = len(line.rstrip().rstrip(CURLY))  # Word makes the closing mark curly
    return fault.report(
        "unclosed-quote",
        fault.lines.span(number, column),
        "The quotation mark that begins here has no partner at the end of the text.",
        "Write `{mark}` at the end of the text too: `{text}{mark}`.",
        mark=mark,
        text=shortened(line[column:end], 60),
        edits=fault.lines.swap(number, end, len(line.rstrip()), mark),
        mended=fault.lines.ended(number, mark),
    )


def after_quote(fault: ParserFault) -> bool:
    """Report text after the closing quotation mark: only a part of the text is in quotation marks."""
    line = fault.lines[fault.line]
    start = fault.lines.value_start(fault.line)
    mark = line[start : start + 1]
    if mark not in ('"', "'"):
        return False
    end = closing_quote(line, start)
    rest = line[end + 1 :].strip()
    if end < 0 or not rest or rest.startswith("#") or fault.column <= end:
        return False
    whole = line[start : fault.lines.text_end(fault.line, start)]
    # if a letter follows the closing mark and the line ends with one, the author quoted the whole line
    around = whole[-1] == mark and line[end + 1].isalnum()
    text = whole[1:-1] if around else whole
    if mark == "'":
        hint = 'Use the other kind around the whole text: `"{text}"`. Inside it an apostrophe is no trouble.'
    else:
        hint = "Put single quotation marks around the whole text: `'{text}'`. Or use » and « inside the text."
    further = goes_on(fault.lines, fault.line)
    if further:
        hint = (
            "The text stands on several lines. Write `>-` where it begins, and put all of it on the lines below, "
            "two spaces further in."
        )
    return fault.report(
        "text-after-quote",
        fault.lines.span(fault.line, end, end + 1),
        "The text ends at this quotation mark, but more follows on the line.",
        hint,
        text=shortened(text, 60),
        edits=() if further else _other_marks(fault, start, start + len(whole), text, OTHER[mark]),
        mended=fault.lines.plain(fault.line, start),
    )


def _other_marks(fault: ParserFault, start: int, end: int, text: str, mark: str) -> tuple[Edit, ...]:
    """Return the edit that replaces columns ``start`` to ``end`` with ``text`` in marks of a kind that it lacks."""
    if mark in text or "\\" in text or COMMENT.search(fault.lines[fault.line], start):
        return ()
    return fault.lines.swap(fault.line, start, end, f"{mark}{text}{mark}")
