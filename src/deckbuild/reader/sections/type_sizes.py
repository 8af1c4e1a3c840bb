"""Reads the type sizes of a theme: in points, the largest first, large enough to be read from the back row."""

from __future__ import annotations

from deckbuild.model.written import Between
from deckbuild.reader.context import FAILED, Failed, Node, Reading
from deckbuild.reader.language.bounds import in_range
from deckbuild.reader.values import scalars
from deckbuild.reader.values.convert import to_list

TITLE = Between(24, 44)
BODY = Between(18, 40)
TABLE = Between(12, 28)
"""The smallest and largest size, in points."""
BODY_STEPS, TABLE_STEPS = Between(3, 6), Between(2, 6)
"""The fewest and most sizes in a list."""


def _size(bounds: Between, node: Node, reading: Reading, key: str) -> int | Failed:
    value = scalars.to_int(node, reading, key, (bounds[0] + bounds[1]) // 2)
    if value is FAILED:
        return FAILED
    low = bounds[0]
    if 0 < value < low:
        reading.error(
            "too-small",
            node,
            "{value} pt is too small for `{key}:`; those at the back can't read it.",
            "Write {low} or more. What does not fit then continues on a further slide.",
            key=key,
            value=value,
            low=low,
        )
        return FAILED
    return value if in_range(value, bounds, node, reading, key) else FAILED


def _scale(bounds: Between, steps: Between, node: Node, reading: Reading, key: str) -> tuple[int, ...] | Failed:
    """Read a list of sizes, each smaller than the one before."""
    places: list[Node] = []

    def size(item: Node, reading: Reading, key: str) -> int | Failed:
        places.append(item)
        return _size(bounds, item, reading, key)

    example = "24" if bounds is BODY else "15"
    sizes = to_list(size, steps, example, node, reading, key)
    if sizes is FAILED:
        return FAILED
    for before, value, place in zip(sizes, sizes[1:], places[1:], strict=False):
        if value >= before:
            reading.error(
                "not-descending",
                place,
                "{value} comes after {before}, but the sizes of `{key}:` go from the largest to the smallest.",
                "Write them like this: `{key}: [{sorted}]`.",
                key=key,
                value=value,
                before=before,
                sorted=", ".join(str(each) for each in sorted(set(sizes), reverse=True)),
            )
            return FAILED
    return sizes


def title_size(node: Node, reading: Reading, key: str) -> int | Failed:
    """Read the size of titles, in points."""
    return _size(TITLE, node, reading, key)


def body_sizes(node: Node, reading: Reading, key: str) -> tuple[int, ...] | Failed:
    """Read the sizes of running text, in points, the largest first."""
    return _scale(BODY, BODY_STEPS, node, reading, key)


def table_sizes(node: Node, reading: Reading, key: str) -> tuple[int, ...] | Failed:
    """Read the sizes of tables, in points, the largest first."""
    return _scale(TABLE, TABLE_STEPS, node, reading, key)
