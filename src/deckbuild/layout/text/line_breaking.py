"""Greedy line breaking, as in PowerPoint and LibreOffice.

Break opportunities are spaces, soft hyphens that the author wrote, and the places after a hyphen or an en dash between
two letters. A slash is none. A word wider than a line is broken at a hyphenation point, or else between characters.
What is no word, such as an address (``model.words``), is broken only when it is wider than a line: after a sign such as
a slash, or else between characters. No hyphen is put into it, nor into the text of a link.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from typing import Protocol

from deckbuild.characters import SOFT_HYPHEN
from deckbuild.dataclass import dataclass
from deckbuild.fonts.faces import Family, Style, face
from deckbuild.frame.text import LineEnd
from deckbuild.model.text import BREAK, Run
from deckbuild.model.words import is_address
from deckbuild.units import Pt

WHOLE_LINE = 1.0
"""A hyphenation zone as wide as the line: only words wider than a line are hyphenated."""
_ROUNDING = 1e-6
"""A line may be this many points too wide, so that rounding errors cause no break."""


class Hyphenate(Protocol):
    """A function that finds the hyphenation points of a word. It is hashable, because it is part of cache keys."""

    def __call__(self, word: str, *, anywhere: bool = False) -> tuple[int, ...]:
        """Return the points as character offsets in ascending order.

        These are the preferred points only, such as the joints of a compound; with ``anywhere`` they are all points.
        """

    def __hash__(self) -> int: ...


_WORDS = re.compile(r"\n|[ \t]+|[^ \t\n]+")
_SIGNS = re.compile(r"[/._@\\?&=\-–,;:#]")
"""The signs after which an address may be broken."""
_RANGE = re.compile(r"\W*\d[\d.,:]*–\d[\d.,:]*\W*\Z")
"""Matches figures from-to, with the signs around them."""
_CHUNKS = re.compile(rf".*?(?:(?<=\w)-(?=\w)|(?<=\w)–(?=\w)|{SOFT_HYPHEN}|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Segment:
    """The characters of one run in a chunk. ``run`` is the run's index; ``width`` is in em."""

    run: int
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Text between two break opportunities. It is broken only when it is wider than a line."""

    segments: tuple[_Segment, ...]
    width: float
    """In em, without the space before it."""
    space: float = 0.0
    """Width in em of the space before it; 0 inside a word."""
    space_text: str = ""
    space_run: int = 0
    """Index of the run that the space belongs to."""
    soft: float = 0.0
    """Width in em of the hyphen that is shown if a line ends after it; 0 when no soft hyphen ends it."""
    forced: bool = False
    """Whether a forced line break stands before it."""
    fixed: bool = False
    """Whether no hyphen may be put into it: it is an address or a link's text."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """The characters of one run on one line. ``x`` is the distance from the start of the line."""

    run: int
    """The run's index."""
    text: str
    x: Pt
    width: Pt


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """One line of a paragraph."""

    fragments: tuple[Fragment, ...]
    width: Pt
    end: LineEnd = LineEnd.SPACE
    width_with_next: Pt = math.inf
    """Its width with the text up to the next break opportunity; infinite for a last line or before a forced break."""


def _width(text: str, style: Style) -> float:
    """Return the width of ``text`` on one line, in em."""
    f = face(style)
    return f.shape(text.replace(SOFT_HYPHEN, "")).advance / f.units_per_em


def run_style(run: Run, *, bold: bool, italic: bool, family: Family = Family.SANS) -> Style:
    """Return a run's face in a paragraph that is ``bold`` or ``italic``. An italic run in an italic one is upright."""
    return Style.of(bold=(bold or run.bold) and not run.soft, italic=italic != run.italic, family=family)


def chunks(runs: tuple[Run, ...], *, bold: bool, italic: bool, family: Family = Family.SANS) -> Sequence[_Chunk]:
    """Cut a paragraph at its break opportunities, and measure the chunks in em. The result suits any type size."""
    if len(runs) == 1 and not _SPECIAL.search(runs[0].text):
        style = run_style(runs[0], bold=bold, italic=italic, family=family)
        return [_plain_word(word, style, runs[0].link is not None) for word in runs[0].text.split(" ") if word]
    return _general_chunks(runs, bold=bold, italic=italic, family=family)


