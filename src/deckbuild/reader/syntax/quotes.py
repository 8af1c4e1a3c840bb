"""Mistakes with quotation marks: one without a partner, text after the closing one, a backslash, curly marks."""

from __future__ import annotations

import re

from deckbuild.diagnostics import Edit, Template
from deckbuild.editing import as_value
from deckbuild.reader.context import shortened
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.syntax.escapes import as_typed, file_key, file_name
from deckbuild.reader.syntax.multiline_text import goes_on
from deckbuild.reader.syntax.parser_error import ParserFault
from deckbuild.reader.syntax.repair_buffer import COMMENT, STAND_IN

CURLY = "“”„‟"
SINGLE_CURLY = "‘’‚"
IN_SINGLE_CURLY = re.compile(rf"[{SINGLE_CURLY}].+[{SINGLE_CURLY}']\s*")
IN_CURLY = re.compile("[“”„‟»«‘’](?P<text>[^“”„‟»«]+)[“”‟»«‘’]")
OTHER = {"'": '"', '"': "'"}
"""Quotation mark -> the other kind."""
APOSTROPHE = re.compile(r"'(?=\d|[^\W\d_A-ZÆØÅ])")
"""Matches the mark of ``'68`` or ``'n``, where letters or figures are left out. Quoted texts begin with capitals."""
OR_CURLY = "Or use “ and ” inside the text."
_IN_QUOTES = re.compile(r""""(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'""")
"""Matches a text in quotation marks, with marks inside it as YAML has them."""
FAR = 60
"""How many lines above a fault its quotation mark may stand."""


def lost_mark(text: str) -> bool:
    """Whether a text has lost the quotation mark at its beginning: one stands at its end alone, and means no inches."""
    return text.endswith('"') and text.count('"') == 1 and not text[-2:-1].isdigit() and text[0] not in "[{'"


def closing_quote(line: str, start: int) -> int:
    """Return the column, from 0, of the mark that closes the one at ``start`` on its line, or -1 without such marks."""
    match = _IN_QUOTES.match(line, start)
    return match.end() - 1 if match else -1


def bad_escape(fault: ParserFault) -> bool:
    """Report a backslash in double quotation marks that YAML can't interpret."""
    if "quoted scalar" not in fault.context or not re.search("escape|hexdecimal", fault.problem):
        return False
    found = fault.lines[fault.line].rfind("\\", 0, fault.column + 1)
    column = fault.column if found < 0 else found
    start, line = fault.context_column, fault.lines[fault.context_line]
    end = closing_quote(line, start) if fault.line == fault.context_line else -1
    typed, key = as_typed(line[start + 1 : end]) if end >= 0 else None, file_key(line[:start])
    if key and end >= 0:
        return fault.report(
            "bad-escape",
            fault.lines.span(fault.line, start, end + 1),
            'Inside `"…"` a backslash has a meaning of its own.',
            "Write `/` in file names, and keep the file beside the deck: `{key}: {name}`.",
            key=key,
            name=file_name(line[start + 1 : end]),
            edits=fault.lines.swap(fault.line, start, end + 1, as_value(file_name(line[start + 1 : end]))),
            mended=fault.lines.overwritten(fault.line, start, line[start : end + 1].replace("\\", "/")),
        )
    return fault.report(
        "bad-escape",
        fault.lines.span(fault.line, column, column + 1),
        'Inside `"…"` a backslash has a meaning of its own.',
        "Write two of them, `\\\\`, or use single quotation marks around the text: `'…'`. In file names write `/`.",
        edits=fault.lines.swap(fault.line, start, end + 1, typed) if typed else (),
        mended=fault.lines.overwritten(fault.line, column, "/"),
    )


def unclosed_quote(fault: ParserFault) -> bool:
    """Report a quotation mark that is never closed, or only by the next mark further down in the file."""
    in_quotes = "quoted scalar" in fault.context
    place = (fault.context_line, fault.context_column) if in_quotes else _open_quote(fault)
    if place is None:
        return False
    number, column = place
    line = fault.lines[number]
    mark = line[column : column + 1]
    if APOSTROPHE.match(line, column):
        end = fault.lines.text_end(number, column)
        return fault.report(
            "unclosed-quote",
            fault.lines.span(number, column),
            "An apostrophe begins this text, but is taken for a quotation mark that ends nowhere.",
            'Put double quotation marks around the whole text: `"{text}"`.',
            text=shortened(line[column:end], 60),
            edits=fault.lines.quoted(number, column),
            mended=fault.lines.overwritten(number, column, STAND_IN),
        )
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


def _open_quote(fault: ParserFault) -> tuple[int, int] | None:
    """Return the line and column of a mark above without a partner on its line, if a key or an item follows it."""
    lines = fault.lines
    for number in range(fault.line, max(fault.line - FAR, -1), -1):
        start = lines.value_start(number)
        opens = lines[number][start : start + 1] in OTHER and not lines.blank(number)
        if opens and closing_quote(lines[number], start) < 0:
            below = lines.beginning(lines.below(number))
            if below["dashes"] or below["key"]:
                return number, start
    return None


def text_after_quote(fault: ParserFault) -> bool:
    """Report text after the closing quotation mark: only a part of the text is in quotation marks."""
    line = fault.lines[fault.line]
    start = fault.lines.value_start(fault.line)
    mark = line[start : start + 1]
    hint: Template
    if mark not in OTHER:
        return False
    end = closing_quote(line, start)
    begins = fault.lines.beginning(fault.line)
    if begins["dashes"] and begins["key"] and begins["key"][0].isupper() and begins["key"].lower() not in all_words():
        start = begins.end("dashes")  # it is no key, but the first word of the text
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
        hint = ("Put single quotation marks around the whole text: `'{text}'`.", "" if ":" in text else OR_CURLY)
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


def curly_quotes(fault: ParserFault) -> bool:
    """Report curly quotation marks, as Word writes them: YAML reads them as letters.

    If a line breaks because of them, the other lines with a text inside curly marks are reported too.
    """
    lines, marks = fault.lines, tuple(CURLY)
    start = lines.value_start(fault.line)
    if IN_SINGLE_CURLY.fullmatch(lines[fault.line], start):
        marks = tuple(SINGLE_CURLY)
    closing = (*marks, *OTHER)
    text = lines[fault.line][start : lines.text_end(fault.line, start)]
    around = text.startswith(marks) and (text.endswith(closing) or not any(each in text[1:] for each in closing))
    if not around or fault.column < start or not fault.problem.startswith("mapping values"):
        return False
    for number, line in enumerate(lines.lines):
        start = lines.value_start(number)
        inside = line.startswith(marks, start) and line.rstrip().endswith(marks) and not lines.blank(number)
        if number != fault.line and not inside:
            continue
        end = lines.text_end(number, start)
        closed = end > start + 1 and line[end - 1] in closing
        fault.report(
            "curly-quotes",
            lines.span(number, start, end),
            "These curly quotation marks don't hold the text together.",
            'Use straight ones: `"{text}"`. Word writes curly ones by itself; VS Code and Notepad don\'t.',
            text=shortened(line[start + 1 : end - closed], 60),
            edits=_straight(fault, number, start, end - 1) if closed else (),
            mended=lines.plain(number, start),
        )
    return True


def _straight(fault: ParserFault, number: int, start: int, end: int) -> tuple[Edit, ...]:
    """Return the edits that write straight quotation marks in the place of a pair of curly ones."""
    if any(letter in fault.lines[number][start:end] for letter in '"\\'):
        return ()
    return fault.lines.swap(number, start, start + 1, '"') + fault.lines.swap(number, end, end + 1, '"')
