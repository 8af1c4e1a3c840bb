"""Small marks on paper: the warm dot, the star, circles to tick, and rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckbuild.frame.items import WRITE_DOT, Choice, Connector, Shape, ShapeKind, Tick
from deckbuild.handout.style.style import HAIR_RULE, STAR
from deckbuild.model.theme import HAIR, MARK, Color
from deckbuild.units import Pt, around


def dot(name: str, x: Pt, y: Pt, radius: Pt = WRITE_DOT) -> Shape:
    """Return the warm dot, which marks a place to write, centred on ``(x, y)``."""
    return Shape(id=f"{name}/dot", kind=ShapeKind.ELLIPSE, box=around(x, y, radius), fill=MARK)


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
