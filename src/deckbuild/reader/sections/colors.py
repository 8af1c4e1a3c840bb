"""Reads ``colors:`` of a theme: names of the theme's colours, each with six hexadecimal digits."""

from __future__ import annotations

import re

from deckbuild.diagnostics import Edit, Span
from deckbuild.model.theme_settings import Swatch
from deckbuild.model.themes import LIGHT
from deckbuild.reader.context import FAILED, Failed, MappingNode, Node, Reading, ScalarNode, is_nothing, shortened
from deckbuild.reader.language.suggest import listed
from deckbuild.reader.values import scalars
from deckbuild.reader.values.unknown_keys import pairs_by_name, unknown_key
from deckbuild.reader.values.wrong_kind import wrong_kind

NAMES = tuple(LIGHT.colors)
HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
SHORT = re.compile(r"#?([0-9A-Fa-f]{3})")
CUT = re.compile(r":\s+#\s*([0-9A-Fa-f]{3,8})\b")
"""A colour that YAML takes for a comment, since a space stands before its #."""


def read_colors(node: Node, reading: Reading, key: str) -> dict[str, Swatch] | Failed:
    """Return the author's colours by name, each with its place."""
    if not isinstance(node, MappingNode):
        wrong_kind(node, reading, key, "keys", '{accent1: "09508A"}', listed(NAMES))
        return FAILED
    found: dict[str, Swatch] = {}
    for name, (key_node, value) in pairs_by_name(node, reading).items():
        if name not in NAMES:
            unknown_key(key_node, NAMES, reading)
        elif (digits := _hex(value, reading, name)) is not FAILED:
            found[name] = Swatch(hex=digits, span=reading.span(value))
    return found if len(found) == len(node.value) else FAILED


def _hex(node: Node, reading: Reading, key: str) -> str | Failed:
    """Return a colour as RRGGBB in capitals."""
    if isinstance(node, ScalarNode) and is_nothing(node):
        number = node.start_mark.line + 1
        if cut := CUT.search(reading.file.line(number)):
            reading.error(
                "color-comment",
                node,
                "`{key}:` is empty, for after a space the sign # begins a comment.",
                'Leave the # out and put the digits in quotation marks: `{key}: "{digits}"`.',
                key=key,
                digits=_six(cut[1]) or "1B1F24",
                edits=_uncommented(number, cut, reading) if _six(cut[1]) else (),
            )
            return FAILED
    value = scalars.scalar(node, reading, key)
    if value is FAILED:
        return FAILED
    digits = value.strip(scalars.QUOTES + " ")
    if match := HEX.fullmatch(digits):
        return match[1].upper()
    if meant := _six(digits):
        hint = 'Write all six digits: `{key}: "{meant}"`.'
    else:
        hint = 'Write two digits (0-9, A-F) each for red, green and blue: `{key}: "09508A"`.'
    message = "“{found}” is not a colour in six digits."
    reading.error(
        "bad-color",
        node,
        message,
        hint,
        key=key,
        found=shortened(value),
        meant=meant,
        edits=reading.swap(node, f'"{meant}"') if SHORT.fullmatch(digits) else (),
    )
    return FAILED


def _uncommented(number: int, cut: re.Match[str], reading: Reading) -> tuple[Edit, ...]:
    """Return the edit that writes the digits in quotation marks, in the place of the comment."""
    place = Span(reading.file, number, cut.start() + 2, number, cut.end() + 1)
    return (Edit(place, f' "{_six(cut[1])}"'),)


def _six(digits: str) -> str:
    """Return the six digits that were probably meant, or an empty text."""
    digits = digits.lstrip("#")
    if SHORT.fullmatch(digits):
        return "".join(digit * 2 for digit in digits).upper()
    return digits[:6].upper() if HEX.match(digits) else ""
