"""What all diagrams share: their looks, and what a drawing is."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.frame.items import Group, Tick
from deckbuild.frame.text import Align, Par
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, stack
from deckbuild.model.text import Text
from deckbuild.model.theme import Color, Step
from deckbuild.units import Pt, Rect, mm


@dataclass(frozen=True, slots=True)
class DiagramLook:
    """Sizes and strokes of a diagram, in points."""

    steps: tuple[Step, ...]
    """Node labels: the largest that fits."""
    axis: Step
    node_height: Pt
    pitch: Pt
    """The most that rungs stand apart, from foot to foot."""
    padding: Pt
    clear: Pt
    """White between an arrow and the nodes it joins."""
    outline: Pt
    arrow: Pt
    axis_width: Pt
    scale: float
    """Of the slide's horizontal measures."""
    white: bool
    """Whether nodes are left white, to be written on."""
    labels: tuple[Step, ...]
    """Labels of several lines: the largest that fits, one for the whole drawing."""
    notes: tuple[Step, ...]
    """Text under a label, by the label's size."""


SLIDE_LOOK = DiagramLook(
    steps=(Step(18, 21), Step(16, 19)),
    axis=Step(16, 22),
    node_height=36,
    pitch=96,
    padding=20,
    clear=4,
    outline=1.5,
    arrow=1.75,
    axis_width=1,
    scale=1.0,
    white=False,
    labels=(Step(22, 26), Step(20, 24), Step(18, 21), Step(16, 19)),
    notes=(Step(18, 21), Step(16, 19)),
)
PAPER_LOOK = DiagramLook(
    steps=(Step(10, 11.7), Step(9, 10.5)),
    axis=Step(10, mm(5)),
    node_height=mm(9.6),
    pitch=mm(17.5),
    padding=mm(3.5),
    clear=mm(1.1),
    outline=mm(0.45),
    arrow=mm(0.4),
    axis_width=mm(0.3),
    scale=0.5,
    white=True,
    labels=(Step(10, 11.7), Step(9, 10.5), Step(8.5, 10)),
    notes=(Step(9, 10.5), Step(8.5, 10)),
)


@dataclass(frozen=True, slots=True)
class DrawnDiagram:
    """A diagram: the group, the places to mark beside its nodes, and whether it fits its box."""

    group: Group
    ticks: tuple[Tick, ...]
    fits: bool
    height: Pt = 0.0
    """What it needs of the box's height; 0 when it takes all."""


def centered(
    text: Text, step: Step, box: Rect, settings: TextSettings, color: Color, *, bold: bool = True
) -> tuple[Par, ...]:
    """Set a label in the middle of ``box``; the paragraphs stand relative to its top left corner."""
    style = ParStyle(step, color, bold=bold, align=Align.CENTER)
    par = set_par(text, style, box.w, settings)
    return stack((par,), top=(box.h - par.height) / 2)
