"""Lines that look as if they were to stay lines, such as an address; a paragraph joins its lines.

A program that wraps prose ends a line only where the next word has no room. Lines that end early, and not where a
sentence does, were ended on purpose, and so were lines that begin with the same kind of mark.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from yaml.nodes import ScalarNode

from deckbuild.characters import indent
from deckbuild.diagnostics import SourceFile, Span
from deckbuild.locales import any_of, every_language
from deckbuild.model.words import is_code
from deckbuild.reader.context import Reading, shortened
from deckbuild.reader.syntax.list_marks import SIGNS, WORDS
from deckbuild.reader.syntax.pasted_lists import OPENING, SENTENCE_ENDS, as_item
from deckbuild.reader.syntax.swallowed_lines import FOLDED, STRUCTURE, key_in_text
from deckbuild.reader.typography import COMMANDS

_NARROW = 40
"""Nobody wraps prose to fewer characters a line."""
_WIDE = 50
"""So much room a line has whose next line begins with a capital or a figure."""
_SHORT = 43
"""Four lines or more that are no longer than this, and end early or at a comma, are verse, an address, a signature."""
_FULL = 0.75
"""The share of the longest line that a line fills at least which was ended for want of room, also by hand."""
_WRAPPED = 100
"""Nobody wraps prose to more characters a line: what is longer is a paragraph, as word processors write it."""
_ENDS = re.compile(r"[.,:!?…–-][)\"”“»«]*$")
"""Matches the end of a line after which a sentence or a part of one is over: joined with the next it reads well."""
_FORCED = re.compile(r"(?:\\| {2})$")
_ITEM = re.compile(r"\A\s*(?:[-+*]|(\d{1,9})[.)])\s+")
"""Matches the beginning of an item; amid a paragraph only the number 1 begins a list."""
_QUOTED = re.compile(r"[ \t]*>[ \t>]*(?=\S)")
"""Matches the signs before a line of a quoted mail; the line is joined with those beside it like any other."""
_PHRASES = [language.phrases for language in every_language()]
_MARK = re.compile(
    rf"(?P<step>(?i:{any_of(*(phrases.numbered for phrases in _PHRASES))})\s?\d{{1,3}}(?:[.:)]|\s+[A-ZÆØÅ]))"
    r"|(?P<letter>\(?(?:[a-zA-Z]|[ivx]{2,4})[.)]\s+(?!\d))"
    r"|(?P<address>\S+(?:@|://)\S+$|www\.\S+$)"
    r"|(?P<label>[A-ZÆØÅ][\w /-]{0,24}:\s+\S)"
    r"|(?P<value>[\w.]+\s?:?=\s?\S)"
    r"|(?P<number>\d{1,3}[.)]\s|\d{1,2}[.:]\d\d\s|\d{4}-\d\d-\d\d)"
    r"|(?P<sign>[^\w\s(\[{*_]+|[*_](?=\s))"
)
"""Matches how a line begins that stands for itself, if the line beside it begins so too."""
_OTHER = re.compile(rf"\s*(?:#|[{SIGNS}]\s*\w|{WORDS}|\||`{{3}}|~{{3}}|:::|-{{3,}}.*-{{3,}}\s*$|\W+$)")
"""Matches a head, a foreign mark at the beginning of a line, and a line of signs alone."""

_PLAIN = re.compile(r" +(?![|>{\[&'\"])(?!\S.*:(?:\s|$))\S")
"""Matches an item that is a text without a sign, after its hyphen."""
_TELLING = 3
"""With fewer lines it can't be told where lines are wrapped."""
_COLUMNS = 80
"""A line of a file that is wrapped by hand ends where the next word would go beyond so many columns, or more."""


def report_joined_lines(node: ScalarNode, reading: Reading, *, prose: bool = False) -> None:
    """Warn of lines that become one line, at the first of them; the edits keep the lines.

    ``prose`` says that the text may have lists.
    """
    if reading.repairs.shifts[node.start_mark.line] > 0:
        return  # what stands before the lines in the file is no part of the text
    whole = reading.span(node)
    if node.style == '"' or whole.line == whole.end_line or (not node.style and _lost_hyphen(node, reading)):
        return
    if node.style == ">" and _lost_sign(node, whole, reading):
        return
    together: list[str] = []
    goes_on = False  # whether a paragraph or item does, also over lines that stay lines
    margin = -1  # of the list that goes on, in paragraphs under an item too
    for number in range(whole.line, whole.end_line + 2):
        line = reading.file.line(number) if number <= whole.end_line else ""
        line = line[whole.column - 1 :] if number == whole.line else line
        item = _ITEM.match(line)
        apart = not line.strip() or key_in_text(line, reading.file.line(number + 1))
        begins: bool | re.Match[str] | None = False
        if node.style == "|" or len(indent(line)) > whole.column - 1 > 0:
            apart = apart or _OTHER.match(line)
            begins = item and (item[1] in (None, "1") or margin >= 0 or not goes_on)
        else:  # YAML joins lines of all kinds; these are told as what they are
            apart = apart or STRUCTURE.match(line) or FOLDED.fullmatch(line.strip())
        if apart or begins:
            _report(together, number - len(together), node, reading, prose=prose)
            together, goes_on = [], False
        if begins or (line.strip() and not goes_on and len(indent(line)) <= margin):
            margin = len(indent(line)) if begins else -1
        if not apart:
            together.append(line)
            goes_on = True
            if _FORCED.search(line):
                _report(together, number + 1 - len(together), node, reading, prose=prose)
                together = []


