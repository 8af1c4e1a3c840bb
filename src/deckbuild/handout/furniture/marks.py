"""Small marks on paper: the warm dot, the star, circles to tick, and rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckbuild.frame.items import Choice, Connector, Item, Shape, ShapeKind, Tick, write_mark
from deckbuild.frame.text import Align
from deckbuild.handout.style.paragraphs import box
from deckbuild.handout.style.style import HAIR_RULE, STAR, PaperStyle
from deckbuild.layout.text.paragraph import TextSettings, baseline, middle, set_par, text_width
from deckbuild.model.text import Run
from deckbuild.model.theme import HAIR, INK, MARK, Color, Step
from deckbuild.units import Pt, Rect, around, mm

_PLATE = (2.02, 1.36)
"""The width and height of the plate of a question's number, in leadings of the question."""
_PLATE_ROOM, _PLATE_LINE = mm(3), mm(0.25)
"""The least width of a plate beyond its number, and the width of its outline."""


def dot(name: str, x: Pt, y: Pt, style: PaperStyle, radius: Pt | None = None) -> Shape:
    """Return the warm dot, or what marks a place to write in the look of this paper, centred on ``(x, y)``."""
    return write_mark(f"{name}/dot", x, y, style.dot if radius is None else radius, style.plates)


def question_number(
    name: str, number: str, place: Rect, question: Step, style: PaperStyle, settings: TextSettings
) -> tuple[list[Item], Pt]:
    """Return the number of a question that is set at ``question``, and how wide it is.

    ``place`` is that of the question's first line, as far as its text. A look with plates puts one behind the number.
    """
    look = style.question_id
    face = settings.face(bold=look.bold, heading=look.heading)
    wide = text_width(number, face, look.step.size)
    top = place.y + baseline(question) - baseline(look.step)
    if style.plates is None:
        par = set_par((Run(number),), look, place.w + 1, settings)
        return [box(f"{name}/number", [par], place.x, top, place.w)], wide
    across, high = (share * question.leading for share in _PLATE)
    plate = Rect(place.x, place.y + middle(question) - high / 2, max(across, wide + _PLATE_ROOM), high)
    par = set_par((Run(number),), replace(look, align=Align.CENTER), plate.w, settings)
    return [
        Shape(id=f"{name}/plate", kind=ShapeKind.RECT, box=plate, fill=style.plates, stroke=INK, width=_PLATE_LINE),
        box(f"{name}/number", [par], plate.x, top, plate.w),
    ], plate.w


def star(name: str, x: Pt, y: Pt, radius: Pt = STAR) -> Shape:
    """Return the star, which marks an answer that is carried on to a sheet, centred on ``(x, y)``."""
    return Shape(id=f"{name}/star", kind=ShapeKind.STAR, box=around(x, y, radius), fill=MARK)


def circle(name: str, x: Pt, y: Pt, r: Pt, label: str, choice: Choice) -> Tick:
    """Return a circle to tick, centred on ``(x, y)``. ``label`` is the answer that a cross in it gives."""
    return Tick(id=name, x=x, y=y, r=r, label=label, choice=choice)


def marked(ticks: Iterable[Tick], choice: Choice) -> tuple[Tick, ...]:
    """Return the circles of a drawing as circles of ``choice``."""
    return tuple(replace(tick, choice=choice) for tick in ticks)


def rule(name: str, x1: Pt, x2: Pt, y: Pt, width: Pt = HAIR_RULE, color: Color = HAIR) -> Connector:
    """Return a horizontal rule from ``x1`` to ``x2``."""
    return Connector(id=name, x1=x1, y1=y, x2=x2, y2=y, color=color, width=width)


def upright(name: str, x: Pt, y1: Pt, y2: Pt, width: Pt = HAIR_RULE, color: Color = HAIR) -> Connector:
    """Return a vertical rule from ``y1`` to ``y2``."""
    return Connector(id=name, x1=x, y1=y1, x2=x, y2=y2, color=color, width=width)
