"""Page and slide numbers written as ranges."""

from __future__ import annotations

from collections.abc import Iterable


def ranges(numbers: Iterable[int], *, dash: str = "–", comma: str = ", ") -> str:
    """Return numbers, in any order, as ranges such as ``6–7, 13``."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return comma.join(_from_to(part[0], part[-1], dash) for part in parts)


def whole_range(numbers: Iterable[int]) -> str:
    """Return one range from the least number to the greatest, such as ``3–30``; empty for no numbers."""
    found = sorted(numbers)
    return _from_to(found[0], found[-1], "–") if found else ""


def _from_to(first: int, last: int, dash: str) -> str:
    return str(first) if first == last else f"{first}{dash}{last}"
