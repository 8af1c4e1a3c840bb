"""Mistakes in brackets and braces: they are not closed, or something in them splits a text."""

from __future__ import annotations

import re

from deckbuild.reader.context import shortened
from deckbuild.reader.language.examples import LONGEST
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.syntax.parser_error import ParserFault
from deckbuild.reader.syntax.repair_buffer import COMMENT, STAND_IN
from deckbuild.reader.syntax.reserved_characters import report_first_letter

CLOSING = {"[": "]", "{": "}"}
KEY_INSIDE = re.compile(r"\s*[\w-]+:\s+")
DIVIDED = re.compile(r";(?=\s*([\w-]+):\s)")
"""A semicolon before a key."""
HASH_WORD = re.compile(r"(?:[,\[{]\s*|[\w-]:\s+)(#[\w-]+)(?=\s*[,\]}])")
"""A sign # with a word that is a whole item, or the whole value of a key."""


def brackets(fault: ParserFault) -> bool:
    """Report a list or mapping in brackets that is not closed, lacks a comma, or has a colon inside a text."""
    if not fault.context.startswith("while parsing a flow"):
        return False
    if fault.context == "while parsing a flow node":
        return _without_item(fault)
    number = fault.context_line
    line = fault.lines[number]
    opening = line[fault.context_column : fault.context_column + 1]
    if opening not in CLOSING:
        return False
    closing = CLOSING[opening]
    cut = COMMENT.search(line, fault.context_column)
    if cut and closing in line[cut.end() :] and closing not in line[fault.context_column : cut.start()]:
        return _cut_off(fault, number, cut.start() + 1)
    if fault.line != fault.context_line or closing not in line[fault.column :]:
        return _not_closed(fault, opening, closing)
    if line[fault.column] != ":":
        return _no_comma(fault, closing)
    return _semicolons(fault, closing) or _colon_inside(fault, closing)


def _semicolons(fault: ParserFault, closing: str) -> bool:
    """Report semicolons between keys: ``{time: 9.00-9.20; item: Tjek ind}``.

    After a key of the language, a word counts as the next key only if it is one too: a text may have semicolons.
    """
    line, opened = fault.lines[fault.line], fault.context_column
    inside = line[opened : line.find(closing, fault.column) + 1]
    divided = list(DIVIDED.finditer(inside))
    first = KEY_INSIDE.match(inside, 1)
    names = first is not None and first[0].strip(" :") not in all_words()
    if not divided or "'" in inside or '"' in inside or not all(names or each[1] in all_words() for each in divided):
        return False
    at = [opened + each.start() for each in divided]
    return fault.report(
        "broken-brackets",
        fault.lines.span(fault.line, at[0], at[0] + 1),
        "Inside brackets commas part the items, not semicolons.",
        "Write a comma, not a semicolon: `{text}`.",
        text=shortened(DIVIDED.sub(",", inside), LONGEST),
        edits=tuple(edit for each in at for edit in fault.lines.swap(fault.line, each, each + 1, ",")),
        mended=fault.lines.overwritten(fault.line, opened, DIVIDED.sub(",", inside)),
    )


def _colon_inside(fault: ParserFault, closing: str) -> bool:
    """Report a colon inside a text: ``{alt: Et bord: rundt}``."""
    line, colon = fault.lines[fault.line], fault.column
    start = max(line.rfind(mark, 0, colon) for mark in ",[{") + 1
    key = KEY_INSIDE.match(line, start, colon)
    start = key.end() if key else start + len(line[start:]) - len(line[start:].lstrip())
    end = min(found for mark in (",", closing) if (found := line.find(mark, colon)) >= 0)
    text = line[start:end].rstrip()
    return fault.report(
        "unquoted-colon",
        fault.lines.span(fault.line, colon, colon + 1),
        "The colon inside this text splits it: “{word}” is taken for a key such as `title:`.",
        'Put quotation marks around the text: `"{text}"`.',
        word=shortened(line[start:colon]),
        text=shortened(text, 60),
        edits=fault.lines.quoted(fault.line, start, start + len(text)),
        mended=fault.lines.overwritten(fault.line, colon, STAND_IN),
    )


