"""Writing values into YAML so that they read back as they are."""

from __future__ import annotations

import json
import re

from deckbuild.locales.synonyms import NO, YES

_PLAIN = re.compile(r"[^\W\d_][\w ,.()/?!»«–…-]*", re.UNICODE)
"""What needs no quotation marks: begins with a letter, and holds nothing that YAML gives a meaning."""
_WORDS = YES | NO | {"null", "y", "n"}


def scalar(text: str, *, braces: bool = False) -> str:
    """Return ``text`` as a YAML value on one line; between ``braces`` a comma has a meaning too."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS and not text.endswith(" ")
    return text if plain and not (braces and "," in text) else json.dumps(text, ensure_ascii=False)
