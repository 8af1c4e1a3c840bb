r"""Mistakes with backslashes: in ``"assets\torvet.jpg"`` YAML reads the backslash and the t as a tab."""

from __future__ import annotations

import re

from deckbuild.diagnostics import Span
from deckbuild.editing import as_value
from deckbuild.reader.context import Node, Reading, ScalarNode

_CODE = r"(?:x|u00|U000000)(?:[0189][0-9a-fA-F]|7[fF])"
_CONTROL = re.compile(rf"(?<!\\)(?:\\\\)*(\\(?:[abefnrtv0]|{_CODE}))")
"""Matches escapes that stand for a control character, such as a tab or a line end."""

_PATH = re.compile(r"(?:^|[\s(])(?:[A-Za-z]:|\\\\)\S*$|\\\S*\\\S*$|\\\S*\.\w{2,4}$")
"""Matches at the end of a text if its last word looks like the path of a file."""
_FAR = 100
"""The most letters around an escape that are looked at."""

_DOUBLED = re.compile(r"(?<=\S)\\\\")
_READ = re.compile(r"\\[0abtnvfre\"/\\N_LPxuU \t]")
"""Matches what YAML reads as an escape; a backslash before another sign can only be meant as it stands."""
_DRIVE = re.compile(r"(?<!\S)\\\\\w|\b[A-Za-z]:\\")
"""Matches the beginning of a path of Windows from its server or drive on."""

ELSEWHERE = re.compile(r"[A-Za-z]:/|file:|/|~/")
"""Matches the beginning of the name of a file that is not counted from the deck's folder, written with slashes."""
_FILE_KEY = re.compile(r"(?:^|[\s{,])(?P<key>file|logo|template): *$")
"""Matches before the name of a file."""


def file_key(before: str) -> str:
    """Return the key of a file's name that a line has right ``before`` its value, or an empty text."""
    match = _FILE_KEY.search(before)
    return match["key"] if match else ""


def file_name(typed: str) -> str:
    """Return what to write for the name of a file beside the deck that was typed with backslashes."""
    name = re.sub(r"\\+", "/", typed)
    return f"assets/{name.rsplit('/', 1)[-1]}" if ELSEWHERE.match(name) else name


def as_typed(text: str) -> str | None:
    r"""Return what stands between double quotation marks as a YAML scalar that is printed as it was typed.

    ``None`` if it is not sure that each backslash is meant as one: outside paths ``\n`` may be a line break.
    """
    if "'" in text or '"' in text or _DOUBLED.search(text) or any(map(_line_break, _CONTROL.finditer(text))):
        return None
    path, read = _DRIVE.search(text), _READ.search(text)
    return None if read and not (path and path.start() <= read.start()) else f"'{text}'"


def _written(node: ScalarNode, reading: Reading) -> tuple[Span, str]:
    """Return the span of a text in double quotation marks, and the characters between them on its first line."""
    place = reading.span(node)
    end = place.end_column - 2 if place.line == place.end_line else None
    return place, reading.file.line(place.line)[place.column : end]


def control_escape(node: Node, reading: Reading, key: str) -> bool:
    """Report a file's name in which a backslash made a control character. Returns whether it was reported."""
    if not isinstance(node, ScalarNode) or node.style != '"':
        return False
    place, text = _written(node, reading)
    match = _CONTROL.search(text)
    if not match:
        return False
    name = file_name(text)
    column = place.column + 1 + match.start(1)
    reading.error(
        "bad-escape",
        Span(place.file, place.line, column, place.line, column + len(match[1])),
        'Inside `"…"` the characters `{sign}` are read as one that no file\'s name has.',
        "Write `/` in file names, and keep the file beside the deck: `{key}: {name}`.",
        sign=match[1],
        key=key,
        name=name,
        edits=reading.swap(place, as_value(name)),
    )
    return True


def escape_slip(node: ScalarNode, reading: Reading) -> None:
    r"""Warn of a text in which a backslash made a control character.

    A line break, ``\n``, is meant; not where it makes a path of a word, as in ``K:\nyt``.
    """
    place, text = _written(node, reading)
    typed = as_typed(text) if place.line == place.end_line else None
    if match := next((found for found in _CONTROL.finditer(text) if not _line_break(found)), None):
        column, coded = place.column + 1 + match.start(1), bool(re.fullmatch(rf"\\{_CODE}", match[1]))
        reading.warning(
            "escape",
            Span(place.file, place.line, column, place.line, column + len(match[1])),
            'Inside `"…"` the two characters `{sign}` are not printed: they begin a new line.'
            if match[1] in ("\\n", "\\r")
            else 'Inside `"…"` the characters `{sign}` stand for one that can\'t be seen.'
            if coded
            else 'Inside `"…"` the two characters `{sign}` are not printed.',
            "To print each backslash as it stands, write single quotation marks: `{typed}`."
            if typed
            else "Delete them."
            if coded
            else "To print them, write two backslashes: `\\{sign}`.",
            sign=match[1],
            typed=typed or "",
            edits=reading.swap(place, typed) if typed else (),
        )


def _line_break(escape: re.Match[str]) -> bool:
    """Whether an escape is a line break that the author meant."""
    if escape[1] != "\\n":
        return False
    before = escape.string[: escape.start(1)][-_FAR:].split("\\n")[-1]
    after = escape.string[escape.end() :][:_FAR].split("\\n")[0]
    return not after[:1].islower() or (
        " " in escape.string[: 2 * _FAR] and not _PATH.search(before + "\\" + after.split(" ")[0])
    )
