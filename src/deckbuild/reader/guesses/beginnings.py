"""Guesses about lost beginnings: of a slide, an item, a text; and about a line that stands there twice."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.editing import as_value
from deckbuild.reader.context import shortened, spaces
from deckbuild.reader.guesses.sight import Sight
from deckbuild.reader.language.key_places import place_under
from deckbuild.reader.language.vocabulary import CONTENT
from deckbuild.reader.syntax.repair_buffer import Lines, Slip
from deckbuild.reader.syntax.swallowed_lines import OWNERS, key_of_list

SOME_TEXT = "·"
"""Stands for a text that nobody knows any more."""
OF_TEXTS = {"not-a-key", "text-not-indented", "wrong-indent"}
"""Codes of faults that a text may have whose first line is missing."""


def line_twice(sight: Sight) -> Iterator[Slip]:
    """Guess that a key without a value was written twice in a row."""
    lines = sight.lines
    for number in sight.near:
        key, below = sight.key(number), lines.below(number)
        if key and lines[number].strip() == lines[below].strip() and not lines.beginning(number)["dashes"]:
            yield Slip(
                number,
                "The line `{text}` stands here twice.",
                "Delete one of the two.",
                {number: ""},
                code="duplicate-key",
                args={"text": lines[number].strip()},
            )


def key_for_another(sight: Sight) -> Iterator[Slip]:
    """Guess that a key that stands twice is meant as the one that is missing beside it."""
    lines = sight.lines
    lacking = [str(each.args["key"]) for each in sight.faults if each.code == "missing-key" and "key" in each.args]
    for fault in sight.faults:
        if fault.code != "duplicate-key" or not fault.span or fault.span.line - 1 not in sight.near:
            continue
        number, at = fault.span.line - 1, fault.span.column - 1
        key, line = str(fault.args.get("key", "")), lines[number]
        for other in lacking if key and line.startswith(key, at) else ():
            yield Slip(
                number,
                "`{key}:` stands here for the second time, and `{other}:` is missing.",
                "If this is what belongs after `{other}:`, write `{other}:` here instead of `{key}:`.",
                {number: f"{line[:at]}{other}{line[at + len(key) :]}"},
                code="duplicate-key",
                args={"key": key, "other": other},
                sure=False,
                least=2,
            )


def missing_slide(sight: Sight) -> Iterator[Slip]:
    """Guess that a slide has lost its first lines: what is left of it follows a blank line or a comment."""
    lines, dash = sight.lines, sight.slide()
    if dash is None:
        return
    for number in dict.fromkeys(_paragraph(lines, near) for near in sight.near):
        indent = lines.indent(number)
        if number == 0 or indent <= dash or lines.top_key(number) != "slides" or not lines.blank(number - 1):
            continue
        last = sight.last(number, dash)
        for key in _lost_keys(sight, number) if indent > dash + 2 else ("",):
            title = f"{' ' * dash}- title: {SOME_TEXT}"
            yield Slip(
                number,
                "Here the first line of a slide is missing: `- title: …`."
                if not key
                else "Here the first lines of a slide are missing: `- title: …`, and `{key}:` under it.",
                "Write it above this line, with {spaces} before the hyphen. Or delete what is left of the slide: the "
                "lines {first} to {last}."
                if not key
                else "Write them above this line, with {spaces} before the hyphen. Or delete what is left of the "
                "slide: the lines {first} to {last}.",
                missing=(number, f"{title}\n{' ' * (dash + 2)}{key}:" if key else title),
                code="missing-title",
                args={"key": key.removesuffix(": |"), "spaces": spaces(dash), "first": number + 1, "last": last + 1},
                sure=False,
                least=2,
            )


def _lost_keys(sight: Sight, number: int) -> list[str]:
    """Return the keys of a slide under which a line may have stood."""
    lines = sight.lines
    match, run = lines.beginning(number), sight.beside(number)
    if match["dashes"]:
        return [key_of_list(lines.file, number + 1), "reflection", "body"]
    if match["key"]:
        return [key for key in sorted(CONTENT) if all(place_under(key, sight.key(n)) == "itself" for n in run)][:3]
    return ["text: |", "notes: |"]


def _paragraph(lines: Lines, number: int) -> int:
    """Return the first line below the nearest line above that is blank or a comment."""
    while number > 0 and not lines.blank(number - 1):
        number -= 1
    return number


def missing_beginning(sight: Sight) -> Iterator[Slip]:
    """Guess that an item has lost its first line, which has the key that the item beside it begins with."""
    lines, dash = sight.lines, sight.slide()
    for number in sight.near:
        match, column = lines.beginning(number), lines.indent(number) - 2
        if match["dashes"] or not match["key"] or column < 0 or column == dash:
            continue
        items = [n for n in (*_items_above(lines, number), *_items_below(lines, number)) if lines.indent(n) == column]
        key = next((sight.key(n) for n in items if sight.key(n)), "")
        if key and key != match["key"] and lines.beginning(items[0])["dashes"] == "- ":
            yield Slip(
                number,
                "The line `- {key}: …` is missing above this one: with it an item of the list begins.",
                "Write it on the line above, with {spaces} before the hyphen, like line {line}.",
                missing=(number, f"{' ' * column}- {key}: {SOME_TEXT}"),
                code="missing-key",
                args={"key": key, "spaces": spaces(column), "line": items[0] + 1},
                sure=False,
                least=2,
            )


def _items_above(lines: Lines, number: int) -> list[int]:
    return [level.line for level in lines.levels(number) if level.item]


def _items_below(lines: Lines, number: int) -> Iterator[int]:
    indent = lines.indent(number)
    for below in range(number + 1, len(lines.lines)):
        if lines.blank(below):
            continue
        if lines.indent(below) < indent:
            if lines.beginning(below)["dashes"]:
                yield below
            return


def missing_text_key(sight: Sight) -> Iterator[Slip]:
    """Guess that the line is missing that says what a text is: ``notes: |``."""
    lines, dash = sight.lines, sight.slide()
    for number in sight.lines_with(OF_TEXTS):
        match, indent = lines.beginning(number), lines.indent(number)
        text = lines[number].strip()
        if match["dashes"] or match["key"] or not text[:1].isalpha() or dash is None or indent != dash + 4:
            continue
        yield Slip(
            number,
            "Above this text a line is missing that says what it is, such as `{key}`.",
            "Write it on the line above: {spaces} from the left.",
            missing=(number, f"{' ' * (indent - 2)}notes: |"),
            code="missing-key",
            args={"key": "notes: |", "spaces": spaces(indent - 2)},
            sure=False,
        )


def missing_item_key(sight: Sight) -> Iterator[Slip]:
    """Guess that the key is missing with which an item begins, above another of its keys: ``ask:`` above ``hint:``."""
    lines = sight.lines
    for number in sight.near:
        match, above = lines.beginning(number), lines.above(number)
        begun = lines.beginning(above)
        text = lines[above][begun.end() :].strip()
        if not match["key"] or match["dashes"] or begun["key"] or begun["dashes"] != "- " or not text[:1].isalnum():
            continue
        if match.end("dashes") != begun.end("dashes"):
            continue
        owner = next((sight.key(each.line) for each in lines.levels(above) if not each.item), "")
        keys = [each for each, place in OWNERS.items() if place == owner]
        for key in keys if keys and "ask" not in keys else ["ask"]:
            written = f"{key}: {as_value(text)}"
            yield Slip(
                above,
                "Before this text `{key}:` is missing.",
                "Write `{key}: {text}`.",
                {above: f"{lines[above][: begun.end()]}{written}"},
                code="missing-key",
                args={"key": key, "text": shortened(as_value(text), 60)},
            )
