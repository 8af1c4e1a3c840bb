"""The ribbons of a book: one for each section, the longer the more slides it has."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.frame.items import Anchor, Connector, Item, Shape, ShapeKind, TextBox
from deckbuild.frame.text import Align, Tag
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, stack
from deckbuild.layout.text.shortening import shortened
from deckbuild.layout.title_art.canvas import ArtCanvas
from deckbuild.model.text import plain
from deckbuild.model.theme import ON_ACCENT, SOFT, Color, Step, accent
from deckbuild.units import Pt, Rect, mm

_WIDE, _NOTCH = 24, 7
"""The width of a ribbon and the height of its notch, in points of a slide, for a canvas whose unit is 1."""
_LEAST, _MORE, _MOST = 64, 16, 240
"""Its least length, what each slide adds, and the most length."""
MOST_WIDE = 16
"""With more sections ribbons are half as wide, and have no numbers."""
_NAME, _NUMBER = Step(16, 20), Step(14, 18)
_BESIDE: Pt = 10
"""White between a ribbon and a name."""
_UNDER: Pt = 240
"""The most width of the name under the last ribbon, where ribbons stand closer."""
_COVER_WIDE, _COVER_RULE = mm(7), mm(0.5)
"""The width of a ribbon on a cover, and that of the rule it hangs from."""


def places(left: Pt, wide: Pt, ribbon: Pt, total: int) -> list[Pt]:
    """Return the left edges of the ribbons of all sections, spread over ``wide`` points from ``left``."""
    return [left + index * (wide - ribbon) / max(total - 1, 1) for index in range(total)]


def ribbon_width(total: int, usual: Pt = _WIDE) -> Pt:
    """Return the width of a ribbon for ``total`` sections: the ``usual`` one, or half of it."""
    return usual if total <= MOST_WIDE else usual / 2


def ribbon(
    name: str, number: int, box: Rect, unit: Pt, colors: tuple[Color, Color], settings: TextSettings, *, numbered: bool
) -> Shape:
    """Return a ribbon with the number of its section at its lower end; ``colors`` are its own and the number's."""
    step = Step(_NUMBER.size * unit, _NUMBER.leading * unit)
    style = ParStyle(step, colors[1], bold=True, align=Align.CENTER, tag=Tag.ARTIFACT)
    top = max(0.0, box.h - (_NOTCH + 5) * unit - step.leading)
    pars = stack([set_par(plain(str(number)), style, box.w, settings)], top=top) if numbered else ()
    return Shape(
        id=name, kind=ShapeKind.RIBBON, box=box, fill=colors[0], slant=_NOTCH * unit, pars=pars, anchor=Anchor.TOP
    )


def ribbons(canvas: ArtCanvas) -> Iterator[Item]:
    """Yield the ribbons, hanging from the top of the canvas, and beside their ends the names of the sections."""
    box, total = canvas.box, len(canvas.sections)
    wide = ribbon_width(total) if canvas.named else min(_COVER_WIDE, box.w / (2 * total))
    unit = canvas.unit if canvas.named else wide / _WIDE
    longest = min(box.h, _MOST * box.w / 832)
    lengths = [_LEAST + _MORE * count for count in canvas.counts]
    scale = min(unit if canvas.named else box.w / 832, longest / max(lengths))
    edges = places(box.x, box.w, wide, total)
    if not canvas.named:
        yield Connector(
            id=f"{canvas.name}/rule", x1=box.x, y1=box.y, x2=box.right, y2=box.y, color=accent(1), width=_COVER_RULE
        )
    for section, x, length in zip(canvas.sections, edges, lengths, strict=True):
        own = Rect(x, box.y, wide, length * scale)
        yield ribbon(
            f"{canvas.name}/ribbon{section.number}", section.number, own, unit, (accent(section.number), ON_ACCENT),
            canvas.settings, numbered=total <= MOST_WIDE,
        )  # fmt: skip
    if canvas.named:
        yield from _names(canvas, edges, [length * scale for length in lengths], wide)


def _names(canvas: ArtCanvas, edges: list[Pt], lengths: list[Pt], wide: Pt) -> Iterator[Item]:
    """Yield the names that have room: right of their ribbons, and the last one under its ribbon."""
    apart = (canvas.box.w - wide) / max(len(edges) - 1, 1)
    for section, x, length in zip(canvas.sections, edges, lengths, strict=True):
        under = section.number == len(edges) > 1
        room = max(apart, _UNDER) if under else apart - wide - 2 * _BESIDE
        style = ParStyle(_NAME, SOFT, italic=True, align=Align.RIGHT if under else Align.LEFT)
        if shortened(section.title, style, room, canvas.settings) != section.title:
            continue
        left = x + wide - room if under else x + wide + _BESIDE
        top = canvas.box.y + length + (_BESIDE / 2 if under else -_NOTCH - 5 - _NAME.leading)
        pars = stack([set_par(section.title, style, room, canvas.settings)])
        yield TextBox(id=f"{canvas.name}/name{section.number}", box=Rect(left, top, room, _NAME.leading), pars=pars)
