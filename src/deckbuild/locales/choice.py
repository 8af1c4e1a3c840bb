"""Which language messages are in: the deck's own, or the system's."""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path

from deckbuild.locales.languages import SOURCE, every_language, known_code

if sys.platform == "win32":
    import ctypes

NO_LANGUAGE = ("", "C", "POSIX")
"""Locales that are of no language, so that none is loaded to compare them with."""
_MARKS = b"\xef\xbb\xbf\xfe\xff"
"""The bytes of the marks that a file in UTF-8 or UTF-16 begins with."""
BLOCK = re.compile(rb"^deck:(.*\n(?:[ \t#].*\n|\s*\n)*)", re.MULTILINE)


def deck_language(path: Path) -> str | None:
    """Return the code of the language that a deck names, by code, tag or name, under ``deck: language:``.

    The deck may be broken, or not be YAML. If no line begins with ``deck:``, a line with the language may stand
    anywhere, or letters tell the language; of a file with neither, the other decks in its folder do. Returns nothing
    when the deck names no language, or one that is not ours.
    """
    beginning = _beginning(path)
    if beginning is None or (named := language_named_in(beginning)) or BLOCK.search(_lines(beginning)):
        return None if beginning is None else named
    others = sorted(each for each in path.parent.glob("*.y*ml") if each != path)[:8]
    named_there = (language_named_in(_beginning(each) or b"") for each in others)
    return _told_by_letters(beginning) or next(filter(None, named_there), None)


def _beginning(path: Path) -> bytes | None:
    from deckbuild.foreign.files import TABLE, opened  # here: what only speaks, such as help, starts without it

    try:
        with opened(path, TABLE) as file:
            return file.read(20_000)
    except OSError:
        return None


def _told_by_letters(beginning: bytes) -> str | None:
    text = beginning.decode("utf-8", "replace").casefold()
    return next((each.code for each in every_language() if {*each.letters} & {*text}), None)


def _lines(beginning: bytes) -> bytes:
    return beginning.replace(b"\0", b"").replace(b"\r\n", b"\n").replace(b"\r", b"\n").lstrip(_MARKS) + b"\n"


def language_named_in(beginning: bytes) -> str | None:
    """Return what the beginning of a deck file, in UTF-8 or UTF-16, says under ``deck: language:``.

    If no line begins with ``deck:``, the first line with a language counts.
    """
    text = _lines(beginning)
    block = BLOCK.search(text)
    found = _language_line().search(block[1] if block else text)
    return known_code(found[1].decode("utf-8", "replace")) if found else None


@cache
def _language_line() -> re.Pattern[bytes]:
    """Return the pattern of the line with a deck's language. Its key may be in any language."""
    words = [word for each in every_language() for word, keys in each.words.keys.items() if "language" in keys.split()]
    line = rf"""(?:^|[{{,])[ \t]*(?:language|{"|".join(words)})[ \t]*:[ \t]*["']?([^\s"',:}}#]+)"""
    return re.compile(line.encode(), re.MULTILINE | re.IGNORECASE)


def system_language() -> str:
    """Return the code of the language of the locale or of Windows; English when that is none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return _known(re.split("[.@]", value)[0])
    return _known(_windows_language())


def _windows_language() -> str:
    if sys.platform == "win32":
        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return next((language.code for language in every_language() if language.windows == primary), "")
    return ""


def _known(locale: str) -> str:
    return SOURCE if locale in NO_LANGUAGE else known_code(locale) or SOURCE
