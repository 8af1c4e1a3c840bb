"""Mistakes that YAML reads without an error: texts that include the lines below them, or end at a sign #."""

from __future__ import annotations

import re
from dataclasses import replace

from deckbuild.blocks.registry import KEYS
from deckbuild.characters import indent, named
from deckbuild.diagnostics import Diagnostics, SourceFile, Span
from deckbuild.editing import as_value
from deckbuild.editing.comments import unsure_comment
from deckbuild.reader.context import Reading, ScalarNode, shortened
from deckbuild.reader.language.key_places import place_under
from deckbuild.reader.language.vocabulary import CONTENT
from deckbuild.reader.syntax.joined_lines import is_key
from deckbuild.reader.syntax.list_marks import SIGNS, WORDS
from deckbuild.reader.syntax.new_slides import begins_slide

ITEM = re.compile(rf"\s*([-{SIGNS}]|{WORDS})(\s|(?=\w))")
KEY_IN_TEXT = re.compile(r"\s*((?:- )?([^\W\d_][\w-]*):)(?=\s|$)")
PASTED_BULLET = re.compile(rf"([{SIGNS}]|{WORDS})\s*(?=\S)")
"""Matches what Word writes before an item; a number only if a tab follows it."""
COMMENT = re.compile(r"\s*# +[^\W\d_]")
OF_SLIDE = ("notes", "handout", "hidden", "build")
"""Keys that stand directly in a slide and nowhere else."""
MAY_HOLD_LISTS = ("text", "notes")
"""Keys whose texts under ``|`` may hold lists."""
FIRST_KEY = re.compile(r"\s*- +([a-z][a-z-]*):(?=\s|$)")
OWNERS = {
    "time": "agenda", "item": "agenda", "ask": "reflection", "answer": "reflection", "theme": "rows", "from": "rows",
    "head": "cards", "left": "steps", "right": "steps", "when": "timeline", "what": "timeline", "title": "slides",
    "section": "slides",
}  # fmt: skip
"""First key of a list's items -> the key above the list."""
STRUCTURE = re.compile(r"\s*(?:- |(?:- )?[a-z][a-z-]*:(?:\s|$))")

FOLDED = re.compile(r"[|>][-+]")
"""Matches a sign that begins a text on the lines below. A mail may have a line with `>` alone."""


def text_slips(node: ScalarNode, reading: Reading) -> bool:
    """Report lines inside a text that were meant as items or keys. Returns whether there are any."""
    first, last = node.start_mark.line + 1, node.end_mark.line + 1
    for number in range(first + 1, last + 1):
        line = reading.file.line(number)
        if node.style and STRUCTURE.match(line):
            _swallowed(node, first, reading)
            return True
        if not node.style and (match := ITEM.match(line)):
            _hidden_list(number, match, node, reading)
            return True
    return False


def key_inside(node: ScalarNode, reading: Reading) -> tuple[int, re.Match[str]] | None:
    """Return the first line, from 1, of a text under ``|`` or ``>-`` that looks like a key, and the match of the key.

    If there is one, the author may have meant the text to end above it: then the lines below are no text.
    """
    for number in range(node.start_mark.line + 2, node.end_mark.line + 1) if node.style in ("|", ">") else ():
        if match := key_in_text(reading.file.line(number), reading.file.line(number + 1)):
            return number, match
    return None


