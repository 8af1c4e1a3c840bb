"""Guesses about hyphens that are missing before an item, or are one too many."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.reader.context import shortened, spaces
from deckbuild.reader.guesses.sight import Sight
from deckbuild.reader.syntax.block_scalars import SIGN
from deckbuild.reader.syntax.multiline_text import takes_text
from deckbuild.reader.syntax.pasted_lists import OPENING, as_item, goes_on_with, item_below, item_beside
from deckbuild.reader.syntax.repair_buffer import Slip, ends_in_header

OF_ITEMS = {"not-a-key", "text-not-indented", "uneven-row", "wrong-indent", "bad-line", "wrong-kind", "unknown-key"}
"""Codes of faults that an item without its hyphen may cause."""
OF_ROWS = {"uneven-row"}
"""Codes of faults of a row, of which a cell below may lack its hyphen."""
OF_TWO = {"duplicate-key", "two-sides"}
"""Codes of faults of an item that is two, of which the second has lost its hyphen."""


def missing_hyphen(sight: Sight) -> Iterator[Slip]:
    """Guess that a new item begins at a key that has no hyphen."""
    lines = sight.lines
    twice = [n for near in sight.lines_with(OF_TWO) for n in _of_item(sight, near)]
    first_items = [lines.above(n) for n in sight.near if lines.beginning(n)["dashes"]]
    for number in dict.fromkeys((*sight.near, *first_items, *twice)):
        match, indent = lines.beginning(number), lines.indent(number)
        if match["dashes"] or not match["key"]:
            continue
        above = [(level.column, level.line) for level in lines.levels(number) if level.item]
        first = item_below(lines, number)
        for column, item in above if first is None else [(first.column, first.line)]:
            if column not in (indent, indent - 2) or (sight.is_slide(item) and lines.above(number) == item):
                continue  # a slide has more than its first line
            last, below = sight.last(number), lines.below(number)
            again = lines[item].strip(" -") == lines[number].strip()
            along = indent == column and last > number and lines.indent(below) < indent + 4
            changed = {number: " " * column + "- " + lines[number].lstrip(" ")}
            for move in (0, 2) if along else (0,):
                if along and not move and lines.indent(below) != indent + 2:
                    continue
                yield Slip(
                    number,
                    "A hyphen is missing before `{key}:`: a new slide begins here."
                    if sight.slide() == column
                    else "A hyphen is missing before `{key}:`: a new item of the list begins here."
                    if item < number
                    else "A hyphen is missing before `{key}:`: the first item of the list begins here.",
                    (
                        "Write `- {text}`, with its hyphen right under the hyphen on line {line}."
                        if item < number
                        else "Write `- {text}`, with its hyphen right above the hyphen on line {line}.",
                        "Indent the lines {first} to {last} two spaces further." if move else "",
                        "Line {line} begins alike: if these lines came here twice, delete them." if again else "",
                    ),
                    {**changed, **(sight.moved(number + 1, last, 2) if move else {})},
                    args={
                        "key": match["key"],
                        "text": shortened(lines[number].strip(), 50),
                        "line": item + 1,
                        "first": below + 1,
                        "last": last + 1,
                    },
                    sure=not again,
                )


def only_item(sight: Sight) -> Iterator[Slip]:
    """Guess that the only item of a list has lost its hyphen: keys stand right under the list's key."""
    lines = sight.lines
    for number in sight.near:
        match, above = lines.beginning(number), lines.above(number)
        further = lines.indent(number) - sight.column(above)
        if match["dashes"] or not match["key"] or not sight.empty(above) or further < 2:
            continue
        move = further < 4
        column, last = lines.indent(number) - (0 if move else 2), sight.last(number, sight.column(above))
        changed = {number: f"{' ' * column}- {lines[number].lstrip(' ')}"}
        yield Slip(
            number,
            "A hyphen is missing before `{key}:`: the first item of the list begins here.",
            (
                "Write `- {text}`, {spaces} from the left.",
                "Indent the lines {first} to {last} two spaces further." if move and last > number else "",
            ),
            {**changed, **(sight.moved(number + 1, last, 2) if move else {})},
            args={
                "key": match["key"],
                "text": shortened(lines[number].strip(), 50),
                "spaces": spaces(column),
                "first": number + 2,
                "last": last + 1,
            },
            sure=last > number,  # one key alone may belong elsewhere
        )


def _of_item(sight: Sight, number: int) -> list[int]:
    """Return the lines of the item to which a line belongs, in the column of its keys."""
    lines = sight.lines
    begins = number if lines.beginning(number)["dashes"] else next(
        (level.line for level in lines.levels(number) if level.item), number
    )  # fmt: skip
    return [n for n in range(begins + 1, sight.last(begins) + 1) if sight.column(n) == sight.column(begins)]


