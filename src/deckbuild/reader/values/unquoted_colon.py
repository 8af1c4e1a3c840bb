"""A text that its own colon made into a key and a value, as YAML read it."""

from __future__ import annotations

from collections.abc import Collection

from deckbuild.diagnostics import Edit, Span, Template, quoted
from deckbuild.reader.context import MappingNode, Node, Reading, ScalarNode, is_nothing, shortened
from deckbuild.reader.language.examples import LONGEST
from deckbuild.reader.syntax.joined_lines import joined_lines
from deckbuild.reader.syntax.multiline_text import sign_of, text_under_key
from deckbuild.reader.syntax.repair_buffer import Lines


def unquoted_colon(node: MappingNode, reading: Reading, own: Collection[str] = ()) -> bool:
    """Report a text that its own colon made into a key and a value; whether that is what happened.

    ``own`` are the keys that may stand beside the text.
    """
    if _several_lines(node, reading):
        return True
    if len(node.value) != 1:
        return False
    key, value = node.value[0]
    if not isinstance(key, ScalarNode) or not isinstance(value, ScalarNode):
        return False
    mark = node.start_mark
    if node.flow_style and reading.file.line(mark.line + 1)[mark.column : mark.column + 1] == "{":
        return False
    line = reading.file.line(mark.line + 1)
    if line[mark.column : mark.column + 1] == "?" and not reading.repairs.shifts:
        reading.error(
            "reserved-sign",
            Span(reading.file, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2),
            "A text can't begin with `{sign}`: the sign means something else there.",
            'Put quotation marks around the whole text: `"{text}"`.',
            sign="?",
            text=shortened(line[mark.column :].strip(), 60),
            edits=quoted(reading.file, mark.line + 1, mark.column + 1, len(line.rstrip()) + 1)
            if "#" not in line
            else (),
        )
        return True
    if joined_lines(key, reading, own):
        return True
    start, end = reading.span(key), reading.span(value)
    whole = f"{key.value}: {value.value}".strip()
    if key.style and start.line == end.end_line:
        whole = reading.file.line(start.line)[start.column - 1 : end.end_column - 1]
    around = 'Put quotation marks around the whole text: `"{whole}"`.'
    if len(whole) > LONGEST:
        around = "Put quotation marks around the whole text."
    hint: Template = around
    if '"' in whole or value.style:
        hint = "Write `>-` here, and put the text on the next line, two spaces further in."
    below = reading.file.line(end.end_line + 1)
    goes_on = bool(below.strip()) and len(below) - len(below.lstrip()) >= mark.column and not node.flow_style
    if goes_on:
        hint = "Write `>-` here, and put the text on the next line, two spaces further in."
    elif '"' in whole and "'" not in whole and not value.style and key.style:
        hint = "Put single quotation marks around the whole text: `'{whole}'`."
    elif '"' not in whole and not value.style and not node.flow_style:
        hint = (around, "Or write `>-` and put the text on the next line, two spaces further in.")
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
        whole=whole,
        edits=()
        if value.style or goes_on
        else reading.quoted(key, value)
        if not is_nothing(value)
        else _with_colon(key, reading),
    )
    return True


def _several_lines(node: MappingNode, reading: Reading) -> bool:
    """Report a text on several lines below its key, of which at least one has a colon; whether it is one."""
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
        word=shortened(getattr(node.value[0][0], "value", "")),
        key=key,
        sign=sign,
        line=header + 1,
    )
    return True


def _with_colon(key: Node, reading: Reading) -> tuple[Edit, ...]:
    """Put a text that ends with a colon into quotation marks."""
    place = reading.span(key)
    if reading.file.line(place.line)[place.end_column - 1 : place.end_column] != ":":
        return ()
    return quoted(reading.file, place.line, place.column, place.end_column + 1)
