"""Texts on several lines in which a line has a colon, so that YAML reads it as a key and its value."""

from __future__ import annotations

import re

from deckbuild.blocks.registry import kind_or_any
from deckbuild.reader.context import shortened
from deckbuild.reader.language.suggest import meant_keys
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.syntax.parser_error import ParserFault
from deckbuild.reader.syntax.repair_buffer import BEGINNING, COMMENT, STAND_IN, Lines

TEXTS = {"notes", "text", "hint", "ask", "alt", "caption", "note"}
"""Keys under which a text may stand on lines of its own, beside those of kinds of block that are a text."""
SPLITS = "The colon inside this text splits it: “{word}” is taken for a key such as `title:`."
COLON = re.compile(r":(?=\s|$)")


def sign_of(key: str) -> str:
    """Return the sign to write after a key whose text stands on the lines below."""
    return "|" if key == "notes" else ">-"


def text_under_key(lines: Lines, number: int) -> tuple[int, range, bool] | None:
    """Return the line of a key, the lines of the text below it, and whether they are only text, without keys or items.

    Lines count from 0. Returns ``None`` when ``number`` is not a line of such a text, or the text has only one line.
    """
    header = number if opens_text(lines, number) else next(
        (above for above in range(number - 1, -1, -1) if not lines.blank(above) and _of_structure(lines[above])), -1
    )  # fmt: skip
    if header < 0 or not opens_text(lines, header) or (header != number and _of_structure(lines[number])):
        return None
    column = lines.beginning(header).end("dashes")
    last = header
    for below in range(header + 1, len(lines.lines)):
        if lines[below].strip() and lines.indent(below) <= column:
            break
        last = below if lines[below].strip() else last
    text = range(header + 1, last + 1)
    said = [each for each in text if lines[each].strip()]
    if number not in text or len(said) < 2:
        return None
    least = min(lines.indent(each) for each in said)
    plain = lines.indent(said[0]) == least and not any(_of_structure(lines[each]) or lines.blank(each) for each in said)
    return header, text, plain


def opens_text(lines: Lines, number: int) -> bool:
    """Whether a line is a key that needs a text, with nothing after it."""
    match = lines.beginning(number)
    if lines[number][match.end() :].strip():
        return False
    return takes_text(match["key"])


def takes_text(key: str | None) -> bool:
    """Whether a key has a text as its value."""
    return key in TEXTS or kind_or_any(key or "").SHORTHAND == "text"


def _of_structure(line: str) -> bool:
    """Whether a line begins with a hyphen or a key of the language."""
    match = next(BEGINNING.finditer(line))
    key = match["key"] or ""
    return bool(match["dashes"]) or key in all_words() or (key.islower() and bool(meant_keys(key)))


def _text_below(fault: ParserFault, number: int) -> bool:
    """Report a text below its key if ``number`` is one of its lines, and write a sign after the key in the buffer.

    Returns whether it is such a text.
    """
    found = text_under_key(fault.lines, number)
    if not found:
        return False
    header, text, plain = found
    match = fault.lines.beginning(header)
    key, end = match["key"], match.end()
    colon = next((c.start() for each in text if (c := COLON.search(fault.lines[each]))), fault.column)
    line = next((each for each in text if COLON.search(fault.lines[each])), number)
    sign = sign_of(key)
    fault.report(
        "unquoted-colon",
        fault.lines.span(line, colon, colon + 1),
        SPLITS,
        "The text stands on several lines. Write `{sign}` after `{key}:` on line {line}.",
        word=shortened(fault.lines[line][:colon].strip()),
        key=key,
        sign=sign,
        line=header + 1,
        edits=fault.lines.swap(
            header,
            end - len(fault.lines[header][:end]) + len(fault.lines[header][:end].rstrip()),
            len(fault.lines[header]),
            f" {sign}",
        )
        if plain
        else (),
    )
    fault.lines.lines[header] = f"{fault.lines[header].rstrip()} {sign}"
    fault.lines.repairs.muted.update(each + 1 for each in (header, *text))
    if not plain:
        for each in text:
            fault.lines.flatten(each, fault.lines.indent(each))
            fault.lines.lines[each] = " " * end + fault.lines[each].lstrip()
    return True


