"""A unit, or a stretch of one, on a page: how high it is and where its strips stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from deckbuild.handout.furniture.slide_title import Header
from deckbuild.handout.pagination.baseline_grid import first_line
from deckbuild.handout.pagination.unit import Unit
from deckbuild.handout.strip import Strip, stacked
from deckbuild.units import Pt, mm

_SMALL_BEFORE = mm(5)
"""Within a page the first strip stands no further than this under the title."""


@dataclass(slots=True, kw_only=True)
class UnitOnPage:
    """Strips of a unit under its title. ``steps`` and ``white`` are filled in when spare height is shared."""

    unit: Unit
    strips: tuple[Strip, ...]
    big: bool
    """Whether it has the page to itself, under a large title."""
    place: int = 0
    """Which of its unit's parts it is, from 0."""
    more: bool = False
    """Whether the unit continues on the next page."""
    steps: list[int] = field(default_factory=list)
    """How much each strip grows."""
    caps: dict[str, int] = field(default_factory=dict)
    """The most that strips which grow together grow by, by their word: what the others on other pages grow by."""
    loose: Pt = 0.0
    """White added between questions."""
    white: Pt = 0.0
    """Height below the text that only the notes column uses."""

    _first: Pt | None = None
    """Where the notes column's first line lies, once it has been asked for."""
    _least: Pt | None = None
    """Height of title and strips as they are at least, once it has been asked for."""

    def __post_init__(self) -> None:
        self.settle_anew()

    def settle_anew(self) -> None:
        """Take back the height that has been shared."""
        self.steps = [0] * len(self.strips)
        self.loose = self.white = 0.0

    @property
    def continued(self) -> bool:
        """Whether the unit began on an earlier page."""
        return self.place > 0

    @property
    def suffix(self) -> str:
        """What sets the ids of this part's own areas apart from those of the unit's other parts."""
        return f"-{self.place + 1}" if self.place else ""

    @property
    def ruled(self) -> bool:
        """Whether it ends in a rule of its own."""
        return bool(self.strips) and self.strips[-1].ruled and not self.unit.beside

    @property
    def header(self) -> Header:
        """The title as set for this part."""
        return self.unit.header(big=self.big, continued=self.continued)

    @property
    def top(self) -> Pt:
        """From the part's top to its first strip."""
        return body_top(self.unit, self.strips, big=self.big, continued=self.continued)

    @property
    def text_height(self) -> Pt:
        """Height of title and strips as grown."""
        if self._least is None:
            self._least = self.top + stacked(self.strips)
        growth = sum(n * s.step for n, s in zip(self.steps, self.strips, strict=True) if n)
        return self._least + growth + (self.loose * len(self.gaps) if self.loose else 0.0)

    @property
    def gaps(self) -> list[int]:
        """The strips that may stand further from the one before: questions, and what has as much white above it."""
        return [i for i, strip in enumerate(self.strips) if i and strip.before >= self.unit.style.between_questions]

    @property
    def height(self) -> Pt:
        """Height of the part with its notes column."""
        return max(self.text_height + self.white, self.notes_least)

    @property
    def notes_least(self) -> Pt:
        """The least height of the notes column; 0 without one."""
        if not self.unit.beside:
            return 0.0
        return self.notes_first + (self.unit.margin - 1) * self.unit.style.pitch

    @property
    def notes_first(self) -> Pt:
        """How far below the part's top the first line of its notes column lies, in step with lines in the text."""
        if self._first is None:
            style = self.unit.style
            under = self.unit.thumbnail and not self.continued
            top = style.thumb_top + style.thumb_height if under else 0.0
            # growing by whole lines doesn't change the step
            self._first = first_line(top, self.line, style.pitch)
        return self._first

    @property
    def notes_count(self) -> int:
        """How many lines its notes column has: to its foot, but no further than a text that ends in such lines."""
        bottom = self.height
        if self.lined and self.line is not None:
            bottom = max(self.line, self.notes_least)
        return max(0, int((bottom - self.notes_first) / self.unit.style.pitch + 1e-6) + 1)

    @property
    def lined(self) -> bool:
        """Whether its text ends in lines to write on."""
        return bool(self.strips) and self.strips[-1].line is not None

    @property
    def line(self) -> Pt | None:
        """How far below the part's top the last line to write on in its text lies; ``None`` without one."""
        found = None
        for strip, steps, y in self.placed():
            if strip.line is not None:
                found = y + strip.line + steps * strip.step
        return found

    def placed(self) -> Iterator[tuple[Strip, int, Pt]]:
        """Yield each strip, its steps and how far below the part's top it stands."""
        y, gaps = self.top, set(self.gaps) if self.loose else set()
        for index, (strip, steps) in enumerate(zip(self.strips, self.steps, strict=True)):
            y += (strip.before if index else 0.0) + (self.loose if index in gaps else 0.0)
            yield strip, steps, y
            y += strip.height + steps * strip.step


def body_top(unit: Unit, strips: Sequence[Strip], *, big: bool, continued: bool) -> Pt:
    """Return how far below a title's top the first strip stands."""
    style = unit.style
    header = unit.header(big=big, continued=continued)
    if not strips:
        return header.height
    before = strips[0].before
    if strips[0].under_title:
        return header.height + before
    if big:
        return max(style.body_top - style.title_top, header.height + max(before, style.after_header))
    return header.height + (
        style.gap(_SMALL_BEFORE) if continued else max(min(before, style.gap(_SMALL_BEFORE)), style.after_small_header)
    )


def least_height(unit: Unit, *, big: bool) -> Pt:
    """Return the least height of a whole unit."""
    return UnitOnPage(unit=unit, strips=unit.strips, big=big).height
