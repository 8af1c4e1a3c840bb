"""Times of the day, as agendas write them."""

from __future__ import annotations

import re

_TIMES = re.compile(r"\s*(\d{1,2})[.:](\d{2})\s*[-–—]\s*(\d{1,2})[.:](\d{2})\s*")


def minutes(time: str) -> tuple[int, int] | None:
    """Return the start and end of ``9.00-9.20`` in minutes after midnight; nothing when it isn't a stretch of time."""
    found = _TIMES.fullmatch(time)
    if found is None:
        return None
    h1, m1, h2, m2 = (int(part) for part in found.groups())
    return (h1 * 60 + m1, h2 * 60 + m2) if h1 < 25 and h2 < 25 and m1 < 60 and m2 < 60 else None


def hours_between(first: int, last: int) -> list[int]:
    """Return the whole hours to mark between two minutes: five or so, evenly spaced from the first."""
    start, end = -(-first // 60), last // 60
    step = max(1, -(-(end - start) // 4))
    return list(range(start, end + 1, step))