_SPECIAL = re.compile(rf"[\n\t\-–{SOFT_HYPHEN}]")
"""Text without these characters has no break opportunities but its spaces."""


@lru_cache(maxsize=65536)
def _plain_word(word: str, style: Style, linked: bool) -> _Chunk:
    """Return the chunk of a word after a space, in a paragraph of one run. It is cached: most words recur."""
    width = _width(word, style)
    return _Chunk((_Segment(0, word, width),), width, _width(" ", style), " ", fixed=linked or is_address(word))


@lru_cache(maxsize=16384)
def _general_chunks(runs: tuple[Run, ...], *, bold: bool, italic: bool, family: Family) -> tuple[_Chunk, ...]:
    """Cut text that has several runs, or other break opportunities than spaces."""
    found: list[_Chunk] = []
    word: list[tuple[int, str, Style]] = []
    space: tuple[str, int, float] = ("", 0, 0.0)
    forced = False

    def flush() -> None:
        nonlocal space, forced
        if not word:
            return
        address = _is_address(word)
        fixed = address or any(runs[number].link for number, _, _ in word)
        for index, chunk in enumerate([word] if address else _cut(word)):
            _, last_text, last_style = chunk[-1]
            soft = _width("-", last_style) if last_text.endswith(SOFT_HYPHEN) else 0.0
            segments = tuple(_Segment(r, t, _width(t, s)) for r, t, s in chunk)
            text, run, width = space if index == 0 else ("", 0, 0.0)
            found.append(
                _Chunk(segments, sum(s.width for s in segments), width, text, run, soft, forced and index == 0, fixed)
            )
        word.clear()
        space, forced = ("", 0, 0.0), False

    for number, run in enumerate(runs):
        style = run_style(run, bold=bold, italic=italic, family=family)
        for token in _WORDS.findall(run.text):
            if token == BREAK:
                flush()
                if forced:  # two breaks in a row: an empty line
                    found.append(_Chunk((_Segment(number, "", 0.0),), 0.0, forced=True))
                forced, space = True, ("", 0, 0.0)
            elif token[0] in " \t":
                flush()
                if found and not forced:
                    space = (" ", number, _width(" ", style))
            else:
                word.append((number, token, style))
    flush()
    return tuple(found)


def _is_address(word: list[tuple[int, str, Style]]) -> bool:
    """Whether a word, which may span runs, is no word but an address; not where the author put soft hyphens into it.

    A range of figures is none: other programs too end a line after its dash.
    """
    text = "".join(part for _, part, _ in word)
    return SOFT_HYPHEN not in text and is_address(text) and not _RANGE.match(text)


def _cut(word: list[tuple[int, str, Style]]) -> list[list[tuple[int, str, Style]]]:
    """Cut a word, which may span runs, at the break opportunities inside it."""
    chunks: list[list[tuple[int, str, Style]]] = [[]]
    for run, text, style in word:
        texts = [found for found in _CHUNKS.findall(text) if found]
        for index, cut in enumerate(texts):
            chunks[-1].append((run, cut, style))
            if index < len(texts) - 1 or cut.endswith(SOFT_HYPHEN):
                chunks.append([])
    return [chunk for chunk in chunks if chunk]


def break_lines(
    runs: tuple[Run, ...],
    styles: tuple[Style, ...],
    size: Pt,
    width: Pt,
    *,
    bold: bool,
    italic: bool,
    family: Family = Family.SANS,
    hyphenate: Hyphenate | None = None,
    hyphenation_zone: float = WHOLE_LINE,
) -> list[BrokenLine]:
    """Break a paragraph into lines no wider than ``width`` points, set at ``size`` points.

    ``styles`` are the faces of the ``runs``, for a paragraph that is ``bold`` or ``italic``. ``hyphenate`` is used for
    words wider than a line. It is also used for a word that would otherwise leave more of a line empty than
    ``hyphenation_zone``, a share of ``width``. A word with soft hyphens of the author's is hyphenated only there.
    """
    found = chunks(runs, bold=bold, italic=italic, family=family)
    zone = width * hyphenation_zone if hyphenate else math.inf
    lines = _break_single_run(found, size, width, zone, hyphenate) if len(runs) == 1 else None
    if lines is None:
        breaker = _LineBreaker(styles, size, width, zone, hyphenate)
        for chunk in found:
            breaker.add(chunk)
        breaker.end_line()
        lines = breaker.lines
    return lines


