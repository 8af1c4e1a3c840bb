"""The lines near a fault, and what a guess about them needs to know."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostic
from deckbuild.reader.language.suggest import meant_keys
from deckbuild.reader.language.top_keys import TOP_KEYS, TopKey
from deckbuild.reader.syntax.repair_buffer import Lines, Slip

BEGINNINGS = ("title", "section")
"""The keys that slides begin with."""

MOST_ENDS = 3
"""So many lines are tried as the last of those that were moved together."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The lines of a file with findings, and those, from 0, on which errors were found."""

    lines: Lines
    faults: Sequence[Diagnostic]
    near: Sequence[int]

    def lines_with(self, codes: Collection[str]) -> list[int]:
        """Return those of the lines ``near`` that have a fault with one of the codes."""
        having = [each.span.line - 1 for each in self.faults if each.span and each.code in codes]
        return [number for number in self.near if number in having]

    def column(self, number: int) -> int:
        """Return the column of a line's key, after its hyphens."""
        return self.lines.beginning(number).end("dashes")

    def key(self, number: int) -> str:
        """Return the key a line begins with, or an empty text."""
        return self.lines.beginning(number)["key"] or ""

    def empty(self, number: int) -> bool:
        """Whether a line has a key and no value beside it."""
        text = self.lines[number][self.lines.beginning(number).end() :].strip()
        return bool(self.key(number)) and (not text or text.startswith("#"))

    def last(self, number: int, column: int | None = None) -> int:
        """Return the last line that stands under a line, further in than ``column``."""
        column = self.lines.indent(number) if column is None else column
        last = number
        for below in range(number + 1, len(self.lines.lines)):
            if self.lines.blank(below):
                continue
            if self.lines.indent(below) <= column:
                break
            last = below
        return last

    def ends(self, number: int) -> list[int]:
        """Return lines at which what stands under a line may end: the line below is further out.

        They are the first ``MOST_ENDS``.
        """
        under = [n for n in range(number, self.last(number) + 1) if self.lines[n].strip()]
        found = [one for one, below in pairwise(under) if self.lines.indent(below) < self.lines.indent(one)]
        return found[:MOST_ENDS]

    def moved(self, first: int, last: int, by: int) -> dict[int, str]:
        """Return the lines ``first`` to ``last``, indented by ``by`` spaces more or less."""
        return {
            number: " " * max(self.lines.indent(number) + by, 0) + self.lines[number].lstrip(" ")
            for number in range(first, last + 1)
            if self.lines[number].strip()
        }

    def beside(self, number: int) -> list[int]:
        """Return a line and the lines below it, in its column, until one stands further out or begins an item."""
        column, found = self.column(number), [number]
        for below in range(number + 1, len(self.lines.lines)):
            if self.lines.blank(below) or self.lines.indent(below) > column:
                continue
            if self.lines.indent(below) < column or self.lines.beginning(below)["dashes"] or not self.key(below):
                break
            found.append(below)
        return found

    def far_away(self) -> frozenset[int]:
        """Return the lines of all slides but those with faults, those right beside them, and the first slide.

        The first is kept because ``slides:`` must hold something.
        """
        lines = self.lines
        count = len(lines.lines)
        tops = [n for n in range(count) if not lines.indent(n) and self.key(n) in TOP_KEYS]
        above = next((n for n in tops if self.key(n) == TopKey.SLIDES), 0)
        slides = [n for n in range(above, count) if self.is_slide(n)]
        begins = sorted({0, *tops, *slides})
        parts = [range(*part) for part in pairwise([*begins, count])]
        held = [at for at, part in enumerate(parts) if any(n in part for n in self.near)]
        near = {begins[at + by] for at in held for by in (-1, 0, 1) if 0 <= at + by < len(begins)}
        far = {*slides[1:]} - near
        return frozenset(n for part in parts if part.start in far for n in part)

    def slide(self) -> int | None:
        """Return the column of the slides' hyphens."""
        return next((self.lines.indent(n) for n in range(len(self.lines.lines)) if self.is_slide(n)), None)

    def is_slide(self, number: int) -> bool:
        """Whether a line begins a slide."""
        match = self.lines.beginning(number)
        return match["dashes"].count("-") == 1 and match["key"] in BEGINNINGS

    def may_be_slide(self, number: int) -> bool:
        """Whether a line is meant to begin a slide: its key may be in the author's own words, such as ``titel``."""
        return any(key in BEGINNINGS for key in meant_keys(self.lines.beginning(number)["key"] or ""))


Guess: TypeAlias = Callable[[Sight], Iterator[Slip]]
"""Yields slips that may explain the faults: they need not fit, for each is tried."""
