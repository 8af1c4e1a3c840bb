"""Two keys on one line: both of one item, or a key and the one that belongs under it."""

from __future__ import annotations

import re
from collections.abc import Collection

from deckbuild.locales.synonyms import ALSO_WORDS
from deckbuild.reader.context import Reading, ScalarNode, shortened
from deckbuild.reader.language.key_places import beside, place_under
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.syntax.parser_error import ParserFault
from deckbuild.reader.syntax.repair_buffer import STAND_IN, Lines

LAST_WORD = re.compile(r"\s([\w-]+)$")
SHORT_FORM = re.compile(r"[A-ZÆØÅ]{1,6}")
FAR_APART = re.compile(r"(?: {3}|\t)\s*$")
PART = re.compile(r"([\w-]+): +(?:[^\s:]|:(?!\s))(?:[^:]|:(?!\s))*")
SIGNS = re.compile(r"[\[\]{}\"'#]")
MAPPINGS = ("sources", "figures", "tables")
"""Keys with names under them that have mappings as values."""
JOINED = "“{key}:” stands in the middle of a line."
APART = (
    "If it begins a line of its own, press Enter before it, and let it begin in the same column as the lines it "
    "belongs with.",
    'If it is part of the text, put quotation marks around the whole text: `"…"`.',
)


def is_key(word: str) -> bool:
    """Whether a word before a colon is a key and not also a common word of running text."""
    return word in all_words() and word not in ALSO_WORDS


def joined_key(before: str, own: Collection[str] = ()) -> str:
    """Return the key at the end of ``before``, the text up to a colon; an empty text when it is running text.

    ``own`` are the keys that may stand beside the key whose value is the text.
    """
    match = LAST_WORD.search(before.rstrip())
    if not match or match[1] not in all_words():
        return ""
    apart = match[1] in own or FAR_APART.search(before, 0, match.start(1))
    return match[1] if apart or is_key(match[1]) else ""


def joined_lines(node: ScalarNode, reading: Reading, own: Collection[str] = ()) -> bool:
    """Report a second key at the end of what YAML read as one key. Returns whether there is one."""
    if key := joined_key(node.value, own):
        reading.error("joined-lines", reading.within(node, key), JOINED, APART, key=key)
    return bool(key)


def keys_over(lines: Lines, number: int) -> list[str]:
    """Return the keys above a line's own key, the nearest first."""
    column = lines.beginning(number).end("dashes")
    found = [lines.beginning(each.line) for each in lines.levels(number) if not each.item and each.column < column]
    return [each["key"] for each in found]


def keys_beside(lines: Lines, number: int) -> set[str]:
    """Return the keys that may stand beside the key that a line begins with."""
    key = lines.beginning(number)["key"]
    return beside(key, keys_over(lines, number)) if key else set()


def report_joined(fault: ParserFault, at: int, key: str, own: Collection[str]) -> None:
    """Report a key at column ``at`` (from 0) of a line; ``own`` are the keys that may stand beside the line's first."""
    lines, number = fault.lines, fault.line
    match = lines.beginning(number)
    start = match.end("dashes") if match["dashes"] else lines.text_end(number, 0)
    braces = _in_braces(lines, number, start, own)
    fault.report(
        "joined-lines",
        lines.span(number, at, fault.column + 1),
        JOINED,
        "Put braces around the keys: `{text}`. Or press Enter before each of them." if braces else APART,
        key=key,
        text=braces,
        edits=lines.swap(number, start, lines.text_end(number, start), braces) if braces else (),
    )


def _in_braces(lines: Lines, number: int, start: int, own: Collection[str]) -> str:
    """Return the rest of a line in braces if it is keys with values and commas between them; else an empty text."""
    text = lines[number][start:].strip()
    parts = [PART.fullmatch(part.strip()) for part in text.split(",")]
    keys = [part[1] for part in parts if part]
    if SIGNS.search(text) or len(keys) < len(parts) or {*keys[1:]} - {*own} or len({*keys}) < len(keys):
        return ""
    return f"{{{text}}}" if lines.indent(lines.below(number)) <= lines.indent(number) else ""


def second_key(fault: ParserFault, start: int) -> bool:
    """Report a key on the line of the key that it belongs under: ``board: pattern: dots``."""
    lines, number = fault.lines, fault.line
    line, match = lines[number], lines.beginning(number)
    word = line[start : fault.column].strip()
    if not match["key"] or not re.fullmatch(r"[\w-]+", word):
        return False
    over = keys_over(lines, number)
    named = len(over) == 1 and over[0] in MAPPINGS
    where = "itself" if named else place_under(match["key"], word)
    if not where:
        return False
    rest = line[start:].strip()
    braces = _in_braces(lines, number, start, beside(word, [match["key"]])) if where == "itself" else ""
    return fault.report(
        "joined-lines",
        lines.span(number, start, fault.column + 1),
        JOINED,
        (
            "Press Enter after `{over}:`, and begin the new line two spaces further in than `{over}:`: `{rest}`.",
            "Or write `{over}: {braces}`." if braces else "",
        ),
        key=word,
        over=match["key"],
        rest=shortened(f"- {rest}" if where == "items" else rest, 60),
        braces=braces,
        edits=lines.swap(number, start, lines.text_end(number, start), braces) if braces else (),
        mended=(number, line[:start] + re.sub(r":(?=\s|$)", STAND_IN, line[start:])),
    )


def joined_short_form(lines: Lines, number: int, before: str) -> str:
    """Return the short form, such as ``PL``, at the end of a text under ``words:``; an empty text if there is none."""
    match = LAST_WORD.search(before.rstrip())
    return match[1] if match and SHORT_FORM.fullmatch(match[1]) and lines.top_key(number) == "words" else ""
