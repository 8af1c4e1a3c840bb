"""Where one rule follows another: a strip that ends in a rule is made without it before a divider or a second rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deckbuild.frame.items import Connector, Item, Table
from deckbuild.handout.pagination.strip import References, Strip
from deckbuild.units import Pt

_NEAR: Pt = 0.01


def needs_no_rule(strip: Strip, after: Strip | None, *, divided: bool) -> bool:
    """Whether ``strip`` is better without the rule it ends in: ``after`` is what follows it in its part of the page.

    ``divided`` tells whether a divider follows the part. A rule that is written on always stays.
    """
    if strip.line is not None:
        return False
    return after.topped if after else strip.parting or (divided and (strip.ruled or strip.bare is not None))


def unruled(strip: Strip, steps: int, references: References) -> tuple[Item, ...]:
    """Return the items of a strip grown by ``steps``, without the rule it ends in."""
    if strip.bare:
        return strip.bare(steps, references)
    return tuple(_without(strip.build(steps, references), strip.height + steps * strip.step))


def _without(items: Iterable[Item], foot: Pt) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Connector) and abs(item.y1 - foot) < _NEAR and abs(item.y2 - foot) < _NEAR:
            continue
        if isinstance(item, Table) and abs(item.box.bottom - foot) < _NEAR:
            last = item.rows[-1]
            cells = tuple(replace(cell, bottom=None) for cell in last.cells)
            item = replace(item, rows=(*item.rows[:-1], replace(last, cells=cells)))
        yield item
