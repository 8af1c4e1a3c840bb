"""Items that do not stand as such: lists pasted at the left of where they belong, lines that have lost their hyphen."""

from __future__ import annotations

import re

from deckbuild.blocks.registry import kind_or_any
from deckbuild.diagnostics import Edit
from deckbuild.editing import quoted
from deckbuild.model.clock import DASHES
from deckbuild.reader.context import Reading, shortened, spaces
from deckbuild.reader.language.suggest import meant_keys
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.syntax.list_marks import NUMBER, SIGNS, WORDS
from deckbuild.reader.syntax.multiline_text import opens_text
from deckbuild.reader.syntax.new_slides import begins_slide
from deckbuild.reader.syntax.repair_buffer import Lines, OpenLevel

_ITEM = re.compile(rf"\s*(?P<mark>[{SIGNS}]|(?:-|[*+]|{WORDS}|{NUMBER})(?=\s))?\s*(?P<text>\S.*?)\s*$")
_KEY = re.compile(r"([\w-]+) *:(?:\s|$)")
FAR = 200
"""How many lines above a line the key may stand whose items it follows."""
_SPLITS = re.compile(r""":(?:\s|$)|\s#|^[-?:]\s|^["'&*!|>%@`#\[{]""")
"""Finds what makes something else of a text than a text."""

_DASH = re.compile(f"[{DASHES}]")
_DASHED = re.compile(rf" *(?P<dashes>(?:[{DASHES}] +)+)(?=\S)")
_MANY = 3
"""From so many lines on, a program has written dashes, all of them."""
SENTENCE_ENDS = re.compile(r"[.?!…:][\"'»”’)*_]*$")
OPENING = "\"'«»“”‘’„(*_["
"""Signs that may stand before the first letter of a text."""


def dashes_for_hyphens(lines: Lines, numbers: list[int], reading: Reading) -> None:
    """Report once that a program has put dashes in the place of all hyphens, and write hyphens in ``lines``.

    ``numbers`` are the lines of slides.
    """
    if not numbers or not _DASHED.match(lines[numbers[0]]):
        return
    found = {number: match for number in lines.outside_texts() if (match := _DASHED.match(lines[number]))}
    if len(found) < _MANY or any(match["dashes"][0] == "-" for match in found.values()):
        return
    edits: list[Edit] = []
    for number, match in found.items():
        start, end = match.span("dashes")
        edits += lines.swap(number, start, end, hyphens := _DASH.sub("-", match["dashes"]))
        lines.lines[number] = lines[number][:start] + hyphens + lines[number][end:]
    first = min(found)
    reading.diagnostics.error(
        "wrong-bullet",
        lines.whole(first),
        "Here and at the beginning of {count} other lines stands the dash `{dash}` in the place of a hyphen.",
        "Write a hyphen there: `{text}`. Programs such as Word make dashes of hyphens: edit the deck file in VS Code "
        "or Notepad.",
        count=len(found) - 1,
        dash=found[first]["dashes"][0],
        text=shortened(lines[first].strip(), 60),
        edits=tuple(edits),
    )


def pasted_lists(lines: Lines, numbers: list[int], reading: Reading) -> None:
    """Report lists that do not stand under what they belong to, each once, and put them there in ``lines``.

    ``numbers`` are the lines of slides.
    """
    last = done = -1
    for number in numbers:
        left = number > done and (lines.indent(number) < lines.indent(last) or lines[last].rstrip()[-1:] == ":")
        place = _place(lines, number, last) if left and last == lines.above(number) else None
        run = _run(lines, number, *place) if place else []
        if run and place:
            _report(lines, reading, run, *place[:2])
            done = run[-1]
        last = number


def _place(lines: Lines, number: int, above: int) -> tuple[int, str, bool] | None:
    """Return the column in which a list's hyphens stand that begins on a line, the list's key, and if items are there.

    ``above`` is the line above. Returns ``None`` where no list can begin.
    """
    match, indent = lines.beginning(above), lines.indent(number)
    if match["key"] and not lines[above][match.end() :].strip():
        own = match.end("dashes")
        return (own + 2, match["key"], False) if indent <= own and not opens_text(lines, above) else None
    column = match.end("indent")
    if match["dashes"] != "- " or match["key"] or indent >= column:
        return None
    over = next(
        (n for n in range(above, max(above - FAR, -1), -1) if not lines.blank(n) and lines.indent(n) < column), above
    )
    key = lines.beginning(over)
    return (column, key["key"], True) if key["key"] and not lines[over][key.end() :].split(" #")[0].strip() else None


