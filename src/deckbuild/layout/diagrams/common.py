"""What all diagrams share: their format on slides and on paper, and the result of drawing one."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.frame.items import Group, Tick
from deckbuild.frame.text import Align, Par
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, stack
from deckbuild.model.text import Text
from deckbuild.model.theme import Color, Step
from deckbuild.units import Pt, Rect


@dataclass(frozen=True, slots=True)
class DrawnDiagram:
    """A diagram: its group, the circles to cross off beside its nodes, and whether it fits its box."""

    group: Group
    ticks: tuple[Tick, ...]
    fits: bool
    height: Pt = 0.0
    """How much of the box's height it needs, in points; 0 for all."""


def centered(
    text: Text, step: Step, box: Rect, settings: TextSettings, color: Color, *, bold: bool = True
) -> tuple[Par, ...]:
    """Set a label in the middle of ``box``. Positions are relative to its top left corner."""
    style = ParStyle(step, color, bold=bold, align=Align.CENTER)
    par = set_par(text, style, box.w, settings)
    return stack((par,), top=(box.h - par.height) / 2)
