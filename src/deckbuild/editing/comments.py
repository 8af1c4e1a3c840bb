"""What stands after a text and a sign #: a comment, as YAML reads it, or the rest of the text, as authors mean it."""

from __future__ import annotations

import re

_HASH = re.compile(r"\s+#(?:\s*(?P<number>\d)|.*)")
_SURE = re.compile(r"\s*#\W*$|(?:\s{2,}|\t)#+ +[^\s\d]")
"""Matches a comment that nobody means as text: it has no words, or two spaces part it from the text."""


def unsure_comment(line: str, column: int) -> bool:
    """Whether a comment begins at a column (from 0), or after spaces there, that may be meant as a part of the text."""
    return bool(_HASH.match(line, column) and not _SURE.match(line, column))


def text_end(line: str, column: int) -> int:
    """Return the column (from 0) where the text ends that YAML ends at a column: it goes on with a number, ``# 4``."""
    found = _HASH.match(line, column)
    return len(line.rstrip()) if found and found["number"] else column