def block_slip(node: ScalarNode, reading: Reading) -> None:
    """Warn of a line under ``|`` or ``>-`` that looks like a key, or a list under ``>-``: they are printed as text."""
    if inside := key_inside(node, reading):
        number, match = inside
        first = node.start_mark.line + 1
        before = reading.file.line(first)[: node.start_mark.column + reading.repairs.shifts[first - 1]].strip()
        if reading.file.line(number).strip() not in node.value:
            return  # it was read elsewhere
        item = bool(before) and not before.strip(" -")
        needless = item and number == first + 1 and match.start(1) == node.start_mark.column
        reading.warning(
            "line-in-text",
            Span(reading.file, number, match.start(1) + 1, number, match.end(1) + 1),
            "This line is part of the text that begins with `{sign}` on line {line}, and is printed as it stands.",
            "The item begins with this key: write `- {key}` here, and delete line {line}."
            if needless
            else _key_in_text(before, match, item=item),
            sign=str(node.style),
            line=first,
            key=match[1],
            before=before,
            edits=reading.swap(replace(Span.of_lines(reading.file, first, first), column=1), "")
            + reading.swap(Span(reading.file, number, match.start(1) - 1, number, match.start(1) + 1), "- ")
            if needless
            else (),
        )
        return
    numbers = range(node.start_mark.line + 2, node.end_mark.line + 1)
    if comment := next((n for n in numbers if node.style == ">" and COMMENT.match(reading.file.line(n))), 0):
        reading.warning(
            "line-in-text",
            Span.of_lines(reading.file, comment, comment),
            "This line is part of the text that begins with `{sign}` on line {line}, and is printed as it stands.",
            "If it is a comment, move it above line {line}.",
            sign=str(node.style),
            line=node.start_mark.line + 1,
        )
    items = [number for number in numbers if reading.file.line(number).lstrip().startswith("- ")]
    if node.style == ">" and len(items) > 1:
        reading.warning(
            "line-in-text",
            Span.of_lines(reading.file, items[0], items[0]),
            "Under `>-` all lines run together: this list becomes part of the text.",
            "Give the list a key of its own and take it out of the text; or write `|` instead of `>-`, where a text "
            "may hold lists.",
        )


def key_in_text(line: str, below: str) -> re.Match[str] | None:
    """Return the match of a key that begins a line of a text, or of a slide's first key in any writing.

    The latter has a key of the slide ``below`` it. The match's first group is the key as it is written.
    """
    match = KEY_IN_TEXT.match(line)
    if match and not is_key(match[2]):
        key = KEY_IN_TEXT.match(below)
        return match if match[1][0] == "-" and begins_slide(match[0]) and key and key[2] in CONTENT else None
    return match


def sign_in_text(node: ScalarNode, reading: Reading) -> None:
    """Report a line of a text that is a sign such as ``>-``: the item that begins there has lost its hyphen."""
    place, file = reading.span(node), reading.file
    for number in range(place.line + 1, place.end_line + 1):
        line = file.line(number)
        if FOLDED.fullmatch(line.strip()):
            column = len(indent(line)) - 1
            hyphen = Span(file, number, column, number, column + 2)
            reading.error(
                "line-in-text",
                Span.of_lines(file, number, number),
                "The sign `{sign}` stands alone here, and so is part of the text above.",
                "A hyphen is missing before it: write `- {sign}`, with the hyphen right under that of the item above.",
                sign=line.strip(),
                edits=reading.swap(hyphen, "- ") if column > 0 else (),
            )


def bullet_slip(node: ScalarNode, reading: Reading) -> None:
    """Warn of ``- • text``: a bullet that was copied from Word is printed beside the bullet of the list."""
    line = reading.file.line(node.start_mark.line + 1)
    column = node.start_mark.column + reading.repairs.shifts[node.start_mark.line]
    match = PASTED_BULLET.match(line, column)
    if match and line[:column].rstrip().endswith("-"):
        place = Span(reading.file, node.start_mark.line + 1, column + 1, node.start_mark.line + 1, match.end() + 1)
        reading.warning(
            "wrong-bullet",
            place,
            "“{mark}” is printed too: the hyphen alone begins an item.",
            "Delete it, so that the text follows the hyphen: `- text`.",
            mark=named(match[1]),
            edits=reading.swap(place, ""),
        )


def hash_slip(node: ScalarNode, reading: Reading) -> None:
    """Warn of ``Vi er #1`` or ``Sal # 4``: a comment begins at the sign, so the text ends before it."""
    place = reading.span(node)
    line, end = reading.file.line(place.end_line), place.end_column - 1
    if not unsure_comment(line, end):
        return
    sign = line.index("#", end)
    reading.warning(
        "text-cut-short",
        Span(reading.file, place.end_line, sign + 1, place.end_line, len(line.rstrip()) + 1),
        "From `#` on this is a comment, so the text ends before it.",
        (
            "If it is part of the text, put quotation marks around the whole text: `{whole}`."
            if place.line == place.end_line
            else "If it is part of the text, write `>-` where the text begins, and put all of it on the lines below, "
            "two spaces further in.",
            "If it is a comment, write it on a line of its own.",
        ),
        whole=shortened(as_value(line[place.column - 1 :]), 60),
        edits=reading.quoted(node, node),
    )


