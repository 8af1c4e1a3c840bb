"""Texts without quotation marks that YAML read as keys and values: they hold a colon, or begin with a sign of YAML."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from deckbuild.characters import indent
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Edit, Span, Template, quoted
from deckbuild.reader.context import MappingNode, Node, Reading, ScalarNode, is_nothing, key_names, shortened
from deckbuild.reader.language.examples import LONGEST
from deckbuild.reader.rules import Recognise, recognised
from deckbuild.reader.syntax.joined_lines import joined_lines
from deckbuild.reader.syntax.multiline_text import sign_of, text_under_key
from deckbuild.reader.syntax.quotes import IN_CURLY, lost_mark
from deckbuild.reader.syntax.repair_buffer import Lines

BELOW = "Write `>-` here, and put the text on the next line, two spaces further in."
OR_BELOW = "Or write `>-` and put the text on the next line, two spaces further in."


@dataclass(frozen=True, slots=True)
class Split:
    """A mapping with one key that may have been meant as a text."""

    node: MappingNode
    reading: Reading
    key: ScalarNode
    value: ScalarNode
    own: Collection[str]
    """The keys that may stand beside the text."""


def unquoted_colon(node: MappingNode, reading: Reading, own: Collection[str] = ()) -> bool:
    """Report a text that YAML read as a key and a value, because it contains a colon.

    ``own`` are the keys that may stand beside the text. Returns whether the mapping is such a text.
    """
    if _several_lines(node, reading):
        return True
    key, value = node.value[0] if len(node.value) == 1 else (node, node)
    in_braces = node.flow_style and reading.file.line(node.start_mark.line + 1).startswith("{", node.start_mark.column)
    if not isinstance(key, ScalarNode) or not isinstance(value, ScalarNode) or in_braces:
        return False
    return recognised(SPLIT, Split(node, reading, key, value, own))


def text_in_braces(node: Node, reading: Reading) -> bool:
    """Report a text that begins with braces, such as a place to fill in, ``{name}``: YAML makes keys of its words.

    Returns whether it is such a text.
    """
    if not isinstance(node, MappingNode) or not node.flow_style or not node.value:
        return False
    if not all(is_nothing(value) for _, value in node.value):
        return False
    place = reading.span(node)
    return _reserved("{", place, shortened(place.text, LONGEST), reading.quoted(node, node), reading)


def _question_mark(it: Split) -> bool:
    """Report a text that begins with a question mark: ``? Hvem kommer: alle``."""
    mark = it.node.start_mark
    line = it.reading.file.line(mark.line + 1)
    if line[mark.column : mark.column + 1] != "?" or it.reading.repairs.shifts:
        return False
    place = Span(it.reading.file, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    edits = quoted(it.reading.file, mark.line + 1, mark.column + 1, len(line.rstrip()) + 1) if "#" not in line else ()
    return _reserved("?", place, shortened(line[mark.column :].strip(), 60), edits, it.reading)


def _reserved(sign: str, place: Span, text: str, edits: tuple[Edit, ...], reading: Reading) -> bool:
    reading.error(
        "reserved-sign",
        place,
        "A text can't begin with `{sign}`: the sign means something else there.",
        'Put quotation marks around the whole text: `"{text}"`.',
        sign=sign,
        text=text,
        edits=edits,
    )
    return True


def _split(it: Split) -> bool:
    start, end = it.reading.span(it.key), it.reading.span(it.value)
    cut = it.reading.file.line(end.line)[end.end_column - 1 : it.reading.text_end(end) - 1]
    whole = f"{it.key.value}: {it.value.value}{cut}".strip()
    if it.key.style and start.line == end.end_line:
        whole = start.to(end).text
    below = it.reading.file.line(end.end_line + 1)
    further_in = bool(below.strip()) and len(indent(below)) >= it.node.start_mark.column
    goes_on = further_in and not it.node.flow_style
    message = "The colon in this text splits it in two: “{first}” and “{rest}”."
    edits = it.reading.quoted(it.key, it.value)
    if is_nothing(it.value):
        message = "The colon at the end makes this text a key, with a list or text under it, but nothing follows."
        edits = _with_colon(it.key, it.reading)
    elif lost_mark(whole):
        edits = it.reading.inserted(start, '"')
    if start.line == end.end_line and (curly := IN_CURLY.fullmatch(whole)) and whole[0] not in "»«":
        it.reading.error(
            "curly-quotes",
            replace(start, end_line=end.end_line, end_column=start.column + len(whole)),
            "These curly quotation marks don't hold the text together.",
            'Use straight ones: `"{text}"`. Word writes curly ones by itself; VS Code and Notepad don\'t.',
            text=shortened(curly["text"], 60),
            edits=_straight(it, start, whole, curly["text"]),
        )
        return True
    it.reading.error(
        "unquoted-colon",
        it.key,
        message,
        BELOW if goes_on or it.value.style else _remedy(it, whole),
        first=shortened(it.key.value),
        rest=shortened(it.value.value, 24),
        whole=whole,
        edits=() if it.value.style or goes_on else edits,
    )
    return True


def _straight(it: Split, start: Span, whole: str, text: str) -> tuple[Edit, ...]:
    """Return the edits that write straight quotation marks in the place of curly ones."""
    place = replace(start, end_line=start.line, end_column=start.column + len(whole))
    return it.reading.swap(place, f'"{text}"') if place.text == whole and not set('"\\') & set(text) else ()


def _remedy(it: Split, whole: str) -> Template:
    """Return the hint that says how to write the text, on its line or below."""
    if lost_mark(whole):
        return 'The quotation mark at its beginning is missing: write `"{whole}`.'
    if '"' in whole:
        single = it.key.style and "'" not in whole
        return "Put single quotation marks around the whole text: `'{whole}'`." if single else BELOW
    around = 'Put quotation marks around the whole text: `"{whole}"`.'
    if len(whole) > LONGEST:
        around = "Put quotation marks around the whole text."
    return around if it.node.flow_style else (around, OR_BELOW)


SPLIT: tuple[Recognise[Split], ...] = (_question_mark, lambda it: joined_lines(it.key, it.reading, it.own), _split)
"""The rules for a mapping with one key in the place of a text, in the order in which they are tried."""


def _several_lines(node: MappingNode, reading: Reading) -> bool:
    """Report a text on several lines below its key, if a line contains a colon. Returns whether it is one."""
    lines = Lines(reading.file)
    found = None if node.flow_style else text_under_key(lines, node.start_mark.line)
    if not found:
        return False
    header = found[0]
    key, sign = lines[header].strip(" -:"), sign_of(lines[header].strip(" -:"))
    reading.error(
        "unquoted-colon",
        node.value[0][0],
        "The colon inside this text splits it: “{word}” is taken for a key such as `title:`.",
        "The text stands on several lines. Write `{sign}` after `{key}:` on line {line}.",
        word=shortened(key_names(node)[0]),
        key=key,
        sign=sign,
        line=header + 1,
    )
    return True


def _with_colon(key: Node, reading: Reading) -> tuple[Edit, ...]:
    """Return the edits that put a text and the colon at its end into quotation marks."""
    place = reading.span(key)
    if reading.file.line(place.line)[place.end_column - 1 : place.end_column] != ":":
        return ()
    return quoted(reading.file, place.line, place.column, place.end_column + 1)
