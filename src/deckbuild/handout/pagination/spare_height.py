"""Sharing a page's spare height: whole write lines first, the longest questions before the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from deckbuild.handout.pagination.unit_on_page import UnitOnPage
from deckbuild.handout.strip import Strip
from deckbuild.units import Pt, mm

_WHITE: Pt = mm(32)
"""White under a text beside which notes are written; more than this becomes lines for own notes."""

_BEYOND = 6
"""Lines that an answer gets beyond the most it asks for, on a page with nothing else to fill it."""
_WORTH = 6
"""Own notes of fewer lines than this stand only where nothing else can fill the page."""
_LOOSEST: Pt = mm(2.5)
"""White added between two questions."""


_UNUSED = 3.0
"""What white that nothing fills costs more than what becomes lines."""


def unevenness(strips: Iterable[Strip], spare: Pt, *, more: bool) -> float:
    """Return how bad it is that ``strips`` leave a page ``spare`` points to fill, in square points.

    Where the unit goes on (``more``), no own notes fill what the strips can't: it stays white.
    """
    taken = sum(_most(strip, beyond=True) * strip.step for strip in strips if strip.grow) if more else spare
    return spare**2 + _UNUSED * max(0.0, spare - taken) ** 2


def _most(strip: Strip, *, beyond: bool) -> int:
    return strip.most + (_BEYOND if beyond and strip.questions else 0)


def grow(parts: list[UnitOnPage], *, beyond: bool = False) -> Pt:
    """Let strips grow by whole steps while the page has room; return what is left, in points.

    Each step goes to the strip that has grown least for its weight (the divisor method of d'Hondt): a question
    of six lines gets twice as many more as one of three. ``beyond`` lets them grow further than they ask for.
    """
    style = parts[0].unit.style
    left = style.room - sum(part.height for part in parts) - style.divider * (len(parts) - 1)
    while True:
        chosen: tuple[float, UnitOnPage, list[int]] | None = None
        for part in parts:
            slack = part.height - part.text_height
            for indices in _growing(part):
                first = part.strips[indices[0]]
                cost = sum(part.strips[i].step for i in indices)
                steps = part.steps[indices[0]]
                most = min(_most(first, beyond=beyond), part.caps.get(first.together, _most(first, beyond=True)))
                if steps >= most or cost > left + slack + 0.01:
                    continue
                want = first.grow / (steps + 1)
                if chosen is None or want > chosen[0] + 1e-9:
                    chosen = (want, part, indices)
        if chosen is None:
            return left
        _, part, indices = chosen
        before = part.height
        for index in indices:
            part.steps[index] += 1
        left -= part.height - before


def _growing(part: UnitOnPage) -> list[list[int]]:
    """Return the places of the strips that grow, those that grow together in one list."""
    groups: dict[str, list[int]] = {}
    for index, strip in enumerate(part.strips):
        if strip.grow:
            groups.setdefault(strip.together or f"#{index}", []).append(index)
    return list(groups.values())


def cap_alike(pages: Iterable[Sequence[UnitOnPage]]) -> set[str]:
    """Let strips that grow together grow no further than those of them on the page with the least room.

    Returns the ids of the units in which they had grown unlike.
    """
    found: dict[tuple[str, str], list[tuple[UnitOnPage, int]]] = defaultdict(list)
    for part in (part for page in pages for part in page):
        for strip, steps in zip(part.strips, part.steps, strict=True):
            if strip.together:
                found[part.unit.id, strip.together].append((part, steps))
    uneven = set()
    for (unit, together), grown in found.items():
        least = min(steps for _, steps in grown)
        if any(steps > least for _, steps in grown):
            uneven.add(unit)
            for part, _ in grown:
                part.caps[together] = least
    return uneven


def fill(parts: list[UnitOnPage], left: Pt, notes: Strip) -> int | None:
    """Give what is left to own notes at the page's foot, or where they would be few to answers and notes columns.

    Returns the steps own notes grow by, or ``None`` when there are none on the page.
    """
    style = parts[0].unit.style
    # beside a text that ends in lines, notes end with them
    columns = [part for part in parts if part.unit.beside and not part.lined]
    filling = all(part.unit.fills for part in parts) and not parts[-1].more
    shared = min(style.gap(_WHITE), left / len(columns)) if columns and len(parts) > 1 else 0.0
    steps = _steps(notes, left - shared * len(columns)) if filling else None
    if steps is not None and style.own_notes_least + steps >= _WORTH:
        _whiten(columns, shared)
        return steps
    left = grow(parts, beyond=True)
    if columns:
        _whiten(columns, left / len(columns))
        return None
    steps = _steps(notes, left) if filling else None
    if steps is None:
        _loosen([part for part in parts if not part.unit.beside], left)
    return steps


def _steps(notes: Strip, room: Pt) -> int | None:
    """Return the steps that own notes grow by in ``room`` points; ``None`` when they don't fit."""
    rest = room - notes.before - notes.height
    return min(notes.most, int(rest / notes.step + 1e-6)) if rest >= 0 else None


def _loosen(parts: list[UnitOnPage], left: Pt) -> None:
    """Put less than a line's height between the questions."""
    gaps = sum(len(part.gaps) for part in parts)
    for part in parts:
        part.loose = min(_LOOSEST, left / gaps) if gaps else 0.0


def _whiten(parts: list[UnitOnPage], white: Pt) -> None:
    """Give each part ``white`` points, counted from where it ends now."""
    for part in parts:
        part.white = part.height - part.text_height + white
