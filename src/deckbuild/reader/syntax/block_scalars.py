"""Mistakes in texts under ``|`` and ``>-``: the text stands on the line of the sign, or is not indented under it."""

from __future__ import annotations

import re

from deckbuild.diagnostics import Counted, Edit, Phrase, Span
from deckbuild.reader.context import Reading, shortened
from deckbuild.reader.language.suggest import meant_keys
from deckbuild.reader.language.vocabulary import CONTENT, all_words
from deckbuild.reader.syntax.multiline_text import goes_on
from deckbuild.reader.syntax.parser_error import ParserFault
from deckbuild.reader.syntax.repair_buffer import HEADER, Lines

SIGN = re.compile(r"[|>][-+]?\s*$")
"""Matches if the sign is all that follows a key or a hyphen."""
MORE_THAN = re.compile(r">(?:[>=]|\s*\d)")
"""Matches where ``>`` is part of the text: ``> 50 %``."""
NOT_UNDER_IT = "This text belongs to the line above, but is not indented under it."
BOX = re.compile(r"\[[ xX]?\](?=\s+\S)")
PICTURE = re.compile(r"!\[.*?\](?:\(.*?\))?")
"""Matches a picture as Markdown writes it."""
INDENT = "Indent the text two spaces further than the line that ends with `|` or `>-`."


def unindented_texts(lines: Lines, reading: Reading) -> None:
    """Report texts that are not indented further than the line they belong to, and indent them in ``lines``."""
    for header in range(len(lines.lines)):
        match = lines.beginning(header)
        if lines.blank(header) or not (match["key"] or match["dashes"]):
            continue
        if not SIGN.match(lines[header], lines.value_start(header)):
            continue
        below = next((n for n in range(header + 1, len(lines.lines)) if lines[n].strip()), None)
        column = match.end("dashes") if match["key"] else match.end("indent")
        if below is None or lines.indent(below) > column or _structure(lines, below):
            continue
        moved = _indent(lines, header, below)
        reading.diagnostics.error(
            "text-not-indented", lines.whole(below), NOT_UNDER_IT, INDENT,
            edits=tuple(indented(lines, number) for number in moved),
        )  # fmt: skip
        lines.repairs.muted.update(number + 1 for number in (header, *moved))


def _structure(lines: Lines, number: int) -> bool:
    """Whether a line is a key or an item, not text. Any word with a colon is a key outside ``slides:``."""
    match = lines.beginning(number)
    key = match["key"] or ""
    if match["dashes"] or key in all_words() or {*meant_keys(key)} & CONTENT:
        return True
    return bool(key and lines.top_key(number) != "slides")


def _indent(lines: Lines, header: int, number: int) -> list[int]:
    """Indent a text under its key in ``lines``, down to the next key, item or comment; return its lines from 0."""
    column = lines.beginning(header).end("dashes") + 2
    moved = []
    while number < len(lines.lines) and not lines[number].lstrip().startswith("#"):
        if lines[number].strip() and _structure(lines, number):
            break
        if lines[number].strip():
            lines.repairs.shifts[number] += lines.indent(number) - column
            lines.lines[number] = " " * column + lines[number].lstrip(" ")
            moved.append(number)
        number += 1
    return moved


def indented(lines: Lines, number: int) -> Edit:
    """Return the edit that indents a line of the file as far as the same line of ``lines``."""
    line = lines.file.line(number + 1)
    old = len(line) - len(line.lstrip())
    return Edit(Span(lines.file, number + 1, 1, number + 1, old + 1), " " * lines.indent(number))


def text_beside_bar(fault: ParserFault) -> bool:
    """Report text on the line of the sign: ``notes: | text``."""
    if fault.context != "while scanning a block scalar":
        return False
    number, column = fault.context_line, fault.context_column
    alone = fault.lines[number][column] == ">" and not goes_on(fault.lines, number)
    if alone and MORE_THAN.match(fault.lines[number], column):
        return text_begins_with(fault, number, column)
    end = fault.lines.text_end(number, column)
    return fault.report(
        "text-beside-bar",
        fault.lines.span(number, column),
        "After `{sign}` the text begins on the next line.",
        (
            "Move the text down to the next line, two spaces further in.",
            'If the sign belongs to the text, put quotation marks around both: `"{text}"`.' if alone else "",
        ),
        sign=fault.lines[number][column : column + 1],
        text=shortened(fault.lines[number][column:end], 60),
        mended=fault.lines.plain(number, column),
    )


