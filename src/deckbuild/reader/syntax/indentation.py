"""Mistakes in indentation, and keys without a colon."""

from __future__ import annotations

import re

from deckbuild.locales.synonyms import ALSO_WORDS
from deckbuild.reader.context import shortened, spaces
from deckbuild.reader.language.vocabulary import CONTENT, all_words
from deckbuild.reader.syntax.block_scalars import MOVE_IN, indented
from deckbuild.reader.syntax.new_slides import NEW_SLIDE, SLIDES
from deckbuild.reader.syntax.parser_error import ParserFault
from deckbuild.reader.syntax.repair_buffer import Lines, OpenLevel
from deckbuild.reader.syntax.swallowed_lines import OF_SLIDE, list_without_key

BARE_WORD = re.compile(r" *(?:- +)*([a-z][a-z-]*)(?: +(\S.*))?$")
CONTENT_KEYS = (*OF_SLIDE, "source", "body")
"""Keys of a slide that authors write at the very left by mistake."""
MOVE_OUT = "Move all of them out by {spaces}: mark them in VS Code and press Shift+Tab."


def wrong_indent(fault: ParserFault) -> bool:
    """Report a line whose indentation fits none of the lines above, and indent it like one of them in the buffer."""
    number = fault.written_line
    indent, match = fault.lines.indent(number), fault.lines.beginning(number)
    levels = fault.lines.levels(number)
    sure = place = home(fault.lines, match, levels)
    if place is None:
        same = [level for level in levels if level.item == bool(match["dashes"]) and level.column != indent]
        place = min(same, key=lambda level: (abs(level.column - indent), -level.column), default=None)
    if place is None or place.column == indent:
        return False
    like = _like(fault.lines, place)
    _report(fault, fault.lines.move(number, place.column), indent, like, sure=sure is not None)
    return True


def home(lines: Lines, match: re.Match[str], levels: list[OpenLevel]) -> OpenLevel | None:
    """Return the only level at which a line can stand, judged by its first word; ``None`` when several are possible."""
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


def key_ends_slides(fault: ParserFault) -> bool:
    """Report a slide's key at the very left, which ends the list of slides, so that the next slide fits nowhere."""
    lines, number = fault.lines, fault.written_line
    item = lines.beginning(number)
    key = next((n for n in range(number - 1, -1, -1) if not lines.blank(n) and not lines.indent(n)), -1)
    match = lines.beginning(key)
    if item["key"] not in NEW_SLIDE or not item["dashes"] or not match["key"] or match["dashes"]:
        return False
    slide = next((level for level in reversed(lines.levels(key)) if level.item), None)
    begun = next((level for level in lines.levels(slide.line) if not level.column), None) if slide else None
    if not slide or not begun or SLIDES.match(lines[key]) or not SLIDES.match(lines[begun.line]):
        return False
    within = [level for level in lines.levels(key) if not level.item and level.line >= slide.line]
    if not within:
        return False
    target = within[-1] if match["key"] in CONTENT_KEYS else within[0]
    like = _like(lines, target)
    moved = lines.move(key, target.column)
    return fault.report(
        "wrong-indent",
        lines.whole(key),
        "`{key}:` begins at the very left, and so ends the slides; but line {next} begins another slide.",
        (
            "Begin it in the same column as “{name}” on line {line}: {spaces} from the left.",
            "Move the lines under it just as far." if len(moved) > 1 else "",
        )
        if match["key"] in CONTENT_KEYS
        else "Move it in under the slide it belongs to, as far as the lines it belongs with.",
        key=match["key"],
        next=number + 1,
        name=lines.file.line(like.line + 1).strip().lstrip("- ").split(":")[0],
        line=like.line + 1,
        spaces=spaces(target.column),
        edits=tuple(indented(lines, each) for each in moved) if match["key"] in CONTENT_KEYS else (),
    )


