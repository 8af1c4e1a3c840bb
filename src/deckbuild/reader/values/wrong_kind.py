"""Reports values of the wrong kind, such as a text in the place of a list, by rules that recognise the mistake."""

from __future__ import annotations

import re
from dataclasses import replace

from deckbuild.characters import indent
from deckbuild.diagnostics import Arg, Edit, Joined, Span, Template, Words, insert, quoted
from deckbuild.locales.synonyms import NO, YES
from deckbuild.reader.context import (
    MappingNode,
    Node,
    Reading,
    ScalarNode,
    SequenceNode,
    is_nothing,
    key_names,
    shortened,
)
from deckbuild.reader.language.examples import IN_BODY, LONGEST, NAMED, NO_EXAMPLE, name_and_value
from deckbuild.reader.language.suggest import meant_keys
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.rules import Recognise, recognised
from deckbuild.reader.syntax.list_marks import NUMBER, SIGNS, WORDS
from deckbuild.reader.syntax.swallowed_lines import MAY_HOLD_LISTS
from deckbuild.reader.values.misfit import Misfit, Rule, always, as_row, of_sentences
from deckbuild.reader.values.not_keys import NOT_KEYS
from deckbuild.reader.values.own_numbers import counted_items
from deckbuild.reader.values.unquoted_colon import text_in_braces, unquoted_colon

UNSPACED = re.compile(r"-[^\s-]")
MARK = re.compile(rf"\s*((?:-{{1,4}}(?!-)|[+*{SIGNS}]|{WORDS}|(?:{NUMBER})(?=\s))\s*)(?=\S)")
NUMBERED = re.compile(rf"(?:{NUMBER})\s+\w")
BULLET = re.compile(rf"(?:-{{2,4}}|[+*{SIGNS}]|{WORDS})\s*\w")
PAIR = re.compile(r"(\S+)\s*[:=]\s*(\S.*)")
"""Matches a name and its meaning, such as ``PL = leder``."""
COMMENTED = re.compile(r"\s*(#+(?P<apart>\s*)(?P<text>[^\s#].*?))\s*$")
AFTER_HYPHEN = re.compile(r"\s*(?:-\s*)+")
OPTIONAL = ("text", "number", "yes-no")
LIST_HELP = "Put each item on its own line under `{key}:`, two spaces further in, with a hyphen and a space before it."
ITEM = "Begin each item with a hyphen and a space: `- text`."
ITEM_LIKE = "Begin each item with a hyphen and a space: `- {example}`."
WITH_NUMBERS = "Write `{with_numbers}:` instead of `{key}:`, and a hyphen instead of each number: `- text`."
REMOVE = "If nothing is to stand here, remove `{key}:`."
NOTHING_AFTER = "There is nothing after `{key}:`."
A_TEXT = "`{key}:` is a list, but here stands a single text."
NO_HYPHEN = "`{key}:` is a list, but this line does not begin with a hyphen."
NO_ITEM = "“{mark}” does not begin an item, so these lines are read as one text and not as a list."


def wrong_kind(
    node: Node,
    reading: Reading,
    key: str,
    wanted: str,
    example: Arg = "",
    keys: Words | None = None,
    edits: tuple[Edit, ...] = (),
    least: int = 1,
) -> None:
    """Report that the value of ``key`` is missing or of the wrong kind. The parameters are the fields of ``Misfit``."""
    empty = (
        not node.value.strip() if isinstance(node, ScalarNode) else isinstance(node, SequenceNode) and not node.value
    )
    rules = NOTHING if empty else NOT_A_LIST if wanted == "list" else NOT_KEYS if wanted == "keys" else NOT_A_TEXT
    recognised(rules, Misfit(node, reading, key, wanted, example, keys or Words(()), edits, least))


def _report_sign(it: Misfit) -> bool:
    """Report nothing if the value is empty because of a sign ``!`` or ``&``, which was reported already."""
    return is_nothing(it.node) and it.place.onward[:1] in ("!", "&")