def text_on_several_lines(fault: ParserFault) -> bool:
    """Report a text below its key, of which YAML read a line as a key and its value."""
    numbers: tuple[int, ...] = ()
    if fault.problem.startswith("mapping values"):
        numbers = (fault.line,)
    elif "could not find expected ':'" in fault.problem or "expected <block end>" in fault.problem:
        numbers = (fault.context_line, fault.line, fault.lines.above(fault.line))
    return any(_text_below(fault, number) for number in numbers)


def item_goes_on(fault: ParserFault) -> bool:
    """Report ``- Place: here`` if the rest of the text stands below it, in the column of the first word."""
    lines, number = fault.lines, fault.context_line
    first = lines.above(number)
    match, rest = lines.beginning(first), lines.beginning(number)
    colon = COLON.search(lines[first])
    if "could not find expected ':'" not in fault.problem or not colon or rest["key"]:
        return False
    start = match.end("dashes")
    if not match["dashes"] or lines.indent(number) != start or _of_structure(lines[first].replace("-", " ", 1)):
        return False
    if lines[first][start] in "\"'[{|>&*!%@`?":
        return False
    lines.repairs.muted.add(number + 1)
    return fault.report(
        "unquoted-colon",
        lines.span(first, colon.start(), colon.end()),
        SPLITS,
        "The text stands on several lines. Write `>-` after the hyphen on line {line}, and put the text on the lines "
        "below, two spaces further in than the hyphen.",
        word=shortened(lines[first][start : colon.start()]),
        line=first + 1,
        mended=lines.plain(first, start),
    )


def text_after_comment(fault: ParserFault) -> bool:
    """Report a text on several lines, of which one ends in what YAML takes for a comment: ``Mød i sal # 4``."""
    lines, number = fault.lines, fault.written_line
    above = lines.above(number)
    match, start = lines.beginning(above), lines.value_start(above)
    comment = COMMENT.search(lines[above], start)
    if not comment or _of_structure(lines[number]) or lines[above][start : comment.start()].strip() in ("", "|", ">-"):
        return False
    begins = bool(match["dashes"] or match["key"])
    if lines[above][start] in "\"'[{" or lines.indent(number) < match.end("indent") + begins:
        return False
    lines.repairs.muted.add(number + 1)
    return fault.report(
        "text-cut-short",
        lines.span(above, comment.end() - 1),
        "From `#` on this is a comment, so the text ends before it; but it goes on below.",
        "Write `>-` where the text begins, and put all of it on the lines below, two spaces further in. If it is a "
        "comment, write it above the text.",
        mended=lines.overwritten(above, comment.end() - 1, STAND_IN),
    )


def first_line(lines: Lines, number: int) -> int:
    """Return the line, from 0, on which the text begins that includes line ``number``."""
    indent = lines.indent(number)
    for above in range(number, -1, -1):
        match = lines.beginning(above)
        if lines.blank(above):
            break
        if match["dashes"] or match["key"]:
            begun = lines[above][lines.value_start(above) :].strip()
            return above if above == number or (begun and match.end("indent") < indent) else number
    return number


def goes_on(lines: Lines, number: int) -> bool:
    """Whether the text of a line continues on the next line."""
    match, below = lines.beginning(number), lines.beginning(number + 1)
    if lines.blank(number + 1) or below["dashes"] or below["key"]:
        return False
    return below.end("indent") > match.end("indent")


def on_several_lines(fault: ParserFault, first: int, start: int) -> None:
    """Report a colon in a text of several lines that begins on line ``first``, beside its key or hyphen."""
    colon = fault.column
    key = fault.lines.beginning(first)["key"] or ""
    if first + 1 in fault.lines.repairs.muted:  # another colon of this text was reported already
        fault.lines.repairs.muted.add(fault.line + 1)
    fault.report(
        "unquoted-colon",
        fault.lines.span(fault.line, colon, colon + 1),
        SPLITS,
        "The text stands on several lines. Write `>-` after `{key}:` on line {line}, and put the text on the lines "
        "below, two spaces further in."
        if key
        else "The text stands on several lines. Write `>-` after the hyphen on line {line}, and put the text on the "
        "lines below, two spaces further in than the hyphen.",
        word=shortened(fault.lines[fault.line][start:colon]),
        key=key,
        line=first + 1,
    )
    fault.lines.repairs.muted.add(first + 1)
