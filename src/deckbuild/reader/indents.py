"""Lines that stand too far in or too far out."""

from __future__ import annotations

import re

from deckbuild.diagnostics import Counted
from deckbuild.reader.bars import indented, text_out_of_block
from deckbuild.reader.colons import ALSO_WORDS
from deckbuild.reader.lines import KEY, Level, Lines
from deckbuild.reader.reading import shortened
from deckbuild.reader.stumble import Stumble

BARE_WORD = re.compile(r" *(?:- +)*([a-z][a-z-]*)(?: +(\S.*))?$")
SLIDES = re.compile(r"slides *:\s*(?:#.*)?$")
NEW_SLIDE = ("title", "section")
"""An item that begins with one of these can only be a slide."""
OF_SLIDE = ("notes", "handout", "hidden", "build")
"""Keys that stand in a slide and nowhere further in."""


def wrong_indent(fault: Stumble) -> bool:
    """Report a line whose indentation fits nothing above, with the line it should stand under."""
    number = fault.line if not fault.lines.blank(fault.line) else fault.lines.above(fault.line)
    if number < 0:
        return False
    levels = fault.lines.levels(number)
    match = KEY.match(fault.lines[number])
    item = bool(match and match["dashes"])
    indent = fault.lines.indent(number)
    if match and not item and not match["key"] and text_out_of_block(fault, number, indent):
        return True
    home = _home(fault.lines, match, levels) if match else None
    if home is None:
        if match and match["key"] and not item and any(level.item and level.column == indent for level in levels):
            return _without_hyphen(fault, number, indent)
        same = [level for level in levels if level.item == item and level.column != indent]
        if not same:
            return False
        home, sure = min(same, key=lambda level: (abs(level.column - indent), -level.column)), False
    else:
        sure = True
    if home.column == indent:
        return False
    like = _like(fault.lines, home)
    moved = fault.lines.move(number, home.column)
    _tell(fault, moved, indent, like, sure=sure)
    return True


def _home(lines: Lines, match: re.Match[str], levels: list[Level]) -> Level | None:
    """Return the only level where a line can stand, as its first word tells; nothing when it may be several."""
    begun = next((n for n, line in enumerate(lines.lines) if SLIDES.match(line)), len(lines.lines))
    slides = [level for level in levels if level.item and level.line > begun]
    if not slides:
        return None
    slide = min(slides, key=lambda level: level.column)
    if match["dashes"].count("-") == 1 and match["key"] in NEW_SLIDE:
        return slide
    if not match["dashes"] and match["key"] in OF_SLIDE and match.end("indent") > slide.column:
        return next((each for each in levels if not each.item and each.line >= slide.line and each.column > slide.column
                     and each.column == slide.column + 2), None)  # fmt: skip
    return None


def _like(lines: Lines, level: Level) -> Level:
    """Return a line above that stands where ``level`` does, and that nobody had to move."""
    for number in range(level.line, -1, -1):
        match = KEY.match(lines[number])
        if lines.blank(number) or lines.shifts.get(number) or not match:
            continue
        if level.item and match["dashes"] and match.end("indent") == level.column:
            return Level(level.column, True, number)
        if not level.item and match["key"] and match.end("dashes") == level.column:
            return Level(level.column, False, number)
    return level


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


def _tell(fault: Stumble, moved: list[int], indent: int, target: Level, *, sure: bool) -> None:
    """Report lines that were moved from a column to the one of ``target``."""
    number, last = moved[0], moved[-1]
    above = fault.lines.file.line(target.line + 1).strip()
    name = above.lstrip("- ").split(":")[0] if not target.item else above
    too_far = "This line is indented too far: the line above is already complete."
    unfit = "The indentation of this line fits none of the lines above."
    if last > number:
        too_far = "The lines {first} to {last} are indented too far: the line above them is already complete."
        unfit = "The indentation of the lines {first} to {last} fits none of the lines above."
    where = "Begin it at the very left, like “{name}” on line {line}."
    if target.column:
        where = "Begin it in the same column as “{name}” on line {line}: {spaces} from the left."
    more = "" if sure else "If it belongs further in, indent it exactly as far as the lines it belongs with."
    if last > number:
        where = "Begin line {first} at the very left, like “{name}” on line {line}."
        if target.column:
            where = "Begin line {first} in the same column as “{name}” on line {line}: {spaces} from the left."
        more = (
            "Move the lines below it along: mark all of them and press Shift+Tab to move them out, Tab to move them in."
        )
    fault.tell(
        "wrong-indent",
        fault.lines.whole(number),
        too_far if indent > target.column else unfit,
        (where, more),
        first=number + 1,
        last=last + 1,
        name=shortened(name, 30),
        line=target.line + 1,
        spaces=_spaces(target.column),
        edits=tuple(indented(fault.lines, each) for each in moved) if sure else (),
    )
    fault.lines.muted.update(each + 1 for each in moved)


def _spaces(count: int) -> Counted:
    return Counted(count, "1 space", "{count} spaces")


def key_without_colon(fault: Stumble) -> bool:
    """``title Dagens program``, or ``bullets`` with a list under it."""
    from deckbuild.reader.vocabulary import CONTENT, WORDS

    for each in dict.fromkeys((fault.context_line, fault.lines.above(fault.line), fault.line)):
        match = BARE_WORD.match(fault.lines[each]) if each >= 0 else None
        if not match or match[1] not in (CONTENT | WORDS - ALSO_WORDS if match[2] else WORDS):
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
