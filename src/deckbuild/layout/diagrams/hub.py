"""The hub: a circle in the centre, and two to four circles (fields) around it that it overlaps."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.characters import SOFT_HYPHEN
from deckbuild.frame.items import Anchor, Group, Item, Shape, ShapeKind, TextBox
from deckbuild.frame.text import Align
from deckbuild.layout.diagrams.canvas import Canvas, DrawnDiagram
from deckbuild.layout.text.line_breaking import WHOLE_LINE
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, text_width
from deckbuild.model.text import Text
from deckbuild.model.theme import INK, ON_ACCENT, PAPER, Color, Step
from deckbuild.units import Pt, Rect, around

_FIELD_RADIUS, _CENTER_RADIUS, _ACROSS, _UP, _RIM = 108, 110, 180, 80, 4
"""In points: the radii, a field's distance from the middle across and down, and the rim width of the centre."""
_PLACES = {
    2: ((-1, 0), (1, 0)),
    3: ((-1, -1), (1, -1), (0, 1)),
    4: ((-1, -1), (1, -1), (-1, 1), (1, 1)),
}
"""Number of fields -> the direction of each from the middle, to the right and down."""
HUB_WIDTH: Pt = 2 * (_ACROSS + _FIELD_RADIUS)
HUB_HEIGHT: Pt = 2 * (_UP + _FIELD_RADIUS)


def hub_items(canvas: Canvas, center: Text, fields: tuple[Text, ...]) -> DrawnDiagram:
    """Draw a hub in the middle of the canvas's box, scaled down to fit.

    Outlines are drawn after all fills, so that overlapping fields hide none.
    """
    name, box = canvas.name, canvas.box
    settings = replace(canvas.settings, hyphenation_zone=WHOLE_LINE)
    scale = min(1.0, box.w / HUB_WIDTH, box.h / HUB_HEIGHT)
    cx, cy = box.x + box.w / 2, box.y + box.h / 2
    fills: list[Item] = []
    outlines: list[Item] = []
    labels: list[TextBox] = []
    places = _PLACES[len(fields)]
    step = _hub_step(fields, min(_label_place(dx, dy)[2] for dx, dy in places) * scale, scale, settings)
    for index, (text, (dx, dy)) in enumerate(zip(fields, places, strict=True)):
        circle = around(cx + dx * _ACROSS * scale, cy + dy * _UP * scale, _FIELD_RADIUS * scale)
        fills.append(Shape(id=f"{name}/field{index + 1}", kind=ShapeKind.ELLIPSE, box=circle, fill=canvas.fill))
        outlines.append(
            Shape(
                id=f"{name}/outline{index + 1}", kind=ShapeKind.ELLIPSE, box=circle,
                stroke=canvas.accent, width=canvas.look.outline,
            )
        )  # fmt: skip
        out, down, wide = (length * scale for length in _label_place(dx, dy))
        labels.append(_hub_label(f"{name}/label{index + 1}", text, cx + out, cy + down, wide, step, settings, INK))
    rim = around(cx, cy, (_CENTER_RADIUS + _RIM / 2) * scale)
    middle = Shape(
        id=f"{name}/center", kind=ShapeKind.ELLIPSE, box=rim, fill=canvas.accent, stroke=PAPER, width=_RIM * scale
    )
    wide = _CENTER_WIDTH * scale
    step = _hub_step((center,), wide, scale, settings)
    label = _hub_label(f"{name}/label0", center, cx, cy, wide, step, settings, ON_ACCENT)
    fits = all(len(each.pars[0].lines) <= _MOST_HUB_LINES for each in (label, *labels))
    group = Group(id=name, box=box, items=(*fills, *outlines, middle, label, *labels), alt=canvas.alt)
    return DrawnDiagram(group, (), fits)


def _label_place(dx: int, dy: int) -> tuple[Pt, Pt, Pt]:
    """Return the position of a field's label from the hub's middle (x, y), and its width: clear of the centre's rim."""
    if dx == 0:  # straight below: the free part of the field is a crescent
        return 0.0, 150.0, 140.0
    if dy == 0:
        return dx * 203.0, 0.0, 154.0
    return dx * (_ACROSS + 12.0), dy * (_UP + 16.0), 176.0


_MOST_HUB_LINES = 3
_CENTER_WIDTH: Pt = 210
"""The width of the label in the centre: two full lines of it keep inside the circle."""
_HUB_STEPS = ((22, 28), (20, 26), (18, 24), (16, 22), (14, 19), (13, 17))
"""Type sizes and leading to try, in points."""


def _hub_step(texts: tuple[Text, ...], wide: Pt, scale: float, settings: TextSettings) -> Step:
    """Return the largest of ``_HUB_STEPS``, times ``scale``, at which each word fits ``wide`` points; else the last."""
    step = Step(18, 24)
    for size, leading in _HUB_STEPS:
        step = Step(round(size * scale * 2) / 2, round(leading * scale * 2) / 2)
        words = [w for text in texts for r in text.runs for w in r.text.replace(SOFT_HYPHEN, "- ").split()]
        if max((text_width(w, settings.face(bold=True), step.size) for w in words), default=0) <= wide * settings.fill:
            break
    return step


def _hub_label(
    name: str, text: Text, x: Pt, y: Pt, wide: Pt, step: Step, settings: TextSettings, color: Color
) -> TextBox:
    """Set a label with its middle at ``(x, y)``."""
    style = ParStyle(step, color, bold=True, align=Align.CENTER)
    par = set_par(tuple(replace(run, bold=False, link=None) for run in text.runs), style, wide, settings)
    box = Rect(x - wide / 2, y - par.height / 2, wide, par.height)
    return TextBox(id=name, box=box, pars=(par,), anchor=Anchor.MIDDLE)