def _commented_out(it: Misfit) -> bool:
    """Report a text that a sign # made a comment: ``title: #1``, ``title: # 1``."""
    cut = COMMENTED.match(it.place.onward) if it.wanted == "text" or AFTER_HYPHEN.fullmatch(it.place.before) else None
    if cut:
        line, start, end = it.place.line, it.place.column + cut.start(1), it.place.column + cut.end(1)
        it.reading.error(
            "text-cut-short",
            Span(it.reading.file, line, start, line, end),
            "From `#` on this is a comment, so that no text is left.",
            (
                'Write it in quotation marks: `{before} "{text}"`.',
                "If it is a comment, write the text before it, or remove the line." if cut["apart"] else "",
            ),
            before=it.place.before.strip(),
            text=shortened(f"#{cut['text']}", LONGEST),
            edits=() if cut["apart"] else quoted(it.reading.file, line, start, end),
        )
    return bool(cut)


def _empty(it: Misfit) -> bool:
    a_text = "Write a text after it: `{key}: {value}`." if it.value else "Write a text after it."
    keys = "Write these keys under it, two spaces further in: {keys}."
    if it.named:
        keys = "Write it like this under it, two spaces further in: `{named}`."
    remedies: dict[str, str] = {
        "text": a_text,
        "choice": a_text,
        "number": "Write a number after it: `{key}: {number}`.",
        "yes-no": YES_NO,
        "list": LIST_HELP,
        "keys": keys,
    }
    needed = it.node is it.reading.around.required or it.key in ("alt", "section") or it.wanted not in OPTIONAL
    hint: Template = remedies[it.wanted] if needed else (remedies[it.wanted], REMOVE)
    it.reading.error(
        "empty-value",
        it.node,
        NOTHING_AFTER,
        hint,
        key=it.key,
        value=it.value,
        named=it.named,
        keys=it.keys,
        number=it.example,
    )
    return True


def _counted(it: Misfit) -> tuple[Edit, ...]:
    """Return the edits that make items of lines that count from 1 by themselves, under the key that numbers them."""
    under = it.plain and not it.place.before.strip()
    return counted_items(it.lines, it.node, it.key, it.with_numbers or it.key, it.reading) if under else ()


def _numbered(it: Misfit) -> bool:
    return bool(NUMBERED.match(it.text) or _counted(it))


def _hyphens(it: Misfit) -> tuple[Edit, ...]:
    """Return the edits that make items of lines with bullets, hyphens or numbers; none if a line has nothing such."""
    found = [(number, MARK.match(line)) for number, line in it.lines]
    return _counted(it) or tuple(
        Edit(Span(it.reading.file, number, mark.start(1) + 1, number, mark.end(1) + 1), "- ")
        for number, mark in found
        if mark and all(mark for _, mark in found)
    )


def _item_lines(it: Misfit) -> tuple[Edit, ...]:
    """Return the edits that make items of keys under a list: one begins with each content, or with each first key."""
    if not isinstance(it.node, MappingNode) or it.node.flow_style:
        return ()
    begins = {
        key.start_mark.line + 1
        for (key, _), name in zip(it.node.value, key_names(it.node), strict=True)
        if it.example == IN_BODY or name == it.first
    }
    file = it.reading.file
    return tuple(
        insert(file, number, it.place.column if number in begins else 1, "- " if number in begins else "  ")
        for number in range(it.place.line, it.place.end_line + 1)
        if file.line(number).strip()
    )


def _only_item(it: Misfit) -> tuple[Edit, ...]:
    """Return the edit that makes an item of a text on one line under the list's key."""
    place = it.place
    alone = it.plain and of_sentences(it.key) and place.line == place.end_line and not place.before.strip()
    return (insert(it.reading.file, place.line, place.column, "- "),) if alone else ()


def _row_lines(it: Misfit) -> list[tuple[int, str]]:
    """Return the lines, from 1, of rows copied from a spreadsheet, with tabs between cells, as lists in brackets."""
    if it.key != "rows" or not all("\t" in line.strip() for _, line in it.lines):
        return []
    return [(number, as_row(line)) for number, line in it.lines]


def _hyphen_too_many(it: Misfit) -> bool:
    """Report an item that begins with two hyphens: ``- - text``."""
    if not isinstance(it.node, SequenceNode) or it.node.flow_style or len(it.node.value) != 1 or it.wanted != "text":
        return False
    only, place = it.node.value[0], it.place
    if not isinstance(only, ScalarNode) or place.end_line > place.line or not AFTER_HYPHEN.fullmatch(place.before):
        return False
    start = it.reading.span(only)
    it.reading.error(
        "wrong-kind",
        it.node,
        "This item begins with a hyphen too many.",
        "Write `- {text}`.",
        text=shortened(only.value, LONGEST),
        edits=it.reading.swap(replace(place, end_line=start.line, end_column=start.column), ""),
    )
    return True


