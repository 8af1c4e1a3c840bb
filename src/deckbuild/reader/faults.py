"""What YAML stumbled over -> what the author did: recognise it, tell it at its own place, mend the line."""

from __future__ import annotations

import re
from collections.abc import Callable

from deckbuild.diagnostics import Edit
from deckbuild.reader.indents import key_without_colon, wrong_indent
from deckbuild.reader.lines import KEY
from deckbuild.reader.quotes import after_quote, open_quote, quote_scan
from deckbuild.reader.reading import shortened
from deckbuild.reader.stumble import Stumble

CURLY = "“”„‟"
UNSPACED_KEY = re.compile(r"( *(?:- +)*)([a-z][a-z-]*):(?=[^\s/:])")
UNSPACED_HYPHEN = re.compile(r" *-(?=[^\s-])")
BULLET = re.compile(r" *([–—•])\s")
LONE_KEY = re.compile(r" *(?:- +)*[\w-]+ *$")


def mend(fault: Stumble) -> None:
    """Tell the fault and mend the lines; when nobody knows it, leave the line out."""
    before = list(fault.lines.lines)
    for known in KNOWN:
        if known(fault):
            break
    else:
        _unknown(fault)
    if fault.lines.lines == before:
        _leave_out(fault)


def _leave_out(fault: Stumble) -> None:
    for number in (fault.line, fault.context_line, *range(fault.line, -1, -1)):
        if not fault.lines.blank(number):
            fault.lines.muted.add(number + 1)
            fault.lines.lossy = True
            fault.lines.remove(number)
            return


def _documents(fault: Stumble) -> bool:
    """``---`` between slides, or ``...``."""
    if "document" not in fault.problem and "directive" not in fault.context:
        return False
    for number in range(fault.line, max(fault.line - 4, -1), -1):
        mark = fault.lines[number][:3]
        if mark in ("---", "...") or mark.startswith("%"):
            fault.tell(
                "document-mark",
                fault.lines.span(number, 0),
                "A line that begins with `{mark}` ends the deck here; what follows would not be read.",
                "Remove it. Slides need no line between them: each begins with `- title: …`.",
                mark=mark if mark[0] != "%" else "%",
                edits=fault.lines.swap(number, 0, 3, "") if fault.lines[number].strip() in ("---", "...") else (),
            )
            fault.lines.replace(number, 0, "#")
            return True
    return False


def _curly_quotes(fault: Stumble) -> bool:
    """Quotation marks as Word writes them, which YAML takes for letters."""
    start = fault.lines.value_start(fault.line)
    if fault.lines[fault.line][start : start + 1] not in tuple(CURLY) or fault.column < start:
        return False
    if not (fault.problem.startswith("mapping values")):
        return False
    tell_curly(fault, fault.line, start)
    fault.lines.flatten(fault.line, start)
    return True


def tell_curly(fault: Stumble, number: int, start: int) -> None:
    """Report curly quotation marks where straight ones were meant."""
    line = fault.lines[number]
    end = max((index for index, letter in enumerate(line) if letter in CURLY), default=start)
    text = line[start:].strip().strip(CURLY)
    fault.tell(
        "curly-quotes",
        fault.lines.span(number, start, end + 1 if end > start else start + 1),
        "These curly quotation marks don't hold the text together.",
        'Use straight ones: `"{text}"`. Word writes curly ones by itself; VS Code and Notepad don\'t.',
        text=shortened(text, 60),
        edits=_straight(fault, number, start, end),
    )


def _straight(fault: Stumble, number: int, start: int, end: int) -> tuple[Edit, ...]:
    """Write straight quotation marks for a pair of curly ones."""
    if end == start or any(letter in fault.lines[number][start:end] for letter in '"\\'):
        return ()
    return fault.lines.swap(number, start, start + 1, '"') + fault.lines.swap(number, end, end + 1, '"')


def _colon_in_text(fault: Stumble) -> bool:
    """A text with a colon and a space in it."""
    if not fault.problem.startswith("mapping values"):
        return False
    line, colon = fault.lines[fault.line], fault.column
    if LONE_KEY.match(line[:colon]):
        return False
    start = min(fault.lines.value_start(fault.line), colon)
    text = line[start:].strip()
    fault.tell(
        "unquoted-colon",
        fault.lines.span(fault.line, colon, colon + 1),
        "The colon inside this text splits it: “{word}” is taken for a key such as `title:`.",
        'Put quotation marks around the whole text: `"{text}"`. Or write `>-` there and put the text on the next '
        "line, two spaces further in."
        if '"' not in text
        else "Write `>-` where the text begins, and put the text on the next line, two spaces further in.",
        word=shortened(line[start:colon]),
        text=shortened(text, 60),
        edits=fault.lines.quoted(fault.line, start) if line[start] not in "[{\"'" else (),
    )
    rest = line[start:]
    fault.lines.replace(fault.line, start, re.sub(r":(?=\s|$)", "x", rest))
    return True