def _run(lines: Lines, first: int, column: int, key: str, begun: bool) -> list[int]:
    """Return the lines, from 0, of a list in the wrong place that begins on line ``first``; none if there is none."""
    bare = kind_or_any(key).OF_SENTENCES and not begun
    found: list[int] = []
    for number in range(first, len(lines.lines)):
        item, indent = _ITEM.match(lines[number]), lines.indent(number)
        if lines.blank(number) or not item:
            continue
        mark, word = item["mark"], _KEY.match(item["text"])
        if indent >= column or begins_slide(lines[number]) or (mark == "-" and (begun or indent == column - 2)):
            break
        if not mark and word and indent == column - 2:
            break
        under = bool(found) and indent > lines.indent(first)
        if not mark and not under and not (bare and not (word and (not found or _is_key(word[1])))):
            break
        found.append(number)
    return found


def _is_key(word: str) -> bool:
    return word in all_words() or bool(meant_keys(word))


def _report(lines: Lines, reading: Reading, run: list[int], column: int, key: str) -> None:
    left, marks = lines.indent(run[0]), set[str]()
    edits: list[Edit] = []
    written = []
    for number in run:
        item = _ITEM.match(lines[number])
        if item and (item["mark"] or lines.indent(number) == left):
            mark, begin, text = item["mark"] or "", item.start("text"), f"{' ' * column}- {as_item(item['text'])}"
            marks.add(mark if len(mark) < 2 else "1.")
            edits += lines.swap(number, 0, item.end("text"), text)
            lines.repairs.shifts[number] += begin - column - 2
        else:
            text = " " * (column - left) + lines[number]
            edits += lines.swap(number, 0, 0, " " * (column - left))
            lines.repairs.shifts[number] -= column - left
        lines.lines[number] = text
        written.append(text.strip())
    reading.diagnostics.error(
        "list-not-indented",
        lines.whole(run[0]),
        "This line belongs under `{key}:`, but does not stand there as an item."
        if len(run) == 1
        else "The lines {first} to {last} belong under `{key}:`, but do not stand there as its items.",
        "Begin each item with {spaces}, a hyphen and a space: `{text}`.",
        first=run[0] + 1,
        last=run[-1] + 1,
        key=key,
        spaces=spaces(column),
        text=shortened(written[0], 60),
        edits=tuple(edits) if len(marks) == 1 else (),
    )
    lines.repairs.muted.update(number + 1 for number in run)


def as_item(text: str) -> str:
    """Return the text of an item as YAML: in quotation marks if YAML would make something else of it than a text.

    What begins with a key, or stands in brackets or quotation marks, stays.
    """
    key = _KEY.match(text)
    whole = text[0] + text[-1] in ("{}", "[]", '""', "''") or (key and key[1] in all_words())
    return quoted(text) if _SPLITS.search(text) and not whole else text


def item_beside(lines: Lines, number: int) -> OpenLevel | None:
    """Return the item in whose column a line stands: that of its hyphen, of its text, or between.

    It is an item above, or one below if ``number`` is the first line under the list's key. Slides are none of them.
    """
    items = [level for level in lines.levels(number) if level.item]
    within = items[:-1] if lines.top_key(number) == "slides" else items
    indent = lines.indent(number)
    return next((level for level in within if 0 <= indent - level.column <= 2), None) or item_below(lines, number)


def item_below(lines: Lines, number: int) -> OpenLevel | None:
    """Return the first item of a list, if a line stands between it and the list's key."""
    above, indent = lines.above(number), lines.indent(number)
    match = lines.beginning(above)
    if not match["key"] or lines[above][match.end() :].strip() or opens_text(lines, above):
        return None
    below = next((n for n in range(number + 1, len(lines.lines)) if not lines.blank(n) and _ends(lines, n, indent)), -1)
    own = lines.beginning(below)
    column = own.end("indent")
    fits = own["dashes"] and match.end("dashes") <= column <= indent <= column + 2
    return OpenLevel(column, True, below) if fits else None


def _ends(lines: Lines, number: int, indent: int) -> bool:
    return bool(lines.beginning(number)["dashes"]) or lines.indent(number) < indent


def goes_on_with(above: str, text: str) -> bool:
    """Whether a text surely continues the one on the line above: in small letters, amid its sentence."""
    return text.lstrip(OPENING)[:1].islower() and not SENTENCE_ENDS.search(above.rstrip())
