"""Writing texts into YAML so that they read back as they are."""

from __future__ import annotations

import json
import re

from deckbuild.locales.synonyms import NO, YES

_PLAIN = re.compile(r"[^\W\d_][\w ,.()/?!»«–…-]*", re.UNICODE)
"""What needs no quotation marks: begins with a letter, and holds nothing that YAML gives a meaning."""
_WORDS = YES | NO | {"null", "y", "n"}
_SPECIAL = re.compile(r"""[,\[\]{}]|:(?:\s|$)|\s#|^[-?]\s|^[-"'&*!|>%@`#]|^$""")
"""What YAML gives a meaning inside brackets and braces."""


def scalar(text: str, *, braces: bool = False) -> str:
    """Return ``text`` as a YAML value on one line; between ``braces`` a comma has a meaning too.

    Whatever might be more than text, such as a number or a date, is in quotation marks: any program reads back a text.
    """
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS and not text.endswith(" ")
    return text if plain and not (braces and "," in text) else quoted(text)


def quoted(text: str) -> str:
    """Return ``text`` as a YAML value in double quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def as_value(text: str) -> str:
    """Return a text as authors write it inside brackets and braces: in quotation marks only where it needs them.

    Numbers, dates and ``yes`` stay plain, since the reader takes them by how they are written; ``scalar`` is for files
    that other programs read too. Marks that stand in the text are left as they are where that can be.
    """
    text = " ".join(text.split())
    if not _SPECIAL.search(text):
        return text
    return f"'{text}'" if ('"' in text or "\\" in text) and "'" not in text else quoted(text)
