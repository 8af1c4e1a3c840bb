"""Content keys -> blocks, in a slide, in an item of ``body:`` and in a column."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from deckbuild.blocks.registry import KEYS, kind
from deckbuild.diagnostics import Joined
from deckbuild.model.deck import SECTION, Block
from deckbuild.model.deck import Node as Model
from deckbuild.reader.context import FAILED, Failed, MappingNode, Node, Reading, ScalarNode, SequenceNode
from deckbuild.reader.language.examples import IN_BODY, example
from deckbuild.reader.language.fields import keys_of
from deckbuild.reader.language.suggest import listed
from deckbuild.reader.values.convert import read_model
from deckbuild.reader.values.misread_mapping import new_slide
from deckbuild.reader.values.unknown_keys import unknown_key
from deckbuild.reader.values.wrong_kind import wrong_kind

Pair = tuple[ScalarNode, Node]
INSIDE = [key for key in KEYS if key != SECTION]
"""The keys of the kinds that can stand beside others on a slide."""


class InColumn(Collection[str]):
    """The keys of the kinds that can stand in a column. A kind is loaded only when it is asked for."""

    def __contains__(self, key: object) -> bool:
        return key in KEYS and kind(str(key)).IN_COLUMN

    def __iter__(self) -> Iterator[str]:
        return (key for key in KEYS if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


IN_COLUMN = InColumn()


def read_block(key: str, node: Node, reading: Reading) -> Block | Failed:
    """Return the block of a content key."""
    made: Block | Failed = read_model(kind(key), node, reading, key, id=reading.ids.block())
    return made


def read_content(
    pairs: Sequence[Pair], owner: Node, reading: Reading, allowed: Collection[str], what: str
) -> tuple[Block, ...] | Failed:
    """Return the blocks of a slide or column, which must have exactly one content key or ``body:``.

    ``owner`` is the node of the slide or column, for messages; ``what`` is ``slide`` or ``column``.
    """
    if len(pairs) == 1:
        key, value = pairs[0]
        if key.value == "body":
            return read_body(value, reading, allowed)
        block = read_block(key.value, value, reading)
        return FAILED if block is FAILED else (block,)
    if not pairs:
        reading.error(
            "no-content",
            owner,
            "This slide has no content." if what == "slide" else "This column has no content.",
            "Add one content key, such as `bullets:` with a list under it. The content keys are {keys}.",
            keys=listed(allowed),
        )
        return FAILED
    first = pairs[0][0]
    for key, _ in pairs[1:]:
        reading.error(
            "two-contents",
            key,
            "`{key}:` is a second content on the same slide; the first is `{first}:` on line {line}."
            if what == "slide"
            else "`{key}:` is a second content in the same column; the first is `{first}:` on line {line}.",
            "Move `{moved}:` with its content in under `body:`, as an item of its list: `- {moved}:`."
            if "body" in (first.value, key.value)
            else "Does a new slide begin here? Then a line `- title: …` is missing above it. If both belong on one "
            "slide, gather them in a list: write `body:`, and under it `- {first}:` and `- {key}:`, each with its own "
            "content further in."
            if what == "slide"
            else "Gather them in a list: write `body:`, and under it `- {first}:` and `- {key}:`, each with its own "
            "content further in.",
            key=key.value,
            first=first.value,
            line=first.start_mark.line + 1,
            moved=first.value if key.value == "body" else key.value,
        )
    for key, value in pairs:
        if key.value == "body":
            read_body(value, reading, allowed)
        else:
            read_block(key.value, value, reading)
    return FAILED


def read_body(node: Node, reading: Reading, allowed: Collection[str]) -> tuple[Block, ...] | Failed:
    """Return the blocks of ``body:``, a list whose items have one content key each."""
    if not isinstance(node, SequenceNode):
        wrong_kind(node, reading, "body", "list", IN_BODY)
        return FAILED
    blocks: list[Block] = []
    failed = not node.value
    if failed:
        wrong_kind(node, reading, "body", "list")
    for item in node.value:
        block = _body_item(item, reading, allowed)
        if block is FAILED:
            failed = True
        else:
            blocks.append(block)
    return FAILED if failed else tuple(blocks)


def _body_item(item: Node, reading: Reading, allowed: Collection[str]) -> Block | Failed:
    if not isinstance(item, MappingNode) or not item.value:
        wrong_kind(item, reading, "body", "keys", Joined(("{", IN_BODY, "}")), listed(allowed))
        return FAILED
    block: Block | Failed = FAILED
    right = True
    for number, (key, value) in enumerate(item.value):
        if not isinstance(key, ScalarNode) or key.value not in allowed:
            if not number and new_slide(item, allowed, reading):
                return FAILED
            unknown_key(key, allowed, reading)
            right = False
            continue
        block = read_block(key.value, value, reading)
        if number:
            reading.error(
                "two-contents",
                key,
                "Each item of `body:` has one content key, but `{key}:` is the second of this item.",
                "Put a hyphen before it: `- {key}: …`, with the same indentation as the hyphen above.",
                key=key.value,
            )
            right = False
    return block if right else FAILED


def read_with_blocks(cls: type[Model], node: Node, reading: Reading, key: str) -> Any:
    """Return an object of ``cls``, such as a column, from its own keys and one content key or ``body:``."""
    own = keys_of(cls)
    if not isinstance(node, MappingNode):
        wrong_kind(node, reading, key, "keys", example(cls.__name__), listed([*own, "body"]))
        return FAILED
    pairs: list[Pair] = []
    rest = MappingNode(node.tag, [], node.start_mark, node.end_mark, flow_style=node.flow_style)
    right = True
    for key_node, value in node.value:
        name = key_node.value if isinstance(key_node, ScalarNode) else ""
        if name in IN_COLUMN or name == "body":
            pairs.append((key_node, value))
        elif name in own:
            rest.value.append((key_node, value))
        else:
            unknown_key(key_node, [*own, *IN_COLUMN, "body"], reading, value=value)
            right = False
    body = read_content(pairs, node, reading, IN_COLUMN, "column") if pairs or right else FAILED
    column = read_model(cls, rest, reading, key, body=() if body is FAILED else body)
    if not right or body is FAILED or column is FAILED:
        return FAILED
    return column
