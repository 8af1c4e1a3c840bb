"""Mistakes in texts under ``|`` and ``>-``: the text stands on the line of the sign, or is not indented under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.characters import indent
from deckbuild.diagnostics import Edit, Phrase, Span
from deckbuild.reader.context import Reading, shortened, spaces
from deckbuild.reader.language.suggest import meant_keys
from deckbuild.reader.language.top_keys import TOP_KEYS
from deckbuild.reader.language.vocabulary import CONTENT, all_words
from deckbuild.reader.syntax.multiline_text import goes_on, takes_text
from deckbuild.reader.syntax.new_slides import NEW_SLIDE, SLIDES
from deckbuild.reader.syntax.parser_error import ParserFault
from deckbuild.reader.syntax.pasted_lists import goes_on_with, item_beside
from deckbuild.reader.syntax.repair_buffer import Lines, ends_in_header

SIGN = re.compile(r"[|>][-+]?\s*$")
"""Matches if the sign is all that follows a key or a hyphen."""
MORE_THAN = re.compile(r">(?:[>=]|\s*\d)")
"""Matches where ``>`` is part of the text: ``> 50 %``."""
NOT_UNDER_IT = "This text belongs to the line above, but is not indented under it."
MAIL = re.compile(r"( *)>[> ]*(?=- +\S)")
"""Matches what a mail program writes before an item that is answered."""
BOX = re.compile(r"\[[ xX]?\](?=\s+\S)")
PICTURE = re.compile(r"!\[.*?\](?:\(.*?\))?")
"""Matches a picture as Markdown writes it."""
SPLITTING = re.compile(r"^\s*- |:(?:\s|$)")
"""Finds what makes an item or a key of a line of text."""
MOVE_IN = (
    "Move all of them in by {spaces}: mark them in VS Code and press Tab (in Notepad, Tab overwrites what is marked)."
)
INDENT = "Indent the text two spaces further than the line that ends with `|` or `>-`."


def texts_moved_out(lines: Lines, reading: Reading) -> None:
    """Report the key of a text, ``notes: |``, that stands further out than any key of its slide, and move it in.

    Its text moves along, unless that stands where it should. Only then is it known what is text, and what is not.
    """
    for header, slide in _in_slides(lines):
        match, out, column = lines.beginning(header), lines.indent(header), lines.beginning(slide).end("dashes")
        key, first = match["key"], next((n for n in range(header + 1, len(lines.lines)) if lines[n].strip()), header)
        misplaced = out < column or (key == "notes" and column < lines.indent(first) <= out)
        if not misplaced or match["dashes"] or not SIGN.match(lines[header], lines.value_start(header)):
            continue
        alone = lines.indent(first) > column
        target = column if key in CONTENT else lines.indent(first) - 2
        like = next((each for each in lines.levels(header) if not each.item and each.column == target), None)
        if not key or like is None or key not in all_words() or key in TOP_KEYS or not (alone or key in CONTENT):
            continue
        moved, by = [header] if alone else _moved_along(lines, header, slide), target - out
        for each in moved:
            lines.lines[each] = " " * (lines.indent(each) + by) + lines[each].lstrip(" ")
            lines.repairs.shifts[each] -= by
        reading.diagnostics.error(
            "wrong-indent",
            lines.whole(header),
            "This line stands {spaces} too far in."
            if by < 0
            else "This line stands {spaces} too far out."
            if alone
            else "The lines {first} to {last} stand {spaces} too far out.",
            "Begin it right under “{name}” on line {line}: {column} from the left."
            if alone
            else (
                "Line {first} belongs right under “{name}” on line {line}.",
                MOVE_IN,
            ),
            edits=tuple(indented(lines, each) for each in moved),
            spaces=spaces(abs(by)),
            column=spaces(target),
            first=header + 1,
            last=moved[-1] + 1,
            name=lines.beginning(like.line)["key"],
            line=like.line + 1,
        )


def _in_slides(lines: Lines) -> Iterator[tuple[int, int]]:
    """Yield the lines that a text may follow, each with the line on which its slide begins."""
    dash = slide = -1
    for number, line in enumerate(lines.lines):
        match = lines.beginning(number)
        if not match.end("dashes") and match["key"] in TOP_KEYS:
            dash = slide = -1
        if SLIDES.match(line):
            below = lines.below(number)
            dash = lines.indent(below) if lines.beginning(below)["dashes"] else -1
        if dash >= 0 and match["dashes"] and match.end("indent") == dash:
            slide = number
        elif match["key"] in NEW_SLIDE and match["dashes"] and match.end("indent") < dash:
            slide = -1  # all of this slide stands too far out
        elif slide >= 0 and ends_in_header(line):
            yield number, slide


def _moved_along(lines: Lines, header: int, slide: int) -> list[int]:
    """Return a text's key and its lines, and the slide's further keys that stand as far out with theirs."""
    out, column, dash = lines.indent(header), lines.beginning(slide).end("dashes"), lines.indent(slide)
    moved = [header]
    for number in range(header + 1, len(lines.lines)):
        if not lines[number].strip():
            continue
        match, indent = lines.beginning(number), lines.indent(number)
        of_slide = not match["dashes"] and match["key"] in CONTENT
        begins = match["dashes"] and indent == dash and match["key"] in NEW_SLIDE
        along = of_slide and indent == out and (out or match["key"] not in TOP_KEYS)
        if not along and (indent <= out or begins or (of_slide and indent == column)):
            break
        moved.append(number)
    while lines.blank(moved[-1]):
        moved.pop()
    return moved


def unindented_texts(lines: Lines, reading: Reading) -> None:
    """Report texts that are not indented further than the line they belong to, and indent them in ``lines``."""
    slides = _slides_column(lines)
    for header in lines.outside_texts():
        match = lines.beginning(header)
        if not (match["key"] or match["dashes"]):
            continue
        below = next((n for n in range(header + 1, len(lines.lines)) if lines[n].strip()), None)
        column = match.end("dashes") if match["key"] else match.end("indent")
        if below is None or lines.indent(below) > column:
            continue
        sign = SIGN.match(lines[header], lines.value_start(header))
        apart = lines.blank(below) or lines.indent(below) >= slides
        if not sign and (apart or not takes_text(match["key"])):
            continue
        if _structure(lines, header, below):
            continue
        begun = "" if sign else lines[header][match.end() :].strip()
        if begun and not any(SPLITTING.search(line) for line in _pasted(lines, header, below)):
            continue  # lines that YAML can't read either are told as such
        edits: tuple[Edit, ...] = ()
        if not sign:
            end = len(lines[header].rstrip())
            edits = lines.swap(header, end, len(lines[header]), " |")
            lines.lines[header] = f"{lines[header][: match.end()].rstrip()} |"
        moved = _indent(lines, header, below)
        reading.diagnostics.error(
            "text-not-indented",
            lines.whole(below),
            NOT_UNDER_IT,
            INDENT
            if sign
            else (
                "Write `|` after `{key}:`, and put the text on the lines below, two spaces further in than `{key}:`.",
                "The text that stands beside `{key}:` belongs there too, on a line of its own." if begun else "",
            ),
            key=match["key"],
            edits=() if begun else (*edits, *(indented(lines, number) for number in moved)),
        )
        lines.repairs.muted.update(number + 1 for number in (header, *moved))


def _slides_column(lines: Lines) -> int:
    """Return the column of the slides' hyphens; 0 if there are none."""
    below = next((lines.below(n) for n, line in enumerate(lines.lines) if SLIDES.match(line)), len(lines.lines))
    return lines.indent(below) if lines.beginning(below)["dashes"] else 0