def _one_space_in(it: Misfit) -> bool:
    """Report lines that stand under a key that needs a text, because they are indented one space too far."""
    line, column = it.node.start_mark.line, it.node.start_mark.column
    above = it.reading.file.line(line)  # marks count from 0 and the file's lines from 1, so this is the line before
    if not isinstance(it.node, MappingNode) or it.wanted != "text" or it.node.flow_style or not above.strip():
        return False
    if column - len(indent(above)) != 1:
        return False
    numbers = [key.start_mark.line + 1 for key, _ in it.node.value]
    it.reading.error(
        "wrong-indent",
        it.node.value[0][0],
        "This line stands one space further in than `{key}:`, and so under it.",
        "Begin it in the same column as `{key}:`.",
        edits=tuple(Edit(Span(it.reading.file, each, 1, each, column + 1), " " * (column - 1)) for each in numbers),
        key=it.key,
    )
    return True


def _split_by_colon(it: Misfit) -> bool:
    """Report a text that was split at its colon, or is words in braces: a mapping whose first word is no key.

    Translations of keys count as keys. ``name`` does not, because it is also a common word.
    """
    if not isinstance(it.node, MappingNode) or it.wanted != "text":
        return False
    if text_in_braces(it.node, it.reading):
        return True
    key = it.first
    of_the_language = (key in all_words() and key != "name") or (key.islower() and bool(meant_keys(key)))
    return not of_the_language and unquoted_colon(it.node, it.reading)


TEXT = "Write the text itself, without hyphens and keys."
NUMBER = "Write `{key}: {number}`."
YES_NO = "Write `{key}: yes` or `{key}: no`."
OTHER_THAN: dict[tuple[str, type[Node]], tuple[str, str]] = {
    ("text", SequenceNode): ("Here stands a list where a text belongs.", TEXT),
    ("text", MappingNode): ("Here stand keys with values where a text belongs.", TEXT),
    ("number", SequenceNode): ("`{key}:` is a number, but here stands a list.", NUMBER),
    ("number", MappingNode): ("`{key}:` is a number, but here stand keys with values.", NUMBER),
    ("yes-no", SequenceNode): ("`{key}:` is yes or no, but here stands a list.", YES_NO),
    ("yes-no", MappingNode): ("`{key}:` is yes or no, but here stand keys with values.", YES_NO),
}


def _other_than_text(it: Misfit) -> bool:
    wanted = "text" if it.wanted == "choice" else it.wanted
    message, hint = OTHER_THAN[wanted, SequenceNode if isinstance(it.node, SequenceNode) else MappingNode]
    text = it.place.onward[: it.place.end_column - it.place.column]
    header = it.place.file.line(it.place.line - 1)
    if isinstance(it.node, SequenceNode) and it.key in MAY_HOLD_LISTS and header.rstrip().endswith(f"{it.key}:"):
        message, hint = "A list can stand under `{key}:` only in a text.", "Write `{key}: |`, with the list below it."
    elif wanted == "text" and isinstance(it.node, SequenceNode | MappingNode) and it.node.flow_style:
        hint = 'A text that begins with a bracket or a brace stands in quotation marks: `"[…] …"`.'
        if it.place.line == it.place.end_line and len(it.node.value) == 1 and '"' not in text:
            hint = 'Put quotation marks around the whole text: `"{text}"`.'
    it.reading.error("wrong-kind", it.node, message, hint, key=it.key, text=shortened(text, LONGEST), number=it.example)
    return True