def item_without_key(fault: ParserFault) -> bool:
    """Report an item under a line with a complete value, so that no key names the item's list; leave the list out."""
    lines, number = fault.lines, fault.written_line
    levels, indent = lines.levels(number), lines.indent(number)
    if not lines.beginning(number)["dashes"] or not levels or levels[0].item or indent < levels[0].column:
        return False
    above = lines[levels[0].line]
    if not above[lines.value_start(levels[0].line) :].split(" #")[0].strip():
        return False
    list_without_key(lines.file, fault.diagnostics, number + 1)
    for each in range(number, len(lines.lines)):
        if lines[each].strip() and lines.indent(each) < indent:
            break
        if not lines.blank(each):
            lines.repairs.muted.add(each + 1)
            lines.remove(each)
    lines.repairs.lossy = True
    return True


def _like(lines: Lines, level: OpenLevel) -> OpenLevel:
    """Return the nearest line above with the indentation of ``level`` that was not moved by a repair."""
    for number in range(level.line, -1, -1):
        match = lines.beginning(number)
        if lines.blank(number) or lines.repairs.shifts[number]:
            continue
        if level.item and match["dashes"] and match.end("indent") == level.column:
            return OpenLevel(level.column, True, number)
        if not level.item and match["key"] and match.end("dashes") == level.column:
            return OpenLevel(level.column, False, number)
    return level


def key_without_hyphen(fault: ParserFault) -> bool:
    """Report a key in the column of the hyphen above: either a hyphen is missing, or two spaces are."""
    lines, number = fault.lines, fault.written_line
    match, levels, indent = lines.beginning(number), lines.levels(number), lines.indent(number)
    if match["dashes"] or not match["key"] or home(lines, match, levels):
        return False
    if not any(level.item and level.column == indent for level in levels):
        return False
    along = lines.indent(lines.below(number)) == indent  # lines that are indented further need no change
    fault.report(
        "wrong-indent",
        lines.whole(number),
        "This line stands in the same column as a hyphen above, but begins with none.",
        "If a new slide or item begins here, write a hyphen and a space before it: `- {text}`, and indent the "
        "lines that belong to it two spaces more. If it belongs to the one above, indent it two spaces more.",
        text=shortened(lines[number].strip(), 30),
    )
    for following in range(number, len(lines.lines)):
        line = lines[following]
        if line.strip() and (lines.indent(following) < indent or line[indent:].startswith("- ")):
            break
        if line.strip() and (following == number or along):
            lines.lines[following] = " " * indent + "  " + line[indent:]
            lines.repairs.shifts[following] -= 2
    return True


def _report(fault: ParserFault, moved: list[int], indent: int, target: OpenLevel, *, sure: bool) -> None:
    """Report lines that were moved from column ``indent`` to the column of ``target``."""
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
        where = "Line {first} belongs right under “{name}” on line {line}."
        more = MOVE_OUT if indent > target.column else MOVE_IN
    fault.report(
        "wrong-indent",
        fault.lines.whole(number),
        too_far if indent > target.column else unfit,
        (where, more),
        first=number + 1,
        last=last + 1,
        name=shortened(name, 30),
        line=target.line + 1,
        spaces=spaces(target.column if last == number else abs(indent - target.column)),
        edits=tuple(indented(fault.lines, each) for each in moved) if sure else (),
    )
    fault.lines.repairs.muted.update(each + 1 for each in moved)


def key_without_colon(fault: ParserFault) -> bool:
    """Report a key without a colon: ``title Dagens program``, or ``bullets`` with a list under it."""
    for each in dict.fromkeys((fault.context_line, fault.lines.above(fault.line), fault.line)):
        match = BARE_WORD.match(fault.lines[each]) if each >= 0 else None
        if not match or match[1] not in (CONTENT | all_words() - ALSO_WORDS if match[2] else all_words()):
            continue
        end = match.end(1)
        line = fault.lines[each]
        sign = ": " if len(match[2] or "") > 1 else ":"
        return fault.report(
            "key-without-colon",
            fault.lines.span(each, match.start(1), end),
            "There is no colon after `{key}`.",
            "Write `{key}: …`, with a colon and a space." if match[2] else "Write `{key}:`.",
            key=match[1],
            edits=fault.lines.swap(each, end, end, ":") if match[2] is None or match[2][0].isalnum() else (),
            mended=(each, line[:end] + sign + line[end + len(sign) :]) if match[2] else fault.lines.ended(each, ":"),
        )
    return False
