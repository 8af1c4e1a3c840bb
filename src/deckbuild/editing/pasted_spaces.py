"""Spaces that copying left before the texts of a deck file. The reader takes them for plain ones; YAML does not."""

from __future__ import annotations

import re

from deckbuild.characters import NARROW_SPACES, NO_BREAK_SPACE, SPACES

_ODD = f"{NO_BREAK_SPACE}{SPACES}{NARROW_SPACES}"
_ANY_SPACE = f"[ {_ODD}]"
ODD_SPACE = re.compile(f"[{_ODD}]")
BEFORE_TEXT = re.compile(rf"{_ANY_SPACE}*(?:-{_ANY_SPACE}+)*(?:[a-z-]+:{_ANY_SPACE}*)?")
"""Matches what stands before the text of a line: spaces, hyphens and a key."""
HYPHEN_TAB = re.compile(r"^ *(?:- +)*-(\s*\t\s*)(?=\S)")


def has_pasted_space(line: str) -> bool:
    """Whether YAML reads the beginning of a line otherwise than the reader does."""
    before = BEFORE_TEXT.match(line)
    return bool(HYPHEN_TAB.match(line) or (before and ODD_SPACE.search(before[0])))
