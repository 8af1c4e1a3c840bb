"""Which language to speak: the deck's own, or the system's."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from deckbuild.locales.catalogue import LANGUAGES

if sys.platform == "win32":
    import ctypes

BLOCK = re.compile(rb"^deck:(.*\n(?:[ \t#].*\n|\s*\n)*)", re.MULTILINE)
LANGUAGE = re.compile(rb"(?:^|[{,])[ \t]*(?:language|sprog)[ \t]*:[ \t]*[\"']?(da|en)\b", re.MULTILINE | re.IGNORECASE)
ENGLISH = 0x09
"""The primary language of Windows's language ids; Danish is 0x06."""
DANISH = 0x06


def deck_language(path: Path) -> str | None:
    """Return what a deck says under ``deck: language:``, also when the deck is broken or can't be read as YAML."""
    try:
        with path.open("rb") as file:
            beginning = file.read(20_000)
    except (OSError, ValueError):
        return None
    text = beginning.replace(b"\r\n", b"\n").replace(b"\r", b"\n").removeprefix(b"\xef\xbb\xbf") + b"\n"
    block = BLOCK.search(text)
    found = LANGUAGE.search(block[1]) if block else None
    return found[1].decode().lower() if found else None


def system_language() -> str:
    """Return the language of the locale or of Windows; English when it is none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return _known(value[:2].lower())
    return _known(_windows_language())


def _windows_language() -> str:
    if sys.platform == "win32":
        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return {DANISH: "da", ENGLISH: "en"}.get(primary, "")
    return ""


def _known(language: str) -> str:
    return language if language in LANGUAGES else "en"
