"""Line breaking: greedy, as PowerPoint and LibreOffice break.

Lines end at spaces, after hyphens between letters, after en dashes and at the author's soft hyphens, but not after
slashes; a word wider than the whole line is broken at a hyphenation point, or else between characters.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from deckbuild.fonts.faces import Style, face
from deckbuild.model.text import BREAK, Run
from deckbuild.units import Pt

SOFT_HYPHEN = "\u00ad"
WHOLE = 1.0
"""The share of a line that may stay empty where words that fit a line are never divided: all of it."""


class Hyphenate(Protocol):
    """Returns the places within a word, in characters, at which it may be hyphenated."""

    def __call__(self, word: str, *, anywhere: bool = False) -> tuple[int, ...]:
        """Return the best places only, such as the joints of a compound, or with ``anywhere`` all."""

    def __hash__(self) -> int: ...


_WORDS = re.compile(r"\n|[ \t]+|[^ \t\n]+")
_CHUNKS = re.compile(r".*?(?:(?<=\w)-(?=\w)|(?<=\w)–(?=\w)|\u00ad|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Part:
    """Characters of one run inside a chunk, and their width in em."""

    run: int
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What never breaks inside unless it is wider than a line."""

    parts: tuple[_Part, ...]
    width: float
    """In em."""
    space: float = 0.0
    """Width in em of the space before it; 0 inside a word."""
    space_text: str = ""
    space_run: int = 0
    soft: float = 0.0
    """Width in em of the hyphen to add when a line ends here; 0 when none is added."""
    forced: bool = False
    """A line break stands before it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one run on one line: where they start and how wide they are, in points."""

    run: int
    text: str
    x: Pt
    width: Pt


@dataclass(frozen=True, slots=True)
class Broken:
    """One line."""

    stretches: tuple[Stretch, ...]
    width: Pt
    hyphenated: bool = False
    """Whether a soft hyphen ends it."""
    longer: Pt = math.inf
    """How wide it would be with what begins the next line; infinite where it ends in any case."""


def _width(text: str, style: Style) -> float:
    f = face(style)
    return f.shape(text.replace(SOFT_HYPHEN, "")).advance / f.units_per_em


def run_style(run: Run, *, bold: bool, italic: bool) -> Style:
    """Return the face of a run in a paragraph that is itself bold or italic; emphasis inside italics is upright."""
    return Style.of(bold=(bold or run.bold) and not run.soft, italic=italic != run.italic)


def chunks(runs: tuple[Run, ...], *, bold: bool, italic: bool) -> Sequence[_Chunk]:
    """Cut a paragraph into unbreakable chunks and measure them, independent of size and line width."""
    if len(runs) == 1 and not _SPECIAL.search(runs[0].text):
        style = run_style(runs[0], bold=bold, italic=italic)
        return [_plain_word(word, style) for word in runs[0].text.split(" ") if word]
    return _general_chunks(runs, bold=bold, italic=italic)


_SPECIAL = re.compile(r"[\n\t\-–\u00ad]")
"""Text without any of these breaks at spaces only."""


@lru_cache(maxsize=65536)
def _plain_word(word: str, style: Style) -> _Chunk:
    """Return a word of a paragraph of one run, as it stands after a space; most words come many times."""
    width = _width(word, style)
    return _Chunk((_Part(0, word, width),), width, _width(" ", style), " ", 0)


@lru_cache(maxsize=16384)
def _general_chunks(runs: tuple[Run, ...], *, bold: bool, italic: bool) -> tuple[_Chunk, ...]:
    """Cut text of several runs, or with other places to break than spaces."""
    found: list[_Chunk] = []
    word: list[tuple[int, str, Style]] = []
    space: tuple[str, int, float] = ("", 0, 0.0)
    forced = False

    def flush() -> None:
        nonlocal space, forced
        if not word:
            return
        pieces = _cut(word)
        for index, parts in enumerate(pieces):
            _, last_text, last_style = parts[-1]
            soft = _width("-", last_style) if last_text.endswith(SOFT_HYPHEN) else 0.0
            measured = tuple(_Part(r, t, _width(t, s)) for r, t, s in parts)
            text, run, width = space if index == 0 else ("", 0, 0.0)
            found.append(
                _Chunk(measured, sum(p.width for p in measured), width, text, run, soft, forced and index == 0)
            )
        word.clear()
        space, forced = ("", 0, 0.0), False

    for number, run in enumerate(runs):
        style = run_style(run, bold=bold, italic=italic)
        for token in _WORDS.findall(run.text):
            if token == BREAK:
                flush()
                if forced:  # two breaks in a row: an empty line
                    found.append(_Chunk((_Part(number, "", 0.0),), 0.0, forced=True))
                forced, space = True, ("", 0, 0.0)
            elif token[0] in " \t":
                flush()
                if found and not forced:
                    space = (" ", number, _width(" ", style))
            else:
                word.append((number, token, style))
    flush()
    return tuple(found)