def text_begins_with(fault: ParserFault, number: int, column: int) -> bool:
    """Report a text that begins with a sign that has a meaning in YAML, and make it plain text for YAML."""
    line = fault.lines[number]
    if box := BOX.match(line, column):
        last = number
        while fault.lines[last + 1][:column] == line[:column] and BOX.match(fault.lines[last + 1], column):
            last += 1
            fault.lines.flatten(last, column)
        return fault.report(
            "reserved-sign",
            fault.lines.span(number, column, box.end()),
            "A box to tick, `{sign}`, can't be written here.",
            (
                "Delete `{sign}`." if last == number else "Delete the boxes on the lines {first} to {last}.",
                "A list gets boxes in the handout with `handout:` in the same column as the slide's `title:`, and "
                "under that a line such as `ticks: {done}`.",
            ),
            sign=box[0],
            first=number + 1,
            last=last + 1,
            done=Phrase("Done"),
            mended=fault.lines.plain(number, column),
        )
    if picture := PICTURE.match(line, column):
        return fault.report(
            "reserved-sign",
            fault.lines.span(number, column, picture.end()),
            "“{mark}” can't be written here: a text can't hold a picture.",
            "Give the picture a key of its own: `picture: {{file: assets/name.jpg, alt: …}}`.",
            mark=shortened(picture[0]),
            mended=fault.lines.plain(number, column),
        )
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


def text_below_block(fault: ParserFault) -> bool:
    """Report a line that goes on with a text under ``|`` or ``>-``, but stands no further in than the text's key."""
    lines, number = fault.lines, fault.context_line
    above = next((n for n in range(number - 1, -1, -1) if lines[n].strip()), -1)
    header, first = above, -1
    while header >= 0 and not HEADER.search(lines[header]):
        first = header if lines[header].strip() else first
        header -= 1
    column = lines.beginning(header).end("dashes")
    between = [n for n in range(header + 1, number) if lines[n].strip()]
    if "could not find expected ':'" not in fault.problem or first < 0 or lines.indent(number) > column:
        return False
    if lines.blank(number) or _structure(lines, number) or any(lines.indent(n) <= column for n in between):
        return False
    moved = _indent(lines, header, number)
    for each in moved:
        lines.repairs.shifts[each] += column + 2 - lines.indent(first)
        lines.lines[each] = " " * lines.indent(first) + lines[each].lstrip(" ")
    fault.report(
        "text-not-indented",
        lines.whole(number),
        "This line belongs to the text above, but is not indented like it.",
        "Begin it in the same column as the text on line {line}: {spaces} from the left."
        if len(moved) == 1
        else "Begin the lines {first} to {last} in the same column as the text on line {line}: {spaces} from the left.",
        line=first + 1,
        first=number + 1,
        last=moved[-1] + 1,
        spaces=Counted(lines.indent(first), "1 space", "{count} spaces"),
        edits=tuple(indented(lines, each) for each in moved),
    )
    lines.repairs.muted.update(each + 1 for each in moved)
    return True


def text_out_of_block(fault: ParserFault) -> bool:
    """Report a line of a text under ``|`` that is indented less than the text's first line."""
    first = number = fault.written_line
    match, indent = fault.lines.beginning(number), fault.lines.indent(number)
    if match["dashes"] or match["key"]:
        return False
    for above in range(number - 1, -1, -1):
        if HEADER.search(fault.lines[above]) and fault.lines.indent(above) < indent:
            spaces = fault.lines.indent(first)
            fault.report(
                "text-not-indented",
                fault.lines.whole(number),
                "This line of the text stands further to the left than the first line of the text, line {line}.",
                "Indent all lines of the text equally far: {spaces} from the left.",
                line=first + 1,
                spaces=Counted(spaces, "1 space", "{count} spaces"),
            )
            fault.lines.move(number, spaces)
            return True
        if fault.lines[above].strip():
            if fault.lines.indent(above) < indent:
                return False
            first = above
    return False
