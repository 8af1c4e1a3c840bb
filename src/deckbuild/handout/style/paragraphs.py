"""Setting paragraphs for paper: without runts and with well broken headings; and cutting them between lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from deckbuild.characters import SOFT_HYPHEN
from deckbuild.diagnostics import Span
from deckbuild.frame.items import TextBox
from deckbuild.frame.text import Bullet, Par, Tag
from deckbuild.layout.text.paragraph import (
    ParStyle,
    TextSettings,
    baseline,
    from_places,
    height,
    one_word,
    set_par,
    stack,
    text_width,
)
from deckbuild.layout.text.splitting import cut_par
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import Step
from deckbuild.units import Pt, Rect

_LONELY = 0.18
"""A last line narrower than this share of the line width is a runt."""
_SHORTEST = 0.68
"""To avoid a runt no other line may become narrower than this share of the line width."""
_NARROWER = (0.96, 0.92, 0.88, 0.82)
"""The shares of the line width that are tried, in order, to avoid a runt."""
_HEADINGS = (Tag.TITLE, Tag.HEAD, Tag.SUBHEAD)
_STEPS = 32
"""Headings are tried at line widths from the full one down to half of it; two differ by this part of the full one."""
_LAST = 1 / 3
"""The least width of the last line of a heading, as a share of its longest line."""
_PAUSES = ("–", ":", "?", "!", ".", ";", ",")
"""Characters at which a reader pauses: good ends for a line of a heading."""
_ELLIPSIS = "…"
_WHOLE_WORDS = 0.5
"""Text is shortened after a whole word, unless that would leave less than this share of the letters that fit."""
_LETTER_MIDDLE = 0.33
"""Height from the baseline to the optical middle of letters, in em: between half x-height and half capitals."""


def fair_par(
    text: Text | tuple[Run, ...], style: ParStyle, width: Pt, settings: TextSettings, bullet: Bullet | None = None
) -> Par:
    """Set a paragraph in ``width`` points; slightly narrower when that avoids a runt, a last line of one short word.

    A heading of several lines is set at the width at which its line breaks are best. The number of lines stays the
    same in both cases.
    """
    par = set_par(text, style, width, settings, bullet)
    room = width - style.indent
    if style.tag in _HEADINGS and len(par.lines) > 1:
        shares = (1 - step / _STEPS for step in range(_STEPS // 2))
        headings = [set_par(text, style, style.indent + room * share, settings, bullet) for share in shares]
        return min((made for made in headings if len(made.lines) == len(par.lines)), key=_clumsiness, default=par)
    if len(par.lines) < 2 or not _lonely(par, room):
        return par
    for share in _NARROWER:
        tried = set_par(text, style, style.indent + room * share, settings, bullet)
        if len(tried.lines) > len(par.lines):
            break
        if not _lonely(tried, room) and _even(tried, room):
            return tried
    return par


def _clumsiness(par: Par) -> int:
    """Return how badly a heading of several lines is broken: 0 is best.

    A divided word costs 8, a last line of one word 4, a short last line 2, and lines without a pause at an end 1.
    """
    *before, last = par.lines
    longest = max(line.width for line in par.lines)
    torn = sum(line.pieces[-1].run.text.endswith(("-", SOFT_HYPHEN)) for line in before if line.pieces)
    paused = any(line.pieces[-1].run.text.endswith(_PAUSES) for line in before if line.pieces)
    return 8 * torn + 4 * one_word(last) + 2 * (last.width < longest * _LAST) + (not paused)


def _lonely(par: Par, room: Pt) -> bool:
    """Whether the last line is a runt: narrow, or only the end of a divided word."""
    *_, before, last = par.lines
    divided = bool(before.pieces) and before.pieces[-1].run.text.endswith(("-", SOFT_HYPHEN))
    return last.width < room * _LONELY or (divided and one_word(last))


def _even(par: Par, room: Pt) -> bool:
    """Whether all lines but the last are wide enough."""
    return all(line.width >= room * _SHORTEST for line in par.lines[:-1])


def one_line(text: str | Text, style: ParStyle, width: Pt, settings: TextSettings, steps: tuple[Step, ...] = ()) -> Par:
    """Set ``text`` on one line: at the first that fits of the style's step and ``steps``, else cut with an ellipsis."""
    if isinstance(text, str):
        return _one_line(text, style, width, settings, steps)
    par = _one_line(text.plain, style, width, settings, steps)
    return from_places(par, [text.unmarked.runs[0].source]) if par.runs[0].text == text.plain else par


@lru_cache(maxsize=1024)
def _one_line(text: str, style: ParStyle, width: Pt, settings: TextSettings, steps: tuple[Step, ...]) -> Par:
    face = settings.face(bold=style.bold, italic=style.italic, heading=style.heading)
    step = style.step
    for step in (style.step, *steps):
        if text_width(text, face, step.size) <= width:
            break
    else:
        size = step.size
        kept = bisect_right(range(len(text)), width, key=lambda n: text_width(text[:n] + _ELLIPSIS, face, size)) - 1
        text = _at_word(text, max(0, kept)) + _ELLIPSIS
    # slightly wider than measured, so that rounding never breaks the line
    return set_par((Run(text),), replace(style, step=step), width + 0.01, settings)


def _at_word(text: str, most: int) -> str:
    """Return the whole words in the first ``most`` characters of ``text``; of a single long word its beginning."""
    kept = text[:most]
    if text[most : most + 1].strip():
        words = kept.rpartition(" ")[0]
        kept = words if len(words) >= most * _WHOLE_WORDS else kept
    return kept.rstrip(" \u2002,;:–-")


def optical(step: Step) -> Pt:
    """Return the height from the top of a line to the middle of its letters, in points. Marks beside it stand there."""
    return baseline(step) - _LETTER_MIDDLE * step.size


def box(name: str, pars: Sequence[Par], x: Pt, y: Pt, width: Pt, span: Span | None = None) -> TextBox:
    """Put paragraphs under one another into a text box with its top left corner at ``(x, y)``."""
    placed = stack(pars)
    return TextBox(id=name, box=Rect(x, y, width, height(placed)), pars=placed, span=span)


def furniture(name: str, par: Par, x: Pt, y: Pt, width: Pt) -> TextBox:
    """Put a paragraph at ``(x, y)`` as furniture, which screen readers skip."""
    return TextBox(id=name, box=Rect(x, y, width, par.height), pars=(par,), artifact=True)


def cut_lines(par: Par, most: int) -> list[Par]:
    """Cut a paragraph of more than ``most`` lines into paragraphs of at most so many; the first keeps its bullet."""
    if len(par.lines) <= most:
        return [par]
    pieces = -(-len(par.lines) // most)
    fair = -(-len(par.lines) // pieces)
    return cut_par(par, fair)
