"""What to say when a value is of the wrong kind: a text where a list is wanted, and so on."""

from __future__ import annotations

import re

from deckbuild.reader.reading import MappingNode, Node, Reading, ScalarNode, SequenceNode, is_nothing, shortened

BULLET = re.compile(r"[-–—•*+]\s*\w|[•–—]")

LIST_HELP = "Put each item on its own line under `{key}:`, two spaces further in, with a hyphen and a space before it."


def wrong_kind(node: Node, reading: Reading, key: str, wanted: str, example: str = "", keys: str = "") -> None:
    """Report that ``key`` has a value of another kind than wanted: text, number, yes-no, list or keys."""
    args = {"key": key, "example": example or f"{key}: …", "keys": keys}
    if is_nothing(node) or (isinstance(node, ScalarNode) and not node.value.strip()):
        _nothing(node, reading, wanted, args)
    elif wanted == "list":
        _not_list(node, reading, args)
    elif wanted == "keys":
        _not_keys(node, reading, args)
    else:
        _not_text(node, reading, wanted, args)


def _nothing(node: Node, reading: Reading, wanted: str, args: dict[str, str]) -> None:
    remedies = {
        "text": "Write a text after it, such as `{key}: …`. If nothing is to stand here, remove the line.",
        "number": "Write a number after it: `{key}: 4`. If nothing is to stand here, remove the line.",
        "yes-no": "Write `{key}: yes` or `{key}: no`. If nothing is to stand here, remove the line.",
        "list": LIST_HELP,
        "keys": "Write these keys under it, two spaces further in: {keys}.",
    }
    reading.error("empty-value", node, "`{key}:` is empty here.", remedies[wanted], **args)


def _not_list(node: Node, reading: Reading, args: dict[str, str]) -> None:
    if isinstance(node, MappingNode):
        reading.error(
            "wrong-kind",
            node,
            "`{key}:` is a list, but this line does not begin with a hyphen.",
            "Begin each item with a hyphen and a space: `- {example}`."
            if args["example"][-1] != "…"
            else "Begin each item with a hyphen and a space.",
            **args,
        )
        return
    if BULLET.match(str(node.value)):
        reading.error(
            "wrong-bullet",
            node,
            "`{key}:` is a list, but these lines are read as one text: the hyphen lacks its space, or is no hyphen.",
            "Begin each item with a hyphen and a space: `- text`.",
            **args,
        )
        return
    reading.error("wrong-kind", node, "`{key}:` is a list, but here stands a single text.", LIST_HELP, **args)


def _not_keys(node: Node, reading: Reading, args: dict[str, str]) -> None:
    message = "`{key}:` has keys of its own, but here stands a text."
    if isinstance(node, SequenceNode):
        message = "`{key}:` has keys of its own, but here stands a list."
    if args["example"][-1] == "…":
        reading.error("wrong-kind", node, message, "Its keys are {keys}.", **args)
    else:
        reading.error("wrong-kind", node, message, "Write it like this: `{example}`. Its keys are {keys}.", **args)


def _not_text(node: Node, reading: Reading, wanted: str, args: dict[str, str]) -> None:
    if isinstance(node, MappingNode) and wanted == "text" and unquoted_colon(node, reading):
        return
    kinds = {"text": "a text", "number": "a number", "yes-no": "yes or no"}
    if isinstance(node, SequenceNode):
        messages = {
            "text": "`{key}:` is a text, but here stands a list.",
            "number": "`{key}:` is a number, but here stands a list.",
            "yes-no": "`{key}:` is yes or no, but here stands a list.",
        }
    else:
        messages = {
            "text": "`{key}:` is a text, but here stand keys with values.",
            "number": "`{key}:` is a number, but here stand keys with values.",
            "yes-no": "`{key}:` is yes or no, but here stand keys with values.",
        }
    remedies = {
        "text": "Write the text itself, without hyphens and keys: `{key}: …`.",
        "number": "Write `{key}: 4`.",
        "yes-no": "Write `{key}: yes` or `{key}: no`.",
    }
    assert kinds[wanted]  # noqa: S101
    if isinstance(node, SequenceNode) and node.flow_style and wanted == "text":
        remedies["text"] = "A text that begins with a bracket stands in quotation marks: `{key}: \"[…] …\"`."
    reading.error("wrong-kind", node, messages[wanted], remedies[wanted], **args)


def unquoted_colon(node: MappingNode, reading: Reading) -> bool:
    """Report a text that its own colon made into a key and a value; whether that is what happened."""
    if len(node.value) != 1:
        return False
    key, value = node.value[0]
    if not isinstance(key, ScalarNode) or not isinstance(value, ScalarNode) or node.flow_style:
        return False
    if is_nothing(value):
        reading.error(
            "unquoted-colon",
            key,
            "The colon at the end makes this text a key, with a list or text under it, but nothing follows.",
            "Put quotation marks around the text: `\"{text}:\"`.",
            text=shortened(key.value),
        )
        return True
    reading.error(
        "unquoted-colon",
        key,
        "The colon in this text splits it in two: “{first}” and “{rest}”.",
        "Put quotation marks around the whole text: `\"{whole}\"`. Or write `>-` and put the text on the next line, "
        "two spaces further in.",
        first=shortened(key.value),
        rest=shortened(value.value, 24),
        whole=shortened(f"{key.value}: {value.value}", 60),
    )
    return True
