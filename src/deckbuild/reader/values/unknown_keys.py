"""Reports keys that are unknown, misplaced, repeated or missing, and nodes that can't be keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Any

from deckbuild.characters import indent, named
from deckbuild.diagnostics import Edit, Span
from deckbuild.reader.context import (
    MappingNode,
    Node,
    Reading,
    ScalarNode,
    SequenceNode,
    key_names,
    shortened,
    spaces,
)
from deckbuild.reader.language.key_places import belonging, place_under
from deckbuild.reader.language.suggest import listed, meant_keys, nearest, same, sure
from deckbuild.reader.language.vocabulary import all_words
from deckbuild.reader.syntax.new_slides import NEW_SLIDE
from deckbuild.reader.syntax.repair_buffer import Lines
from deckbuild.reader.values.split_items import UNSPACED, split_by_comma

MANY = 12
"""Of more keys than this, the message names only the nearest."""
TEXT_BELOW = re.compile(r"[:\-]\s+([|>][-+]?)\s*$")
SLIDES = re.compile(r"slides *:")
_WHERE = {
    "under": "It belongs under {belongs}, two spaces further in.",
    "in": "It belongs under {belongs}.",
    "left": "It belongs under {belongs}, which begins at the very left.",
    "own": "It belongs under a slide's own `handout:`.",
    "slide": "It belongs to the slide itself: begin it in the same column as the slide's `title:`.",
    "slides": "It belongs to a slide, under `slides:`.",
    "section": "It begins a slide of its own, in the same column as the slides' hyphens: `- section: …`.",
    "question": "It belongs to a question: write it on a line under `ask: …`, in the same column as `ask:`.",
    "top": "It begins at the very left.",
}
"""How a key belongs elsewhere (``Where``) -> the hint."""
_UNDER_QUESTION = (
    "It belongs to a question, such as the one on line {asked}: write it on a line of its own under line {last}, "
    "{spaces} from the left."
)
_EMPTIED = "Then delete `{owner}:` on line {above}: nothing is left under it."
_LISTS = {"items", "rows", "cards", "fields", "steps", "questions"}
_ALIKE = (_LISTS, {"file", "data"}, {"kind", "type"}, {"authors", "by"})
"""Keys for the same in blocks of different kinds: the name of one is easily taken for that of another."""
_FOREIGN = re.compile(
    r"(?P<code>(?:source-?)?code|(?:kilde|program)?kode|pre)|(?P<film>video(?:er)?|films?|movie|youtube|audio|lyd|sound)|"
    r"(?P<qr>qr(?:[ _-]?[ck]ode)?|bar-?code|stregkode)",
    re.IGNORECASE,
)
"""What other programs have a key for."""
_INSTEAD = {
    "code": "Show code as a picture, with `picture:`.",
    "film": "A deck has no films and no sound: link to them with `[see the film](https://…)`, or show a picture.",
    "qr": "Write `closing:` and under it `link:` with the address: the code is drawn. The handout prints the address "
    "of each link anyway.",
}
"""Group of ``_FOREIGN`` -> what is written here."""
_HEAD = "If it is the head of this list, write `head: {key}`, and `bullets:` on a line of its own above the list."
_MESSAGE = "“{key}” is not a key that can stand here."


def key_name(node: Node, reading: Reading) -> str:
    """Return the characters of a key. Reports a key that is no scalar, and returns an empty text for it."""
    if isinstance(node, ScalarNode):
        return str(node.value)
    place = reading.span(node)
    text = place.onward.rstrip()
    whole = '"' not in text and " #" not in text and not text.endswith(":") and not place.before.strip(" -")
    reading.error(
        "bad-key",
        node,
        "A list or braces stand here as a key.",
        'Put quotation marks around the whole text: `"{text}"`.'
        if whole
        else 'A text that begins with a bracket or a brace stands in quotation marks: `"[…]"`.',
        text=shortened(text),
    )
    return ""


def duplicate_key(node: Node, first: Node, reading: Reading) -> None:
    """Report a key that stands twice in one mapping.

    If the first key of an item is repeated, the hyphen of a second item is missing. Then the other keys of that item
    are repeated too, which is a consequence and is not reported.
    """
    line = reading.file.line(first.start_mark.line + 1)
    before = line[: first.start_mark.column + reading.repairs.shifts[first.start_mark.line]].strip()
    begins = bool(before) and not before.strip("- ")
    below = TEXT_BELOW.search(line)
    if begins:
        reading.around.ran_together = range(first.start_mark.line, node.start_mark.line)
    elif first.start_mark.line in reading.around.ran_together:
        return
    between = range(first.start_mark.line + 2, node.start_mark.line + 1)
    first_lines = all(reading.file.line(n).lstrip().startswith(NEW_SLIDE) for n in between)
    reading.error(
        "duplicate-key",
        node,
        "`{key}:` stands here for the second time; the first is on line {line}.",
        "Keep one of the two, and delete the other."
        if begins and first_lines and key_name(node, reading) in NEW_SLIDE
        else "Does a new item begin here? Then put a hyphen before it, right under the hyphen above: `- {key}: …`."
        if begins
        else "Write both texts under `{key}: {sign}` on line {line}, and delete `{key}:` here."
        if below
        else "Put the two together, or remove one of them.",
        sign=below[1] if below else "",
        key=getattr(node, "value", ""),
        line=first.start_mark.line + 1,
    )


def pairs_by_name(node: MappingNode, reading: Reading) -> dict[str, tuple[ScalarNode, Node]]:
    """Return name -> (key, value) for the pairs of a mapping.

    Keys that are no scalars, and names that stand there already, are reported and left out. So if something was
    reported, there are fewer names than pairs.
    """
    found: dict[str, tuple[ScalarNode, Node]] = {}
    for key, value in node.value:
        name = key_name(key, reading)
        if name in found:
            duplicate_key(key, found[name][0], reading)
        elif isinstance(key, ScalarNode):
            found[name] = key, value
    return found


def meant(name: str, known: Iterable[str]) -> str:
    """Return the known key that ``name`` was probably meant as, or an empty text."""
    unspaced = UNSPACED.match(name)
    return unspaced[1] if unspaced and unspaced[1] in [*known] else nearest(name, known)


def with_keys(node: MappingNode) -> set[str]:
    """Return the keys of a mapping whose values are mappings, under which another key may belong."""
    return {
        str(key.value) for key, value in node.value if isinstance(key, ScalarNode) and isinstance(value, MappingNode)
    }


def unknown_key(
    node: Node,
    known: Iterable[str],
    reading: Reading,
    belongs: str = "",
    beside: Collection[str] = (),
    taken: Collection[str] = (),
    value: Node | None = None,
) -> None:
    """Report a key that does not belong here, with the nearest known key, or with the place where it belongs.

    ``known`` are the keys that may stand here; ``belongs`` is the key that it belongs under, if the caller knows it.
    Of the same mapping, ``beside`` are the keys with mappings as values, and ``taken`` all keys that it has already.
    ``value`` is what the key holds, if the caller knows it.
    """
    if not isinstance(node, ScalarNode):
        return
    known = list(known)
    name = str(node.value)
    near = nearest(name, known)
    if _unseen_letter(node, near, reading) or _unspaced(node, known, reading) or _text_at_the_left(node, near, reading):
        return
    if near in taken and same(name, known) == near:
        reading.error(
            "unknown-key",
            node,
            _MESSAGE,
            "It is called `{near}`, and `{near}:` stands here already: put the two together, or remove one of them.",
            key=shortened(name),
            near=near,
        )
        return
    free = [key for key in known if key not in taken]
    near = nearest(name, free)
    written = "" if belongs else sure(name, free) or _own_word(name, value, free)
    args: dict[str, Any] = {
        "key": shortened(node.value),
        "near": near,
        "keys": listed(known),
        "belongs": f"`{belongs}:`",
    }
    args["edits"] = reading.swap(node, written) if written else ()
    if belongs:
        reading.error("unknown-key", node, _MESSAGE, "It belongs under {belongs}, two spaces further in.", **args)
    elif not written and _elsewhere(node, known, reading, beside):
        return
    elif (foreign := _FOREIGN.fullmatch(name)) and foreign.lastgroup:
        reading.error("unknown-key", node, _MESSAGE, _INSTEAD[foreign.lastgroup], **args)
    elif written and not near:
        reading.error("unknown-key", node, _MESSAGE, "It is called `{near}`.", **{**args, "near": written})
    elif near:
        hint = "Did you mean `{near}`?" if len(known) > MANY else "Did you mean `{near}`? The keys here are {keys}."
        reading.error("unknown-key", node, _MESSAGE, hint, **args)
    else:
        headed = isinstance(value, SequenceNode) and {"head", "body"} <= {*free}
        reading.error("unknown-key", node, _MESSAGE, _HEAD if headed else "The keys here are {keys}.", **args)


def _own_word(name: str, value: Node | None, free: Iterable[str]) -> str:
    """Return what is called so here, or is the only thing that may hold what stands under ``name``; else an empty text.

    It is called so in another kind of block, or ``name`` is no key anywhere: ``hun`` with ``center:`` under it.
    """
    if isinstance(value, MappingNode) and name not in all_words():
        fitting = [
            key for key in free if value.value and all(place_under(key, each) == "itself" for each in key_names(value))
        ]
        return fitting[0] if len(fitting) == 1 else ""
    called = {name, *meant_keys(name)}
    own = [
        key
        for alike in _ALIKE
        if called & alike and isinstance(value, SequenceNode) == (alike is _LISTS)
        for key in free
        if key in alike
    ]
    return own[0] if len(own) == 1 else ""


def _text_at_the_left(node: ScalarNode, near: str, reading: Reading) -> bool:
    """Report a line of a text under ``|`` that stands in the column of the text's key. Returns whether it is one."""
    number = node.start_mark.line
    column = node.start_mark.column
    before = reading.file.line(number + 1)[:column].strip()
    if near or before or not (node.value[:1].isupper() or " " in node.value):
        return False
    for above in range(number, 0, -1):
        line = reading.file.line(above)
        if line.strip() and len(indent(line)) <= column:
            sign = TEXT_BELOW.search(line)
            if not sign:
                return False
            reading.error(
                "text-not-indented",
                node,
                "This text belongs under line {line}, but is not indented under it.",
                "Indent the text two spaces further than the line that ends with `{sign}`.",
                line=above,
                sign=sign[1],
            )
            return True
    return False


