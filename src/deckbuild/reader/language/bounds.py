"""Checks that numbers are in range and lists have the right length."""

from __future__ import annotations

from typing import Any

from deckbuild.blocks.registry import kind_or_any
from deckbuild.diagnostics import Counted
from deckbuild.model.written import Between
from deckbuild.reader.context import Node, Reading, SequenceNode
from deckbuild.reader.language.fields import keys_of

MARGIN = Between(0, 40)
LIST_INSTEAD = "Or write a list, which has no such limit: `bullets:` or `numbered:`."


def in_range(value: int, bounds: Between, node: Node, reading: Reading, key: str) -> bool:
    """Return whether a number is within its bounds, which are included; report it if not."""
    low, high = bounds
    if low <= value <= high:
        return True
    reading.error(
        "out-of-range",
        node,
        "`{key}:` is a number from {low} to {high}, but here stands {value}.",
        "Write a number from {low} to {high}.",
        key=key,
        low=low,
        high=high,
        value=value,
    )
    return False


def right_length(node: SequenceNode, bounds: Between, reading: Reading, key: str) -> bool:
    """Return whether the number of a list's items is within its bounds, which are included; report it if not."""
    low, high = bounds
    count = len(node.value)
    if low <= count <= high:
        return True
    args: dict[str, Any] = {
        "key": key,
        "count": count,
        "low": low,
        "high": high,
        "items": _items(count),
        "least": _items(low),
        "more": low - count,
    }
    flow = "In a list in brackets a comma begins a new item: put quotation marks around an item with a comma in it."
    extra = flow if node.flow_style and count > high else ""
    kind = kind_or_any(reading.around.kind)
    own = kind_or_any(key) is kind
    instead = (
        LIST_INSTEAD if (own and key == kind.SHORTHAND) or (kind.DRAWING and (own or key in keys_of(kind))) else ""
    )
    if low == high:
        message, hint = "`{key}:` has {items}, but it must have exactly {low}.", "Give it {low} items."
    elif count > high:
        message, hint = "`{key}:` has {items}, but there is room for {high}.", "Keep the {high} most important."
    else:
        message, hint = "`{key}:` needs at least {least}, but has {count}.", "Write {more} more."
    reading.error(
        "wrong-count",
        node if not count > high or node.flow_style else node.value[high],
        message,
        (hint, instead, extra),
        **args,
    )
    return False


def _items(count: int) -> Counted:
    return Counted(count, "1 item", "{count} items")
