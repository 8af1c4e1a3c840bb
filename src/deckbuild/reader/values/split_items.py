"""List items that are split in the wrong places: by hyphens, semicolons, or commas in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from deckbuild.diagnostics import Edit, Span
from deckbuild.reader.context import MappingNode, Node, Reading, ScalarNode, SequenceNode, is_nothing
from deckbuild.reader.language.examples import in_brackets
from deckbuild.reader.language.suggest import listed, same
from deckbuild.reader.syntax.quotes import IN_CURLY
from deckbuild.reader.values.misfit import of_sentences

UNSPACED = re.compile(r"([a-z][a-z-]*):(?=[^\s/:])")
"""A key whose colon has no space after it."""


def one_item_split(node: SequenceNode, required: Sequence[str], reading: Reading) -> bool:
    """Report a list in which each key of an item has its own hyphen. Returns whether it is such a list.

    ``required`` are the keys that make an item.
    """
    keys = [_only_key(item) for item in node.value]
    count = len(required)
    if count < 2 or node.flow_style or len(keys) % count or not keys:
        return False
    groups = [keys[at : at + count] for at in range(0, len(keys), count)]
    if any({*group} != {*required} for group in groups):
        return False
    for at in range(0, len(keys), count):
        items = node.value[at : at + count]
        first, last = reading.span(items[0]), reading.span(items[-1])
        reading.error(
            "too-many-hyphens",
            reading.span(items[1]),
            "Lines {first} to {last} belong to one item, but each begins with a hyphen.",
            "Only the first of {keys} has a hyphen: write spaces instead of the others.",
            first=first.line,
            last=last.line,
            keys=listed(f"{key}:" for key in groups[at // count]),
            edits=tuple(edit for item in items[1:] for edit in no_hyphen(item, reading)),
        )
    return True


def _only_key(item: Node) -> str:
    if isinstance(item, MappingNode) and len(item.value) == 1 and isinstance(item.value[0][0], ScalarNode):
        return str(item.value[0][0].value)
    return ""


def no_hyphen(item: Node, reading: Reading) -> tuple[Edit, ...]:
    """Return the edit that writes a space in the place of the hyphen before an item; none if no hyphen is there."""
    place = reading.span(item)
    at = reading.file.line(place.line).rfind("-", 0, place.column - 1)
    return (Edit(Span(place.file, place.line, at + 1, place.line, at + 2), " "),) if at >= 0 else ()


def semicolons(node: SequenceNode, reading: Reading, key: str) -> bool:
    """Report semicolons between items: ``[first; second]``. Returns whether it was reported.

    Lists of sentences are not checked, since a sentence may have a semicolon.
    """
    only = node.value[0] if len(node.value) == 1 and node.flow_style and not of_sentences(key) else None
    if not isinstance(only, ScalarNode) or only.style or not (several := in_brackets(only)) or ";" not in only.value:
        return False
    reading.error(
        "broken-brackets",
        only,
        "Inside brackets commas part the items, not semicolons.",
        "Write a comma, not a semicolon: `{text}`.",
        text=several,
        edits=reading.swap(node, several),
    )
    return True


def split_quotation(node: SequenceNode, reading: Reading) -> bool:
    """Report a text in curly quotation marks that a comma divides: ``[”first”, ”second, third”]``."""
    for first, last in pairwise(node.value if node.flow_style else ()):
        start, end = reading.span(first), reading.span(last)
        whole = start.to(end)
        if not (curly := IN_CURLY.fullmatch(whole.text)):
            continue
        reading.error(
            "comma-in-text",
            Span(start.file, start.line, start.end_column, start.line, start.end_column + 1),
            "The comma divides the text: curly quotation marks don't hold it together.",
            "Write straight ones: `{text}`.",
            text=f'"{curly["text"]}"',
            edits=reading.swap(whole, f'"{curly["text"]}"'),
        )
        return True
    return False


def split_by_comma(node: MappingNode, known: Collection[str], reading: Reading) -> list[Node]:
    """Report texts in braces that are split at a comma: ``{alt: Et bord, set ovenfra}``.

    Returns the keys that are in fact pieces of such a text.
    """
    pieces: list[Node] = []
    if not node.flow_style:
        return pieces
    begun: tuple[Node, Node] | None = None
    for number, (key, value) in enumerate([*node.value, (None, None)]):
        piece = isinstance(key, ScalarNode) and is_nothing(value) and not same(key.value, known)
        if piece and number and not UNSPACED.match(key.value):
            begun = begun or node.value[number - 1]
            pieces.append(key)
        elif begun:
            _report_comma(begun, node.value[number - 1][0], reading)
            begun = None
    return pieces


def _report_comma(begun: tuple[Node, Node], last: Node, reading: Reading) -> None:
    name, first = begun
    start, end = reading.span(first), reading.span(last)
    plain = isinstance(first, ScalarNode) and not first.style and not is_nothing(first)
    whole = start.to(end).text if start.line == end.end_line else ""
    edits = reading.quoted(first, last)
    if curly := IN_CURLY.fullmatch(whole):
        whole, edits = curly["text"], reading.swap(start.to(end), f'"{curly["text"]}"')
    reading.error(
        "comma-in-text",
        Span(start.file, start.end_line, start.end_column, start.end_line, start.end_column + 1),
        "The comma divides the text: inside braces a new key begins after it.",
        'Put quotation marks around the whole text: `{key}: "{whole}"`.'
        if plain and whole and '"' not in whole
        else "Put quotation marks around the whole text.",
        key=getattr(name, "value", ""),
        whole=whole,
        edits=edits if plain and whole else (),
    )