def _no_space_after_colon(fault: Stumble) -> bool:
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


def _no_space_after_hyphen(fault: Stumble) -> bool:
    """``-text``, or another sign than a hyphen."""
    for number in (fault.line, fault.context_line, fault.lines.above(fault.line)):
        if fault.lines.blank(number):
            continue
        if match := UNSPACED_HYPHEN.match(fault.lines[number]):
            end = match.end()
            fault.tell(
                "hyphen-without-space",
                fault.lines.span(number, end - 1, end + 1),
                "There is no space after the hyphen, so this is not an item of the list.",
                "Write a space after it: `- {text}`.",
                text=shortened(fault.lines[number][end:].strip()),
                edits=fault.lines.swap(number, end, end, " "),
            )
            fault.lines.replace(number, end, " ")
            return True
        if match := BULLET.match(fault.lines[number]):
            fault.tell(
                "wrong-bullet",
                fault.lines.span(number, match.start(1), match.end(1)),
                "“{mark}” does not begin an item.",
                "Begin each item with a hyphen and a space: `- text`.",
                mark=match[1],
                edits=fault.lines.swap(number, match.start(1), match.end(1), "-"),
            )
            fault.lines.replace(number, match.start(1), "-")
            return True
    return False


def _first_letter(fault: Stumble) -> bool:
    """A text that begins with a sign that means something in YAML."""
    asked = (
        "cannot start any token" in fault.problem
        or "alias" in fault.problem
        or fault.context in ("while scanning an alias", "while scanning an anchor", "while scanning a tag")
        or "mapping keys are not allowed" in fault.problem
        or "tag handle" in fault.problem
        or (fault.context == "while parsing a block node" and "expected node content" in fault.problem)
        or fault.context.startswith(("while scanning a directive", "while parsing a tag"))
    )
    if not asked:
        return False
    at_context = fault.context.startswith("while scanning a")
    number, column = (fault.context_line, fault.context_column) if at_context else (fault.line, fault.column)
    line = fault.lines[number]
    if not line[column : column + 1].strip() or line[column].isalnum():
        return False
    _tell_first_letter(fault, number, column)
    return True


def _tell_first_letter(fault: Stumble, number: int, column: int) -> None:
    line = fault.lines[number]
    fault.tell(
        "reserved-sign",
        fault.lines.span(number, column, column + 1),
        "A text can't begin with `{sign}`: the sign means something else there.",
        'Put quotation marks around the whole text: `"{text}"`.'
        if '"' not in line[column:]
        else "Write `>-` there, and put the text on the next line, two spaces further in.",
        sign=line[column],
        text=shortened(line[column:].strip(), 60),
        edits=fault.lines.quoted(number, column) if column == fault.lines.value_start(number) else (),
    )
    fault.lines.flatten(number, column)


def _brackets(fault: Stumble) -> bool:
    """A bracketed list without its end, or without a comma."""
    if not fault.context.startswith("while parsing a flow"):
        return False
    line = fault.lines[fault.context_line]
    opening = line[fault.context_column : fault.context_column + 1]
    if opening not in ("[", "{"):
        return False
    closing = {"[": "]", "{": "}"}[opening]
    if fault.line == fault.context_line and closing in line[fault.column :]:
        fault.tell(
            "broken-brackets",
            fault.lines.span(fault.line, fault.column, fault.column + 1),
            "Inside brackets the items are separated by commas, but here something else stands.",
            "Write a comma before it. A text with brackets, quotation marks or a colon in it is quoted as a whole.",
            edits=fault.lines.swap(fault.line, fault.column - 1, fault.column - 1, ",")
            if line[fault.column - 1] == " " and line[fault.column] in "\"'"
            else (),
        )
        if line[fault.column - 1] == " " and line[fault.column] in "\"'":
            fault.lines.replace(fault.line, fault.column - 1, ",")
            return True
        inside = line[fault.context_column + 1 : line.rfind(closing)]
        fault.lines.replace(fault.line, fault.context_column + 1, re.sub(r"[^\w\s,]", "x", inside))
        fault.lines.lossy = True
        return True
    fault.tell(
        "unclosed-bracket",
        fault.lines.span(fault.context_line, fault.context_column),
        "The bracket `{opening}` that begins here is not closed.",
        "Write `{closing}` after the last item. A text that begins with a bracket stands in quotation marks.",
        opening=opening,
        closing=closing,
    )
    last = fault.line if fault.line == fault.context_line else fault.lines.above(fault.line)
    fault.lines.append(max(last, fault.context_line), closing)
    return True


