"""The cascade: a bar for each section, as long as its share of the slides, each begun where the last one ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.frame.items import Item, Shape, ShapeKind, TextBox
from deckbuild.layout.text.paragraph import ParStyle, set_par, stack, text_width
from deckbuild.layout.title_art.canvas import ArtCanvas
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import INK, ON_ACCENT, Step
from deckbuild.units import Rect

_PITCH, _NAMED, _HEIGHT = 64, 40, 0.66
"""The most distance of two bars and the least with names, in points of the slide; the share of it that a bar fills."""
_INSIDE, _BESIDE = 16, 12
_NAME = Step(20, 28)


def cascade(canvas: ArtCanvas) -> Iterator[Item]:
    """Yield the bars from the upper left to the lower right of the canvas, in the middle of its height."""
    box, total = canvas.box, len(canvas.sections)
    pitch = min(_PITCH * canvas.unit, box.h / total)
    high = pitch * _HEIGHT
    x, y = box.x, box.y + (box.h - (total - 1) * pitch - high) / 2
    for section, share in zip(canvas.sections, canvas.shares, strict=True):
        bar = Rect(x, y, box.w * share, high)
        name = f"{canvas.name}/{section.number}"
        yield Shape(id=f"{name}/bar", kind=ShapeKind.RECT, box=bar, fill=canvas.accent(section.number))
        if canvas.named and pitch >= _NAMED * canvas.unit:
            text = Text((Run(f"{section.number}\u2002"), *section.title.runs), section.title.span)
            yield from _name(f"{name}/name", text, bar, canvas)
        x, y = bar.right, y + pitch


def _name(name: str, text: Text, bar: Rect, canvas: ArtCanvas) -> Iterator[TextBox]:
    """Yield a section's name: in its bar, else right of it, else left, as the canvas has room; else nothing."""
    wide = text_width(text.plain, canvas.settings.face(bold=True), _NAME.size) / canvas.settings.fill + 1
    style = ParStyle(_NAME, INK, bold=True)
    if wide <= bar.w - 2 * _INSIDE:
        style, x = replace(style, color=ON_ACCENT), bar.x + _INSIDE
    elif bar.right + _BESIDE + wide <= canvas.box.right:
        x = bar.right + _BESIDE
    elif bar.x - _BESIDE - wide >= canvas.box.x:
        x = bar.x - _BESIDE - wide
    else:
        return
    pars = stack([set_par(text, style, wide, canvas.settings)])
    yield TextBox(id=name, box=Rect(x, bar.y + (bar.h - _NAME.leading) / 2, wide, _NAME.leading), pars=pars)
