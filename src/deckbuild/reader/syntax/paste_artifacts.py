"""Traces of copying and pasting in a file: characters that look like spaces, and marks of other programs.

They are reported at their places, and removed from the lines before YAML reads them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from deckbuild.characters import NO_BREAK_SPACE, named
from deckbuild.diagnostics import Edit, Span
from deckbuild.editing.pasted_spaces import BEFORE_TEXT, HYPHEN_TAB, INDENTATION, ODD_SPACE, UNSEEN
from deckbuild.reader.context import Reading
from deckbuild.reader.syntax.repair_buffer import Lines

FENCE = re.compile(r"```[a-z]*\s*$")
"""A fence of Markdown at the very left. Further in it may be part of a text."""
OF_A_TABLE = re.compile(r'"( +)((?:- |[\w-]+:)(?:[^"]|"")*)"[;,]*\s*')
"""Matches a line of the deck as a spreadsheet saves it."""
EQUALS = re.compile(r"( +)(?:- +)?([^\s:=#][^:=#]*?) *= *(\S[^:#]*?)\s*$")
"""Matches a word and its meaning with a sign of equality between them."""
CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?:\s|$)")
_MAIL = re.compile(r">")
_NUMBER = re.compile(r" *(\d+)")
FIRST_KEY = re.compile(r"( +)(deck|theme|words|sources|figures|tables|slides|handout):(?=\s|$)")


def clean(lines: Lines, reading: Reading) -> None:
    """Report the traces of copying and pasting, and remove them from ``lines``."""
    _margin(lines, reading)
    _unseen_characters(lines, reading)
    _odd_spaces(lines, reading)
    _tabs_after_hyphens(lines, reading)
    _fences(lines, reading)
    _first_line(lines, reading)
    _conflicts(lines, reading)
    _quoted_lines(lines, reading)
    _equals_signs(lines, reading)


def _quoted_lines(lines: Lines, reading: Reading) -> None:
    """Report lines in quotation marks with those inside doubled: a spreadsheet saved the deck as a table."""
    found = {
        number: f"{match[1]}{match[2]}".replace('""', '"')
        for number, line in enumerate(lines.lines)
        if (match := OF_A_TABLE.fullmatch(line))
    }
    for number, text in found.items():
        lines.lines[number] = text
        lines.repairs.shifts[number] += 1
    if found:
        reading.diagnostics.error(
            "text-after-quote",
            lines.whole(min(found)),
            "Quotation marks stand around this whole line, as a spreadsheet writes them when it saves a file as CSV."
            if len(found) == 1
            else "Quotation marks stand around this whole line and {count} more, as a spreadsheet writes them when it "
            "saves a file as CSV.",
            "Delete the first and the last quotation mark of the line, and write one for every two inside it. Open "
            "the deck in a text editor, not in Excel.",
            count=len(found) - 1,
            edits=tuple(
                Edit(Span(reading.file, n + 1, 1, n + 1, len(reading.file.line(n + 1)) + 1), text)
                for n, text in found.items()
            ),
        )


def _equals_signs(lines: Lines, reading: Reading) -> None:
    """Report words and what they mean with a sign of equality between them: ``- PL = personaleleder``."""
    found = {
        number: f"{match[1]}{match[2]}: {match[3]}"
        for number, line in enumerate(lines.lines)
        if "=" in line and (match := EQUALS.match(line)) and lines.top_key(number) == "words"
    }
    if found:
        first = min(found)
        reading.diagnostics.error(
            "wrong-kind",
            lines.whole(first),
            "Under `{key}:` each line has a word, a colon and what it means, and no hyphen.",
            "Write `{text}`."
            if len(found) == 1
            else "Write `{text}`, and the other {count} lines with an equals sign likewise.",
            key="words",
            text=found[first].strip(),
            count=len(found) - 1,
            edits=lines.rewrite(found),
        )


def _unseen_characters(lines: Lines, reading: Reading) -> None:
    """Report characters that can't be seen, before a key or a hyphen or after one: YAML reads other lines."""
    if not UNSEEN.search(reading.file.text):
        return
    for number, line in enumerate(lines.lines):
        match = INDENTATION.match(line)
        found = list(UNSEEN.finditer(match[0])) if match else []
        if match and found:
            lines.lines[number] = UNSEEN.sub("", match[0]) + line[match.end() :]
            lines.repairs.shifts[number] += len(found)
            places = [Span(reading.file, number + 1, each.start() + 1, number + 1, each.end() + 1) for each in found]
            reading.diagnostics.warning(
                "control-character",
                places[0],
                "An invisible character stands here ({sign}), probably from a program the text was copied from.",
                "Delete the beginning of the line, up to its text, and type it again.",
                sign=named(found[0][0]),
                edits=tuple(Edit(place, "") for place in places),
            )


