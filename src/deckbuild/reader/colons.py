"""Colons where none may stand, or without their space: inside texts, and where two lines ran together."""

from __future__ import annotations

import re

from deckbuild.reader.lines import KEY, Lines
from deckbuild.reader.reading import Reading, ScalarNode, shortened
from deckbuild.reader.stumble import Stumble

UNSPACED_KEY = re.compile(r"( *(?:- +)*)([a-z][a-z-]*):(?=[^\s/:])")
LONE_KEY = re.compile(r" *(?:- +)*[\w-]+ *$")
LAST_WORD = re.compile(r"\s([\w-]+)$")
SHORT_FORM = re.compile(r"[A-ZÆØÅ]{1,6}")
IN_PARENTHESES = re.compile(r"\(\s*[a-z][a-z-]*:\s.*\)\s*$")
ALSO_WORDS = {
    "agenda", "at", "by", "center", "data", "definition", "from", "head", "item", "left", "list", "mark", "note",
    "pause", "right", "show", "text", "to", "type", "x", "y",
}  # fmt: skip
"""Keys that stand before a colon in running text too, Danish or English."""


def is_key(word: str) -> bool:
    """Whether a word before a colon is a key, and none of running text."""
    from deckbuild.reader.vocabulary import WORDS

    return word in WORDS and word not in ALSO_WORDS


def joined_key(before: str) -> str:
    """Return the key that ends ``before``, the text up to a colon; nothing when it is running text."""
    match = LAST_WORD.search(before.rstrip())
    return match[1] if match and is_key(match[1]) else ""


JOINED = "“{key}:” stands in the middle of a line."
APART = (
    "If it begins a line of its own, press Enter before it, and let it begin in the same column as the lines it "
    "belongs with.",
    'If it is part of the text, put quotation marks around the whole text: `"…"`.',
)


def joined_lines(node: ScalarNode, reading: Reading) -> bool:
    """Report a key at the end of what YAML took for one; whether there is any."""
    if key := joined_key(node.value):
        reading.error("joined-lines", reading.within(node, key), JOINED, APART, key=key)
    return bool(key)


def colon_in_text(fault: Stumble) -> bool:
    """A text with a colon and a space in it."""
    if not fault.problem.startswith("mapping values"):
        return False
    lines, number, colon = fault.lines, fault.line, fault.column
    line = lines[number]
    if LONE_KEY.match(line[:colon]):
        return False
    start = min(lines.value_start(number), colon)
    first = _first_line(lines, number)
    if key := joined_key(line[start:colon]) or _joined_word(lines, number, line[start:colon]):
        at = line.rindex(key, start, colon)
        fault.tell("joined-lines", lines.span(number, at, colon + 1), JOINED, APART, key=key)
    elif IN_PARENTHESES.match(line[start:]):
        _in_parentheses(fault, start)
    elif first != number or _goes_on(lines, number):
        _on_several_lines(fault, first, start)
    else:
        _on_one_line(fault, start)
    lines.replace(number, start, re.sub(r":(?=\s|$)", "x", line[start:]))
    return True


def _joined_word(lines: Lines, number: int, before: str) -> str:
    """Return the short form that ends a text under ``words:``."""
    match = LAST_WORD.search(before.rstrip())
    outer = next((level for level in lines.levels(number) if not level.column), None)
    inside = outer is not None and lines[outer.line].startswith("words")
    return match[1] if match and inside and SHORT_FORM.fullmatch(match[1]) else ""


def _first_line(lines: Lines, number: int) -> int:
    """Return the line on which the text begins that goes on at ``number``."""
    indent = lines.indent(number)
    for above in range(number, -1, -1):
        match = KEY.match(lines[above])
        if lines.blank(above) or not match:
            break
        if match["dashes"] or match["key"]:
            begun = lines[above][lines.value_start(above) :].strip()
            return above if above == number or (begun and match.end("indent") < indent) else number
    return number


def _goes_on(lines: Lines, number: int) -> bool:
    """Whether a text goes on below its line."""
    match, below = KEY.match(lines[number]), KEY.match(lines[number + 1])
    if lines.blank(number + 1) or not match or not below or below["dashes"] or below["key"]:
        return False
    return below.end("indent") > match.end("indent")


def _on_several_lines(fault: Stumble, first: int, start: int) -> None:
    colon = fault.column
    begun = KEY.match(fault.lines[first])
    if first + 1 in fault.lines.muted:  # the same text: its first colon was told
        fault.lines.muted.add(fault.line + 1)
    fault.tell(
        "unquoted-colon",
        fault.lines.span(fault.line, colon, colon + 1),
        "The colon inside this text splits it: “{word}” is taken for a key such as `title:`.",
        "The text stands on several lines. Write `>-` after `{key}:` on line {line}, and put the text on the lines "
        "below, two spaces further in."
        if begun and begun["key"]
        else "The text stands on several lines. Write `>-` after the hyphen on line {line}, and put the text on the "
        "lines below, two spaces further in than the hyphen.",
        word=shortened(fault.lines[fault.line][start:colon]),
        key=begun["key"] if begun else "",
        line=first + 1,
    )
    fault.lines.muted.add(first + 1)


def _in_parentheses(fault: Stumble, start: int) -> None:
    """``picture: (file: …)``."""
    line = fault.lines[fault.line]
    end = len(line.rstrip())
    fault.tell(
        "wrong-brackets",
        fault.lines.span(fault.line, start, end),
        "Keys on one line stand in braces, not in parentheses.",
        "Write `{{{text}}}`.",
        text=shortened(line[start + 1 : end - 1], 60),
        edits=fault.lines.swap(fault.line, start, start + 1, "{") + fault.lines.swap(fault.line, end - 1, end, "}"),
    )


def _on_one_line(fault: Stumble, start: int) -> None:
    line, colon = fault.lines[fault.line], fault.column
    text = line[start:].strip()
    hint = "Write `>-` where the text begins, and put the text on the next line, two spaces further in."
    if '"' not in text:
        hint = (
            'Put quotation marks around the whole text: `"{text}"`. Or write `>-` there and put the text on the next '
            "line, two spaces further in."
        )
    fault.tell(
        "unquoted-colon",
        fault.lines.span(fault.line, colon, colon + 1),
        "The colon inside this text splits it: “{word}” is taken for a key such as `title:`.",
        hint,
        word=shortened(line[start:colon]),
        text=shortened(text, 60),
        edits=fault.lines.quoted(fault.line, start) if line[start] not in "[{\"'" else (),
    )


def no_space_after_colon(fault: Stumble) -> bool:
    """``title:Text``."""
    for number in (fault.line, fault.context_line, fault.lines.above(fault.line)):
        match = UNSPACED_KEY.match(fault.lines[number])
        if match and not fault.lines.blank(number) and "://" not in fault.lines[number][: match.end() + 2]:
            end = match.end()
            fault.tell(
                "colon-without-space",
                fault.lines.span(number, match.end(1), end + 1),
                "There is no space after the colon, so `{key}:` is no key.",
                "Write a space after it: `{key}: {text}`.",
                key=match[2],
                text=shortened(fault.lines[number][end:].strip()),
                edits=fault.lines.swap(number, end, end, " "),
            )
            fault.lines.replace(number, end, " ")
            return True
    return False
