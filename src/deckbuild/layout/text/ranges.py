"""Numbers of pages and slides in short."""

from __future__ import annotations

from collections.abc import Iterable


def ranges(numbers: Iterable[int]) -> str:
    """Return page numbers as ``6–7, 13``."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(_from_to(part[0], part[-1]) for part in parts)


def stretch(numbers: Iterable[int]) -> str:
    """Return the slides from the first number to the last, whatever is missing between them, such as ``3–30``."""
    found = sorted(numbers)
    return _from_to(found[0], found[-1]) if found else ""


def _from_to(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