def _elsewhere(node: ScalarNode, known: list[str], reading: Reading, beside: Collection[str]) -> bool:
    """Report where a key belongs that exists, also in translation, but not in this place. Returns whether it exists."""
    for key in (str(node.value), *meant_keys(node.value)):
        if place := belonging(key, known, beside):
            called = "" if key == node.value else "It is called `{near}`."
            hint, emptied, found = _WHERE[place[0]], "", dict[str, Any]()
            if place[0] == "question" and (found := _question_above(node, reading)):
                hint, emptied = _UNDER_QUESTION, _EMPTIED if found["alone"] else ""
            reading.error(
                "unknown-key", node, _MESSAGE, (called, hint, emptied), key=shortened(node.value), near=key,
                belongs=place[1], **found,
            )  # fmt: skip
            return True
    return False


def _question_above(node: Node, reading: Reading) -> dict[str, Any]:
    """Return what ``_UNDER_QUESTION`` and ``_EMPTIED`` say of the question nearest above a key on its slide.

    It is empty if no question surely stands there. ``alone`` tells whether nothing but the key stands under ``owner``.
    """
    lines, number = Lines(reading.file), reading.span(node).line - 1
    asked = above = lines.above(number)
    while asked >= 0 and not (lines.beginning(asked)["dashes"] or not lines.indent(asked)):
        asked = lines.above(asked)
    begun = lines.beginning(asked)
    if asked < 0 or begun["key"] != "ask" or not begun["dashes"]:
        return {}
    column = begun.end("dashes")
    last = asked
    while lines.indent(lines.below(last)) >= column:
        last = lines.below(last)
    owner = lines.beginning(above)
    empty = bool(owner["key"]) and not lines[above][lines.value_start(above) :].strip()
    alone = empty and lines.indent(above) < lines.indent(number) > lines.indent(lines.below(number))
    return {
        "asked": asked + 1,
        "last": last + 1,
        "spaces": spaces(column),
        "alone": alone,
        "owner": owner["key"] or "",
        "above": above + 1,
    }


