"""Keys that are not in the language, stand twice, or are no keys at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from deckbuild.reader.keys import listed, nearest, sure
from deckbuild.reader.reading import Node, Reading, ScalarNode, shortened

MANY = 12
"""With more keys than these the nearest is enough."""
SLIDE = {"title", "notes", "source", "hidden", "build", "handout"}
"""Keys of a slide that slip into what stands above them when they are indented too far."""


def key_name(node: Node, reading: Reading) -> str:
    """Return a key's characters; nothing when it is no text, which is told."""
    if isinstance(node, ScalarNode):
        return str(node.value)
    reading.error(
        "bad-key",
        node,
        "A list or braces stand here as a key.",
        'A text that begins with a bracket or a brace stands in quotation marks: `"[…]"`.',
    )
    return ""


def duplicate_key(node: Node, first: Node, reading: Reading) -> None:
    """Report a key that stands twice in one place."""
    reading.error(
        "duplicate-key",
        node,
        "`{key}:` stands here for the second time; the first is on line {line}.",
        "Put the two together, or remove one of them. A new slide begins with a hyphen: `- title: …`.",
        key=getattr(node, "value", ""),
        line=first.start_mark.line + 1,
    )


def unknown_key(node: Node, known: Iterable[str], reading: Reading, belongs: str = "") -> None:
    """Report a key that does not belong here, with the nearest that does, or where it does belong."""
    if not isinstance(node, ScalarNode):
        return
    known = list(known)
    name = str(node.value)
    near = nearest(name, known)
    if near and any(unicodedata.category(letter) == "Cf" for letter in name):
        reading.error(
            "control-character",
            node,
            "An invisible character stands in or before the key `{near}`.",
            "Delete the key and type it again.",
            near=near,
            edits=reading.swap(node, near),
        )
        return
    meant = "" if belongs else sure(name, known)
    args: dict[str, Any] = {"key": shortened(node.value), "near": near, "keys": listed(known), "belongs": belongs}
    args["edits"] = reading.swap(node, meant) if meant else ()
    message = "“{key}” is not a key that can stand here."
    if belongs:
        hint = "It belongs under `{belongs}:`, two spaces further in."
        reading.error("unknown-key", node, message, hint, **args)
    elif near and len(known) > MANY:
        reading.error("unknown-key", node, message, "Did you mean `{near}`?", **args)
    elif near:
        reading.error("unknown-key", node, message, "Did you mean `{near}`? The keys here are {keys}.", **args)
    elif name in SLIDE:
        hint = "It belongs to the slide itself: begin it in the same column as the slide's `title:`."
        reading.error("unknown-key", node, message, hint, **args)
    else:
        reading.error("unknown-key", node, message, "The keys here are {keys}.", **args)
