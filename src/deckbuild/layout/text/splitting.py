"""Running text over several frames: between paragraphs, or between the lines of one that is taller than a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.text import Line, Par, Tag, TextRun
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.units import Pt


def pages_of(pars: Sequence[Par], room: Pt) -> list[tuple[Par, ...]]:
    """Return stacks of at most ``room`` points each, about even; a head stays with what it heads. Nothing is lost."""
    whole: list[Par] = []
    for par in pars:
        whole += _split_tall(par, room)
    fewest = _filled(whole, room)
    limit = height(stack(whole)) / len(fewest)
    while limit < room:  # the least height that needs no more pages makes them even
        pages = _filled(whole, limit)
        if len(pages) == len(fewest) and all(height(page) <= room for page in pages):
            return pages
        limit += _GRAIN
    return fewest


_GRAIN: Pt = 8


def _filled(rest: list[Par], room: Pt) -> list[tuple[Par, ...]]:
    """Fill pages of ``room`` points one after the other."""
    pages: list[tuple[Par, ...]] = []
    while rest:
        count = len(rest)
        while count > 1 and height(stack(rest[:count])) > room:
            count -= 1
        while 1 < count < len(rest) and rest[count - 1].tag is Tag.HEAD:
            count -= 1
        pages.append(stack(rest[:count]))
        rest = rest[count:]
    return pages


def _split_tall(par: Par, room: Pt) -> list[Par]:
    """Cut a paragraph taller than ``room`` between its lines; the parts after the first have no bullet."""
    if par.height <= room:
        return [par]
    fit = max(1, int(room // par.leading))
    parts = []
    for start in range(0, len(par.lines), fit):
        lines = par.lines[start : start + fit]
        shift = lines[0].baseline - par.lines[0].baseline
        moved = tuple(replace(line, baseline=line.baseline - shift) for line in lines)
        parts.append(
            replace(
                par,
                runs=_runs(lines),
                lines=moved,
                height=len(lines) * par.leading,
                bullet=par.bullet if start == 0 else None,
            )
        )
    return parts


def _runs(lines: Sequence[Line]) -> tuple[TextRun, ...]:
    """Join the pieces of broken lines to runs again, with the spaces the breaks swallowed."""
    runs: list[TextRun] = []
    for line in lines:
        for index, piece in enumerate(line.pieces):
            text = piece.run.text
            if index == len(line.pieces) - 1 and line is not lines[-1] and not text.endswith(("\u00ad", "-", "–")):
                text += " "
            if runs and replace(runs[-1], text="") == replace(piece.run, text=""):
                runs[-1] = replace(runs[-1], text=runs[-1].text + text)
            else:
                runs.append(replace(piece.run, text=text))
    return tuple(runs)
