"""Guesses about lines that stand in the wrong place: too far in or out, or where their list has ended."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.diagnostics import Template
from deckbuild.reader.context import shortened, spaces
from deckbuild.reader.guesses.missing import AT_THE_LEFT
from deckbuild.reader.guesses.sight import Sight
from deckbuild.reader.language.fields import keys_of
from deckbuild.reader.language.key_places import place_under
from deckbuild.reader.language.top_keys import TOP_KEYS, TopKey
from deckbuild.reader.syntax.block_scalars import MOVE_IN
from deckbuild.reader.syntax.indentation import MOVE_OUT
from deckbuild.reader.syntax.repair_buffer import Slip, ends_in_header


def under_key(sight: Sight) -> Iterator[Slip]:
    """Guess that lines in the column of an empty key belong under it."""
    lines = sight.lines
    for number in sight.near:
        owner = number if sight.empty(number) else next(
            (n for n in range(number - 1, -1, -1) if not lines.blank(n) and lines.indent(n) <= lines.indent(number)
             and sight.empty(n)), number,
        )  # fmt: skip
        below = lines.below(owner)
        column, key = sight.column(owner), sight.key(owner)
        if not sight.empty(owner) or sight.column(below) != column or lines.beginning(below)["dashes"]:
            continue
        held = keys_of(AT_THE_LEFT[TopKey(key)]) if not column and key in AT_THE_LEFT else ()
        run = []
        for each in sight.beside(below):
            if not (sight.key(each) in held or (column and place_under(key, sight.key(each)) == "itself")):
                break
            run.append(each)
        if run:
            last = sight.last(run[-1])
            onward = lines.indent(lines.below(run[-1]))
            last = run[-1] if onward == column + 2 and key in AT_THE_LEFT else last
            yield _shift(sight, below, last, 2, owner)


def all_below(sight: Sight) -> Iterator[Slip]:
    """Guess that all lines from one on stand too far in: keys that begin at the very left begin further in."""
    lines = sight.lines
    said = [n for n in range(len(lines.lines)) if not lines.blank(n)]
    tops = [n for n in said if lines.indent(n) and sight.key(n) in TOP_KEYS and not lines.beginning(n)["dashes"]]
    for top in tops[:1]:
        by = lines.indent(top)
        outer = [n for n in said if lines.indent(n) < by]
        first = next((n for n in said if not outer or n > outer[-1]), None)
        if first is not None and first <= top:
            yield Slip(
                first,
                "All lines from here on stand {spaces} too far in.",
                "Mark the lines {first} to {last}, and move all of them out by {spaces} (in VS Code Shift+Tab): "
                "`{key}:` on line {line} begins at the very left.",
                sight.moved(first, said[-1], -by),
                args={
                    "spaces": spaces(by),
                    "first": first + 1,
                    "last": said[-1] + 1,
                    "key": sight.key(top),
                    "line": top + 1,
                },
            )


def between_key_and_list(sight: Sight) -> Iterator[Slip]:
    """Guess that keys were put between another key and its list: ``id:`` right under ``bullets:``."""
    lines = sight.lines
    for number in _around(sight):
        column, owner = lines.indent(number), number - 1
        while owner > 0 and _stands(sight, owner, column) and not sight.empty(owner):
            owner -= 1
        run = [*range(owner + 1, number + 1)]
        below = lines.beginning(number + 1)
        if not below["dashes"] or below.end("indent") < column or not _stands(sight, owner, column):
            continue
        if not sight.empty(owner) or any(not _stands(sight, each, column) or sight.empty(each) for each in run):
            continue
        yield Slip(
            run[0],
            "`{text}` stands between `{key}:` and its list.",
            "Move this line up above `{key}:` on line {line}."
            if len(run) == 1
            else "Move the lines {first} to {last} up above `{key}:` on line {line}.",
            {owner: ""},
            (number + 1, lines[owner]),
            args={
                "text": shortened(lines[run[0]].strip(), 30),
                "key": sight.key(owner),
                "line": owner + 1,
                "first": run[0] + 1,
                "last": number + 1,
            },
            written={**{each - 1: lines[each] for each in run}, number: lines[owner]},
        )


def _stands(sight: Sight, number: int, column: int) -> bool:
    """Whether a line begins with a key in a column, and with no hyphen."""
    match = sight.lines.beginning(number)
    return bool(match["key"]) and not match["dashes"] and match.end("indent") == column


def nested_slides(sight: Sight) -> Iterator[Slip]:
    """Guess that ``slides:`` under a section stands there needlessly."""
    lines, dash = sight.lines, sight.slide()
    for number in sight.near:
        if sight.key(number) != "slides" or not lines.indent(number) or not sight.empty(number) or dash is None:
            continue
        first, last = lines.below(number), sight.last(number)
        out = lines.indent(first) - dash
        if sight.is_slide(first) and out > 0:
            yield Slip(
                number,
                "The slides of a section follow it in the same list, so `slides:` can't stand here.",
                "Delete this line, and move the lines {first} to {last} out by {spaces}, so that their hyphens stand "
                "under the hyphens of the other slides.",
                {number: "", **sight.moved(first, last, -out)},
                code="unknown-key",
                args={"first": first + 1, "last": last + 1, "spaces": spaces(out)},
            )


def slide_after_other_key(sight: Sight) -> Iterator[Slip]:
    """Guess that a slide stands below a key that ends the slides, such as ``handout:``."""
    lines, dash = sight.lines, sight.slide()
    begun = next((n for n in range(len(lines.lines)) if not lines.indent(n) and sight.key(n) == "slides"), None)
    if begun is None:
        return
    top = begun
    for number in range(begun, len(lines.lines)):
        if not lines.blank(number) and not lines.indent(number):
            top = number
        if not sight.is_slide(number) or lines.indent(number) != dash:
            continue
        if sight.key(top) != "slides" and top > begun and sight.key(top) in TOP_KEYS:
            last = sight.last(number, lines.indent(number) - 1) if dash else number
            yield Slip(
                number,
                "This slide stands below `{key}:`, where the slides have ended.",
                "Move the lines {first} to {last} up above `{key}:` on line {line}.",
                missing=(number, "slides:"),
                args={"key": sight.key(top), "line": top + 1, "first": number + 1, "last": last + 1},
                sure=False,
            )
            return


def slide_amid_text(sight: Sight) -> Iterator[Slip]:
    """Guess that a slide was put into the midst of another's text: the rest of the text stands below it."""
    lines, dash = sight.lines, sight.slide()
    for number in sight.near:
        match, indent = lines.beginning(number), lines.indent(number)
        slide = next((n for n in range(number - 1, -1, -1) if sight.is_slide(n) and lines.indent(n) == dash), 0)
        text = lines.above(slide)
        header = next((n for n in range(text, -1, -1) if lines.indent(n) < indent and not lines.blank(n)), 0)
        if match["dashes"] or match["key"] or lines.indent(text) != indent or not ends_in_header(lines[header]):
            continue
        last, begin = sight.last(number, dash), slide
        while begin > text + 1 and lines[begin - 1].strip():
            begin -= 1  # a comment above the slide belongs to it
        put = lines.lines[begin:number]
        yield Slip(
            slide,
            "This slide stands amid the text that begins with `{key}:` on line {line}.",
            "Move the lines {first} to {last} below line {end}.",
            dict.fromkeys(range(begin, number), ""),
            (last + 1, "\n".join(put)),
            args={"key": sight.key(header), "line": header + 1, "first": begin + 1, "last": number, "end": last + 1},
            written=dict(enumerate([*lines.lines[number : last + 1], *put], begin)),
        )