def _odd_spaces(lines: Lines, reading: Reading) -> None:
    """Report spaces of other kinds, copied from a web page or Word: YAML does not count them as indentation."""
    if not ODD_SPACE.search(reading.file.text):
        return
    for number, line in enumerate(lines.lines):
        match = BEFORE_TEXT.match(line)
        odd = ODD_SPACE.search(match[0]) if match and line.strip() else None
        if match and odd:
            count = sum(map(len, ODD_SPACE.findall(match[0])))
            lines.lines[number] = ODD_SPACE.sub(" ", match[0]) + line[match.end() :]
            reading.diagnostics.warning(
                "odd-space",
                lines.span(number, odd.start(), odd.end()),
                "This is a non-breaking space, probably copied from Word or a web page; it is taken as a plain one."
                if odd[0] == NO_BREAK_SPACE and count == 1
                else "{count} of the spaces before this text are non-breaking ones or have another width, probably "
                "copied from Word or a web page; they are taken as plain ones."
                if count > 1
                else "This is a space of another width ({sign}), probably copied from Word or a web page; it is taken "
                "as a plain one.",
                "Delete it and type an ordinary space."
                if count == 1
                else "Delete them and type {count} ordinary spaces.",
                count=count,
                sign=named(odd[0]),
                edits=tuple(
                    edit
                    for each in ODD_SPACE.finditer(match[0])
                    for edit in lines.swap(number, each.start(), each.end(), " ")
                ),
            )


def _tabs_after_hyphens(lines: Lines, reading: Reading) -> None:
    """Report a tab after a hyphen, ``-⇥text``: lists that are copied from Word have it."""
    for number, line in enumerate(lines.lines):
        if "\t" in line and (match := HYPHEN_TAB.match(line)):
            start, end = match.span(1)
            lines.lines[number] = f"{line[:start]} {line[end:]}"
            lines.repairs.shifts[number] += end - start - 1
            reading.diagnostics.warning(
                "odd-space",
                Span(reading.file, number + 1, start + 1, number + 1, end + 1),
                "Between the hyphen and the text stands a tab, probably copied from Word; it is taken as a space.",
                "Write a space instead of the tab: `- {text}`.",
                text=reading.file.line(number + 1)[end:].strip(),
                edits=(Edit(Span(reading.file, number + 1, start + 1, number + 1, end + 1), " "),),
            )


def _fences(lines: Lines, reading: Reading) -> None:
    """Report three backticks around YAML that was copied from a chat or a web page."""
    fences = [number for number, line in enumerate(lines.lines) if FENCE.match(line)]
    for number in fences:
        lines.lines[number] = ""
    if fences:
        reading.diagnostics.error(
            "code-fence",
            lines.whole(fences[0]),
            "The signs ``` are no part of the deck: they stood around what was copied here.",
            "Delete the lines that have only these signs.",
            edits=tuple(Edit(lines.whole(number), "") for number in fences),
        )
        lines.repairs.muted.update(number + 1 for number in fences)


def _first_line(lines: Lines, reading: Reading) -> None:
    """Report spaces before the first key, if other top keys begin at the very left."""
    number = next((n for n in range(len(lines.lines)) if not lines.blank(n)), 0)
    match = FIRST_KEY.match(lines[number])
    others = [n for n in range(number + 1, len(lines.lines)) if FIRST_KEY.match(f" {lines[n]}")]
    if not match or not any(not lines.indent(n) for n in others):
        return
    space = match.end(1)
    reading.diagnostics.error(
        "wrong-indent",
        Span(reading.file, number + 1, 1, number + 1, space + 1),
        "Before `{key}:` stands a space, but the lines beside it begin at the very left.",
        "Delete what stands before `{key}:`.",
        key=match[2],
        edits=(Edit(Span(reading.file, number + 1, 1, number + 1, space + 1), ""),),
    )
    lines.lines[number] = lines[number].lstrip(" ")
    lines.repairs.shifts[number] = space


def _conflicts(lines: Lines, reading: Reading) -> None:
    """Report what git writes into a file when two people have changed the same lines."""
    begun = 0
    for number, line in enumerate(lines.lines):
        if match := CONFLICT.match(line):
            if match[0][0] == "<":
                begun = number + 1
                reading.diagnostics.error(
                    "merge-conflict",
                    lines.whole(number),
                    "Two people have changed the same place, and git has put both versions here.",
                    "Keep one of them, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
                )
            if begun:
                lines.repairs.muted.update(range(begun, number + 2))
                lines.repairs.lossy = True
                lines.lines[number] = ""


def _margin(lines: Lines, reading: Reading) -> None:
    """Report what stands before every line but comments, in one finding, and take it from ``lines``."""
    first = next((number for number, line in enumerate(lines.lines) if line and line[0] != "#"), 0)
    mark = next((each for each in (_MAIL, _NUMBER) if each.match(lines.lines[first])), None)
    if mark is None:
        return
    written = [number for number, line in enumerate(lines.lines) if line and line[0] != "#"]
    begun = {number: match for number in written if (match := mark.match(lines.lines[number]))}
    if len(written) < 2 or len(begun) < len(written):
        return
    if mark is _NUMBER and any(int(b[1]) != int(a[1]) + 1 for a, b in pairwise(begun.values())):
        return
    rest = {number: lines.lines[number][match.end() :] for number, match in begun.items()}
    gap = min((len(text) - len(text.lstrip(" ")) for text in rest.values() if text.strip()), default=0)
    reading.diagnostics.error(
        "line-margin",
        lines.span(first, 0, begun[first].end()),
        "Before every line stands `{sign}`, which a mail program has put there."
        if mark is _MAIL
        else "Before every line stands its number: it was copied from a program that shows them.",
        "Delete what stands before the lines in the whole file: `deckbuild check --fix` does it.",
        sign=">",
        edits=lines.rewrite({number: text[gap:] if text.strip() else "" for number, text in rest.items()}),
    )
