"""Large text: the width at which it breaks best.

Line breaking fills each line. Of text in few and large lines even lines read better, and lines that end where the
sentence pauses. A narrower box brings them about, in any program, as long as no line is added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from deckbuild.frame.text import Line, LineEnd, Par
from deckbuild.units import Pt

Tried = TypeVar("Tried")
_STRIDE: Pt = 8
_LEAST = 0.5
"""The least width to try, as a share of the whole."""
_LEAST_LAST = 0.28
"""The least width of a last line, as a share of the widest line."""
_SHORT_WORD = 3
"""A word of so many letters at the end of a line waits for the next line: articles, prepositions, pronouns."""
_PAUSES = ".:?!,;–"


def even_width(set_in: Callable[[Pt], Sequence[Par]], width: Pt, fill: float) -> Pt:
    """Return the width, at most ``width`` points, at which ``set_in`` makes the best lines, and as many.

    ``fill`` is the share (0..1) of the width that lines may fill.
    """
    pars = set_in(width)
    counts = [len(par.lines) for par in pars]
    if max(counts, default=0) < 2:
        return width
    best, found, tried = _cost(pars), width, _narrower(width, pars, fill)
    while tried > width * _LEAST:
        pars = set_in(tried)
        if [len(par.lines) for par in pars] != counts:
            break
        cost = _cost(pars)
        if cost < best:
            best, found = cost, tried
        tried = _narrower(tried, pars, fill)
    return found


def _narrower(width: Pt, pars: Sequence[Par], fill: float) -> Pt:
    """Return the next width to try: down to it lines break as they do at ``width``."""
    widest = max(par.indent + line.width for par in pars for line in par.lines) / fill
    return width - _STRIDE * max(1, (width - widest) // _STRIDE + 1)


def unbroken(set_in: Callable[[Pt], Sequence[Par]], width: Pt, fill: float) -> Sequence[Par]:
    """Return paragraphs set at ``width`` points, or at fewer to keep words with hyphens on one line.

    Words such as ``add-on`` may be broken after their own hyphen. To avoid that, a third more lines are accepted.
    ``fill`` is the share (0..1) of the width that lines may fill.
    """
    usual = pars = set_in(width)
    count = sum(len(par.lines) for par in usual)
    tried, most_lines = width, count + max(1, count // 3)
    while any(line.end is not LineEnd.SPACE for par in pars for line in par.lines):
        tried = _narrower(tried, pars, fill)
        pars = set_in(tried)
        if tried < width * _LEAST or sum(len(par.lines) for par in pars) > most_lines:
            return usual
    return pars


def preferred(tried: Iterable[Tried], good: Callable[[Tried], bool]) -> Tried | None:
    """Return the first result that is good, or else the first of all; ``None`` if there are none."""
    first: Tried | None = None
    for each in tried:
        if good(each):
            return each
        first = each if first is None else first
    return first


def _cost(pars: Sequence[Par]) -> float:
    """Return how badly paragraphs break: uneven lines, and ends that tear words apart which belong together."""
    cost = 0.0
    for par in pars:
        widest = max((line.width for line in par.lines), default=0.0)
        *above, last = par.lines or (Line(0.0, 0.0, ()),)
        cost += sum((1 - line.width / widest) ** 2 for line in par.lines if widest)
        cost += sum(_end(line) for line in above)
        if above and (last.width < _LEAST_LAST * widest or " " not in _text(last).strip()):
            cost += 1
    return round(cost, 6)


def _end(line: Line) -> float:
    """Return the cost of a line's end: less than nothing at a pause, more after a short word, most inside a word."""
    if line.end is not LineEnd.SPACE:
        return 2.0
    word = _text(line).split()[-1:] or [""]
    if word[0][-1:] in _PAUSES:
        return -0.1 if word[0] else 0.0
    return 0.15 if len(word[0]) <= _SHORT_WORD else 0.0


def _text(line: Line) -> str:
    return "".join(piece.run.text for piece in line.pieces)
