"""The numbers of slides in comments, such as ``# 25`` above a slide: how they are found, and written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

NUMBERED = re.compile(r"(^ *# (?=\d+$)|\bslides? )(\d+)(?:([–-])(\d+))?", re.IGNORECASE)
"""The number of a slide, or a range of numbers, in a comment: ``# 25``, ``slide 5–15``."""


def renumbered(comment: str, numbers: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield what changes in a comment when slides move: start and end, from 0, and the new number.

    ``numbers`` is each old number -> the new one.
    """
    for found in NUMBERED.finditer(comment):
        for group in (2, 4):
            new = numbers.get(found[group] or "", found[group])
            if new != found[group]:
                yield found.start(group), found.end(group), new