def _unseen_letter(node: ScalarNode, near: str, reading: Reading) -> bool:
    """Report a key that is not known because of a character that can't be seen."""
    unseen = next((letter for letter in str(node.value) if unicodedata.category(letter) == "Cf"), "")
    if not near or not unseen:
        return False
    reading.error(
        "control-character",
        node,
        "An invisible character ({sign}) stands in or before the key `{near}`.",
        "Delete the key and type it again.",
        sign=named(unseen),
        near=near,
        edits=reading.swap(node, near),
    )
    return True


def _unspaced(node: ScalarNode, known: list[str], reading: Reading) -> bool:
    """Report a key and value that YAML read as one key: ``{file:assets/foto.png}``. Returns whether it is that."""
    match = UNSPACED.match(node.value)
    if not match or match[1] not in known or node.style:
        return False
    edits = reading.inserted(_after(reading.span(node), match.end()), " ")
    return no_space(node, match[1], shortened(node.value[match.end() :]), edits, reading)


def no_space(node: Node, key: str, text: str, edits: tuple[Edit, ...], reading: Reading) -> bool:
    """Report a key without a space after its colon, and the text there. Returns True: it is one."""
    reading.error(
        "colon-without-space",
        node,
        "There is no space after the colon, so `{key}:` is no key.",
        "Write a space after it: `{key}: {text}`.",
        key=key,
        text=text,
        edits=edits,
    )
    return True


def _after(place: Span, letters: int) -> Span:
    return Span(place.file, place.line, place.column + letters, place.line, place.column + letters)


def unknown_keys(node: MappingNode, known: Collection[str], reading: Reading) -> set[str]:
    """Report the keys of a mapping that don't belong there.

    Returns the known keys that were probably meant, so that they are not reported as missing. For a key that is like
    no known key, the set has an empty text; if commas split a text, it has ``split``.
    """
    strange = [key for key, _ in node.value if not (isinstance(key, ScalarNode) and key.value in known)]
    if not strange:
        return set()
    pieces = split_by_comma(node, known, reading)
    beside, taken = with_keys(node), {*key_names(node)}
    seen: dict[str, Node] = {}
    under, free = dict(node.value), [key for key in known if key not in taken]
    for key in strange:
        name = key_name(key, reading) if key not in pieces else ""
        if name in seen:
            duplicate_key(key, seen[name], reading)
        elif key not in pieces:
            seen[name] = key
            unknown_key(key, known, reading, beside=beside, taken=taken, value=under[key])
    found = {meant(name, known) or _own_word(name, under[key], free) for name, key in seen.items()}
    return found | ({"split"} if pieces else set())
