"""The register: a card for each section, one behind the other, with coloured tabs from left to right."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.frame.items import Item, Shape, ShapeKind, TextBox
from deckbuild.frame.text import Align, Par, Tag
from deckbuild.layout.text.paragraph import ParStyle, set_par, stack
from deckbuild.layout.text.shortening import shortened
from deckbuild.layout.title_art.canvas import ArtCanvas
from deckbuild.model.text import plain
from deckbuild.model.theme import INK, ON_ACCENT, PAPER, Step
from deckbuild.units import Pt, Rect

_PITCH, _NAMED = 52, 44
"""The most height of a card that shows, and the least of one with a name; like all measures here in points of the
slide, for a canvas whose unit is 1."""
_TAB, _LOW_TAB, _MOST_NUMBERED = 20, 12, 8
"""The height of a tab, and of the tabs without numbers of more sections than that."""
_STROKE, _INDENT, _ABOVE = 1.5, 16, 5
_NAME, _NUMBER = Step(18, 24), Step(14, 18)


def register(canvas: ArtCanvas) -> Iterator[Item]:
    """Yield the cards from back to front, flush with the right and lower edges of the canvas."""
    box, unit, total = canvas.box, canvas.unit, len(canvas.sections)
    tab = unit * (_TAB if total <= _MOST_NUMBERED else _LOW_TAB)
    pitch = min(unit * _PITCH, (box.h - tab) / total)
    wide = box.w / max(total, 2)
    for index, section in enumerate(canvas.sections):
        top = box.bottom - (total - index) * pitch
        name = f"{canvas.name}/{section.number}"
        card = Rect(box.x, top, box.w, box.bottom - top)
        yield Shape(
            id=f"{name}/card", kind=ShapeKind.RECT, box=card, fill=PAPER, stroke=INK, width=_STROKE * unit
        )  # fmt: skip
        yield Shape(
            id=f"{name}/tab", kind=ShapeKind.RECT, box=Rect(box.x + index * wide, top - tab, wide, tab),
            fill=canvas.accent(section.number), pars=_number(section.number, wide, tab, canvas),
        )  # fmt: skip
        if canvas.named and pitch >= _NAMED * unit:
            room = Rect(box.x + _INDENT, top + _ABOVE, box.w - 2 * _INDENT, _NAME.leading)
            text = shortened(section.title, ParStyle(_NAME), room.w, canvas.settings)
            named = stack([set_par(text, ParStyle(_NAME), room.w, canvas.settings)])
            yield TextBox(id=f"{name}/name", box=room, pars=named)


def _number(number: int, wide: Pt, high: Pt, canvas: ArtCanvas) -> tuple[Par, ...]:
    """Return the number in the middle of a tab; nothing in a low one."""
    if len(canvas.sections) > _MOST_NUMBERED:
        return ()
    step = Step(_NUMBER.size * canvas.unit, _NUMBER.leading * canvas.unit)
    style = ParStyle(step, ON_ACCENT, bold=True, align=Align.CENTER, tag=Tag.ARTIFACT)
    par = set_par(plain(str(number)), style, wide, canvas.settings)
    return stack([par], top=(high - par.height) / 2)
