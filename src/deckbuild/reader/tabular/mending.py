"""What exports do to a text: letters encoded twice or written as codes, signs that can't be seen."""

from __future__ import annotations

import html
import re

from deckbuild.characters import SOFT_HYPHEN, cleaned
from deckbuild.reader.encodings import read_again

_JOINERS = re.compile("(?<![\u0600-\U0010ffff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\U0010ffff])")
"""Joiners where none of the scripts stands that they are for."""
_TWICE = ("cp1252", "mac_roman", "cp850", "cp437")
"""The code pages that UTF-8 is read in by mistake."""
_NEVER = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""Signs that stand for lost letters, and those that no text has."""


_CODES = re.compile(r"(?:(?<=[a-z])|(?=(?:[%=][0-9A-F]{2})+[a-z]))(?P<sign>[%=])[89A-F][0-9A-F]")
"""Letters of a word by the codes of their bytes, as web forms and mails write them: ``S%C3%B8ren``, ``S=F8ren``."""
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})")
"""A letter as JSON writes it: ``S\\u00f8ren``."""


def without_unseen(text: str) -> str:
    """Return a text in composed letters, without signs that can't be seen, with single spaces."""
    return " ".join(_JOINERS.sub("", cleaned(text).replace(SOFT_HYPHEN, "")).split())


def lost(text: str) -> bool:
    """Whether letters of a text were lost when it was saved."""
    return bool(_NEVER.search(text))


def mended(text: str) -> str:
    """Return a text as it was before its letters were encoded twice, or written as codes or HTML; else as it is."""
    while not text.isascii() and (once := _decoded_again(text)):
        text = once
    if codes := _CODES.search(text):
        text = re.sub(rf"(?:{codes['sign']}[0-9A-F]{{2}})+", _by_bytes, text)
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return html.unescape(text) if re.search(r"&#?\w+;", text) else text


def _by_bytes(found: re.Match[str]) -> str:
    """Return the letters whose bytes are written after signs, in UTF-8 or else in Windows-1252."""
    data = bytes.fromhex(found[0].replace(found[0][0], ""))
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _decoded_again(text: str) -> str:
    """Return the text that, read in a wrong code page, became ``text``; empty if there is none."""
    found = (read_again(text, encoding) for encoding in _TWICE)
    return next((again for again in found if again and not lost(again)), "")
