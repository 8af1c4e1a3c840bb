"""Lines that stand too far in or too far out."""

from __future__ import annotations

import re

from deckbuild.diagnostics import Counted
from deckbuild.reader.lines import KEY, Level
from deckbuild.reader.reading import shortened
from deckbuild.reader.stumble import Stumble

HEADER = re.compile(r"[|>][-+]?\s*$")
BARE_WORD = re.compile(r" *(?:- +)*([a-z][a-z-]*)(?: +(\S.*))?$")


def wrong_indent(fault: Stumble) -> bool:
    """Report a line whose indentation fits nothing above, with the line it should stand under."""
    number = fault.line if not fault.lines.blank(fault.line) else fault.lines.above(fault.line)
    if number < 0:
        return False
    levels = fault.lines.levels(number)
    match = KEY.match(fault.lines[number])
    item = bool(match and match["dashes"])
    indent = fault.lines.indent(number)
    if match and not item and not match["key"] and _text_out_of_block(fault, number, indent):
        return True
    if match and match["key"] and not item and any(level.item and level.column == indent for level in levels):
        return _without_hyphen(fault, number, indent)
    same = [level for level in levels if level.item == item and level.column != indent]
    if not same:
        return False
    target = min(same, key=lambda level: (abs(level.column - indent), -level.column))
    _tell(fault, number, indent, target)
    fault.lines.move(number, target.column)
    return True


def _text_out_of_block(fault: Stumble, number: int, indent: int) -> bool:
    """A line of a text under ``|`` that stands further left than the text's first line."""
    first = number
    for above in range(number - 1, -1, -1):
        if HEADER.search(fault.lines[above]) and fault.lines.indent(above) < indent:
            fault.tell(
                "text-not-indented",
                fault.lines.whole(number),
                "This line of the text stands further to the left than the first line of the text, line {line}.",
                "Indent all lines of the text equally far: {spaces} from the left.",
                line=first + 1,
                spaces=_spaces(fault.lines.indent(first)),
            )
            fault.lines.move(number, fault.lines.indent(first))
            return True
        if fault.lines[above].strip():
            if fault.lines.indent(above) < indent:
                return False
            first = above
    return False


def _without_hyphen(fault: Stumble, number: int, indent: int) -> bool:
    """A key that stands right under the hyphen of the item above: the hyphen was forgotten, or two spaces."""
    fault.tell(
        "wrong-indent",
        fault.lines.whole(number),
        "This line stands in the same column as a hyphen above, but begins with none.",
        "If a new slide or item begins here, write a hyphen and a space before it: `- {text}`, and indent the lines "
        "that belong to it two spaces more. If it belongs to the one above, indent it two spaces more.",
        text=shortened(fault.lines[number].strip(), 30),
    )
    dash = "- " if fault.lines[number].strip().startswith(("title:", "section:")) else "  "
    following = number
    while following < len(fault.lines.lines):
        line = fault.lines[following]
        if line.strip() and (fault.lines.indent(following) < indent or line[indent:].startswith("- ")):
            break
        if line.strip():
            fault.lines.lines[following] = " " * indent + (dash if following == number else "  ") + line[indent:]
            fault.lines.shifts[following] = fault.lines.shifts.get(following, 0) - 2
        following += 1
    return True


def _tell(fault: Stumble, number: int, indent: int, target: Level) -> None:
    above = fault.lines.file.line(target.line + 1).strip()
    name = above.lstrip("- ").split(":")[0] if not target.item else above
    column = target.column + fault.lines.shifts.get(target.line, 0)
    fault.tell(
        "wrong-indent",
        fault.lines.whole(number),
        "This line is indented too far: the line above is already complete."
        if indent > target.column
        else "The indentation of this line fits none of the lines above.",
        (
            "Begin it in the same column as “{name}” on line {line}: {spaces} from the left."
            if column
            else "Begin it at the very left, like “{name}” on line {line}.",
            "If it belongs further in, indent it exactly as far as the lines it belongs with.",
        ),
        name=shortened(name, 30),
        line=target.line + 1,
        spaces=_spaces(column),
    )


def _spaces(count: int) -> Counted:
    return Counted(count, "1 space", "{count} spaces")


def key_without_colon(fault: Stumble) -> bool:
    """``title Dagens program``, or ``bullets`` with a list under it."""
    from deckbuild.reader.vocabulary import CONTENT, WORDS

    for each in dict.fromkeys((fault.context_line, fault.lines.above(fault.line), fault.line)):
        match = BARE_WORD.match(fault.lines[each]) if each >= 0 else None
        if not match or match[1] not in (CONTENT if match[2] else WORDS):
            continue
        end = match.end(1)
        fault.tell(
            "key-without-colon",
            fault.lines.span(each, match.start(1), end),
            "There is no colon after `{key}`.",
            "Write `{key}: …`, with a colon and a space." if match[2] else "Write `{key}:`.",
            key=match[1],
            edits=fault.lines.swap(each, end, end, ":") if match[2] is None or match[2][0].isalnum() else (),
        )
        if match[2]:
            fault.lines.replace(each, end, ":")
            if len(match[2]) > 1 and fault.lines[each][end + 1] != " ":
                fault.lines.replace(each, end + 1, " ")
        else:
            fault.lines.append(each, ":")
        return True
    return False
