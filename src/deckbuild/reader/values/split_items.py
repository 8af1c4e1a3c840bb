"""List items that too many hyphens split: ``- time: …`` and ``- item: …`` should be one item."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.diagnostics import Edit, Span
from deckbuild.reader.context import MappingNode, Node, Reading, ScalarNode, SequenceNode
from deckbuild.reader.language.suggest import listed


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
