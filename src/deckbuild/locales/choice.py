"""Which language to speak: the deck's own, or the system's."""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path

from deckbuild.locales.languages import LANGUAGES, SOURCE, every_language, known_language

if sys.platform == "win32":
    import ctypes

BLOCK = re.compile(rb"^deck:(.*\n(?:[ \t#].*\n|\s*\n)*)", re.MULTILINE)


def deck_language(path: Path) -> str | None:
    """Return what a deck says under ``deck: language:``, also when the deck is broken or can't be read as YAML."""
    try:
        with path.open("rb") as file:
            beginning = file.read(20_000)
    except (OSError, ValueError):
        return None
    text = beginning.replace(b"\r\n", b"\n").replace(b"\r", b"\n").removeprefix(b"\xef\xbb\xbf") + b"\n"
    block = BLOCK.search(text)
    found = _named().search(block[1]) if block else None
    return found[1].decode().lower() if found else None


@cache
def _named() -> re.Pattern[bytes]:
    """Return the pattern of the line with a deck's language, with the key in any language."""
    words = [word for each in every_language() for word, keys in each.words.keys.items() if "language" in keys.split()]
    line = rf"""(?:^|[{{,])[ \t]*(?:language|{"|".join(words)})[ \t]*:[ \t]*["']?({"|".join(LANGUAGES)})\b"""
    return re.compile(line.encode(), re.MULTILINE | re.IGNORECASE)


def system_language() -> str:
    """Return the language of the locale or of Windows; English when it is none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return _known(re.split("[_.@]", value)[0])
    return _known(_windows_language())


def _windows_language() -> str:
    if sys.platform == "win32":
        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return next((language.code for language in every_language() if language.windows == primary), "")
    return ""


def _known(tag: str) -> str:
    language = known_language(tag)
    return language.code if language else SOURCE
