"""Numbers and letters that authors write before the items of a list that the papers number: both would be printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from deckbuild.diagnostics import Edit, Span
from deckbuild.editing import as_value
from deckbuild.locales import any_of, every_language
from deckbuild.model.text import Text, plain
from deckbuild.reader.context import Node, Reading, shortened
from deckbuild.reader.syntax.list_marks import AFTER_NUMBER, OWN_NUMBER

_OWN = re.compile(
    OWN_NUMBER.format(word=any_of(*(language.phrases.numbered for language in every_language())), sign=AFTER_NUMBER),
    re.IGNORECASE,
)
_MONTHS = frozenset(month.lower() for language in every_language() for month in language.calendar.months)
_ORDINAL = re.compile(rf"[\d.]+\s+((?i:{'|'.join(_MONTHS)})\b|[^\W\d_A-ZÆØÅ]\S*)")
"""Matches what may be a date, an amount or another number that belongs to the text: ``1. maj``, ``2. klasse``."""
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_FEWEST = 3
"""So many capitals with a full stop, in the order of the alphabet, are no initials of names; and so many figures
without a sign that count from 1 are no amounts."""
_EMPHASIS = re.compile(r"\*\*|__|[*_]|")


def report_own_numbers(texts: Sequence[Text], reading: Reading) -> None:
    """Warn of numbers before texts that the papers number, at the first; the edits delete numbers that count from 1."""
    found, in_order = _own_numbers(texts)
    if in_order or len(found) > 1 or (found and len(texts) == 1):
        _report(found, reading, in_order=in_order)


def report_numbers_after_bullets(texts: Sequence[Text], key: str, numbered: str, node: Node, reading: Reading) -> None:
    """Warn of numbers in the list under ``key``, whose items get bullets, at the first.

    ``numbered`` is the key of the same list with numbers. Where they count from 1, the edits write it and delete them.
    """
    found, in_order = _own_numbers(texts)
    if not found:
        return
    text, mark = found[0]
    edits = [_key_before(node, key, numbered, reading), *(_deletion(each) for each, _ in found)]
    reading.warning(
        "own-number",
        edits[1].span if edits[1] else text.span or reading.span(node),
        "This item has a bullet and a number of its own, “{mark}”: both are printed."
        if len(found) == 1
        else "{count} items have a bullet and a number of their own, such as “{mark}”: both are printed.",
        "Write `{numbered}:` instead of `{key}:`, and the items without their numbers: `{text}`."
        if in_order
        else "Delete the number: `{text}`. The items of a list under `{numbered}:` get numbers and no bullets.",
        count=len(found),
        mark=mark[0].strip(),
        key=key,
        numbered=numbered,
        text=shortened(text.plain[mark.end() :].strip()),
        edits=tuple(filter(None, edits)) if in_order and all(edits) and not mark["letter"] else (),
    )


def counted_items(
    lines: Sequence[tuple[int, str]], node: Node, key: str, numbered: str, reading: Reading
) -> tuple[Edit, ...]:
    """Return the edits that make items of the lines of ``node``, if these count from 1, under the key ``numbered``.

    A line is its number in the file and its text.
    """
    found, in_order = _own_numbers([plain(line.strip()) for _, line in lines])
    instead = _key_before(node, key, numbered, reading) if in_order else None
    items = [
        Edit(Span.of_lines(reading.file, number, number), f"- {as_value(text.plain[mark.end() :].strip())}")
        for (number, _), (text, mark) in zip(lines, found, strict=False)
    ]
    return (instead, *items) if instead else ()


def _key_before(node: Node, key: str, instead: str, reading: Reading) -> Edit | None:
    """Return the edit that writes another key before a value, which stands on the key's line or the next one."""
    place = reading.span(node)
    for number in (place.line, place.line - 1):
        line = reading.file.line(number)[: place.column - 1 if number == place.line else None]
        if match := re.search(rf"(?<![^\s{{,-]){key}(?=:\s*$)", line):
            return Edit(Span(place.file, number, match.start() + 1, number, match.end() + 1), instead)
    return None


