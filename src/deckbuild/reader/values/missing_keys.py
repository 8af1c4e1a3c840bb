"""Reports keys that are missing."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.reader.context import MappingNode, Node, Reading, SequenceNode
from deckbuild.reader.language.suggest import listed


def missing_key(key: str, node: Node, known: Iterable[str], reading: Reading) -> None:
    """Report a missing key. ``node`` is the mapping that lacks it, or what stands in the place of the mapping."""
    hint = "Write it with its keys: {keys}."
    if isinstance(node, MappingNode):
        hint = "Add a line `{key}: …` with the same indentation as the keys beside it."
        if node.flow_style:
            hint = "Add `{key}: …` inside the braces, with a comma before it."
    reading.error("missing-key", node, "`{key}:` is missing here.", hint, key=key, keys=listed(known))


def missing_alt(node: Node, reading: Reading, *, picture: bool = False) -> None:
    """Report a drawing or picture without a description. A list has no keys, so the hint there is another."""
    more = ""
    message = "There is no description for those who can't see the picture."
    hint = "Say in a sentence or two what it shows, in a line such as `alt: A round meeting table seen from above`."
    if isinstance(node, MappingNode) and node.flow_style:
        hint = "Say in a sentence or two what it shows: add `, alt: …` inside the braces."
    if isinstance(node, SequenceNode):
        message = "A drawing is made of this list; it needs a description for those who can't see it."
        hint = (
            "Put the list under `items:`, and beside it say in a sentence or two what the drawing shows, in a line "
            "such as `alt: Three steps from idea to everyday use`."
        )
    if picture:
        more = "If it is there for looks only, write `decorative: yes` instead."
    reading.error("missing-alt", node, message, (hint, more))