def _pasted(lines: Lines, header: int, number: int) -> list[str]:
    """Return the lines of a text from a line on that stand further out than any slide."""
    column, found = _slides_column(lines), []
    while number < len(lines.lines) and lines.indent(number) < column and not _structure(lines, header, number):
        found.append(lines[number])
        number += 1
    return found


def _structure(lines: Lines, header: int, number: int) -> bool:
    """Whether a line below the text of line ``header`` is a key or an item, not text.

    Any word with a colon is a key outside ``slides:``. Further out than the slides' hyphens stand only the file's keys.
    """
    match = lines.beginning(number)
    key = match["key"] or ""
    margin = lines[number].strip() and lines.indent(number) < _slides_column(lines)
    if margin and lines.top_key(header) == "slides":
        bare = (
            key
            and not lines[number][match.end() :].strip()
            and lines.indent(lines.below(number)) > lines.indent(number)
        )
        return key in NEW_SLIDE if match["dashes"] else bool(bare or key in TOP_KEYS)
    if match["dashes"] or key in all_words() or {*meant_keys(key)} & CONTENT:
        return True
    return bool(key and lines.top_key(number) != "slides")


def _indent(lines: Lines, header: int, number: int) -> list[int]:
    """Indent a text under its key in ``lines``, down to the next key, item or comment; return its lines from 0."""
    column, left = lines.beginning(header).end("dashes") + 2, lines.indent(number)
    moved = []
    while number < len(lines.lines) and not lines[number].lstrip().startswith("#"):
        further_out = lines[number].strip() and lines.indent(number) < left
        item = item_beside(lines, number) if further_out else None
        if item is not None or (lines[number].strip() and _structure(lines, header, number)):
            break
        if lines[number].strip():
            lines.repairs.shifts[number] += lines.indent(number) - column
            lines.lines[number] = " " * column + lines[number].lstrip(" ")
            moved.append(number)
        number += 1
    return moved


