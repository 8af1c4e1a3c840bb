"""Strips: what a block prints on paper, in pieces that never split. A strip is as wide as its column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span
from deckbuild.frame.items import Connector, Item, TableItem
from deckbuild.model.deck import Question
from deckbuild.units import Pt

_NEAR: Pt = 0.01
_PAIR = 0.4
"""Items that stay on one page take at most this share of it."""
MOSTLY = 0.85


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its number as printed, such as ``15.2``."""

    number: str
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """On which pages everything stands; known once units have been assigned to pages. Page numbers count from 1."""

    pages: int
    slides: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Slide id -> its pages. The slide that opens a section has the pages of the section."""
    questions: Mapping[str, int] = field(default_factory=dict)
    """Question id -> the page it is asked on; ``sheet_question`` gives the id of a question on its sheet."""
    sheets: Mapping[str, int] = field(default_factory=dict)
    """Sheet name -> its page."""
    sources: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Name of a work -> the pages that use it."""
    sections: Mapping[int, int] = field(default_factory=dict)
    """Section number -> its first page."""
    asked: Mapping[str, tuple[Asked, ...]] = field(default_factory=dict)
    """Slide id -> its questions in the order of their numbers."""


Build = Callable[[int, References], tuple[Item, ...]]
"""Makes the items of a strip that has grown by a number of steps. Coordinates are from the strip's top left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A piece of a column that never splits. All heights are in points."""

    height: Pt
    """Its height before it grows."""
    build: Build
    before: Pt = 0.0
    """White above it, left out at the top of a page."""
    keep: bool = False
    """Whether it must stand on the same page as the strip after it."""
    grow: float = 0.0
    """Its weight when spare height is shared: 0 when it doesn't grow, higher for longer questions."""
    most: int = 0
    """The most steps that it may grow by."""
    together: str = ""
    """Strips of a unit with the same value here grow by the same steps, such as the rows of cards; empty for none."""
    step: Pt = 0.0
    """The height of one step of growth, usually that of a write line."""
    line: Pt | None = None
    """Height from its top to its last write line before it grows; ``None`` when it has no write lines."""
    head: Strip | None = None
    """The strip to repeat above it when a page begins with it, such as the head of its table."""
    ruled: bool = False
    """Whether it ends in a rule, as a table does."""
    parting: bool = False
    """Whether that rule only separates it from the next strip. Then the last strip of a part has none."""
    topped: bool = False
    """Whether it begins with a rule, so that the strip above needs none."""
    bare: Build | None = None
    """Makes its items without the rules that it ends in, for a strip whose rules aren't all at its foot."""
    alone: bool = False
    """Whether its unit must have pages to itself."""
    under_title: bool = False
    """Whether it belongs to the title and stands close under it."""
    questions: tuple[str, ...] = ()
    """The ids of the questions it asks."""
    span: Span | None = None
    """Where it stands in the deck file."""


def sheet_question(sheet: str, question: str) -> str:
    """Return the id of a question on the ``sheet`` that its answer is carried to."""
    return f"sheet/{sheet}/{question}"


def stacked(strips: tuple[Strip, ...] | list[Strip]) -> Pt:
    """Return the height of strips under one another before they grow, in points."""
    return sum(s.height for s in strips) + sum(s.before for s in strips[1:])


def in_pairs(strips: Sequence[Strip], room: Pt, share: float = _PAIR) -> list[Strip]:
    """Return the items of a list, a strip each, kept together as ``pairs_kept`` says."""
    return pairs_kept([[strip] for strip in strips], room, share)


def pairs_kept(items: Sequence[Sequence[Strip]], room: Pt, share: float) -> list[Strip]:
    """Return the strips of ``items`` so that no item stands alone before or after a page's end, ``room`` points high.

    The first two stay on one page, and the last two; so do three. Only items that together are higher than ``share``
    of the page may part: ``MOSTLY`` for items that grow, which fill what a pair leaves of the page before.
    """
    made, most = [list(item) for item in items], room * share
    if len(made) != 3 or stacked([strip for item in made for strip in item]) <= most:
        for place in {0, len(made) - 2} if len(made) > 1 else ():
            if stacked([*made[place], *made[place + 1]]) <= most:
                made[place][-1] = replace(made[place][-1], keep=True)
    return [strip for item in made for strip in item]


def fixed(*items: Item) -> Build:
    """Return what makes these items: for a strip that doesn't grow and names no pages."""
    return lambda _steps, _references: items


def finished(items: tuple[Item, ...], height: Pt, before: Pt = 0.0, *, keep: bool = False) -> Strip:
    """Return a strip with fixed items."""
    return Strip(height=height, build=fixed(*items), before=before, keep=keep)


def needs_no_rule(strip: Strip, after: Strip | None, *, divided: bool) -> bool:
    """Whether to leave out the rule that ``strip`` ends in, because another rule follows or nothing does.

    ``after`` is the next strip of its part; ``divided`` says whether a rule to the next slide follows the part. A rule
    that is a write line always stays.
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