def _no_comma(fault: ParserFault, closing: str) -> bool:
    line = fault.lines[fault.line]
    forgotten = line[fault.column - 1] == " " and line[fault.column] in "\"'"
    mended = fault.lines.overwritten(fault.line, fault.column - 1, ",")
    if not forgotten:
        inside = line[fault.context_column + 1 : line.rfind(closing)]
        mended = fault.lines.overwritten(fault.line, fault.context_column + 1, re.sub(r"[^\w\s,]", STAND_IN, inside))
        fault.lines.repairs.lossy = True
    return fault.report(
        "broken-brackets",
        fault.lines.span(fault.line, fault.column, fault.column + 1),
        "Inside brackets the items are separated by commas, but here something else stands.",
        "Write a comma before it. A text with brackets, quotation marks or a colon in it is quoted as a whole.",
        edits=fault.lines.swap(fault.line, fault.column - 1, fault.column - 1, ",") if forgotten else (),
        mended=mended,
    )


def _without_item(fault: ParserFault) -> bool:
    """Report a missing item: ``[, b]``, or a comment where an item was meant."""
    line, column = fault.lines[fault.line], fault.column
    for number in (fault.line, fault.lines.above(fault.line)):
        cut = COMMENT.search(fault.lines[number]) if number >= 0 else None
        before = fault.lines[number][: cut.start()] if cut else ""
        if cut and any(before.count(mark) > before.count(end) for mark, end in CLOSING.items()):
            return _cut_off(fault, number, cut.start() + 1)
    if line[column : column + 1] != "," or line[:column].rstrip()[-1:] not in ("[", ","):
        return False
    return fault.report(
        "broken-brackets",
        fault.lines.span(fault.line, column, column + 1),
        "There is nothing before this comma.",
        'Write the item there, or `""` for an empty cell.',
        edits=fault.lines.swap(fault.line, column, column, '""'),
        mended=(fault.line, f'{line[:column]}""{line[column:]}'),
    )


def _cut_off(fault: ParserFault, number: int, sign: int) -> bool:
    """Report a sign # that makes a comment of the rest of a list: ``[nr. #1, nr. #2]``."""
    line = fault.lines[number]
    words = list(HASH_WORD.finditer(line))
    whole = HASH_WORD.sub("", line)
    return fault.report(
        "text-cut-short",
        fault.lines.span(number, sign, sign + 1),
        "From `#` on this is a comment, so that the bracket is not closed.",
        'Put quotation marks around it: `"{text}"`.'
        if words
        else "If `#` is part of a text, put quotation marks around that text.",
        text=words[0][1] if words else "",
        edits=tuple(edit for each in words for edit in fault.lines.quoted(number, each.start(1), each.end(1)))
        if not COMMENT.search(whole)
        else (),
        mended=(number, line.replace("#", STAND_IN)),
    )


def _not_closed(fault: ParserFault, opening: str, closing: str) -> bool:
    last = fault.line if fault.line == fault.context_line else fault.lines.above(fault.line)
    return fault.report(
        "unclosed-bracket",
        fault.lines.span(fault.context_line, fault.context_column),
        "The bracket `{opening}` that begins here is not closed.",
        "Write `{closing}` after the last item. A text that begins with a bracket stands in quotation marks.",
        opening=opening,
        closing=closing,
        mended=fault.lines.ended(max(last, fault.context_line), closing),
    )


def after_bracket(fault: ParserFault) -> bool:
    """Report a text that begins with a bracket: ``title: [Draft] Programme``."""
    line, start = fault.lines[fault.line], fault.lines.value_start(fault.line)
    opening = line[start : start + 1]
    if opening not in CLOSING or fault.column <= start:
        return False
    end = line.find(CLOSING[opening], start)
    if end < 0 or not line[end + 1 :].strip() or line[end + 1 :].strip().startswith("#"):
        return False
    return report_first_letter(fault, fault.line, start)
