"""What participants write over the form, as programs without form fields let them: which field it answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from deckbuild.dataclass import dataclass

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge of an annotation, in points from the page's lower left corner."""
_TOUCHING = 1
"""How many points of two areas may lie over each other before one lies on the other."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """Something that was written or drawn over the form."""

    page: int
    """The number of its page in the file, from 1."""
    text: str
    """The text; empty for a drawing."""
    area: Box | None = None
    """Where a text stands; ``None`` for anything else, such as a sticky note, which stands beside what it is about."""


def answered(
    overlays: Sequence[Overlay], fields: Sequence[Box | None], free: Sequence[bool]
) -> tuple[dict[int, str], list[Overlay]]:
    """Return the index of a field -> the text written over it, from the top down; and the other overlays.

    ``fields`` are the areas of all fields on the page, and ``free`` tells which of them can take a text. It belongs to
    a field when its middle lies there, and it touches no other.
    """
    found: dict[int, list[Overlay]] = defaultdict(list)
    left = []
    for overlay in overlays:
        area = overlay.area
        met = [n for n, field in enumerate(fields) if area and field and _lies_on(area, field)]
        if area and overlay.text and len(met) == 1 and free[met[0]] and _middle_within(area, fields[met[0]]):
            found[met[0]].append(overlay)
        else:
            left.append(overlay)
    lines = {n: sorted(each, key=lambda one: -one.area[3] if one.area else 0.0) for n, each in found.items()}
    return {n: "\n".join(one.text for one in each) for n, each in lines.items()}, left


def _lies_on(one: Box, other: Box) -> bool:
    return all(min(one[n + 2], other[n + 2]) - max(one[n], other[n]) > _TOUCHING for n in (0, 1))


def _middle_within(area: Box, field: Box | None) -> bool:
    return field is not None and all(field[n] <= (area[n] + area[n + 2]) / 2 <= field[n + 2] for n in (0, 1))
