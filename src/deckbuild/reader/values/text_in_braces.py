"""A text that begins with braces, such as a place to fill in, ``{name}``: YAML makes keys of its words."""

from __future__ import annotations

from deckbuild.reader.context import MappingNode, Node, Reading, is_nothing, shortened
from deckbuild.reader.language.examples import LONGEST


def text_in_braces(node: Node, reading: Reading) -> bool:
    """Report words in braces that have no values. Returns whether it is such a text."""
    if not isinstance(node, MappingNode) or not node.flow_style or not node.value:
        return False
    if not all(is_nothing(value) for _, value in node.value):
        return False
    place = reading.span(node)
    reading.error(
        "reserved-sign",
        place,
        "A text can't begin with `{sign}`: the sign means something else there.",
        'Put quotation marks around the whole text: `"{text}"`.',
        sign="{",
        text=shortened(place.text, LONGEST),
        edits=reading.quoted(node, node),
    )
    return True
