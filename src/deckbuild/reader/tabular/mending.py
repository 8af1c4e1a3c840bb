"""What exports do to a text: letters encoded twice, HTML's names of letters, signs that can't be seen."""

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


def without_unseen(text: str) -> str:
    """Return a text in composed letters, without signs that can't be seen, with single spaces."""
    return " ".join(_JOINERS.sub("", cleaned(text).replace(SOFT_HYPHEN, "")).split())


def lost(text: str) -> bool:
    """Whether letters of a text were lost when it was saved."""
    return bool(_NEVER.search(text))


def mended(text: str) -> str:
    """Return a text as it was before its letters were encoded twice, or written as HTML; else as it is."""
    while not text.isascii() and (once := _decoded_again(text)):
        text = once
    return html.unescape(text) if re.search(r"&#?\w+;", text) else text


def _decoded_again(text: str) -> str:
    """Return the text that, read in a wrong code page, became ``text``; empty if there is none."""
    found = (read_again(text, encoding) for encoding in _TWICE)
    return next((again for again in found if again and not lost(again)), "")
