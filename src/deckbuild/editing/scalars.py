"""Writing texts into YAML so that they read back as they are."""

from __future__ import annotations

import json
import re

from deckbuild.locales.synonyms import NO, YES

_PLAIN = re.compile(r"[^\W\d_][\w ,.()/?!»«–…-]*", re.UNICODE)
"""A text that needs no quotation marks: it begins with a letter and has no characters with a meaning in YAML."""
_WORDS = YES | NO | {"null", "y", "n"}
_SPECIAL = re.compile(r"""[,\[\]{}]|:(?:\s|$)|\s#|^[-?]\s|^[-"'&*!|>%@`#]|^$""")
"""Finds what has a meaning in YAML inside brackets and braces; also an empty text."""


def scalar(text: str, *, braces: bool = False) -> str:
    """Return ``text`` as a YAML scalar on one line. Between ``braces`` a text with a comma is quoted too.

    A text that could be read as a number, a date or a boolean is quoted, so that every YAML reader gets a text.
    """
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS and not text.endswith(" ")
    return text if plain and not (braces and "," in text) else quoted(text)


def quoted(text: str) -> str:
    """Return ``text`` as a YAML scalar in double quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def as_value(text: str) -> str:
    """Return ``text`` as a YAML scalar for brackets and braces, in quotation marks only where it needs them.

    Numbers, dates and ``yes`` stay plain: deckbuild's reader keeps a scalar as it is written. ``scalar`` is for files
    that other programs read too. A text with ``"`` or ``\\`` is put in single quotation marks if possible, so that
    nothing has to be escaped.
    """
    text = " ".join(text.split())
    if not _SPECIAL.search(text):
        return text
    return f"'{text}'" if ('"' in text or "\\" in text) and "'" not in text else quoted(text)