def indented(lines: Lines, number: int) -> Edit:
    """Return the edit that indents a line of the file as far as the same line of ``lines``."""
    old = len(indent(lines.file.line(number + 1)))
    return Edit(Span(lines.file, number + 1, 1, number + 1, old + 1), " " * lines.indent(number))


def text_beside_bar(fault: ParserFault) -> bool:
    """Report text on the line of the sign: ``notes: | text``."""
    if fault.context != "while scanning a block scalar":
        return False
    number, column = fault.context_line, fault.context_column
    alone = fault.lines[number][column : column + 1] == ">" and not goes_on(fault.lines, number)
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


def mail_mark(fault: ParserFault) -> bool:
    """Report the sign that mail programs write before the lines that are answered: ``> - item``."""
    lines, number = fault.lines, fault.context_line
    if not MAIL.match(lines[number]):
        return False
    last = number
    while MAIL.match(lines[last + 1]):
        last += 1
    written = {each: MAIL.sub(r"\1", lines[each]) for each in range(number, last + 1)}
    fault.report(
        "wrong-bullet",
        lines.whole(number),
        "“{mark}” does not begin an item.",
        "Delete `>`, which a mail program has put there: `{text}`."
        if last == number
        else "Delete `>` on the lines {first} to {last}, where a mail program has put it: `{text}`.",
        mark=">",
        text=shortened(written[number].strip(), 60),
        first=number + 1,
        last=last + 1,
        edits=lines.rewrite(written),
    )
    return True


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
    if "could not find expected ':'" not in fault.problem:
        return False
    lines, number = fault.lines, fault.context_line
    above = next((n for n in range(number - 1, -1, -1) if lines[n].strip()), -1)
    header, first = above, -1
    while header >= 0 and not ends_in_header(lines[header]):
        first = header if lines[header].strip() else first
        header -= 1
    column = lines.beginning(header).end("dashes")
    between = [n for n in range(header + 1, number) if lines[n].strip()]
    if first < 0 or lines.indent(number) > column:
        return False
    if lines.blank(number) or _structure(lines, header, number) or any(lines.indent(n) <= column for n in between):
        return False
    if item_beside(lines, number) is not None and not goes_on_with(lines[above], lines[number].strip()):
        return False  # an item that has lost its hyphen would become a part of the text
    slide = next((level for level in reversed(lines.levels(number)) if level.item), None)
    own = slide.column + 2 if slide else column
    lost = own < column and lines.indent(number) == own + 2 and not lines[number].strip()[:1].islower()
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
        spaces=spaces(lines.indent(first)),
        edits=() if lost else tuple(indented(lines, each) for each in moved),
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
        if ends_in_header(fault.lines[above]) and fault.lines.indent(above) < indent:
            column = fault.lines.indent(first)
            fault.report(
                "text-not-indented",
                fault.lines.whole(number),
                "This line of the text stands further to the left than the first line of the text, line {line}.",
                "Indent all lines of the text equally far: {spaces} from the left.",
                line=first + 1,
                spaces=spaces(column),
            )
            fault.lines.move(number, column)
            return True
        if fault.lines[above].strip():
            if fault.lines.indent(above) < indent:
                return False
            first = above
    return False