def _after_bracket(fault: Stumble) -> bool:
    """``title: [Draft] Programme``: the text begins with a bracket."""
    line, start = fault.lines[fault.line], fault.lines.value_start(fault.line)
    opening = line[start : start + 1]
    if opening not in ("[", "{") or fault.column <= start:
        return False
    end = line.find({"[": "]", "{": "}"}[opening], start)
    if end < 0 or not line[end + 1 :].strip() or line[end + 1 :].strip().startswith("#"):
        return False
    _tell_first_letter(fault, fault.line, start)
    return True


def _list_on_key_line(fault: Stumble) -> bool:
    """``bullets: - first``."""
    if "sequence entries are not allowed" not in fault.problem:
        return False
    fault.tell(
        "item-on-key-line",
        fault.lines.span(fault.line, fault.column),
        "The first item can't stand on the same line as the key.",
        "Put each item on a line of its own under the key, two spaces further in: `- text`.",
    )
    fault.lines.flatten(fault.line, fault.column)
    fault.lines.lossy = True
    return True


def _text_beside_bar(fault: Stumble) -> bool:
    """``notes: | text``."""
    if fault.context != "while scanning a block scalar":
        return False
    number, column = fault.context_line, fault.context_column
    sign = fault.lines[number][column : column + 1]
    fault.tell(
        "text-beside-bar",
        fault.lines.span(number, column),
        "After `{sign}` the text begins on the next line.",
        "Move the text down to the next line, two spaces further in.",
        sign=sign,
    )
    fault.lines.flatten(number, column)
    return True


def _no_colon(fault: Stumble) -> bool:
    """A line that is neither a key nor an item."""
    if "could not find expected ':'" not in fault.problem:
        return False
    number = fault.context_line
    header = fault.lines.above(number)
    text = fault.lines[number].strip()
    if header >= 0 and re.search(r"[|>][-+]?\s*$", fault.lines[header]):
        fault.tell(
            "text-not-indented",
            fault.lines.whole(number),
            "This text belongs to the line above, but is not indented under it.",
            "Indent the text two spaces further than the line that ends with `|` or `>-`.",
        )
        fault.lines.muted.add(header + 1)
        _indent_text(fault, header, number)
        return True
    fault.tell(
        "not-a-key",
        fault.lines.whole(number),
        "This line is neither a key with its colon nor an item with its hyphen.",
        "Write `key: text` or `- text`. If it continues the text above, indent it two spaces further than the "
        "line where that text begins.",
        text=shortened(text),
    )
    lossy = fault.lines.lossy
    fault.lines.remove(number)
    fault.lines.lossy = lossy
    return True


def _indent_text(fault: Stumble, header: int, number: int) -> None:
    """Move a text under its key, up to the next key or item."""
    while number < len(fault.lines.lines):
        match = KEY.match(fault.lines[number])
        if fault.lines[number].strip() and match and (match["key"] or match["dashes"]):
            return
        if fault.lines[number].strip():
            old = fault.lines.indent(number)
            new = fault.lines.value_start(header) + 2
            fault.lines.lines[number] = " " * new + fault.lines[number].lstrip(" ")
            fault.lines.shifts[number] = fault.lines.shifts.get(number, 0) + old - new
        number += 1


def _unknown(fault: Stumble) -> None:
    number = fault.line if not fault.lines.blank(fault.line) else fault.lines.above(fault.line)
    fault.tell(
        "bad-line",
        fault.lines.whole(max(number, 0)),
        "This line does not fit in here.",
        "Check its indentation against the lines above, and that quotation marks and brackets stand in pairs.",
    )


KNOWN: tuple[Callable[[Stumble], bool], ...] = (
    _documents,
    quote_scan,
    open_quote,
    after_quote,
    _curly_quotes,
    _brackets,
    _after_bracket,
    _first_letter,
    _no_space_after_hyphen,
    _colon_in_text,
    _no_space_after_colon,
    _list_on_key_line,
    _text_beside_bar,
    key_without_colon,
    _no_colon,
    wrong_indent,
)
"""Tried in this order: the sure signs first."""
