"""The pyramid: a triangle cut into levels, one on top of the other."""

from __future__ import annotations

import math
from collections.abc import Iterator

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Item, Shape, ShapeKind, Tick
from deckbuild.layout.diagrams.canvas import TICK_CLEAR, Canvas, DrawnDiagram
from deckbuild.layout.diagrams.labels import Label, bold, set_label
from deckbuild.model.text import Text
from deckbuild.model.theme import Step
from deckbuild.units import Pt, Rect

_BETWEEN = 6
"""White space between levels. These lengths are for the slide, in points."""
_PAD, _PAD_ABOVE = 10, 6
"""White space beside and above a label."""
_PROPORTION = 1.9
"""Width to height, unless the labels need more width."""
_TIPS = (0.0, 0.12, 0.24, 0.36, 0.48)
"""The widths of the top edge to try, as shares of the base's width. The first at which the labels fit is used."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A level: its box, and how far its top corners stand inside that box. Lengths are in points."""

    box: Rect
    slant: Pt

    @property
    def pointed(self) -> bool:
        """Whether it is a triangle, not a trapezoid."""
        return self.slant >= self.box.w / 2 - 0.01

    @property
    def middle(self) -> Pt:
        """The middle of the text, from the top of the box: that of the text rectangle of PowerPoint's preset shape."""
        if self.pointed:
            return self.box.h * 0.75
        return self.box.h / 2 + self.box.h * self.slant / self.box.w / 3

    def room(self, high: Pt) -> Pt:
        """Return the width of the level at the top edge of a text ``high`` points high."""
        from_top = max(0.0, self.middle - high / 2)
        return self.box.w - 2 * self.slant * (1 - from_top / self.box.h)


def pyramid_items(canvas: Canvas, texts: tuple[Text, ...]) -> DrawnDiagram:
    """Draw the levels, the first text at the top. The tip is cut off if its label needs more width."""
    for step, whole in canvas.attempts():
        for levels in _shapes(canvas, len(texts)):
            labels = [_label(canvas, t, level, step, whole=whole) for t, level in zip(texts, levels, strict=True)]
            fits = all(label.fits for label in labels)
            if fits:
                break
        if fits:
            break
    items: list[Item] = []
    ticks: list[Tick] = []
    for index, (text, label, level) in enumerate(zip(texts, labels, levels, strict=True)):
        items.append(
            Shape(
                id=f"{canvas.name}/level{index + 1}",
                kind=ShapeKind.TRIANGLE if level.pointed else ShapeKind.TRAPEZOID,
                box=level.box, slant=level.slant, fill=canvas.fill, stroke=canvas.accent, width=canvas.look.outline,
                pars=label.centered_at(level.middle),
                inset=(level.box.w - level.room(label.height)) / 2 + canvas.scaled(_PAD),
            )
        )  # fmt: skip
        if canvas.tick:
            out = (TICK_CLEAR + canvas.tick) * math.hypot(level.slant, level.box.h) / level.box.h
            x = level.box.right - level.slant / 2 + out
            ticks.append(canvas.tick_at(index + 1, x, level.box.y + level.box.h / 2, text.plain))
    return canvas.drawing(items, ticks, fits=fits)


def _shapes(canvas: Canvas, count: int) -> Iterator[list[_Level]]:
    """Yield the pyramids to try, by growing top edge: each with the designed proportions, then as wide as the box."""
    box, between = canvas.box, canvas.scaled(_BETWEEN)
    widest = box.w - 3 * canvas.tick_room
    high = (box.h - (count - 1) * between) / count
    for tip in _TIPS:
        for base in (min(widest, box.h * _PROPORTION), widest):
            levels = []
            for index in range(count):
                y = index * (high + between)
                upper, lower = (base * (tip + (1 - tip) * at / box.h) for at in (y, y + high))
                place = Rect(box.x + (box.w - lower) / 2, box.y + y, lower, high)
                levels.append(_Level(place, (lower - upper) / 2))
            yield levels


def _label(canvas: Canvas, text: Text, level: _Level, step: Step, *, whole: bool) -> Label:
    """Set a level's label in as few lines as possible. The more lines, the narrower the level is at the first."""
    pad, above = canvas.scaled(_PAD), canvas.scaled(_PAD_ABOVE)
    below = level.box.h - level.middle
    lines = 1
    while True:
        room = level.room(lines * step.leading) - 2 * pad
        label = set_label(((text, bold(step)),), level.box.w, canvas.settings, whole=whole, room=max(room, 1.0))
        fits = label.fits and lines * step.leading / 2 + above <= below and room > 0
        if not fits or len(label.pars[0].lines) <= lines:
            return Label(label.pars, fits)
        lines += 1
