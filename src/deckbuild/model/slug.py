"""Names for ids and files, made from titles."""

from __future__ import annotations

import re
import unicodedata

_SPELLED = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
     "ŧ": "t", "ŋ": "n", "ı": "i"}
)  # fmt: skip
"""ASCII spellings of Danish letters, and of letters that Unicode can't decompose to a letter and a mark."""


def slug(title: str) -> str:
    """Return ``title`` in lower case ASCII letters and figures joined by hyphens: ``Sæt i spil`` is ``saet-i-spil``."""
    spelled = unicodedata.normalize("NFC", title).lower().translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def file_name(name: str) -> str:
    """Return ``name`` without the characters that an operating system forbids in file names, Windows above all."""
    return _FORBIDDEN.sub("-", name).strip(" .-")
