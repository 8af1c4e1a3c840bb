"""Mistakes with colons: inside a text, without a space, missing after a name, or where two lines were joined."""

from __future__ import annotations

import re

from deckbuild.locales.synonyms import ALSO_WORDS
from deckbuild.reader.context import shortened
from deckbuild.reader.language.key_places import beside
from deckbuild.reader.language.suggest import meant_keys
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.syntax.joined_lines import joined_key, joined_short_form, keys_beside, report_joined, second_key
from deckbuild.reader.syntax.multiline_text import first_line, goes_on, on_several_lines
from deckbuild.reader.syntax.parser_error import ParserFault, PatternRule
from deckbuild.reader.syntax.quotes import lost_mark
from deckbuild.reader.syntax.repair_buffer import RISKY, STAND_IN, Lines

LONE_KEY = re.compile(r" *(?:- +)*[\w-]+ *$")
IN_PARENTHESES = re.compile(r"\(\s*[a-z][a-z-]*:\s.*\)\s*$")
NAMES = {"words", "sources", "figures", "tables", "sheets", "values", "series"}
"""Keys whose mappings have names that the author chooses."""
NAME = re.compile(r" *([^\W_][\w-]*)( *(?::|=)\s*)(?=[^\s/:])")
SHORT = re.compile(r" *([A-ZÆØÅ]{1,6})( *[,;–—-] +| +)(?=\S)")
WRONG_COLON = re.compile(r" *(?:- +)*([a-z][a-z-]*)(;\s*| :(?! ))(?=\S)")
NO_SPACE = "There is no space after the colon, so `{key}:` is no key."
WRITE_SPACE = "Write a space after it: `{key}: {text}`."
BARE = re.compile(r" *([a-z][a-z-]*)( *= *| +)(?=[\w\"'])")


def colon_in_text(fault: ParserFault) -> bool:
    """Report a text with a colon and a space in it, by what the author probably did."""
    if not fault.problem.startswith("mapping values"):
        return False
    lines, number, colon = fault.lines, fault.line, fault.column
    line = lines[number]
    if LONE_KEY.match(line[:colon]):
        return _begins_a_line_of_text(fault)
    start = min(_text_start(lines, number), colon)
    first = first_line(lines, number)
    own = keys_beside(lines, number)
    if second_key(fault, start):
        return True
    if key := joined_key(line[start:colon], own) or joined_short_form(lines, number, line[start:colon]):
        report_joined(fault, line.rindex(key, start, colon), key, own)
    elif IN_PARENTHESES.match(line[start:]):
        _in_parentheses(fault, start)
    elif first != number or goes_on(lines, number):
        on_several_lines(fault, first, start)
    else:
        _on_one_line(fault, start)
    lines.lines[number] = line[:start] + (re.sub(r":(?=\s|$)", STAND_IN, line[start:]))
    return True


def _begins_a_line_of_text(fault: ParserFault) -> bool:
    """Report a colon after the first word of a line that goes on with the text above: ``Remember: begin …``."""
    lines, number = fault.lines, fault.line
    above, match = lines.above(number), lines.beginning(number)
    begun, word = lines.beginning(above), match["key"] or ""
    text = lines[above][begun.end() :].strip()
    if match["dashes"] or word.lower() in all_words() or meant_keys(word) or not text or text[0] in "\"'[{|>&*!":
        return False
    if lines.indent(number) <= begun.end("indent"):
        return False
    on_several_lines(fault, first_line(lines, above), lines.indent(number))
    lines.lines[number] = lines[number].replace(":", STAND_IN, 1)
    return True


def _text_start(lines: Lines, number: int) -> int:
    """Return the column, from 0, at which a line's text begins, after its hyphens and its key.

    In ``- Price: free: no`` it begins after the hyphen, since a word in capitals is no key.
    """
    match = lines.beginning(number)
    if match["dashes"] and match["key"] and match["key"][0].isupper() and match["key"] not in all_words():
        return match.end("dashes")
    return lines.value_start(number)


