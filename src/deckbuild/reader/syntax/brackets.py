"""Mistakes in brackets and braces: they are not closed, or something in them splits a text."""

from __future__ import annotations

import re

from deckbuild.reader.context import shortened
from deckbuild.reader.language.examples import LONGEST
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.syntax.parser_error import ParserFault
from deckbuild.reader.syntax.repair_buffer import COMMENT, STAND_IN

CLOSING = {"[": "]", "{": "}"}
NO_ITEM = "while parsing a flow node"
"""PyYAML's context where it finds no item inside brackets."""
KEY_INSIDE = re.compile(r"\s*[\w-]+:\s+")
DIVIDED = re.compile(r";(?=\s*([\w-]+):\s)")
"""A semicolon before a key."""
HASH_WORD = re.compile(r"(?:[,\[{]\s*|[\w-]:\s+)(#[\w-]+)(?=\s*[,\]}])")
"""A sign # with a word that is a whole item, or the whole value of a key."""


def _opening(fault: ParserFault) -> str:
    """Return the bracket or brace inside which YAML stumbled, or an empty text if it wasn't inside one."""
    inside = fault.context.startswith("while parsing a flow") and fault.context != NO_ITEM
    sign = fault.lines[fault.context_line][fault.context_column : fault.context_column + 1]
    return sign if inside and sign in CLOSING else ""


def _closed(fault: ParserFault) -> str:
    """Return the sign that closes the bracket inside which YAML stumbled; an empty text if it isn't on the line."""
    closing = CLOSING.get(_opening(fault), "")
    return closing if fault.line == fault.context_line and closing in fault.lines[fault.line][fault.column :] else ""


def semicolon_in_brackets(fault: ParserFault) -> bool:
    """Report semicolons between keys: ``{time: 9.00-9.20; item: Tjek ind}``.

    After a key of the language, a word counts as the next key only if it is one too: a text may have semicolons.
    """
    line, opened, closing = fault.lines[fault.line], fault.context_column, _closed(fault)
    if not closing or line[fault.column] != ":":
        return False
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


def colon_in_brackets(fault: ParserFault) -> bool:
    """Report a colon inside a text: ``{alt: Et bord: rundt}``."""
    line, colon, closing = fault.lines[fault.line], fault.column, _closed(fault)
    if not closing or line[colon] != ":":
        return False
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


def missing_comma(fault: ParserFault) -> bool:
    """Report something other than a comma between two items: ``["a" "b"]``."""
    line, closing = fault.lines[fault.line], _closed(fault)
    if not closing:
        return False
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


def missing_item(fault: ParserFault) -> bool:
    """Report a comma with no item before it: ``[, b]``."""
    line, column = fault.lines[fault.line], fault.column
    before = line[:column].rstrip()[-1:]
    if fault.context != NO_ITEM or line[column : column + 1] != "," or before not in ("[", ","):
        return False
    return fault.report(
        "broken-brackets",
        fault.lines.span(fault.line, column, column + 1),
        "There is nothing before this comma.",
        'Write the item there, or `""` for an empty cell.',
        edits=fault.lines.swap(fault.line, column, column, '""'),
        mended=(fault.line, f'{line[:column]}""{line[column:]}'),
    )


def hash_in_brackets(fault: ParserFault) -> bool:
    """Report a sign # that makes a comment of the rest of a list: ``[nr. #1, nr. #2]``."""
    place = _hash(fault)
    if not place:
        return False
    number, sign = place
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


def _hash(fault: ParserFault) -> tuple[int, int] | None:
    """Return the line and column of a sign # after an opening bracket that its comment keeps from being closed."""
    if fault.context == NO_ITEM:
        for number in (fault.line, fault.lines.above(fault.line)):
            cut = COMMENT.search(fault.lines[number])
            before = fault.lines[number][: cut.start()] if cut else ""
            if cut and any(before.count(mark) > before.count(end) for mark, end in CLOSING.items()):
                return number, cut.start() + 1
    elif opening := _opening(fault):
        number, closing = fault.context_line, CLOSING[opening]
        line = fault.lines[number]
        cut = COMMENT.search(line, fault.context_column)
        if cut and closing in line[cut.end() :] and closing not in line[fault.context_column : cut.start()]:
            return number, cut.start() + 1
    return None


def unclosed_bracket(fault: ParserFault) -> bool:
    """Report a bracket or brace that is not closed on the line on which YAML stumbled."""
    opening = _opening(fault)
    if not opening or _closed(fault):
        return False
    number, closing = fault.context_line, CLOSING[opening]
    line = fault.lines[number].rstrip()
    round_end = line.endswith(")") and "(" not in line[fault.context_column :]
    last = number if fault.line == number else max(number, fault.lines.above(fault.line))
    return fault.report(
        "unclosed-bracket",
        fault.lines.span(number, fault.context_column),
        "The bracket `{opening}` that begins here is not closed.",
        "Write `{closing}` at the end, not `)`."
        if round_end
        else "Write `{closing}` after the last item. A text that begins with a bracket stands in quotation marks.",
        opening=opening,
        closing=closing,
        edits=fault.lines.swap(number, len(line) - 1, len(line), closing) if round_end else (),
        mended=(number, line[:-1] + closing) if round_end else fault.lines.ended(last, closing),
    )