def elsewhere(sight: Sight) -> Iterator[Slip]:
    """Guess that a line, and what stands under it, belongs further in or out."""
    lines = sight.lines
    for number in _around(sight):
        match, indent = lines.beginning(number), lines.indent(number)
        sound = not indent and match["key"] in TOP_KEYS and (number > max(sight.near) or match["key"] == "slides")
        if sound or not (match["dashes"] or match["key"]):
            continue
        levels = lines.levels(number)
        targets = {(each.column, each.line) for each in levels if each.item == bool(match["dashes"])}
        inner = levels[0] if levels else None
        apart = not match["dashes"] and lines.beginning(lines.below(number))["dashes"]  # the key's list comes below
        if inner and not inner.item and sight.empty(inner.line) and not (apart and not sight.empty(number)):
            targets.add((inner.column + 2, inner.line))
        above = lines.above(number)
        if match["dashes"] and lines.beginning(above)["dashes"]:
            targets.add((lines.indent(above), above))
        for column, line in sorted(targets, key=lambda each: (abs(each[0] - indent), -each[1])):
            if column != indent and (column or match["dashes"] or match["key"] in TOP_KEYS):
                for last in dict.fromkeys((sight.last(number), number, *sight.ends(number))):
                    yield _shift(sight, number, last, column - indent, line)


def _around(sight: Sight) -> list[int]:
    """Return the lines with faults, and the nearest below and above each."""
    lines = sight.lines
    order = [n for near in sight.near for n in (near, lines.below(near), lines.above(near))]
    return [n for n in dict.fromkeys(order) if 0 <= n < len(lines.lines)]


def _shift(sight: Sight, first: int, last: int, by: int, like: int) -> Slip:
    """Return the guess that lines belong ``by`` columns further in, or further out, like line ``like``."""
    lines, column = sight.lines, sight.lines.indent(first) + by
    under = sight.column(like) < column and not lines.beginning(first)["dashes"]
    where: Template = "Begin it right under “{name}” on line {line}: {column} from the left."
    if under:
        where = "It belongs under “{name}” on line {line}: begin it {column} from the left."
    if not column:
        where = "Begin it at the very left, like “{name}” on line {line}."
    if last > first:
        where = (
            "They belong under “{name}” on line {line}."
            if under
            else "Line {first} belongs right under “{name}” on line {line}.",
            MOVE_IN if by > 0 else MOVE_OUT,
        )
    messages = {
        (False, False): "This line stands {spaces} too far in.",
        (False, True): "This line stands {spaces} too far out.",
        (True, False): "The lines {first} to {last} stand {spaces} too far in.",
        (True, True): "The lines {first} to {last} stand {spaces} too far out.",
    }
    above = lines[like].strip()
    dashed = lines.beginning(first)["dashes"]
    return Slip(
        first,
        messages[last > first, by > 0],
        where,
        sight.moved(first, last, by),
        args={
            "first": first + 1,
            "last": last + 1,
            "spaces": spaces(abs(by)),
            "column": spaces(column),
            "name": shortened(above if dashed else above.lstrip("- ").split(":")[0], 30),
            "line": like + 1,
        },
    )
