"""Plates behind the numbers of questions, in themes whose mark is too pale for text on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.frame.items import Anchor, Item, Shape, ShapeKind, TextBox
from deckbuild.frame.text import BulletKind, Par
from deckbuild.layout.text.paragraph import TextSettings, height, text_width
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.model.theme import MARK, PAPER, Step, Theme
from deckbuild.units import Pt, Rect

_PLATE: Pt = 104
"""The width of a plate with room beside it."""
LEAST_INSET: Pt = 8
"""The least white at either side of a number on its plate."""
_APART: Pt = 8
"""The least white between two plates ..."""
_ROW_APART: Pt = 16
"""... and between those of rows of the same height."""
_LONE: Pt = 36
"""How much higher than its question a plate alone is, if it is no higher than wide."""
_ROUNDING: Pt = 8
"""What a title on a plate may grow by when another program measures its letters."""
_MOST_OUT: Pt = 18
"""How far a plate reaches above and below its question, at most."""


def plates(items: Sequence[Item], theme: Theme) -> list[Item]:
    """Return a plate for each question among ``items``; those of one text are equally wide."""
    if theme.plates is None:
        return []
    return [plate for item in items if isinstance(item, TextBox) for plate in _behind(item, theme)]


def over_picture(title: TextBox, items: Sequence[Item], slide_layout: SlideLayout) -> list[Item]:
    """Return the title and the items of a slide, in reading order.

    Where the layout has a plate, the title stands on one as wide as its text, over the picture. In PowerPoint the plate
    is the ground of the title's placeholder.
    """
    if slide_layout.plate is None:
        return [title, *items]
    text, high = title.box, height(title.pars)
    wide = min(text.w, max(line.width for par in title.pars for line in par.lines) + _ROUNDING)
    own = Rect(text.x, text.bottom - high, wide, high)
    pars = tuple(replace(par, top=par.top - title.pars[0].top) for par in title.pars)
    ground = own.widened(*slide_layout.plate)
    plate = Shape(id=f"{title.id}/plate", kind=ShapeKind.RECT, box=ground, fill=PAPER, of_layout=True)
    return [*items, plate, replace(title, box=own, pars=pars)]


def plate_inset(numbers: Sequence[str], step: Step, settings: TextSettings) -> Pt:
    """Return the white left of ``numbers`` that are in the middle of plates as wide as these usually are."""
    widest = max(text_width(number, settings.face(bold=True), step.size) for number in numbers)
    return max(LEAST_INSET, (_PLATE - widest) / 2)


def _behind(box: TextBox, theme: Theme) -> Iterator[Shape]:
    asked = [par for par in box.pars if _number(par)]
    widest = max((_width(par) for par in asked), default=0.0)
    out = min([_MOST_OUT, *(max(0.0, par.before - _APART) / 2 for par in asked)])
    rows = box.anchor is Anchor.MIDDLE and len(asked) > 1
    row = asked[1].top + asked[1].height / 2 - asked[0].top - asked[0].height / 2 - _ROW_APART if rows else 0.0
    lone = box.anchor is Anchor.MIDDLE and len(asked) == 1
    for index, par in enumerate(asked, start=1):
        high = row or (max(_PLATE, par.height + _LONE) if lone else par.height + 2 * out)
        wide = widest + 2 * (par.indent - par.hang)
        place = Rect(box.box.x, box.box.y + par.top + (par.height - high) / 2, wide, high)
        yield Shape(id=f"{box.id}/plate{index}", kind=ShapeKind.RECT, box=place, fill=theme.plates)


def _number(par: Par) -> bool:
    """Whether a paragraph has a question's number, and white before it for a plate."""
    bullet = par.bullet
    marked = bullet is not None and bullet.kind is BulletKind.HANGING and bullet.run.color == MARK
    return marked and par.hang < par.indent


def _width(par: Par) -> Pt:
    run = par.bullet.run if par.bullet else None
    return text_width(run.text, run.style, run.size) if run else 0.0
