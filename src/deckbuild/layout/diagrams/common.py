"""What all diagrams share: their format on slides and on paper, and the result of drawing one."""

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
    """The format of diagrams. Lengths are in points."""

    steps: tuple[Step, ...]
    """Type sizes to try for node labels of one or two lines, largest first."""
    axis: Step
    """Type size of axis labels."""
    node_height: Pt
    pitch: Pt
    """The greatest distance between two rungs, from bottom to bottom."""
    padding: Pt
    clear: Pt
    """White space between an arrow and the nodes it joins."""
    outline: Pt
    """Stroke width of nodes."""
    arrow: Pt
    """Stroke width of arrows."""
    axis_width: Pt
    """Stroke width of axes."""
    scale: float
    """The factor from a length on the slide to one in this format."""
    white: bool
    """Whether nodes have no fill, so that they can be written on."""
    labels: tuple[Step, ...]
    """Type sizes to try for labels of several lines, largest first. All labels of a drawing have the same."""
    notes: tuple[Step, ...]
    """Type sizes of the text under a label, largest first."""


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
