"""The vocabulary of paper: strips, as wide as their column, that stand under one another and never split."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from deckbuild.diagnostics import Span
from deckbuild.frame.items import Connector, Item, TableItem
from deckbuild.model.deck import Question
from deckbuild.units import Pt

_NEAR: Pt = 0.01


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is printed."""

    number: str
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """What is known once the pages are made: where everything stands. Pages count from 1."""

    pages: int
    slides: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Slide id -> its pages; of a section's slide the section's."""
    questions: Mapping[str, int] = field(default_factory=dict)
    """Question id -> the page it is asked on."""
    sheets: Mapping[str, int] = field(default_factory=dict)
    """Sheet name -> its page."""
    sources: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Work -> the pages it is used on."""
    sections: Mapping[int, int] = field(default_factory=dict)
    """Section number -> its first page."""
    asked: Mapping[str, tuple[Asked, ...]] = field(default_factory=dict)
    """Slide id -> its questions by number."""


Build = Callable[[int, References], tuple[Item, ...]]
"""Makes a strip's items grown by a number of steps; coordinates are from the strip's top left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A stretch of the page. Heights in points."""

    height: Pt
    """Its least height."""
    build: Build
    before: Pt = 0.0
    """White above it; not at the top of a page."""
    keep: bool = False
    """Whether it must stand on the page of the strip after it."""
    grow: float = 0.0
    """How much it wants spare height; 0 for none, more for longer questions."""
    most: int = 0
    """The most steps it grows."""
    together: str = ""
    """Strips with the same word here grow by the same steps: the rows of a cross."""
    step: Pt = 0.0
    """What it grows by: as a rule a write line."""
    line: Pt | None = None
    """How far below its top the last line to write on lies, before it grows; ``None`` without such lines."""
    head: Strip | None = None
    """Repeated above it when a page begins with it: a table's head."""
    ruled: bool = False
    """Whether it ends in a rule, as a table does."""
    parting: bool = False
    """Whether that rule only parts it from the next strip, so that the last on a page needs none."""
    topped: bool = False
    """Whether it begins with a rule, so that the strip above needs none."""
    bare: Build | None = None
    """Makes it without the rules it ends in, where these aren't all at its foot."""
    alone: bool = False
    """Whether its unit shares no page."""
    under_title: bool = False
    """Whether it belongs to the title and stands close under it."""
    questions: tuple[str, ...] = ()
    """Stable ids of the questions it asks."""
    span: Span | None = None
    """Where it stands in the deck file."""


def stacked(strips: tuple[Strip, ...] | list[Strip]) -> Pt:
    """Return the least height of strips under one another, in points."""
    return sum(s.height for s in strips) + sum(s.before for s in strips[1:])


def finished(items: tuple[Item, ...], height: Pt, before: Pt = 0.0, *, keep: bool = False) -> Strip:
    """Return a strip of items that don't grow and needn't know what stands on which page."""
    return Strip(height=height, build=lambda _steps, _references: items, before=before, keep=keep)


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
        if isinstance(item, TableItem) and abs(item.box.bottom - foot) < _NEAR:
            last = item.rows[-1]
            cells = tuple(replace(cell, bottom=None) for cell in last.cells)
            item = replace(item, rows=(*item.rows[:-1], replace(last, cells=cells)))
        yield item
