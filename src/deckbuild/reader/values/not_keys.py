"""Rules for a value that should be a mapping and is not."""

from __future__ import annotations

import re
from dataclasses import replace

from deckbuild.diagnostics import Edit, insert
from deckbuild.editing import as_value
from deckbuild.reader.context import MappingNode, SequenceNode, key_names, shortened
from deckbuild.reader.language.examples import NAMED
from deckbuild.reader.language.suggest import meant_keys
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.rules import Recognise
from deckbuild.reader.values.misfit import Misfit, Rule
from deckbuild.reader.values.split_items import UNSPACED, no_hyphen
from deckbuild.reader.values.unknown_keys import no_space

_TIMED = re.compile(r"(\d{1,2}[.:]\d\d\s*[-–—]\s*\d{1,2}[.:]\d\d)[:,]?\s+(\S[^:,{}\[\]]*)")
"""Matches the times of a row of a programme, and what happens then."""


def _spaces_after_colons(it: Misfit) -> tuple[Edit, ...]:
    """Return the edits that write a space after each colon, if every line of the text is a key that lacks one."""
    edits = []
    for number in range(it.node.start_mark.line + 1, it.place.end_line + 1):
        line = it.reading.file.line(number)
        match = UNSPACED.search(line)
        if not match or match[1] not in all_words() or line[: match.start()].strip(" -"):
            return ()
        edits.append(insert(it.reading.file, number, match.end() + 1, " "))
    return tuple(edits)


def _unspaced_key(it: Misfit) -> bool:
    """Report keys without a space after the colon: ``deck: title:Dagens program``."""
    match = UNSPACED.match(it.text)
    if not match or match[1] not in all_words():
        return False
    text = it.reading.file.line(it.node.start_mark.line + 1)[it.node.start_mark.column + match.end() :].strip()
    return no_space(it.node, match[1], text, _spaces_after_colons(it), it.reading)


def _without_colon(it: Misfit) -> bool:
    """Report a key without a colon: ``- time 9.20–10.00``."""
    word, _, rest = it.text.partition(" ")
    if f"`{word}`" not in it.keys.words or not rest.strip() or not it.plain:
        return False
    end = it.place.column + len(word)
    it.reading.error(
        "key-without-colon",
        replace(it.place, end_line=it.place.line, end_column=end),
        "There is no colon after `{key}`.",
        "Write `{key}: {text}`, with a colon and a space.",
        key=word,
        text=shortened(rest),
        edits=it.reading.inserted(replace(it.place, column=end), ":"),
    )
    return True


def _only_item(it: Misfit) -> bool:
    """Report a list whose only item is the mapping that is needed, or whose items are names and what they mean."""
    block = isinstance(it.node, SequenceNode) and not it.node.flow_style
    items = it.node.value if block else []
    if not items or any(not isinstance(item, MappingNode) or item.flow_style for item in items):
        return False
    named = it.key in NAMED and all(len(item.value) == 1 for item in items)
    keys = {f"`{name}`" for name in key_names(items[0])}
    if not named and not (len(items) == 1 and keys <= {*it.keys.words}):
        return False
    it.reading.error(
        "wrong-kind",
        it.node,
        "Here stands a list where keys with values belong.",
        "Delete the hyphen, so that only spaces stand before `{first}:`."
        if len(items) == 1
        else "Delete the hyphens, so that only spaces stand before each name.",
        first=key_names(items[0])[0],
        edits=tuple(edit for item in items for edit in no_hyphen(item, it.reading)),
    )
    return True


def _counted(it: Misfit) -> str:
    """Return the key and value of a text such as ``5 lines``, if the word is one of the keys; else an empty text."""
    match = re.fullmatch(r"(\d+)\s+(\w+)", it.text)
    known = [key for key in (match[2], *meant_keys(match[2])) if f"`{key}`" in it.keys.words] if match else []
    return f"{known[0]}: {match[1]}" if match and known else ""


def _other_than_keys(it: Misfit) -> bool:
    message = "Here stands a text where keys with values belong."
    if isinstance(it.node, SequenceNode):
        message = "Here stands a list where keys with values belong."
    elif isinstance(it.node, MappingNode):
        message = "Here stand empty braces where keys with values belong."
    example = it.example or it.named
    timed = _TIMED.fullmatch(it.text) if {"`time`", "`item`"} <= {*it.keys.words} else None
    edits = it.edits
    if counted := _counted(it):
        example, edits = f"{{{counted}}}", it.reading.swap(it.node, f"{{{counted}}}") if it.plain else ()
    if timed:
        example = f"{{time: {timed[1]}, item: {as_value(timed[2])}}}"
        edits = it.reading.swap(it.node, example) if it.plain else ()
    hint = "Write it like this: `{example}`. The keys are {keys}."
    if not example:
        hint = "The keys are {keys}."
    elif edits or not it.keys:
        hint = "Write it like this: `{example}`."
    it.reading.error("wrong-kind", it.node, message, hint, edits=edits, example=example, keys=it.keys)
    return True


NOT_KEYS: tuple[Recognise[Misfit], ...] = (
    _unspaced_key,
    _without_colon,
    _only_item,
    Rule(
        "wrong-kind",
        lambda it: isinstance(it.node, SequenceNode) and it.key == "handout" and "`write`" in it.keys.words,
        "The line above this list is missing.",
        "Write `write:` above it when these are questions, or `each:` when there is one for each part of the slide, "
        "and indent the list two spaces further.",
    ),
    Rule(
        "wrong-kind",
        lambda it: it.heading and "`title`" in it.keys.words,
        "The heading “{heading}” above is taken for a comment, and this line for a slide.",
        "Write `- title: {heading}` in its place, under it `bullets:`, and under that the list, two spaces further in.",
    ),
    _other_than_keys,
)
"""The rules for a value that should be a mapping, in the order in which they are tried."""