NOTHING: tuple[Recognise[Misfit], ...] = (
    Rule(
        "empty-value",
        lambda it: it.wanted == "choice" and it.keys and is_nothing(it.node) and it.place.before.rstrip().endswith(":"),
        NOTHING_AFTER,
        "It can be {names}.",
    ),
    _report_sign,
    _commented_out,
    Rule(
        "empty-value",
        lambda it: AFTER_HYPHEN.fullmatch(it.place.before),
        "There is nothing after the hyphen.",
        "Write something after it, or remove the line.",
    ),
    _empty,
)
"""The rules for a missing value, in the order in which they are tried."""
NOT_A_LIST: tuple[Recognise[Misfit], ...] = (
    Rule(
        "wrong-kind",
        lambda it: it.example == IN_BODY and isinstance(it.node, MappingNode) and bool(it.node.value),
        NO_HYPHEN,
        "Write a hyphen and a space before the key of each content, as in `- {first}:`, and indent the lines under it "
        "two spaces further.",
        _item_lines,
    ),
    Rule(
        "wrong-kind",
        lambda it: (
            isinstance(it.example, str)
            and it.example[:1] not in ("", "{")
            and it.place.end_line > it.place.line
            and isinstance(it.node, MappingNode)
        ),
        NO_HYPHEN,
        "Begin each item with a hyphen and a space: `- {example}`. Indent its other lines two spaces further.",
        _item_lines,
    ),
    Rule("wrong-kind", lambda it: it.example and isinstance(it.node, MappingNode), NO_HYPHEN, ITEM_LIKE, _item_lines),
    Rule(
        "wrong-kind",
        _row_lines,
        "These rows are copied from a spreadsheet: tabs stand between their cells.",
        "Write each row with a hyphen, and with its cells in brackets: `- {row}`.",
        lambda it: tuple(
            Edit(Span.of_lines(it.reading.file, number, number), f"- {row}") for number, row in _row_lines(it)
        ),
    ),
    Rule(
        "wrong-kind",
        lambda it: isinstance(it.node, MappingNode),
        NO_HYPHEN,
        "Begin each item with a hyphen and a space.",
    ),
    Rule(
        "hyphen-without-space",
        lambda it: UNSPACED.match(it.text),
        "There is no space after the hyphen, so these lines are read as one text and not as a list.",
        ITEM,
        _hyphens,
    ),
    Rule("wrong-bullet", lambda it: it.with_numbers and _numbered(it), NO_ITEM, WITH_NUMBERS, _counted),
    Rule(
        "wrong-bullet",
        lambda it: BULLET.match(it.text) or (_numbered(it) and not (it.key == "choices" and it.several)),
        NO_ITEM,
        ITEM,
        _hyphens,
    ),
    Rule(
        "wrong-kind",
        lambda it: it.example == IN_BODY,
        "`body:` is a list of contents, but here stands a single text.",
        "Write `text:` instead of `body:`.",
    ),
    Rule("wrong-kind", lambda it: it.example and not it.text.strip().isdigit(), A_TEXT, ITEM_LIKE),
    Rule(
        "wrong-kind",
        lambda it: not of_sentences(it.key) and it.text.casefold() not in YES | NO and it.several,
        A_TEXT,
        "Write `{key}: {several}`.",
        lambda it: it.reading.swap(it.node, it.several) if it.plain else (),
    ),
    Rule(
        "wrong-kind",
        lambda it: it.only and it.text.casefold() not in YES | NO,
        A_TEXT,
        "Write `{key}: {only}`. Several items stand each on its own line under `{key}:`, with a hyphen and a space "
        "before it.",
        lambda it: it.reading.swap(it.node, it.only),
    ),
    Rule("wrong-kind", always, A_TEXT, LIST_HELP, _only_item),
)
"""The rules for a value that should be a list."""
NOT_A_TEXT: tuple[Recognise[Misfit], ...] = (_hyphen_too_many, _one_space_in, _split_by_colon, _other_than_text)
"""The rules for a list or mapping that should be a text, a number, or yes or no."""


def own_name(node: Node, key: str) -> Joined:
    """Return an example of an entry under ``key``, whose names the author chooses, made from what is written there."""
    first = node.value[0] if isinstance(node, SequenceNode) and node.value else node
    if isinstance(node, ScalarNode) and (pair := PAIR.fullmatch(node.value)):
        return name_and_value(pair[1], pair[2])
    if key not in NAMED:
        return NO_EXAMPLE
    name, value = NAMED[key]
    if isinstance(first, ScalarNode) and (first is not node or " " not in first.value):
        name = str(first.value)
    return name_and_value(name, value)


def too_far_in(name: Node, node: Node, reading: Reading) -> bool:
    """Report a line under a name with no text after it, because the line is indented too far.

    Returns whether it was reported.
    """
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