def missing_text_hyphen(sight: Sight) -> Iterator[Slip]:
    """Guess that an item that is a text has lost its hyphen. A text above that may go on so makes it unsure."""
    lines = sight.lines
    numbers = [n for near in sight.lines_with(OF_ITEMS) for n in (near, lines.above(near), *_columns(sight, near))]
    numbers += [n for near in sight.lines_with(OF_ROWS) for n in range(near + 1, sight.last(near) + 1)]
    for number in dict.fromkeys(numbers):
        text, item = lines[number].strip(), item_beside(lines, number)
        bare = not lines.beginning(number)["dashes"] and not sight.key(number)
        begins = SIGN.fullmatch(text) or text.lstrip(OPENING)[:1].isalnum()
        if item is None or not bare or not begins or (may_go_on := _may_go_on(sight, number)) is None:
            continue
        written = text if SIGN.fullmatch(text) else as_item(text)
        yield Slip(
            number,
            "This line stands where the items of the list stand, but begins with no hyphen."
            if may_go_on
            else "A hyphen is missing before this item.",
            (
                "If it is an item, write `- {text}`, with its hyphen right under the hyphen on line {line}.",
                "If it continues the text above, indent it as far as that text.",
            )
            if may_go_on
            else "Write `- {text}`, with its hyphen right under the hyphen on line {line}."
            if item.line < number
            else "Write `- {text}`, with its hyphen right above the hyphen on line {line}.",
            {number: f"{' ' * item.column}- {written}"},
            args={"text": shortened(written, 50), "line": item.line + 1},
            sure=not may_go_on,
        )


def _may_go_on(sight: Sight, number: int) -> bool | None:
    """Whether a line may also continue the text on the line above; ``None`` if it surely does."""
    lines, above = sight.lines, sight.lines.above(number)
    text, before = lines[number].strip(), lines[above].strip()
    begun, key = lines.beginning(above), sight.key(above)
    if SIGN.fullmatch(text):
        return False
    outer = (n for n in range(above, -1, -1) if not lines.blank(n) and lines.indent(n) < lines.indent(number))
    if ends_in_header(lines[next(outer, above)]):
        return None  # it is part of the text under the sign
    if takes_text(key) or not (begun["dashes"] or key):
        return None if goes_on_with(before, text) else True
    return not key and text[0].islower() and not before.lstrip("- ")[:1].islower()


def missing_row_hyphen(sight: Sight) -> Iterator[Slip]:
    """Guess that a second row begins among the cells of a row, which stand on lines of their own."""
    lines = sight.lines
    for fault in sight.faults:
        number = fault.span.line - 1 if fault.span and fault.code == "uneven-row" else -1
        match = lines.beginning(number)
        if match["dashes"].count("-") != 2:
            continue
        column, begins = match.end("indent"), " ".join(match["dashes"].split()) + " "
        for below in range(number + 1, sight.last(number) + 1):
            if lines.beginning(below)["dashes"]:
                text = lines[below].lstrip(" -")
                yield Slip(
                    below,
                    "A hyphen is missing here: a new row of the table begins.",
                    "Write `{begins}{text}`, with its first hyphen right under the first on line {line}.",
                    {below: f"{' ' * column}{begins}{text}"},
                    args={"begins": begins, "text": shortened(text, 50), "line": number + 1},
                )


def missing_row(sight: Sight) -> Iterator[Slip]:
    """Guess that a line in brackets or braces is an item that has lost its hyphen."""
    lines = sight.lines
    for number in (each for near in sight.near for each in (near, lines.below(near))):
        above = lines.above(number)
        match = lines.beginning(above)
        if lines[number].lstrip()[:1] in ("[", "{") and match["dashes"]:
            yield Slip(
                number,
                "A hyphen is missing at the beginning of this line.",
                "Write `- {text}`, with its hyphen right under the hyphen on line {line}.",
                {number: f"{' ' * match.end('indent')}- {lines[number].lstrip()}"},
                args={"text": shortened(lines[number].strip(), 50), "line": above + 1},
            )


def needless_hyphen(sight: Sight) -> Iterator[Slip]:
    """Guess that a line begins with a hyphen, but belongs to the item above it."""
    lines = sight.lines
    for number in sight.near:
        match, above, below = lines.beginning(number), lines.above(number), lines.beginning(lines.below(number))
        begins = match["key"] and match["dashes"] == "- " and not sight.may_be_slide(number)
        more = below["dashes"] and below.end("indent") == match.end("indent")
        if begins and sight.column(above) == match.end("dashes"):
            yield Slip(
                number,
                "This line begins with a hyphen, but belongs to the item above.",
                "Delete the hyphen: {spaces}, and then `{text}`, right under “{name}” on line {line}.",
                {number: lines[number].replace("-", " ", 1)},
                args={
                    "spaces": spaces(match.end("dashes")),
                    "text": shortened(lines[number].strip(" -"), 50),
                    "name": sight.key(above) or shortened(lines[above].strip(" -"), 30),
                    "line": above + 1,
                },
                sure=not more,  # several hyphens in a column are those of a list
            )


def _columns(sight: Sight, number: int) -> list[int]:
    """Return the lines under ``columns:`` of the table in whose rows a line stands."""
    lines = sight.lines
    rows = next((level.line for level in lines.levels(number) if sight.key(level.line) == "rows"), None)
    if rows is None:
        return []
    beside = (n for n in range(rows - 1, -1, -1) if not lines.blank(n) and lines.indent(n) <= lines.indent(rows))
    above = next((n for n in beside if sight.key(n)), -1)
    return [*range(above + 1, rows)] if sight.key(above) == "columns" else []
