"""What to say when a value is of the wrong kind: a text where a list is wanted, and so on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from deckbuild.diagnostics import Edit, Span, Template, Words, insert, quoted
from deckbuild.reader.context import MappingNode, Node, Reading, ScalarNode, SequenceNode, is_nothing, shortened
from deckbuild.reader.language.examples import LONGEST, NAMED, VALUES, in_brackets
from deckbuild.reader.language.suggest import english
from deckbuild.reader.language.synonyms import NO, YES
from deckbuild.reader.language.vocabulary import WORDS
from deckbuild.reader.values.unquoted_colon import unquoted_colon

UNSPACED = re.compile(r"-[^\s-]")
MARK = re.compile(r"\s*((?:[-–—•+·*]|\d{1,2}[.)](?=\s))\s*)(?=\S)")
NUMBERED = re.compile(r"\d{1,2}[.)]\s+\w")
UNSPACED_KEY = re.compile(r"([a-z][a-z-]*):(?=[^\s/:])")
BULLET = re.compile(r"[–—•+·*]\s*\w")

LIST_HELP = "Put each item on its own line under `{key}:`, two spaces further in, with a hyphen and a space before it."
SENTENCES = {"bullets", "numbered", "reflection", "write", "each", "sub", "questions", "points", "slides"}
"""Lists of items that are sentences, which a comma does not part."""
COMMENTED = re.compile(r"\s*(#[^\s#].*?)\s*$")
AFTER_HYPHEN = re.compile(r"\s*(?:-\s*)+")


def wrong_kind(
    node: Node,
    reading: Reading,
    key: str,
    wanted: str,
    example: str = "",
    keys: Words | None = None,
    edits: tuple[Edit, ...] = (),
) -> None:
    """Report that ``key`` has a value of another kind than wanted: text, number, yes-no, list or keys.

    ``edits`` write the example in the place of the value, where it is all the author's own words.
    """
    args = {"key": key, "example": example, "keys": keys or Words(())}
    empty = isinstance(node, SequenceNode) and not node.value
    if is_nothing(node) or empty or (isinstance(node, ScalarNode) and not node.value.strip()):
        _nothing(node, reading, wanted, args)
    elif wanted == "list":
        _not_list(node, reading, args, edits)
    elif wanted == "keys":
        _not_keys(node, reading, args, edits)
    else:
        _not_text(node, reading, "text" if wanted == "choice" else wanted, args)


REMOVE = "If nothing is to stand here, remove the line."


def _nothing(node: Node, reading: Reading, wanted: str, args: dict[str, Any]) -> None:
    place = reading.span(node)
    line = reading.file.line(place.line)
    if is_nothing(node) and line[place.column - 1 : place.column] in ("!", "&"):
        return  # the sign has been told
    after = line[place.column - 1 :]
    if (wanted == "text" or AFTER_HYPHEN.fullmatch(line[: place.column - 1])) and (cut := COMMENTED.match(after)):
        start = place.column + cut.start(1)
        reading.error(
            "text-cut-short",
            Span(reading.file, place.line, start, place.line, place.column + cut.end(1)),
            "From `#` on this is a comment, so that no text is left.",
            'Write it in quotation marks: `{before} "{text}"`.',
            before=line[: place.column - 1].strip(),
            text=shortened(cut[1], LONGEST),
            edits=quoted(reading.file, place.line, start, place.column + cut.end(1)),
        )
        return
    if AFTER_HYPHEN.fullmatch(line[: place.column - 1]):
        reading.error(
            "empty-value", node, "There is nothing after the hyphen.", "Write something after it, or remove the line."
        )
        return
    key = args["key"]
    remedies: dict[str, str] = {
        "text": "Write a text after it: `{key}: {value}`." if key in VALUES else "Write a text after it.",
        "number": "Write a number after it: `{key}: 4`.",
        "yes-no": "Write `{key}: yes` or `{key}: no`.",
        "list": LIST_HELP,
        "keys": "Write it like this under it, two spaces further in: `{named}`."
        if key in NAMED
        else "Write these keys under it, two spaces further in: {keys}.",
    }
    optional = (
        wanted in ("text", "number", "yes-no") and node is not reading.around.required and key not in ("alt", "section")
    )
    remedies["choice"] = remedies["text"]
    hint: Template = (remedies[wanted], REMOVE) if optional else remedies[wanted]
    args |= {"value": VALUES.get(key, ""), "named": NAMED.get(key, "")}
    reading.error("empty-value", node, "There is nothing after `{key}:`.", hint, **args)


def _not_list(node: Node, reading: Reading, args: dict[str, Any], edits: tuple[Edit, ...]) -> None:
    if isinstance(node, MappingNode):
        message = "`{key}:` is a list, but this line does not begin with a hyphen."
        hint = "Begin each item with a hyphen and a space."
        if args["example"]:
            hint = "Begin each item with a hyphen and a space: `- {example}`."
        reading.error("wrong-kind", node, message, hint, edits=edits, **args)
        return
    assert isinstance(node, ScalarNode)  # noqa: S101  (it is no mapping, and lists are lists)
    text = str(node.value)
    hint = "Begin each item with a hyphen and a space: `- text`."
    if UNSPACED.match(text):
        message = "There is no space after the hyphen, so these lines are read as one text and not as a list."
        reading.error("hyphen-without-space", node, message, hint, edits=_hyphens(node, reading), **args)
    elif NUMBERED.match(text) and args["key"] == "bullets":
        message = "“{mark}” does not begin an item, so these lines are read as one text and not as a list."
        hint = "Write `numbered:` instead of `bullets:`, and a hyphen instead of each number: `- text`."
        reading.error("wrong-bullet", node, message, hint, mark=text.split()[0], **args)
    elif BULLET.match(text) or NUMBERED.match(text):
        message = "“{mark}” does not begin an item, so these lines are read as one text and not as a list."
        reading.error("wrong-bullet", node, message, hint, edits=_hyphens(node, reading), mark=text.split()[0], **args)
    elif args["key"] == "body" and args["example"].startswith("text:"):
        message = "`body:` is a list of contents, but here stands a single text."
        reading.error("wrong-kind", node, message, "Write `text:` instead of `body:`.", **args)
    elif args["example"] and not text.strip().isdigit():
        message = "`{key}:` is a list, but here stands a single text."
        hint = "Begin each item with a hyphen and a space: `- {example}`."
        reading.error("wrong-kind", node, message, hint, **args)
    elif args["key"] not in SENTENCES and text.casefold() not in YES | NO and (several := in_brackets(node)):
        message = "`{key}:` is a list, but here stands a single text."
        changed = reading.swap(node, several) if not node.style else ()
        reading.error("wrong-kind", node, message, "Write `{key}: {several}`.", several=several, edits=changed, **args)
    else:
        reading.error("wrong-kind", node, "`{key}:` is a list, but here stands a single text.", LIST_HELP, **args)


def semicolons(node: SequenceNode, reading: Reading, key: str) -> bool:
    """Report ``[first; second]``; whether that is what stands there. A sentence may have a semicolon of its own."""
    only = node.value[0] if len(node.value) == 1 and node.flow_style and key not in SENTENCES else None
    if not isinstance(only, ScalarNode) or only.style or not (several := in_brackets(only)) or ";" not in only.value:
        return False
    reading.error(
        "broken-brackets",
        only,
        "Inside brackets commas part the items, not semicolons.",
        "Write a comma, not a semicolon: `{text}`.",
        text=several,
        edits=reading.swap(node, several),
    )
    return True


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
    edits = []
    for number in range(node.start_mark.line + 1, reading.span(node).end_line + 1):
        line = reading.file.line(number)
        match = UNSPACED_KEY.search(line)
        if not match or match[1] not in WORDS or line[: match.start()].strip(" -"):
            return ()
        edits.append(insert(reading.file, number, match.end() + 1, " "))
    return tuple(edits)


def _not_keys(node: Node, reading: Reading, args: dict[str, Any], edits: tuple[Edit, ...]) -> None:
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
    if isinstance(node, ScalarNode) and _without_colon(node, reading, args["keys"]):
        return
    message = "Here stands a text where keys with values belong."
    if isinstance(node, SequenceNode) and (only := _only_item(node, args["keys"])):
        place = reading.span(only)
        at = reading.file.line(place.line).rfind("-", 0, place.column - 1)
        reading.error(
            "wrong-kind",
            node,
            "Here stands a list where keys with values belong.",
            "Delete the hyphen, so that only spaces stand before `{first}:`.",
            first=getattr(only.value[0][0], "value", ""),
            edits=(Edit(Span(reading.file, place.line, at + 1, place.line, at + 2), " "),) if at >= 0 else (),
        )
        return
    if isinstance(node, SequenceNode):
        message = "Here stands a list where keys with values belong."
    elif isinstance(node, MappingNode):
        message = "Here stand empty braces where keys with values belong."
    if isinstance(node, SequenceNode) and args["key"] == "handout" and args["keys"] and "`write`" in args["keys"].words:
        message = "The line above this list is missing."
        hint = (
            "Write `write:` above it when these are questions, or `each:` when there is one for each part of the "
            "slide, and indent the list two spaces further."
        )
        reading.error("wrong-kind", node, message, hint)
        return
    args["example"] = args["example"] or NAMED.get(args["key"], "")
    hint = "Write it like this: `{example}`. The keys are {keys}."
    if not args["example"]:
        hint = "The keys are {keys}."
    elif edits or not args["keys"]:
        hint = "Write it like this: `{example}`."
    reading.error("wrong-kind", node, message, hint, edits=edits, **args)


def _only_item(node: SequenceNode, keys: Words) -> MappingNode | None:
    """Return the only item of a list when it has nothing but such keys."""
    only = node.value[0] if len(node.value) == 1 and not node.flow_style else None
    if not isinstance(only, MappingNode) or only.flow_style:
        return None
    return only if {f"`{getattr(key, 'value', '')}`" for key, _ in only.value} <= {*keys.words} else None


def _without_colon(node: ScalarNode, reading: Reading, keys: Words) -> bool:
    """``- time 9.20–10.00``: whether a key stands there without its colon."""
    word, _, rest = str(node.value).partition(" ")
    if f"`{word}`" not in keys.words or not rest.strip() or node.style:
        return False
    place = reading.span(node)
    reading.error(
        "key-without-colon",
        replace(place, end_line=place.line, end_column=place.column + len(word)),
        "There is no colon after `{key}`.",
        "Write `{key}: {text}`, with a colon and a space.",
        key=word,
        text=shortened(rest),
        edits=reading.inserted(replace(place, column=place.column + len(word)), ":"),
    )
    return True


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
    if isinstance(node, MappingNode) and wanted == "text" and _one_space_in(node, reading, args):
        return
    if (
        isinstance(node, MappingNode)
        and wanted == "text"
        and not _of_the_language(node)
        and unquoted_colon(node, reading)
    ):
        return
    message, hint = OTHER_THAN[wanted, SequenceNode if isinstance(node, SequenceNode) else MappingNode]
    if wanted == "text" and isinstance(node, SequenceNode | MappingNode) and node.flow_style:
        hint = 'A text that begins with a bracket or a brace stands in quotation marks: `"[…] …"`.'
        place = reading.span(node)
        text = reading.file.line(place.line)[place.column - 1 : place.end_column - 1]
        if place.line == place.end_line and len(node.value) == 1 and '"' not in text:
            hint = 'Put quotation marks around the whole text: `"{text}"`.'
            args["text"] = shortened(text, LONGEST)
    reading.error("wrong-kind", node, message, hint, **args)


def too_far_in(name: Node, node: Node, reading: Reading) -> bool:
    """Report the line under a name of the author's that has nothing after it; whether that is what happened."""
    if not isinstance(node, MappingNode) or node.flow_style or not node.value:
        return False
    if node.start_mark.column - name.start_mark.column == 1 or node.start_mark.line == name.start_mark.line:
        return False
    reading.error(
        "wrong-indent",
        node.value[0][0],
        "There is nothing after `{key}:`, and this line stands too far in, under it.",
        "Write a text after `{key}:` on line {line}, and begin this line in the same column as `{key}:`.",
        key=getattr(name, "value", ""),
        line=name.start_mark.line + 1,
    )
    return True


def _one_space_in(node: MappingNode, reading: Reading, args: dict[str, Any]) -> bool:
    """Report lines that slipped under a key by a single space, where it wants a text; whether that is what happened."""
    line, column = node.start_mark.line, node.start_mark.column
    above = reading.file.line(line)  # of two lines counted from 0 and 1 the one before
    if node.flow_style or not above.strip() or column - (len(above) - len(above.lstrip())) != 1:
        return False
    numbers = [key.start_mark.line + 1 for key, _ in node.value]
    reading.error(
        "wrong-indent",
        node.value[0][0],
        "This line stands one space further in than `{key}:`, and so under it.",
        "Begin it in the same column as `{key}:`.",
        edits=tuple(Edit(Span(reading.file, number, 1, number, column + 1), " " * (column - 1)) for number in numbers),
        **args,
    )
    return True


def _of_the_language(node: MappingNode) -> bool:
    """Whether a mapping begins with a key of the language, be it in Danish; ``name`` is what a section has."""
    key = str(getattr(node.value[0][0], "value", "")) if node.value else ""
    return (key in WORDS and key != "name") or (key.islower() and bool(english(key)))


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
