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
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))", re.IGNORECASE)
"""What Windows takes for a device, whatever follows after a full stop."""
_LONGEST = 150
"""The most bytes of a name in UTF-8: with the edition and a person after it, it stays under 255."""
_LONGEST_OF_TITLE = 100
"""The most bytes of a name that is made from a title, so that a date or a number can follow."""
_WHOLE_WORDS = re.compile(r".{40,}(?=[ _-])")


def title_name(title: str) -> str:
    """Return the name of files that is made from a title; it may be empty."""
    return file_name(slug(title), _LONGEST_OF_TITLE)


def file_name(name: str, most: int = _LONGEST) -> str:
    """Return ``name`` as a file can be called on every system, Windows above all: it may become empty.

    A name of more than ``most`` bytes is cut after a word. What Windows takes for a device gets an underscore.
    """
    plain = _FORBIDDEN.sub("-", name).strip(" .-")
    cut = plain.encode("utf-8", "replace")[:most].decode("utf-8", "ignore")
    if cut != plain:
        words = _WHOLE_WORDS.match(plain[: len(cut) + 1])
        plain = (words[0] if words else cut).rstrip(" .-_")
    return _RESERVED.sub(r"\g<0>_", plain, count=1) if _RESERVED.match(plain) else plain
