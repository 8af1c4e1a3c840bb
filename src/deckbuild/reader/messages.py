"""What to say when a value is of the wrong kind: a text where a list is wanted, and so on."""

from __future__ import annotations

import re
from typing import Any

from deckbuild.diagnostics import Edit, Span, Template, Words, insert, quoted
from deckbuild.reader.colons import joined_lines
from deckbuild.reader.reading import MappingNode, Node, Reading, ScalarNode, SequenceNode, is_nothing, shortened

UNSPACED = re.compile(r"-[^\s-]")
MARK = re.compile(r"\s*([-–—•+·*]\s*)(?=\S)")
UNSPACED_KEY = re.compile(r"([a-z][a-z-]*):(?=[^\s/:])")
BULLET = re.compile(r"[–—•+·*]\s*\w")

LIST_HELP = "Put each item on its own line under `{key}:`, two spaces further in, with a hyphen and a space before it."


def wrong_kind(
    node: Node, reading: Reading, key: str, wanted: str, example: str = "", keys: Words | None = None
) -> None:
    """Report that ``key`` has a value of another kind than wanted: text, number, yes-no, list or keys."""
    args = {"key": key, "example": example or f"{key}: …", "keys": keys or Words(())}
    if is_nothing(node) or (isinstance(node, ScalarNode) and not node.value.strip()):
        _nothing(node, reading, wanted, args)
    elif wanted == "list":
        _not_list(node, reading, args)
    elif wanted == "keys":
        _not_keys(node, reading, args)
    else:
        _not_text(node, reading, wanted, args)


def _nothing(node: Node, reading: Reading, wanted: str, args: dict[str, Any]) -> None:
    remedies = {
        "text": "Write a text after it, such as `{key}: …`. If nothing is to stand here, remove the line.",
        "number": "Write a number after it: `{key}: 4`. If nothing is to stand here, remove the line.",
        "yes-no": "Write `{key}: yes` or `{key}: no`. If nothing is to stand here, remove the line.",
        "list": LIST_HELP,
        "keys": "Write these keys under it, two spaces further in: {keys}.",
    }
    reading.error("empty-value", node, "There is nothing after `{key}:`.", remedies[wanted], **args)


def _not_list(node: Node, reading: Reading, args: dict[str, Any]) -> None:
    if isinstance(node, MappingNode):
        message = "`{key}:` is a list, but this line does not begin with a hyphen."
        if args["example"].endswith("…"):
            hint = "Begin each item with a hyphen and a space."
        else:
            hint = "Begin each item with a hyphen and a space: `- {example}`."
        reading.error("wrong-kind", node, message, hint, **args)
        return
    text = str(node.value)
    hint = "Begin each item with a hyphen and a space: `- text`."
    if UNSPACED.match(text):
        message = "There is no space after the hyphen, so these lines are read as one text and not as a list."
        reading.error("hyphen-without-space", node, message, hint, edits=_hyphens(node, reading), **args)
    elif BULLET.match(text):
        message = "“{mark}” does not begin an item, so these lines are read as one text and not as a list."
        reading.error("wrong-bullet", node, message, hint, edits=_hyphens(node, reading), mark=text[0], **args)
    else:
        reading.error("wrong-kind", node, "`{key}:` is a list, but here stands a single text.", LIST_HELP, **args)


def _hyphens(node: Node, reading: Reading) -> tuple[Edit, ...]:
    """Begin each line of a text with a hyphen and a space; nothing when one has neither bullet nor hyphen."""
    edits = []
    for number in range(node.start_mark.line + 1, node.end_mark.line + 2):
        line = reading.file.line(number)
        match = MARK.match(line)
        if match and number <= reading.span(node).end_line:
            edits.append(Edit(Span(reading.file, number, match.start(1) + 1, number, match.end(1) + 1), "- "))
        elif line.strip() and number <= reading.span(node).end_line:
            return ()
    return tuple(edits)


def _spaces_after_colons(node: Node, reading: Reading) -> tuple[Edit, ...]:
    """Write a space after the colon of each line of a text whose keys all lack one."""
    from deckbuild.reader.vocabulary import WORDS

    edits = []
    for number in range(node.start_mark.line + 1, reading.span(node).end_line + 1):
        line = reading.file.line(number)
        match = UNSPACED_KEY.search(line)
        if not match or match[1] not in WORDS or line[: match.start()].strip(" -"):
            return ()
        edits.append(insert(reading.file, number, match.end() + 1, " "))
    return tuple(edits)


