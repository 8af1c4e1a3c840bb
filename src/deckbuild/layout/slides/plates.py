"""Plates behind the numbers of questions, in themes whose mark is too pale for text on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.frame.items import Item, Role, Shape, ShapeKind, TextBox
from deckbuild.frame.text import BulletKind, Par
from deckbuild.layout.text.paragraph import text_width
from deckbuild.model.theme import MARK, Theme
from deckbuild.units import Pt, Rect

PLATE_INSET: Pt = 14
"""White at either side of a number on its plate."""
_APART: Pt = 8
"""The least white between two plates."""
_MOST_OUT: Pt = 18
"""How far a plate reaches above and below its question, at most."""


def plates(items: Sequence[Item], theme: Theme) -> list[Item]:
    """Return a plate for each question in the body among ``items``, all equally wide."""
    if theme.plates is None:
        return []
    return [
        plate
        for item in items
        if isinstance(item, TextBox) and item.role is Role.BODY
        for plate in _behind(item, theme)
    ]


def _behind(box: TextBox, theme: Theme) -> Iterator[Shape]:
    asked = [par for par in box.pars if _number(par)]
    widest = max((_width(par) for par in asked), default=0.0)
    out = min([_MOST_OUT, *(max(0.0, par.before - _APART) / 2 for par in asked[1:])])
    for index, par in enumerate(asked, start=1):
        place = Rect(box.box.x, box.box.y + par.top - out, widest + 2 * PLATE_INSET, par.height + 2 * out)
        yield Shape(id=f"{box.id}/plate{index}", kind=ShapeKind.RECT, box=place, fill=theme.plates)


def _number(par: Par) -> bool:
    return par.bullet is not None and par.bullet.kind is BulletKind.HANGING and par.bullet.run.color == MARK


def _width(par: Par) -> Pt:
    run = par.bullet.run if par.bullet else None
    return text_width(run.text, run.style, run.size) if run else 0.0
