"""Rules for a mapping with unknown keys that was probably not meant as a mapping with these keys."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from deckbuild.characters import indent
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Edit, Span
from deckbuild.locales.synonyms import ALSO_WORDS
from deckbuild.reader.context import MappingNode, Reading, ScalarNode, key_names, shortened, spaces
from deckbuild.reader.language.examples import LONGEST, own_words
from deckbuild.reader.language.suggest import listed, meant_keys
from deckbuild.reader.language.vocabulary import CONTENT, all_words
from deckbuild.reader.rules import Recognise, recognised
from deckbuild.reader.values.unknown_keys import SLIDES, meant
from deckbuild.reader.values.unquoted_colon import text_in_braces, unquoted_colon

AT_THE_BEGINNING = {"from", "head", "item", "left", "right"}
"""Keys that are also common words, but not ones with which a text begins."""


@dataclass(frozen=True, slots=True)
class Misread:
    """A mapping with a key that does not belong there, and the keys that do."""

    node: MappingNode
    reading: Reading
    name: str
    """The name of the class that is being read."""
    known: Collection[str]
    required: Sequence[str]
    may_be_text: bool
    """Whether a text may stand in the place of the mapping: the class's shorthand is a text."""


def misread_mapping(it: Misread) -> bool:
    """Report a mapping with unknown keys as a whole, if a rule recognises the mistake. Returns whether one does."""
    strange = any(key.value not in it.known for key, _ in it.node.value if isinstance(key, ScalarNode))
    return strange and recognised(NOT_ITS_KEYS, it)


def foreign(node: MappingNode, known: Collection[str]) -> bool:
    """Whether no key of a mapping is known, and none looks like a known key."""
    keys = [key.value for key, _ in node.value if isinstance(key, ScalarNode)]
    return 0 < len(keys) == len(node.value) and not any(meant(key, known) for key in keys)


def _in_braces(it: Misread) -> bool:
    """Report words in braces that are no keys, as in ``- {name}``, where a text may stand."""
    known = any(meant(name, it.known) for name in key_names(it.node))
    return it.may_be_text and not known and text_in_braces(it.node, it.reading)


def _is_text(it: Misread) -> bool:
    """Report a text with a colon: ``- Pris: gratis``. Its first word is no key of this place or of a slide."""
    first = it.node.value[0][0]
    if not it.may_be_text or len(it.node.value) != 1 or not isinstance(first, ScalarNode):
        return False
    key = first.value
    if " " not in key and key.islower():
        of_the_language = key in all_words() and (key in AT_THE_BEGINNING or key not in ALSO_WORDS)
        if of_the_language or meant(key, it.known) or {key, *meant_keys(key)} & CONTENT:
            return False
    return key not in it.known and unquoted_colon(it.node, it.reading, it.known)


def _own_words(it: Misread) -> bool:
    """Report ``first: second`` if both are values that need keys of their own."""
    written = own_words(it.name, it.required, it.node).text() if foreign(it.node, it.known) else ""
    if not written:
        return False
    key, value = it.node.value[0]
    whole = it.reading.span(key).to(it.reading.span(value))
    it.reading.error(
        "unknown-key",
        key,
        "“{key}” is not a key that can stand here.",
        "Write it like this: `{example}`." if len(written) <= LONGEST else "The keys here are {keys}.",
        key=shortened(key.value),
        keys=listed(it.known),
        example=written,
        edits=it.reading.swap(whole, written) if not it.node.flow_style and value.style not in ("|", ">") else (),
    )
    return True


NOT_ITS_KEYS: tuple[Recognise[Misread], ...] = (
    lambda it: new_slide(it.node, it.known, it.reading),
    _in_braces,
    _is_text,
    _own_words,
)
"""The rules, tried before the unknown keys are reported one by one."""


def new_slide(node: MappingNode, known: Collection[str], reading: Reading) -> bool:
    """Report an item that is a slide but is indented as an item of the slide above. Returns whether it is one."""
    key = node.value[0][0] if node.value else node
    place = reading.span(key)
    line = reading.file.line(place.line)
    dash = len(indent(line))
    if (
        node.flow_style
        or getattr(key, "value", "") not in ("title", "section")
        or {"title", "section", "paper"} & {*known}
        or line[dash : place.column - 1] != "- "
    ):
        return False
    begun = next((n for n, each in enumerate(reading.file.lines, 1) if SLIDES.match(each)), 0)
    first = next((each for each in reading.file.lines[begun : place.line] if each.lstrip().startswith("- ")), line)
    out = dash - len(indent(first))
    last = reading.span(node).end_line
    if not begun or out <= 0:
        return False
    reading.error(
        "wrong-indent",
        key,
        "A new slide begins here, but its hyphen stands too far in, under that of the slide above.",
        "Move line {first} and the lines under it out by {spaces}, to the column of the other slides' hyphens."
        if last > place.line
        else "Move it out by {spaces}, to the column of the other slides' hyphens.",
        first=place.line,
        spaces=spaces(out),
        edits=tuple(
            Edit(Span(reading.file, number, 1, number, out + 1), "")
            for number in range(place.line, last + 1)
            if reading.file.line(number).strip()
        )
        if _nothing_goes_on(reading, last, dash - out)
        else (),
    )
    return True


def _nothing_goes_on(reading: Reading, last: int, column: int) -> bool:
    """Whether the next line after line ``last`` begins a slide at ``column``, or stands at the very left."""
    below = (line for line in reading.file.lines[last:] if line.strip() and not line.lstrip().startswith("#"))
    line = next(below, "")
    return len(indent(line)) in (0, column) and (not line[:1].isspace() or line.lstrip().startswith("- "))
