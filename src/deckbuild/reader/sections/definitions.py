"""Reads what is defined once and used by name: sources, figures, tables."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from deckbuild.blocks.registry import KEYS, kind, kind_defined_under, kinds
from deckbuild.model.deck import Block, Figure, Source, SourceRef
from deckbuild.reader.context import (
    FAILED,
    Convert,
    Failed,
    MappingNode,
    Node,
    Reading,
    ScalarNode,
    is_nothing,
    key_names,
)
from deckbuild.reader.language.examples import NAMED, example
from deckbuild.reader.language.fields import keys_of
from deckbuild.reader.language.suggest import listed
from deckbuild.reader.values import scalars
from deckbuild.reader.values.convert import converter, read_model
from deckbuild.reader.values.unknown_keys import pairs_by_name, unknown_key, with_keys
from deckbuild.reader.values.wrong_kind import wrong_kind

_OWN = ("caption", "alt", "source")
"""The keys of a figure beside its drawing."""


def figure_keys() -> list[str]:
    """Return the keys of a figure."""
    return [*_OWN, *drawings()]


def drawings() -> list[str]:
    """Return the keys of the kinds that may be defined under ``figures:``."""
    return [each.KIND for each in kinds() if each.DRAWING]


def _is_drawing(key: str) -> bool:
    return key in KEYS and kind(key).DRAWING


def read_named(node: Node, reading: Reading, key: str, item: Convert) -> dict[str, Any] | Failed:
    """Return definitions by name. Notes every name in ``reading.names``, even if its definition has faults."""
    if not isinstance(node, MappingNode):
        wrong_kind(node, reading, key, "keys")
        return FAILED
    if _without_name(node, reading, key):
        return FAILED
    found: dict[str, Any] = getattr(reading.names, key)
    for name, (name_node, value) in pairs_by_name(node, reading).items():
        reading.names.defined[key][name] = reading.span(name_node)
        made = item(value, reading, name)
        if made is not FAILED:
            found[name] = made
    return found if len(found) == len(node.value) else FAILED


def _keys_of(key: str) -> Collection[str]:
    """Return the keys that may stand under a name of ``sources``, ``figures`` or ``tables``."""
    return figure_keys() if key == "figures" else keys_of(Source if key == "sources" else kind_defined_under(key))


def _without_name(node: MappingNode, reading: Reading, key: str) -> bool:
    """Report keys of a definition that stand where its name should, with or without a name above them.

    Returns whether there are any.
    """
    known = _keys_of(key)
    pairs = [(name, value) for name, value in node.value if isinstance(name, ScalarNode)]
    at = next((n for n, (name, value) in enumerate(pairs) if name.value in known and _no_keys(value)), -1)
    if at < 0 or node.flow_style:
        return False
    while at and pairs[at - 1][0].value in known:  # a drawing may stand before it
        at -= 1
    above = pairs[at - 1] if at else None
    first = reading.span(pairs[at][0])
    uses = re.findall(rf"\b{key[:-1]}: *([\w-]+)", reading.file.text)
    for name in (*uses, *(str(name.value) for name, _ in pairs)):
        reading.names.defined[key].setdefault(name, first)
    if above:
        run = list(itertools.takewhile(lambda pair: pair[0].value in known, pairs[at:]))
        last = reading.span(run[-1][1]).end_line
        reading.error(
            "wrong-indent",
            first,
            "`{first}:` belongs under `{name}:`, but is not indented under it.",
            "Indent the lines {line} to {last} two spaces further." if last > first.line else "Indent it two spaces.",
            first=pairs[at][0].value,
            name=above[0].value,
            line=first.line,
            last=last,
        )
        return True
    messages = {
        "sources": "This source has no name to be used by.",
        "figures": "This figure has no name to be used by.",
        "tables": "This table has no name to be used by.",
    }
    reading.error(
        "missing-name",
        first,
        messages[key],
        "Write a line such as `{name}:` above `{first}:`, and indent what belongs to it two spaces further than that.",
        first=pairs[at][0].value,
        name=uses[0] if uses else NAMED[key][0],
    )
    return True


def _no_keys(value: Node) -> bool:
    return not isinstance(value, MappingNode) and not is_nothing(value)


def read_table(node: Node, reading: Reading, key: str) -> Block | Failed:
    """Return a table defined under ``tables:``."""
    cls = kind_defined_under("tables")
    if not isinstance(node, MappingNode):
        wrong_kind(node, reading, key, "keys", example(cls.__name__), listed(cls.ANY_OF[-1]))
        return FAILED
    table: Block | Failed = read_model(cls, node, reading, key)
    return table


def read_figure(node: Node, reading: Reading, key: str) -> Figure | Failed:
    """Return a figure: caption, description, sources, and exactly one drawing."""
    if not isinstance(node, MappingNode):
        wrong_kind(node, reading, key, "keys", "", listed(figure_keys()))
        return FAILED
    pairs = pairs_by_name(node, reading)
    for name in [name for name in pairs if name not in _OWN and not _is_drawing(name)]:
        unknown_key(pairs.pop(name)[0], figure_keys(), reading, beside=with_keys(node))
    right = len(pairs) == len(node.value)
    readers: dict[str, Convert] = {
        "caption": scalars.to_text,
        "alt": scalars.to_str,
        "source": converter(tuple[SourceRef, ...]),
    }
    values = {name: readers[name](pairs[name][1], reading, name) for name in readers if name in pairs}
    right = right and FAILED not in values.values()
    block = _drawing(node, pairs, values.get("alt"), right, reading)
    if not right or block is FAILED:
        return FAILED
    return Figure(
        name=key,
        caption=values.get("caption"),
        alt=values.get("alt") or block.alt,
        source=values.get("source", ()),
        block=replace(block, alt=values.get("alt") or block.alt),
        span=reading.span(node),
        places={name: reading.span(pair[1]) for name, pair in pairs.items()},
    )


def _drawing(
    node: MappingNode, pairs: dict[str, tuple[ScalarNode, Node]], alt: object, right: bool, reading: Reading
) -> Any:
    drawn = [name for name in pairs if _is_drawing(name)]
    if not drawn:
        if right:
            reading.error(
                "no-content",
                node,
                "This figure has no drawing.",
                "Add one of {keys} with its content under it.",
                keys=listed(drawings()),
            )
        return FAILED
    for name in drawn[1:]:
        reading.error(
            "two-contents",
            pairs[name][0],
            "A figure has one drawing, but `{key}:` is the second; the first is `{first}:`.",
            "Make two figures of them, each with a name of its own.",
            key=name,
            first=drawn[0],
        )
    reading.around.described = "alt" in pairs
    block: Any = read_model(kind(drawn[0]), pairs[drawn[0]][1], reading, drawn[0], **_given(alt, pairs, drawn[0]))
    reading.around.described = False
    return block if len(drawn) == 1 else FAILED


def _given(alt: object, pairs: dict[str, tuple[ScalarNode, Node]], drawing: str) -> dict[str, Any]:
    """Return the figure's description as a field of its drawing, unless the drawing has its own."""
    if "alt" not in pairs:
        return {}
    own = "alt" in key_names(pairs[drawing][1])
    return {} if own else {"alt": alt if isinstance(alt, str) else ""}