def _cut(word: list[tuple[int, str, Style]]) -> list[list[tuple[int, str, Style]]]:
    """Cut a word, which may span runs, where a line may end inside it."""
    pieces: list[list[tuple[int, str, Style]]] = [[]]
    for run, text, style in word:
        parts = [p for p in _CHUNKS.findall(text) if p]
        for index, part in enumerate(parts):
            pieces[-1].append((run, part, style))
            if index < len(parts) - 1 or part.endswith(SOFT_HYPHEN):
                pieces.append([])
    return [p for p in pieces if p]


def break_lines(
    runs: tuple[Run, ...],
    styles: tuple[Style, ...],
    size: Pt,
    width: Pt,
    *,
    bold: bool,
    italic: bool,
    hyphenate: Hyphenate | None = None,
    ragged: float = WHOLE,
) -> list[Broken]:
    """Break a paragraph into lines no wider than ``width`` points at ``size`` points.

    ``hyphenate`` serves words wider than a line, and compounds that would leave more than the share ``ragged`` of a
    line empty. A word with the author's own soft hyphens is divided at these alone.
    """
    found = chunks(runs, bold=bold, italic=italic)
    gap = width * ragged if hyphenate else math.inf
    plain = _break_plain(found, size, width, gap, hyphenate) if len(runs) == 1 else None
    if plain is not None:
        return plain
    lines: list[Broken] = []
    line: list[Stretch] = []
    x = 0.0
    tail = 0.0  # width of the hyphen if the line ended here

    def end(more: Pt = math.inf, *, hyphenated: bool = False) -> None:
        nonlocal x, tail
        lines.append(Broken(tuple(line), x, hyphenated, x + more))
        line.clear()
        x = tail = 0.0

    def put(run: int, text: str, extent: Pt) -> None:
        nonlocal x
        if line and line[-1].run == run:
            before = line[-1]
            line[-1] = Stretch(run, before.text + text, before.x, before.width + extent)
        else:
            line.append(Stretch(run, text, x, extent))
        x += extent

    def end_soft(more: Pt) -> None:
        """End the line; at a soft hyphen, show it."""
        nonlocal tail
        if tail:
            extent, tail = tail, 0.0
            before = line[-1]
            put(before.run, SOFT_HYPHEN, extent)
            end(more, hyphenated=True)
        else:
            end(more)

    for chunk in found:
        if chunk.forced:
            end()
        extent = chunk.width * size
        space = chunk.space * size if line else 0.0
        if line and x + space + extent + chunk.soft * size > width + 1e-6:
            own = tail or chunk.soft  # the author tells where to divide it
            if hyphenate and len(chunk.parts) == 1 and not own and extent <= width and width - x - space > gap:
                rest = _hyphenated(chunk.parts[0], styles, size, width - x - space, hyphenate)
                if rest is not None:
                    head, rest_part = rest
                    if space:
                        put(chunk.space_run, chunk.space_text, space)
                    put(head.run, head.text, head.width)
                    end(rest_part.width * size, hyphenated=True)
                    put(rest_part.run, rest_part.text.replace(SOFT_HYPHEN, ""), rest_part.width * size)
                    tail = chunk.soft * size
                    continue
            end_soft(space + extent)
            space = 0.0
        if extent > width + 1e-6:
            for part in chunk.parts:
                _put_overlong(part, styles, size, width, hyphenate, put, end, lambda: width - x)
        else:
            if space:
                put(chunk.space_run, chunk.space_text, space)
            for part in chunk.parts:
                put(part.run, part.text.replace(SOFT_HYPHEN, ""), part.width * size)
        tail = chunk.soft * size
    end()
    return lines


