"""A part: a unit, or some strips of it, on one page. How high it is and where its strips stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from deckbuild.dataclass import dataclass
from deckbuild.handout.furniture.slide_title import Header
from deckbuild.handout.pagination.baseline_grid import first_line
from deckbuild.handout.pagination.unit import Unit
from deckbuild.handout.strip import Strip, stacked
from deckbuild.units import Pt, mm

_SMALL_BEFORE = mm(5)
"""The most white between a title and the first strip, when the part shares its page."""


@dataclass(slots=True, kw_only=True)
class UnitOnPage:
    """A part: strips of one unit on one page, under its title. All heights are in points from the part's top.

    ``steps``, ``loose`` and ``white`` are set when the page's spare height is shared.
    """

    unit: Unit
    strips: tuple[Strip, ...]
    big: bool
    """Whether it has the page to itself, under a large title."""
    place: int = 0
    """Which of its unit's parts it is, from 0."""
    more: bool = False
    """Whether the unit continues on the next page."""
    steps: list[int] = field(default_factory=list)
    """How many steps each strip grows by, in the order of ``strips``."""
    caps: dict[str, int] = field(default_factory=dict)
    """``Strip.together`` -> the most steps that those strips may grow by, so that they grow alike on all pages."""
    loose: Pt = 0.0
    """White added between two questions, in points."""
    white: Pt = 0.0
    """Height below the text that only the notes column uses, in points."""

    _first: Pt | None = None
    """``notes_first``, kept once it has been computed."""
    _least: Pt | None = None
    """The height of title and strips before they grow, kept once it has been computed."""

    def __post_init__(self) -> None:
        self.settle_anew()

    def settle_anew(self) -> None:
        """Set all growth back to zero, so that spare height can be shared anew."""
        self.steps = [0] * len(self.strips)
        self.loose = self.white = 0.0

    @property
    def continued(self) -> bool:
        """Whether the unit began on an earlier page."""
        return self.place > 0

    @property
    def suffix(self) -> str:
        """The end of the ids of this part's write boxes, which makes them unique among the unit's parts."""
        return f"-{self.place + 1}" if self.place else ""

    @property
    def ruled(self) -> bool:
        """Whether it ends in a rule of its own."""
        return bool(self.strips) and self.strips[-1].ruled and not self.unit.beside

    @property
    def header(self) -> Header:
        """The title, set for this part."""
        return self.unit.header(big=self.big, continued=self.continued)

    @property
    def top(self) -> Pt:
        """Height from the part's top to its first strip."""
        return body_top(self.unit, self.strips, big=self.big, continued=self.continued)

    @property
    def text_height(self) -> Pt:
        """Height of title and strips, growth included."""
        if self._least is None:
            self._least = self.top + stacked(self.strips)
        growth = sum(n * s.step for n, s in zip(self.steps, self.strips, strict=True) if n)
        return self._least + growth + (self.loose * len(self.gaps) if self.loose else 0.0)

    @property
    def gaps(self) -> list[int]:
        """Indices of the strips that may get more white above: questions, and others with as much white above them."""
        return [i for i, strip in enumerate(self.strips) if i and strip.before >= self.unit.style.between_questions]

    @property
    def height(self) -> Pt:
        """Height of the part: of its text or of its notes column, whichever is higher."""
        return max(self.text_height + self.white, self.notes_least)

    @property
    def notes_least(self) -> Pt:
        """The least height of the notes column; 0 without one."""
        if not self.unit.beside:
            return 0.0
        return self.notes_first + (self.unit.margin - 1) * self.unit.style.pitch

    @property
    def notes_first(self) -> Pt:
        """Height of the first line of the notes column. It lies whole pitches from the write lines in the text."""
        if self._first is None:
            style = self.unit.style
            under = self.unit.thumbnail and not self.continued
            top = style.thumb_top + style.thumb_height if under else 0.0
            # strips grow by whole pitches, so that the result stays right
            self._first = first_line(top, self.line, style.pitch)
        return self._first

    @property
    def notes_count(self) -> int:
        """How many lines the notes column has: to the part's foot, or to the write line that ends the text."""
        bottom = self.height
        if self.lined and self.line is not None:
            bottom = max(self.line, self.notes_least)
        return max(0, int((bottom - self.notes_first) / self.unit.style.pitch + 1e-6) + 1)

    @property
    def lined(self) -> bool:
        """Whether its text ends in write lines."""
        return bool(self.strips) and self.strips[-1].line is not None

    @property
    def line(self) -> Pt | None:
        """Height of the last write line in the text; ``None`` when the text has none."""
        found = None
        for strip, steps, y in self.placed():
            if strip.line is not None:
                found = y + strip.line + steps * strip.step
        return found

    def placed(self) -> Iterator[tuple[Strip, int, Pt]]:
        """Yield each strip, the steps it grows by, and the height of its top."""
        y, gaps = self.top, set(self.gaps) if self.loose else set()
        for index, (strip, steps) in enumerate(zip(self.strips, self.steps, strict=True)):
            y += (strip.before if index else 0.0) + (self.loose if index in gaps else 0.0)
            yield strip, steps, y
            y += strip.height + steps * strip.step


def body_top(unit: Unit, strips: Sequence[Strip], *, big: bool, continued: bool) -> Pt:
    """Return the height from the top of a unit's title to its first strip, in points."""
    style = unit.style
    header = unit.header(big=big, continued=continued)
    if not strips:
        return header.height
    before = strips[0].before
    if strips[0].under_title:
        return header.height + before
    if big and not continued:
        return max(style.body_top - style.title_top, header.height + max(before, style.after_header))
    return header.height + (
        style.gap(_SMALL_BEFORE) if continued else max(min(before, style.gap(_SMALL_BEFORE)), style.after_small_header)
    )


def least_height(unit: Unit, *, big: bool) -> Pt:
    """Return the height of a whole unit before it grows, in points."""
    return UnitOnPage(unit=unit, strips=unit.strips, big=big).height