def report_blank_lines(node: ScalarNode, reading: Reading) -> None:
    """Warn of an empty line amid a text that is one paragraph, at the line below it; the edit begins a new line."""
    whole = reading.span(node)
    if node.style == '"' or whole.line == whole.end_line:
        return
    above = whole.line
    for number in range(whole.line + 1, whole.end_line + 1):
        if not reading.file.line(number).strip():
            continue
        end = Span.of_lines(reading.file, above, above)
        if number > above + 1 and not _FORCED.search(reading.file.line(above)):
            reading.warning(
                "lines-run-on",
                Span.of_lines(reading.file, number, number),
                "The empty line above this one is printed as a space: here a text is one paragraph.",
                "End the line before it with a backslash: `{line}\\`. What follows then begins on a new line.",
                line=end.file.line(above).strip(),
                edits=reading.inserted(replace(end, column=end.end_column), "\\"),
            )
        above = number


def _report(lines: list[str], first: int, node: ScalarNode, reading: Reading, *, prose: bool) -> None:
    folded = node.style != "|"
    texts = [(line if folded else _ITEM.sub("", _QUOTED.sub("", line))).strip() for line in lines]
    if (
        len(lines) < 2
        or all("\t" in text for text in texts)
        or not (_partly_quoted(lines) or _on_purpose(texts, folded=folded))
    ):
        return
    ends = [Span.of_lines(reading.file, number, number) for number in range(first, first + len(lines))]
    column = ends[0].end_column - len(lines[0].strip())
    begins = _sign(node, reading)
    item = _is_item(begins)
    in_list = prose and node.style == ">" and _is_list(texts)
    kept = tuple(edit for end in ends[:-1] for edit in reading.inserted(replace(end, column=end.end_column), "\\"))
    reading.warning(
        "lines-run-on",
        replace(ends[0], column=column),
        "These {count} lines are printed as one: a line ends only where a paragraph ends.",
        "Write `|` in the place of `>` on line {above}: then each is an item of a list."
        if in_list
        else (
            "End each line that is to stay a line with a backslash: `{line}\\`.",
            "If a new item of the list begins there, write a hyphen before it, right under the others." if item else "",
        ),
        count=len(lines),
        line=lines[0].strip(),
        above=begins.line,
        edits=reading.swap(begins, "|") if in_list else kept if all(map(_begins, texts)) or not item else (),
    )


def _is_list(lines: list[str]) -> bool:
    """Whether lines, if they stayed lines, were a list of several items, perhaps after a text above it."""
    items = [match for line in lines if (match := _ITEM.match(line))]
    return len(items) > 1 and (items[0][1] in (None, "1") or bool(_ITEM.match(lines[0])))


def _partly_quoted(lines: list[str]) -> bool:
    """Whether some lines are from a quoted mail and others are not, as the answer under it."""
    return len({bool(_QUOTED.match(line)) for line in lines}) > 1


def _on_purpose(lines: list[str], *, folded: bool = False) -> bool:
    """Whether at least half of the line ends amid sentences were made on purpose.

    Where YAML has ``folded`` lines as people break prose by hand, a line that begins with a small letter tells nothing.
    """
    if lines[0].split()[0] in COMMANDS:
        return True
    longest = max(map(len, lines))
    short = len(lines) > 3 and longest <= _SHORT
    found, sure = [], False
    wrapped = any(len(line) > _WRAPPED and not _begins(after) for line, after in pairwise(lines))
    few = len(lines) == 2  # in German a capital letter after one line tells nothing
    for line, after in pairwise(lines):
        needed = len(line) + 1 + len(after.split(None, 1)[0])
        numbered = line[0].isdigit() and after[0].isdigit() and needed <= longest
        if _both_short(line, after, longest):
            return True
        if numbered or _apart(line, after):
            sure = True
            found.append(True)
        elif len(line) > _WRAPPED:
            found.append(_begins(after) and not wrapped and bool(not few or SENTENCE_ENDS.search(line)))
        elif not _ENDS.search(line):
            room = needed <= max(_FULL * longest, _WIDE if _begins(after) else _NARROW)
            found.append((short and needed <= longest) or (room and (_begins(after) or not folded)))
        elif short and line.endswith((",", ";")):
            found.append(True)
    return 2 * sum(found) >= len(found) > 0 and (len(lines) > 2 or sure or _begins(lines[1]))


def _apart(line: str, after: str) -> bool:
    """Whether each of two lines stands for itself for sure: by its mark, as code, as the end of a letter."""
    mark, below = _mark(line), _mark(after)
    return bool((mark and mark == below) or is_code(line) or is_code(after))