def _own_numbers(texts: Sequence[Text]) -> tuple[list[tuple[Text, re.Match[str]]], bool]:
    """Return the texts that surely begin with numbers of their own, and whether these are all, counting from 1."""
    found = [(text, mark) for text in texts if (mark := _OWN.match(text.plain))]
    ordinals = [_ORDINAL.match(text.plain) for text, _ in found]
    words = {ordinal[1].lower() for ordinal in ordinals if ordinal}
    if words & _MONTHS or (len(found) > 1 == len(words) and all(ordinals)):
        return [], False
    clear = [
        each for each, ordinal in zip(found, ordinals, strict=True)
        if not ordinal and not each[1]["outline"] and not each[1]["bare"] and not re.match(r"[A-Za-z]\.", each[1][0])
    ]  # fmt: skip
    in_order = len(found) == len(texts) and bool(found) and _count_from_one([mark for _, mark in found])
    if len(found) < _FEWEST and any(mark["bare"] for _, mark in found):
        in_order = False
    if in_order and (len(found) > 1 or clear or (found[0][1]["outline"] and not ordinals[0])):
        return found, True
    return clear, False


def _report(found: Sequence[tuple[Text, re.Match[str]]], reading: Reading, *, in_order: bool) -> None:
    text, mark = found[0]
    edits = [_deletion(each) for each, _ in found]
    reading.warning(
        "own-number",
        edits[0].span if edits[0] else text.span or Span(reading.file, 1, 1, 1, 1),
        "This begins with a number of its own, “{mark}”, and is numbered on the papers too: both are printed."
        if len(found) == 1
        else "{count} texts begin with numbers of their own, such as “{mark}”, and are numbered on the papers too: "
        "both are printed.",
        ("" if in_order else "The papers count from 1, in the order of the list.", "Begin with the text: `{text}`."),
        count=len(found),
        mark=mark[0].strip(),
        text=shortened(text.plain[mark.end() :].strip()),
        edits=tuple(filter(None, edits)) if in_order and all(edits) else (),
    )


def _deletion(text: Text) -> Edit | None:
    """Return the edit that deletes the number before a text, with what makes it bold; ``None`` if it can't be found."""
    place = text.span
    line = place.file.line(place.line) if place else ""
    if place is None or not line[place.column - 1 :].strip():
        return None
    begin = place.column - 1 + (line[place.column - 1] in "\"'")
    around = _EMPHASIS.match(line, begin)
    sign = around[0] if around else ""
    mark = _OWN.match(line[begin + len(sign) :])
    if not mark:
        return None
    end = begin + len(sign) + mark.end()
    closed = bool(sign) and line.startswith(sign, end)
    begin, end = (begin, end + len(sign)) if closed else (begin + len(sign), end)
    end = len(line) - len(line[end:].lstrip())
    return Edit(Span(place.file, place.line, begin + 1, place.line, end + 1), "")


def _count_from_one(marks: Sequence[re.Match[str]]) -> bool:
    """Whether the numbers or letters of some marks follow one another, from 1 or a, as those of an outline do."""
    letters = [(mark["letter"] or "").lower() for mark in marks]
    if all(letters):
        if len(letters) < _FEWEST and all(re.match(r"[A-Z]\.", mark[0]) for mark in marks):
            return False
        return letters in ([*"abcdefghijklmnopqrstuvwxyz"[: len(letters)]], [*_ROMAN[: len(letters)]])
    if any(letters):
        return False
    told = [
        mark["outline"] or mark["told"] or mark["number"] or normalize("NFKC", mark["circled"])[0] for mark in marks
    ]
    numbers = [tuple(map(int, each.split("."))) for each in told]
    return numbers[0][-1] == 1 and all(map(_follows, numbers, numbers[1:]))


def _follows(number: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether ``after`` may follow ``number`` in an outline: 1.2 and 1.3, 1.2 and 1.2.1, 1.2 and 2.1."""
    for level, (a, b) in enumerate(zip(number, after, strict=False)):
        if a != b:
            return b == a + 1 and set(after[level + 1 :]) <= {1}
    return after == (*number, 1)
