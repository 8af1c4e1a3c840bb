"""Names made from titles, for ids and files."""

from __future__ import annotations

import re
import unicodedata

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa", "ß": "ss"})


def slug(title: str) -> str:
    """Return ``title`` in lower case ASCII letters and figures joined by hyphens: ``Sæt i spil`` is ``saet-i-spil``."""
    plain = unicodedata.normalize("NFKD", title.translate(_DANISH)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def file_name(name: str) -> str:
    """Return ``name`` without the characters that some system forbids in file names, Windows most of all."""
    return _FORBIDDEN.sub("-", name).strip(" .-")