def _in_parentheses(fault: ParserFault, start: int) -> None:
    """Report parentheses in the place of braces: ``picture: (file: …)``."""
    line = fault.lines[fault.line]
    end = len(line.rstrip())
    fault.report(
        "wrong-brackets",
        fault.lines.span(fault.line, start, end),
        "Keys on one line stand in braces, not in parentheses.",
        "Write `{{{text}}}`.",
        text=shortened(line[start + 1 : end - 1], 60),
        edits=fault.lines.swap(fault.line, start, start + 1, "{") + fault.lines.swap(fault.line, end - 1, end, "}"),
    )


def _on_one_line(fault: ParserFault, start: int) -> None:
    line, colon = fault.lines[fault.line], fault.column
    text = line[start:].strip()
    hint = "Write `>-` where the text begins, and put the text on the next line, two spaces further in."
    edits = () if line.startswith(("[", "{", '"', "'"), start) else fault.lines.quoted(fault.line, start)
    if text.endswith(":") and not any(map(str.isalpha, text)):
        hint = "Delete the colon at the end: `{figures}`."
        edits = fault.lines.swap(fault.line, colon, colon + 1, "")
    elif lost_mark(text):
        hint = 'The quotation mark at its beginning is missing: write `"{text}`.'
        edits = fault.lines.swap(fault.line, start, start, '"')
    elif '"' not in text:
        hint = (
            'Put quotation marks around the whole text: `"{text}"`. Or write `>-` there and put the text on the next '
            "line, two spaces further in."
        )
    fault.report(
        "unquoted-colon",
        fault.lines.span(fault.line, colon, colon + 1),
        "The colon inside this text splits it: “{word}” is taken for a key such as `title:`.",
        hint,
        word=shortened(line[start:colon]),
        text=shortened(text, 60),
        figures=text[:-1],
        edits=edits,
    )


def name_without_colon(fault: ParserFault) -> bool:
    """Report a name or key with another sign than a colon and a space, or none, after it.

    Examples: ``PL:leder`` and ``PL = leder`` under ``words:``; ``item Tjek ind`` beside ``time:``; ``notes; Husk``.
    """
    for number in dict.fromkeys((fault.context_line, fault.line, fault.lines.above(fault.line))):
        match = _unmarked(fault.lines, number) if number >= 0 and not fault.lines.blank(number) else None
        if not match or number + 1 in fault.lines.repairs.muted:
            continue
        key, sign, end = match[1], match[2], match.end()
        text = shortened(fault.lines[number][end:].strip(), 60)
        place = fault.lines.span(number, match.start(1), match.end(1))
        edits = fault.lines.swap(number, match.end(1), end, ": ")
        code, message = "key-without-colon", "There is no colon after `{key}`."
        hint = "Write `{key}: {text}`, with a colon and a space."
        if ":" in sign:
            code, message, hint = "colon-without-space", NO_SPACE, WRITE_SPACE
        line = fault.lines[number]
        mended = (number, f"{line[: match.end(1)]}: {line[end:].translate(RISKY)}")
        return fault.report(code, place, message, hint, key=key, text=text, edits=edits, mended=mended)
    return False


def _unmarked(lines: Lines, number: int) -> re.Match[str] | None:
    """Return a match of a line's key without a colon and a space: group 1 is the key, group 2 what follows it."""
    line, indent = lines[number], lines.indent(number)
    begun = lines.beginning(number)
    if begun["key"]:
        return None
    levels = [each for each in lines.levels(number) if not each.item]
    keys = [(each.column, lines.beginning(each.line)["key"]) for each in levels]
    over = [key for column, key in keys if column < indent]
    if not begun["dashes"] and over and over[0] in NAMES:
        short = SHORT.match(line) if over[0] == "words" else None
        name = NAME.match(line)
        return name if name and not (name[2].strip() == ":" and name[2][-1].isspace()) else short
    same = [key for column, key in keys if column == indent]
    wrong = WRONG_COLON.match(line)
    if wrong and (wrong[1] in all_words() - ALSO_WORDS or any(wrong[1] in beside(key, over) for key in same)):
        return wrong
    bare = BARE.match(line)
    return bare if bare and any(bare[1] in beside(key, over) for key in same) else None


no_space_after_colon = PatternRule(
    "colon-without-space",
    re.compile(r" *(?:- +)*(?P<at>(?P<key>[a-z][a-z-]*):(?P<cut>)[^\s/:])"),
    NO_SPACE,
    WRITE_SPACE,
    write=" ",
)
"""Reports a colon without a space: ``title:Text``."""