def _swallowed(node: ScalarNode, first: int, reading: Reading) -> None:
    start = node.start_mark.column + 1
    reading.error(
        "unclosed-quote",
        Span(reading.file, first, start, first, len(reading.file.line(first).rstrip()) + 1),
        "The quotation mark that begins here has no partner on this line, so the lines below became part of the text.",
        "Write `{mark}` at the end of the text too.",
        mark=str(node.style),
    )


def _hidden_list(number: int, match: re.Match[str], node: ScalarNode, reading: Reading) -> None:
    line = reading.file.line(number)
    column = match.start(1) + 1
    place = Span(reading.file, number, column, number, len(line.rstrip()) + 1)
    if match[1] != "-":
        reading.error(
            "wrong-bullet",
            place,
            "“{mark}” does not begin an item: this line became part of the text above it.",
            "Begin each item with a hyphen and a space: `- text`.",
            mark=named(match[1]),
            edits=reading.swap(Span(reading.file, number, match.start(1) + 1, number, match.end() + 1), "- "),
        )
    elif not match[2]:
        reading.error(
            "hyphen-without-space",
            place,
            "There is no space after the hyphen: this line became part of the text above it.",
            "Write a space after the hyphen, and give all items of the list the same indentation: `- text`.",
            edits=reading.inserted(Span(reading.file, number, column + 1, number, column + 2), " "),
        )
    else:
        _list_in_text(number, node, reading)


def _key_in_text(before: str, match: re.Match[str], *, item: bool) -> str:
    """Return what to do with a key inside a text. ``before`` is the text's own key, ``item`` whether it is an item."""
    if before == match[1]:
        return "The text stands under `{key}` already. Delete it here."
    if item:
        return "If a new item begins here, write `- {key}`, with its hyphen right under the hyphen on line {line}."
    if before == "notes:" and place_under("handout", match[2]) == "itself":
        return (
            "If it is for the handout, the line `handout:` is missing above it: write that as far out as `{before}` "
            "on line {line}."
        )
    if before.strip("- ").removesuffix(":") in OF_SLIDE and match[2] in OF_SLIDE:
        return (
            "If it is a line of the slide, begin it as far out as `{before}` on line {line}, and move the lines under "
            "it along."
        )
    return "If `{key}` begins a line of its own, move it out to the column of the lines it belongs with."


def _list_in_text(number: int, node: ScalarNode, reading: Reading) -> None:
    """Report a list under a text: it belongs to an item, or to a text of Markdown, or its key is missing."""
    above = next(n for n in range(number - 1, 0, -1) if reading.file.line(n).strip())
    before = reading.file.line(node.start_mark.line + 1)[: node.start_mark.column].strip()
    if before != "-" and before.lstrip("- ").removesuffix(":") not in MAY_HOLD_LISTS:
        list_without_key(reading.file, reading.diagnostics, number)
        return
    reading.error(
        "list-without-colon",
        Span.of_lines(reading.file, above, above),
        "The list under this text became part of the text.",
        "End the text with a colon when the items below belong under it: `{text}:`. "
        "Otherwise move the items out to the same indentation as this one."
        if before == "-"
        else "Write `{before} |`, and put the text and its list on the lines below, two spaces further in.",
        text=reading.file.line(above).strip(),
        before=before,
    )


def list_without_key(file: SourceFile, diagnostics: Diagnostics, number: int) -> None:
    """Report a list that stands under a line with a complete value: the line with its key is missing.

    YAML can't read some of these lists, and reads others as a part of the text above. So a rule for each calls this.
    """
    diagnostics.error(
        "list-without-key",
        Span.of_lines(file, number, number),
        "Above this list a key is missing: nothing says what it is.",
        "Write a line such as `{key}:` above it, in the same column as the other keys there.",
        key=key_of_list(file, number),
    )


def key_of_list(file: SourceFile, number: int) -> str:
    """Return the key that a list belongs under, judged by its first line."""
    first = FIRST_KEY.match(file.line(number))
    plain = "items" if file.line(number - 1).lstrip(" -").startswith("head:") else "bullets"
    if first and first[1] in KEYS:
        return "body"
    return OWNERS.get(first[1], plain) if first else plain
