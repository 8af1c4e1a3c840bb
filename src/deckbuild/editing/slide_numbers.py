"""The numbers of slides in comments, such as ``# 25`` above a slide: how they are found, and written anew."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

OWN = re.compile(r"^ *# (\d+)$")
"""A slide's own mark, a comment that is only its number: ``# 25``."""
_SPOKEN_OF = re.compile(r"\bslides? (\d+)(?:[–-](\d+))?|(?<![\d.,])(\d+)\.\d(?![.,]?\d)", re.IGNORECASE)
"""A number of a slide, a range of numbers, or a question's, in the author's own sentences: ``slide 5–15``, ``14.3``."""


def renumbered(comment: str, numbers: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield what changes in a slide's own mark when slides move: start and end, from 0, and the new number.

    ``numbers`` is each old number -> the new one. What sentences say of slides is the author's and stays.
    """
    found = OWN.match(comment)
    if found and numbers.get(found[1], found[1]) != found[1]:
        yield *found.span(1), numbers[found[1]]


def speaks_of(line: str, numbers: Collection[str]) -> bool:
    """Whether a sentence, in a comment or a text, names one of some slides or of their questions by its number."""
    return any(number in numbers for found in _SPOKEN_OF.finditer(line) for number in found.groups())