def _break_plain(
    found: Sequence[_Chunk], size: Pt, width: Pt, gap: Pt, hyphenate: Hyphenate | None
) -> list[Broken] | None:
    """Break the chunks of one run, the common case, in one pass; nothing when a chunk needs more care.

    A word that can be divided needs it where it would leave more than ``gap`` points of a line empty.
    """
    lines: list[Broken] = []
    words: list[str] = []
    x = 0.0
    limit = width + 1e-6
    for chunk in found:
        extent = chunk.width * size
        if extent > limit or chunk.soft or chunk.forced:
            return None
        space = chunk.space * size
        if words and x + space + extent > limit:
            if hyphenate and width - x - space > gap and hyphenate(chunk.parts[0].text):
                return None
            lines.append(Broken((Stretch(0, "".join(words), 0.0, x),), x, longer=x + space + extent))
            words, x = [], 0.0
        if words and space:
            words.append(" ")
            x += space
        words.append(chunk.parts[0].text)
        x += extent
    lines.append(Broken((Stretch(0, "".join(words), 0.0, x),) if words else (), x))
    return lines


def _hyphenated(
    part: _Part,
    styles: tuple[Style, ...],
    size: Pt,
    room: Pt,
    hyphenate: Hyphenate,
    *,
    even: bool = False,
    anywhere: bool = False,
) -> tuple[Stretch, _Part] | None:
    """Split a word at its last hyphenation point that leaves the head within ``room`` points.

    ``even`` takes the point nearest the middle instead: a word that needs two lines looks best in halves, and the
    joint of a compound is seldom far from there. ``anywhere`` takes other points than the best too.
    """
    style = styles[part.run]
    hyphen = _width("-", style) * size
    points = list(reversed(hyphenate(part.text, anywhere=True) if anywhere else hyphenate(part.text)))
    if even:
        points.sort(key=lambda at: abs(2 * at - len(part.text)))
    for at in points:
        head, rest = part.text[:at], part.text[at:]
        extent = _width(head, style) * size + hyphen
        if extent <= room:
            return Stretch(part.run, head + SOFT_HYPHEN, 0.0, extent), _Part(part.run, rest, _width(rest, style))
    return None


def _put_overlong(
    part: _Part,
    styles: tuple[Style, ...],
    size: Pt,
    width: Pt,
    hyphenate: Hyphenate | None,
    put: Callable[[int, str, Pt], None],
    end: Callable[..., None],
    room: Callable[[], Pt],
) -> None:
    """Set a part that may be wider than a line: at hyphenation points, else between characters."""
    style = styles[part.run]
    rest = part

    def points_of(word: str, *, anywhere: bool = False) -> tuple[int, ...]:
        """Return the whole word's points that stand in what is left of it."""
        gone = len(part.text) - len(word)
        points = hyphenate(part.text, anywhere=anywhere) if hyphenate else ()
        return tuple(at - gone for at in points if at > gone)

    while rest.width * size > room() + 1e-6:
        even = rest.width * size < 1.8 * room()
        split = None
        if hyphenate:
            split = _hyphenated(rest, styles, size, room(), points_of, even=even) or _hyphenated(
                rest, styles, size, room(), points_of, even=even, anywhere=True
            )
        if split is not None:
            head, rest = split
            put(head.run, head.text, head.width)
            end(rest.width * size, hyphenated=True)
            continue
        count = 0
        while count < len(rest.text) and _width(rest.text[: count + 1], style) * size <= room():
            count += 1
        if count == 0:
            if room() < width:  # something stands before it on the line: try a fresh one
                end()
                continue
            count = 1  # a single character wider than the line: nothing narrower exists
        put(rest.run, rest.text[:count], _width(rest.text[:count], style) * size)
        left = rest.text[count:]
        rest = _Part(rest.run, left, _width(left, style) if left else 0.0)
        if not left:
            return
        end()
    put(rest.run, rest.text.replace(SOFT_HYPHEN, ""), rest.width * size)
