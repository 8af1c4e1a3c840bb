"""Sharing a page's spare height: it becomes whole write lines, and longer questions get more of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from deckbuild.handout.pagination.unit_on_page import UnitOnPage
from deckbuild.handout.strip import Strip
from deckbuild.units import Pt, mm

_WHITE: Pt = mm(32)
"""White left under each text that has a notes column; spare height beyond it becomes lines for own notes."""

_BEYOND = 6
"""Lines that an answer may get beyond its own maximum, on a page that nothing else can fill."""
_WORTH = 6
"""Own notes get a place at the foot only with at least so many lines, unless nothing else can fill the page."""
_LOOSEST: Pt = mm(2.5)
"""The most white that is added between two questions."""


_UNUSED = 3.0
"""The weight of height that stays white. All spare height has the weight 1 besides."""


def unevenness(strips: Iterable[Strip], spare: Pt, *, more: bool) -> float:
    """Return the cost, in square points, of a page whose ``strips`` leave ``spare`` points unused.

    The cost is the square of the spare height. Where the unit continues on the next page (``more``), no own notes can
    stand at the foot: height that the strips can't use as lines stays white, and its square is added ``_UNUSED`` times.
    """
    taken = sum(_most(strip, beyond=True) * strip.step for strip in strips if strip.grow) if more else spare
    return spare**2 + _UNUSED * max(0.0, spare - taken) ** 2


def _most(strip: Strip, *, beyond: bool) -> int:
    return strip.most + (_BEYOND if beyond and strip.questions else 0)


def grow(parts: list[UnitOnPage], *, beyond: bool = False) -> Pt:
    """Let strips grow by whole steps while the page has room; return the height that is left, in points.

    Each step goes to the strip with the largest quotient of its weight and its steps plus one (the divisor method of
    d'Hondt). So a question of six lines gets twice as many lines more as one of three. With ``beyond`` questions may
    grow by ``_BEYOND`` steps more than their own maximum.
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
    """Return the indices of the strips that can grow. Strips that grow together share a list."""
    groups: dict[str, list[int]] = {}
    for index, strip in enumerate(part.strips):
        if strip.grow:
            groups.setdefault(strip.together or f"#{index}", []).append(index)
    return list(groups.values())


def cap_alike(pages: Iterable[Sequence[UnitOnPage]]) -> set[str]:
    """Cap strips that grow together but stand on several pages: all may grow as far as those that grew least.

    Returns the ids of the units whose strips had grown by different steps, and must be composed again.
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
    """Use the ``left`` points of a page for own notes at its foot; if few would fit, for answers and notes columns.

    Returns the steps that own notes grow by, or ``None`` when the page has no own notes.
    """
    style = parts[0].unit.style
    # where the text ends in write lines, its notes column ends at the same height and takes no more white
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
    """Return the steps that own notes can grow by in ``room`` points; ``None`` when not even the least lines fit."""
    rest = room - notes.before - notes.height
    return min(notes.most, int(rest / notes.step + 1e-6)) if rest >= 0 else None


def _loosen(parts: list[UnitOnPage], left: Pt) -> None:
    """Share out what is less than a line's height as white between the questions."""
    gaps = sum(len(part.gaps) for part in parts)
    for part in parts:
        part.loose = min(_LOOSEST, left / gaps) if gaps else 0.0


def _whiten(parts: list[UnitOnPage], white: Pt) -> None:
    """Add ``white`` points under each part; only its notes column uses them."""
    for part in parts:
        part.white = part.height - part.text_height + white
