"""The formats of charts and diagrams, on slides and paper: apart, for every paper holds them."""

from __future__ import annotations

from deckbuild.dataclass import dataclass
from deckbuild.model.theme import Step
from deckbuild.units import Pt, mm


@dataclass(frozen=True, slots=True)
class DiagramLook:
    """The format of diagrams. Lengths are in points."""

    steps: tuple[Step, ...]
    """Type sizes to try for node labels of one or two lines, largest first."""
    axis: Step
    """Type size of axis labels."""
    node_height: Pt
    apart: Pt
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
    apart=96,
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
    apart=mm(17.5),
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
class ChartLook:
    """The format of charts. Lengths are in points."""

    steps: tuple[Step, ...]
    """Type sizes to try, largest first. All text of a chart has the same."""
    line: Pt
    """Stroke width of a line between data points."""
    mark: Pt
    """Width of the marker at a data point."""
    grid: Pt
    """Stroke width of a grid line."""
    base: Pt
    """Stroke width of the line at zero, from which bars extend."""
    edge: Pt
    """Stroke width of the line around pale surfaces."""
    clear: Pt
    """White space between a marker and its label."""
    bar: Pt
    """The greatest width of a bar."""
    hatch: Pt
    """Distance between the lines of a hatched surface."""
    most: Pt
    """The greatest diameter of a pie."""


SLIDE_CHART = ChartLook(
    steps=(Step(16, 20), Step(14, 18), Step(12, 16)),
    line=2.5, mark=9, grid=0.75, base=1, edge=1, clear=6, bar=80, hatch=6, most=320,
)  # fmt: skip
PAPER_CHART = ChartLook(
    steps=(Step(9.5, mm(4.2)), Step(9, mm(4))),
    line=1.4, mark=5, grid=mm(0.12), base=mm(0.2), edge=mm(0.18), clear=4, bar=mm(11), hatch=3.4, most=mm(60),
)  # fmt: skip
