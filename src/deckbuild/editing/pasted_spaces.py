"""What copying left before the texts of a deck file: spaces of other kinds, and characters that can't be seen.

The reader takes the former for plain ones and passes over the latter; YAML does neither.
"""

from __future__ import annotations

import re

from deckbuild.characters import IGNORABLE, NARROW_SPACES, NO_BREAK_SPACE, SPACES

_ODD = f"{NO_BREAK_SPACE}{SPACES}{NARROW_SPACES}"
_ANY_SPACE = f"[ {_ODD}]"
ODD_SPACE = re.compile(f"[{_ODD}]")
BEFORE_TEXT = re.compile(rf"{_ANY_SPACE}*(?:-{_ANY_SPACE}+)*(?:[a-z-]+:{_ANY_SPACE}*)?")
"""Matches what stands before the text of a line: spaces, hyphens and a key."""
UNSEEN = re.compile(f"[{IGNORABLE}]")
INDENTATION = re.compile(
    rf"(?:[ {_ODD}{IGNORABLE}]*-[{IGNORABLE}]*(?=[ {_ODD}\t]))*(?:[ {_ODD}{IGNORABLE}]*[ {_ODD}])?"
)
"""Matches the spaces and hyphens before the text of a line, with characters among them that can't be seen."""
HYPHEN_TAB = re.compile(r"^ *(?:- +)*-(\s*\t\s*)(?=\S)")


def has_pasted_space(line: str) -> bool:
    """Whether YAML reads the beginning of a line otherwise than the reader does."""
    before, indentation = BEFORE_TEXT.match(line), INDENTATION.match(line)
    return bool(
        HYPHEN_TAB.match(line)
        or (before and ODD_SPACE.search(before[0]))
        or (indentation and UNSEEN.search(indentation[0]))
    )