def _break_single_run(
    found: Sequence[_Chunk], size: Pt, width: Pt, zone: Pt, hyphenate: Hyphenate | None
) -> list[BrokenLine] | None:
    """Break the chunks of a paragraph of one run: the common case, done in one fast pass.

    Return ``None`` when a chunk needs ``_LineBreaker``: at a soft hyphen, at a forced line break, when it is wider than
    a line, or when it can be hyphenated and would otherwise leave more than ``zone`` points of a line empty.
    """
    lines: list[BrokenLine] = []
    words: list[str] = []
    x = 0.0
    limit = width + _ROUNDING
    for chunk in found:
        extent = chunk.width * size
        if extent > limit or chunk.soft or chunk.forced:
            return None
        space = chunk.space * size
        if words and x + space + extent > limit:
            if hyphenate and not chunk.fixed and width - x - space > zone and hyphenate(chunk.segments[0].text):
                return None
            line = (Fragment(0, "".join(words), 0.0, x),)
            end = LineEnd.SPACE if chunk.space else LineEnd.OWN_SIGN
            lines.append(BrokenLine(line, x, end, x + space + extent))
            words, x = [], 0.0
        if words and space:
            words.append(" ")
            x += space
        words.append(chunk.segments[0].text)
        x += extent
    lines.append(BrokenLine((Fragment(0, "".join(words), 0.0, x),) if words else (), x))
    return lines