def _not_keys(node: Node, reading: Reading, args: dict[str, Any]) -> None:
    from deckbuild.reader.vocabulary import WORDS  # which is made of what this module serves

    if isinstance(node, ScalarNode) and (match := UNSPACED_KEY.match(node.value)) and match[1] in WORDS:
        reading.error(
            "colon-without-space",
            node,
            "There is no space after the colon, so `{key}:` is no key.",
            "Write a space after it: `{key}: {text}`.",
            edits=_spaces_after_colons(node, reading),
            key=match[1],
            text=reading.file.line(node.start_mark.line + 1)[node.start_mark.column + match.end() :].strip(),
        )
        return
    message = "Here stands a text where keys with values belong."
    if isinstance(node, SequenceNode):
        message = "Here stands a list where keys with values belong."
    elif isinstance(node, MappingNode):
        message = "Here stand empty braces where keys with values belong."
    hint = "The keys are {keys}."
    if not args["example"].endswith("…"):
        hint = "Write it like this: `{example}`. The keys are {keys}."
    reading.error("wrong-kind", node, message, hint, **args)


TEXT = "Write the text itself, without hyphens and keys."
NUMBER = "Write `{key}: 4`."
YES_NO = "Write `{key}: yes` or `{key}: no`."
OTHER_THAN: dict[tuple[str, type[Node]], tuple[str, str]] = {
    ("text", SequenceNode): ("Here stands a list where a text belongs.", TEXT),
    ("text", MappingNode): ("Here stand keys with values where a text belongs.", TEXT),
    ("number", SequenceNode): ("`{key}:` is a number, but here stands a list.", NUMBER),
    ("number", MappingNode): ("`{key}:` is a number, but here stand keys with values.", NUMBER),
    ("yes-no", SequenceNode): ("`{key}:` is yes or no, but here stands a list.", YES_NO),
    ("yes-no", MappingNode): ("`{key}:` is yes or no, but here stand keys with values.", YES_NO),
}


def _not_text(node: Node, reading: Reading, wanted: str, args: dict[str, Any]) -> None:
    if isinstance(node, MappingNode) and wanted == "text" and unquoted_colon(node, reading):
        return
    message, hint = OTHER_THAN[wanted, SequenceNode if isinstance(node, SequenceNode) else MappingNode]
    if wanted == "text" and isinstance(node, SequenceNode | MappingNode) and node.flow_style:
        hint = 'A text that begins with a bracket or a brace stands in quotation marks: `"[…] …"`.'
    reading.error("wrong-kind", node, message, hint, **args)


def missing_alt(node: Node, reading: Reading, *, picture: bool = False) -> None:
    """Report a drawing or picture without a description; a plain list has no room for one."""
    hint = (
        "Say in a sentence or two what it shows, in a line such as `alt: Et rundt mødebord set ovenfra`, "
        "or inside braces `, alt: …`."
    )
    if isinstance(node, SequenceNode):
        hint = (
            "Put the list under `items:`, and beside it say in a sentence or two what the drawing shows, in a line "
            "such as `alt: Tre trin fra idé til drift`."
        )
    if picture:
        hint = (
            "Say in a sentence or two what it shows, in a line such as `alt: Et rundt mødebord set ovenfra`, "
            "or inside braces `, alt: …`. If it is there for looks only, write `decorative: yes` instead."
        )
    reading.error(
        "missing-alt",
        node,
        "There is no description for those who can't see the picture.",
        hint,
    )


def unquoted_colon(node: MappingNode, reading: Reading) -> bool:
    """Report a text that its own colon made into a key and a value; whether that is what happened."""
    if len(node.value) != 1:
        return False
    key, value = node.value[0]
    if not isinstance(key, ScalarNode) or not isinstance(value, ScalarNode):
        return False
    mark = node.start_mark
    if node.flow_style and reading.file.line(mark.line + 1)[mark.column : mark.column + 1] == "{":
        return False
    if joined_lines(key, reading):
        return True
    whole = f"{key.value}: {value.value}".strip()
    quoted = 'Put quotation marks around the whole text: `"{whole}"`.'
    hint: Template = quoted
    if '"' in whole or value.style:
        hint = "Write `>-` here, and put the text on the next line, two spaces further in."
    elif not node.flow_style:
        hint = (quoted, "Or write `>-` and put the text on the next line, two spaces further in.")
    message = "The colon in this text splits it in two: “{first}” and “{rest}”."
    if is_nothing(value):
        message = "The colon at the end makes this text a key, with a list or text under it, but nothing follows."
    reading.error(
        "unquoted-colon",
        key,
        message,
        hint,
        first=shortened(key.value),
        rest=shortened(value.value, 24),
        whole=shortened(whole, 60),
        edits=() if value.style else reading.quoted(key, value) if not is_nothing(value) else _with_colon(key, reading),
    )
    return True


def _with_colon(key: Node, reading: Reading) -> tuple[Edit, ...]:
    """Put a text that ends with a colon into quotation marks."""
    place = reading.span(key)
    if reading.file.line(place.line)[place.end_column - 1 : place.end_column] != ":":
        return ()
    return quoted(reading.file, place.line, place.column, place.end_column + 1)
