"""How many and how large: the numbers and lists of the language that have bounds."""

from __future__ import annotations

from typing import Any

from deckbuild.blocks.bullets import Bullets
from deckbuild.blocks.cards import Cards
from deckbuild.blocks.chart import Chart
from deckbuild.blocks.columns import Columns
from deckbuild.blocks.comparison import Comparison
from deckbuild.blocks.cycle import Cycle
from deckbuild.blocks.definition import Definition
from deckbuild.blocks.fields import Fields
from deckbuild.blocks.hub import Hub
from deckbuild.blocks.ladder import Ladder
from deckbuild.blocks.numbered import Numbered
from deckbuild.blocks.pyramid import Pyramid
from deckbuild.blocks.quadrant import Quadrant
from deckbuild.blocks.steps import Steps
from deckbuild.blocks.timeline import Timeline
from deckbuild.diagnostics import Counted
from deckbuild.model.deck import Handout, HandoutSettings, Node, Question, Source
from deckbuild.reader.context import Node as YamlNode
from deckbuild.reader.context import Reading, SequenceNode

MANY = 10_000
NUMBERS: dict[tuple[type[Node], str], tuple[int, int]] = {
    (Bullets, "columns"): (1, 2),
    (Chart, "decimals"): (0, 6),
    (Numbered, "columns"): (1, 2),
    (Question, "lines"): (0, 40),
    (Handout, "lines"): (0, 40),
    (Source, "number"): (1, 999),
}
MARGIN = (0, 40)
LISTS: dict[tuple[type[Node], str], tuple[int, int]] = {
    (Cards, "cards"): (2, 4),
    (Columns, "columns"): (2, 3),
    (Comparison, "rows"): (1, MANY),
    (Cycle, "items"): (3, 8),
    (Definition, "points"): (1, 3),
    (Fields, "items"): (1, 8),
    (Handout, "crosses"): (3, 3),
    (HandoutSettings, "cover"): (0, 5),
    (Hub, "fields"): (2, 4),
    (Ladder, "steps"): (2, 12),
    (Pyramid, "items"): (3, 6),
    (Quadrant, "items"): (4, 4),
    (Quadrant, "x"): (2, 2),
    (Quadrant, "y"): (2, 2),
    (Question, "choices"): (2, 12),
    (Steps, "items"): (3, 7),
    (Timeline, "items"): (2, 8),
}


def in_range(value: int, bounds: tuple[int, int], node: YamlNode, reading: Reading, key: str) -> bool:
    """Check a number against its bounds; report it when outside."""
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


def right_length(node: SequenceNode, bounds: tuple[int, int], reading: Reading, key: str) -> bool:
    """Check how many items a list has; report it when too few or too many."""
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
    }
    flow = "In a list in brackets a comma begins a new item: put quotation marks around an item with a comma in it."
    extra = flow if node.flow_style and count > high else ""
    if low == high:
        message, hint = "`{key}:` has {items}, but it must have exactly {low}.", "Give it {low} items."
    elif count > high:
        message, hint = "`{key}:` has {items}, but there is room for {high}.", "Keep the {high} most important."
    else:
        message, hint = "`{key}:` needs at least {least}, but has {count}.", "Add what is missing."
    reading.error(
        "wrong-count", node if not count > high or node.flow_style else node.value[high], message, (hint, extra), **args
    )
    return False


def _items(count: int) -> Counted:
    return Counted(count, "1 item", "{count} items")