def _both_short(line: str, after: str, longest: int) -> bool:
    """Whether two lines stand as in a signature, an address, a greeting: both begin anew, and there was room.

    Sentences that are that short read well on one line.
    """
    short = longest if longest <= _NARROW else longest / 2
    if len(line) > short or not (_begins(line) and _begins(after)):
        return False
    return line.endswith(",") or (len(after) <= short and not SENTENCE_ENDS.search(after))


def _mark(line: str) -> str:
    """Return with what kind of mark a line begins; of signs, the signs."""
    match = _MARK.match(line)
    return "" if match is None else match["sign"] or match.lastgroup or ""


def _begins(line: str) -> bool:
    """Whether a line begins with a capital or a figure, perhaps after an opening quotation mark."""
    first = line.lstrip(OPENING)[:1]
    return first.isupper() or first.isdigit()


def _lost_hyphen(node: ScalarNode, reading: Reading) -> bool:
    """Warn of a line of an item that is likely an item of its own. Returns whether there is one.

    All other items of the list are one line each, and the line above was not ended for want of room: it is short, or
    its sentence ends there. ``node`` is a text without a sign such as ``>-``.
    """
    place, file = reading.span(node), reading.file
    lines = {number: file.line(number) for number in range(place.line, place.end_line + 1)}
    if any(FOLDED.fullmatch(line.strip()) for line in lines.values()):
        return True  # it is told already
    others = _lines_each(file, place, place.before.rindex("-")) if _is_item(place) else [0]
    if any(count != 1 for count in others):
        return False
    for (_, above), (number, line) in pairwise(lines.items()):
        if _begins_item(above, line, alone=not others) and len(indent(line)) <= place.column - 1:
            reading.warning(
                "line-in-text",
                Span.of_lines(file, number, number),
                "This line is printed as part of the item above. It looks like an item of its own, without its hyphen.",
                "If it is one, write `- {text}`, with its hyphen right under the hyphen on line {line}. If not, write "
                "it on the same line as the text above.",
                text=shortened(as_item(line.strip()), 50),
                line=place.line,
            )
            return True
    return False


def _lost_sign(node: ScalarNode, place: Span, reading: Reading) -> bool:
    """Warn of a line of an item under ``>-`` that is likely an item of its own. Returns whether there is one.

    A sentence ends before it, on the only line that has room for the line's first word.
    """
    lines = [(n, line) for n in range(place.line, place.end_line + 1) if (line := reading.file.line(n)).strip()]
    longest = max((len(line.rstrip()) for _, line in lines), default=0)
    early = [(number, line) for (_, above), (number, line) in pairwise(lines)
             if len(above.rstrip()) + 1 + len(line.split(None, 1)[0]) <= longest]  # fmt: skip
    begun = [number for number, line in early if line.strip().lstrip(OPENING)[:1].isupper()]
    if not _is_item(_sign(node, reading)) or len(lines) < _TELLING or len(early) != 1 or not begun:
        return False
    (number,) = begun
    if not SENTENCE_ENDS.search(reading.file.line(number - 1).rstrip()):
        return False
    reading.warning(
        "line-in-text",
        Span.of_lines(reading.file, number, number),
        "This line is printed as part of the item above. It looks like an item of its own, without its hyphen.",
        "If it is one, write a line `- >-` above it, with its hyphen right under the hyphen on line {line}. If not, "
        "move the beginning of this line up to the line above.",
        line=node.start_mark.line + 1,
    )
    return True


def _sign(node: ScalarNode, reading: Reading) -> Span:
    """Return the place where a text begins: that of its sign, where it has one such as ``>-``."""
    begins = node.start_mark
    return Span(reading.file, begins.line + 1, begins.column + 1, begins.line + 1, begins.column + 2)


def _is_item(place: Span) -> bool:
    """Whether a text is an item of a list."""
    return "-" in place.before and not place.before.strip(" -")


def _lines_each(file: SourceFile, place: Span, column: int) -> list[int]:
    """Return how many lines each of the other plain texts of a list has; hyphens stand in ``column``, from 0."""
    found: list[int] = []
    for numbers in (range(place.line - 1, 0, -1), range(place.end_line + 1, len(file.lines) + 1)):
        for number in numbers:
            line, below = file.line(number), file.line(number + 1)
            if line.strip() and (len(indent(line)) < column or (len(indent(line)) == column and line[column] != "-")):
                break
            if len(indent(line)) == column and _PLAIN.match(line, column + 1):
                found.append(1 + (len(indent(below)) > column and not STRUCTURE.match(below)))
    return found


def _begins_item(above: str, line: str, *, alone: bool) -> bool:
    """Whether a line begins anew rather than to continue the line above, which may be ``alone`` in its list."""
    above, text = above.rstrip(), line.strip().lstrip(OPENING)
    needed = len(above) + 1 + len(text.split(" ", 1)[0])
    if text[:1].islower():
        return needed <= _NARROW and not alone and above.strip(" -")[:1].islower() and above[-1] != ","
    ended, early = bool(SENTENCE_ENDS.search(above)), needed <= _COLUMNS
    return text[:1].isalnum() and (ended and early if alone else ended or early)