@dataclass(slots=True)
class _LineBreaker:
    """Breaks the chunks of one paragraph into lines, one chunk after the other."""

    styles: tuple[Style, ...]
    """The face of each run."""
    size: Pt
    width: Pt
    """The most a line may fill."""
    zone: Pt
    """The hyphenation zone: how much of a line may stay empty before a word is hyphenated to fill it."""
    hyphenate: Hyphenate | None
    lines: list[BrokenLine] = field(default_factory=list)
    line: list[Fragment] = field(default_factory=list)
    """The line being filled."""
    x: Pt = 0.0
    """Its width so far."""
    soft: Pt = 0.0
    """Width of the hyphen to show if it ends here; 0 when no soft hyphen stands here."""

    def add(self, chunk: _Chunk) -> None:
        """Add a chunk, on a new line where it doesn't fit."""
        if chunk.forced:
            self.end_line()
        size, limit = self.size, self.width + _ROUNDING
        extent = chunk.width * size
        space = chunk.space * size if self.line else 0.0
        if self.line and self.x + space + extent + chunk.soft * size > limit:
            if self._add_hyphenated(chunk, space, extent):
                return
            if self.soft:
                self._put(self.line[-1].run, SOFT_HYPHEN, self.soft)
            self.end_line(space + extent, LineEnd.SPACE if chunk.space else LineEnd.OWN_SIGN)
            space = 0.0
        if space:
            self._put(chunk.space_run, chunk.space_text, space)
        for segment in chunk.segments:
            if extent > limit:
                self._put_overlong(segment, fixed=chunk.fixed)
            else:
                self._put(segment.run, segment.text.replace(SOFT_HYPHEN, ""), segment.width * size)
        self.soft = chunk.soft * size

    def end_line(self, following: Pt = math.inf, end: LineEnd = LineEnd.SPACE) -> None:
        """End the line. ``following`` is the width of the text from here to the next break opportunity."""
        self.lines.append(BrokenLine(tuple(self.line), self.x, end, self.x + following))
        self.line.clear()
        self.x = self.soft = 0.0

    def _put(self, run: int, text: str, extent: Pt) -> None:
        """Put ``text``, ``extent`` points wide, on the line."""
        if self.line and self.line[-1].run == run:
            before = self.line[-1]
            self.line[-1] = Fragment(run, before.text + text, before.x, before.width + extent)
        else:
            self.line.append(Fragment(run, text, self.x, extent))
        self.x += extent

    def _add_hyphenated(self, chunk: _Chunk, space: Pt, extent: Pt) -> bool:
        """Hyphenate a chunk that fits a line but not this one; return whether it was done.

        It is not done where less than the hyphenation zone is empty, nor at or beside the author's soft hyphens.
        """
        room = self.width - self.x - space
        fixed = chunk.fixed or self.soft or chunk.soft
        if not self.hyphenate or fixed or len(chunk.segments) > 1 or extent > self.width or room <= self.zone:
            return False
        split = self._split(chunk.segments[0], room, self.hyphenate)
        if split is None:
            return False
        start, rest = split
        if space:
            self._put(chunk.space_run, chunk.space_text, space)
        self._put(start.run, start.text, start.width)
        self.end_line(rest.width * self.size, LineEnd.HYPHEN)
        self._put(rest.run, rest.text.replace(SOFT_HYPHEN, ""), rest.width * self.size)
        return True

    def _split(
        self, segment: _Segment, room: Pt, hyphenate: Hyphenate, *, halves: bool = False, anywhere: bool = False
    ) -> tuple[Fragment, _Segment] | None:
        """Split a word at a hyphenation point, so that its start and a hyphen fit ``room`` points.

        The last such point is taken. With ``halves`` it is the one nearest the middle: a word that needs two lines
        looks best in halves, and the joint of a compound is seldom far from there. With ``anywhere`` all hyphenation
        points count, not only the preferred ones. Return ``None`` when no point will do.
        """
        style, text = self.styles[segment.run], segment.text
        hyphen = _width("-", style) * self.size
        points = list(reversed(hyphenate(text, anywhere=True) if anywhere else hyphenate(text)))
        if halves:
            points.sort(key=lambda at: abs(2 * at - len(text)))
        for at in points:
            extent = _width(text[:at], style) * self.size + hyphen
            if extent <= room:
                rest = _Segment(segment.run, text[at:], _width(text[at:], style))
                return Fragment(segment.run, text[:at] + SOFT_HYPHEN, 0.0, extent), rest
        return None

    def _put_overlong(self, segment: _Segment, *, fixed: bool) -> None:
        """Put a segment that may be wider than a line: broken at hyphenation points, else between characters.

        A ``fixed`` one is broken after a sign instead of at a hyphenation point.
        """
        style, size = self.styles[segment.run], self.size
        hyphenate = None if fixed else self.hyphenate
        rest = segment

        def points_of(word: str, *, anywhere: bool = False) -> tuple[int, ...]:
            """Return the hyphenation points of the whole segment that are inside ``word``, its end."""
            gone = len(segment.text) - len(word)
            points = hyphenate(segment.text, anywhere=anywhere) if hyphenate else ()
            return tuple(at - gone for at in points if at > gone)

        while rest.width * size > (room := self.width - self.x) + _ROUNDING:
            halves = rest.width * size < 1.8 * room
            split = self._split(rest, room, points_of, halves=halves) or self._split(
                rest, room, points_of, halves=halves, anywhere=True
            )
            if split is not None:
                start, rest = split
                self._put(start.run, start.text, start.width)
                self.end_line(rest.width * size, LineEnd.HYPHEN)
                continue
            count = 0
            while count < len(rest.text) and _width(rest.text[: count + 1], style) * size <= room:
                count += 1
            if count == 0:
                if room < self.width:  # other text stands on the line: try an empty one
                    self.end_line(end=LineEnd.CUT)
                    continue
                count = 1  # even one character is wider than a line, and nothing narrower exists
            if fixed and (signs := [sign.end() for sign in _SIGNS.finditer(rest.text, 0, count)]):
                count = signs[-1]
            self._put(rest.run, rest.text[:count], _width(rest.text[:count], style) * size)
            left = rest.text[count:]
            if not left:
                return
            rest = _Segment(rest.run, left, _width(left, style))
            self.end_line(end=LineEnd.OWN_SIGN if fixed else LineEnd.CUT)
        self._put(rest.run, rest.text.replace(SOFT_HYPHEN, ""), rest.width * size)
