"""Guesses about lines and words that are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.model.deck import DeckInfo, HandoutSettings
from deckbuild.reader.context import shortened, spaces
from deckbuild.reader.guesses.sight import Sight
from deckbuild.reader.language.fields import keys_of
from deckbuild.reader.language.key_places import place_under
from deckbuild.reader.language.top_keys import TOP_KEYS, TopKey
from deckbuild.reader.language.vocabulary import CONTENT, all_words
from deckbuild.reader.syntax.repair_buffer import Slip
from deckbuild.reader.syntax.swallowed_lines import key_of_list

AT_THE_LEFT = {TopKey.DECK: DeckInfo, TopKey.HANDOUT: HandoutSettings}
MOST_PLACES = 2
"""Under how many keys lines may belong, so that a guess is worth making which of these is missing above them."""
JOINED = re.compile(r"(.*\S) +([a-z][a-z-]*):(\s.*|)$")
COMMENT_ABOVE = 6
"""How many lines above a fault may be the line that was made a comment."""
COMMENTED = re.compile(r"( *)# ?( *(?:- )?([a-z][a-z-]*):(?: .*)?)$")


def missing_top_key(sight: Sight) -> Iterator[Slip]:
    """Guess that ``slides:``, ``deck:`` or ``handout:`` is missing above what stands under it."""
    lines = sight.lines
    there = {sight.key(n) for n in range(len(lines.lines)) if not lines.indent(n)}
    first = next((n for n in range(len(lines.lines)) if sight.is_slide(n)), None)
    if "slides" not in there and first is not None:
        yield Slip(
            first,
            "The slides begin here, but the line `{key}:` is missing above them.",
            "Write `{key}:` on the line above, at the very left.",
            missing=(first, "slides:"),
            code="missing-key",
            args={"key": "slides"},
        )
    begins = {
        TopKey.DECK: next((n for n in range(len(lines.lines)) if not lines.blank(n)), 0),
        TopKey.HANDOUT: next((n for n in sight.near if sight.key(n) in keys_of(HandoutSettings)), 0),
    }
    for key, begin in begins.items():
        if key not in there and lines.indent(begin) and sight.key(begin) in keys_of(AT_THE_LEFT[key]):
            yield Slip(
                begin,
                "The line `{key}:` is missing above this one.",
                "Write `{key}:` on the line above, at the very left.",
                missing=(begin, f"{key}:"),
                code="missing-key",
                args={"key": key},
            )


def missing_key(sight: Sight) -> Iterator[Slip]:
    """Guess that the key is missing that some lines belong under: ``file:`` and ``alt:`` without ``picture:``."""
    lines = sight.lines
    for number in sight.near:
        key, column = sight.key(number), sight.column(number)
        if not key or lines.beginning(number)["dashes"] or column < 2:
            continue
        run = sight.beside(number)
        places = [each for each in sorted(CONTENT) if all(place_under(each, sight.key(n)) == "itself" for n in run)]
        places = places if len(places) <= MOST_PLACES else []
        last = sight.last(run[-1])
        level = next((each.column for each in lines.levels(number) if not each.item and each.column <= column), column)
        for place in places:
            along = level == column
            yield Slip(
                number,
                "The line `{key}:` is missing above this one.",
                "Write `{key}:` on the line above, {spaces} from the left, and indent this line two spaces further "
                "than it."
                if along and last == number
                else "Write `{key}:` on the line above, {spaces} from the left, and indent the lines {first} to {last} "
                "two spaces further: mark them in VS Code and press Tab (in Notepad, Tab overwrites what is marked)."
                if along
                else "Write `{key}:` on the line above, {spaces} from the left.",
                sight.moved(number, last, 2) if along else {},
                (number, f"{' ' * level}{place}:"),
                "missing-key",
                {"key": place, "spaces": spaces(level), "first": number + 1, "last": last + 1},
                sure=len(places) == 1,
            )


def missing_line_end(sight: Sight) -> Iterator[Slip]:
    """Guess that a key was joined to the end of the line above it: ``language: da slides:``."""
    lines = sight.lines
    for number in dict.fromkeys(n for near in sight.near for n in (near, lines.above(near))):
        match = JOINED.match(lines[number])
        if not match or match[2] not in all_words() or not match[1].strip(" -"):
            continue
        levels = [level for level in lines.levels(number + 1) if not level.item]
        columns = {each.column: each.line for each in levels if each.column}
        if levels and sight.empty(levels[0].line) and not match[1].strip().endswith(":"):
            columns = {levels[0].column + 2: levels[0].line} | columns
        if levels and match[2] in TOP_KEYS:
            columns = {0: levels[-1].line} | columns
        for column, line in columns.items():
            yield Slip(
                number,
                "`{key}:` stands at the end of this line, but begins a line of its own.",
                "Press Enter before `{key}:`, so that it begins at the very left."
                if not column
                else "Press Enter before `{key}:`, and begin the new line {spaces} from the left, like “{name}” on "
                "line {line}.",
                {number: match[1]},
                (number + 1, f"{' ' * column}{match[2]}:{match[3]}"),
                "joined-lines",
                {"key": match[2], "spaces": spaces(column), "name": sight.key(line), "line": line + 1},
                sure=False,
                least=2 if column else 1,
            )


def missing_list_key(sight: Sight) -> Iterator[Slip]:
    """Guess that the line is missing that says what a list is."""
    lines = sight.lines
    for fault in sight.faults:
        number = fault.span.line - 1 if fault.span else 0
        if fault.code != "list-without-key":
            continue
        level = next((each for each in lines.levels(number) if not each.item), None)
        if level is None:
            continue
        column = lines.indent(number)
        items = [n for n in range(number, sight.last(number, column - 1) + 1) if lines.indent(n) == column]
        keys = [key_of_list(lines.file, n + 1) for n in items]
        if sight.key(level.line) == "columns":
            keys.append("rows")
        for key in dict.fromkeys(keys):
            yield Slip(
                number,
                "The line `{key}:` is missing above this list.",
                "Write it on the line above: {spaces} from the left, like “{name}” on line {line}.",
                missing=(number, f"{' ' * level.column}{key}:"),
                code=fault.code,
                args={
                    "key": key,
                    "spaces": spaces(level.column),
                    "name": sight.key(level.line),
                    "line": level.line + 1,
                },
                sure=False,
            )


def missing_columns(sight: Sight) -> Iterator[Slip]:
    """Guess that ``columns:`` is missing above the first list of a table; ``rows:`` follows it."""
    lines = sight.lines
    for number in sight.near:
        first = number
        while lines.beginning(lines.above(first))["dashes"]:
            first = lines.above(first)
        owner, column = lines.above(first), lines.indent(number)
        begins = sight.key(number) == "rows" and not lines.beginning(number)["dashes"]
        if begins and first < number and sight.empty(owner) and lines.indent(owner) < column:
            yield Slip(
                first,
                "The line `{key}:` is missing above this list.",
                "Write it on the line above: {spaces} from the left, like “{name}” on line {line}.",
                missing=(first, f"{' ' * column}columns:"),
                code="list-without-key",
                args={"key": "columns", "spaces": spaces(column), "name": "rows", "line": number + 1},
                sure=False,
            )


def missing_word(sight: Sight) -> Iterator[Slip]:
    """Guess that the key is missing before a text."""
    lines = sight.lines
    lacking = [str(each.args.get("key")) for each in sight.faults if each.code == "missing-key"]
    for number in sight.near:
        match = lines.beginning(number)
        text = lines[number][match.end("dashes") :].strip()
        for key in lacking if not match["key"] and text else ():
            if text.startswith(key):
                continue  # it is there, with another sign than a colon
            yield Slip(
                number,
                "Before this text `{key}:` is missing.",
                "Write `{key}: {text}`.",
                {number: lines[number][: match.end("dashes")] + f"{key}: {text}"},
                code="missing-key",
                args={"key": key, "text": shortened(text, 60)},
            )


def commented_out(sight: Sight) -> Iterator[Slip]:
    """Guess that a line above a fault was made a comment, but those below it were not."""
    lines, dash = sight.lines, sight.slide()
    for number in (each - above for each in sight.near for above in range(COMMENT_ABOVE)):
        match = COMMENTED.match(lines[number - 1]) if number > 0 else None
        if not match or match[3] not in all_words():
            continue
        text = match[2].strip()
        begins = text.startswith("- ") and match[3] in ("title", "section")
        last = sight.last(number, lines.indent(number) - 1)
        columns = (dash or 0,) if begins else dict.fromkeys((lines.indent(number), len(match[1])))
        yield from (
            Slip(
                number - 1,
                "The sign # makes this line a comment, but not the lines below, which belong to it.",
                "Delete the sign here. Or, if nothing of it is to be read, write # before the lines {first} to {last} "
                "too."
                if last > number
                else "Delete the sign here. Or, if nothing of it is to be read, write # before line {first} too.",
                {number - 1: " " * column + text},
                code="missing-key",
                args={"first": number + 1, "last": last + 1},
                sure=False,
            )
            for column in columns
        )
