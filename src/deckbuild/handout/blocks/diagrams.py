"""Diagrams on paper: as high as their labels need, with circles to cross, and with questions about their parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from deckbuild.frame.items import Item
from deckbuild.handout.blocks.cards import card_strips
from deckbuild.handout.blocks.lists import FlatItem, item_pars, par_strips
from deckbuild.handout.furniture.marks import marked
from deckbuild.handout.strip import References, Strip, stacked
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.diagrams import Canvas, DrawnDiagram, Part
from deckbuild.layout.drawing_looks import DiagramLook
from deckbuild.layout.text.line_breaking import Hyphenate
from deckbuild.model.text import Text
from deckbuild.model.theme import Step
from deckbuild.units import Pt, Rect, mm

_LARGE_PRINT = 16
"""The least type size that counts as large print, in points."""
_HEIGHTS = tuple(mm(high) for high in (72, 84, 100, 120, 150, 200))
"""The heights to try, lowest first. All are tried before the labels become smaller."""
_TITLE = mm(30)
"""The height that a title and a caption take on the page."""
_AROUND = mm(40)
"""The height that title, instruction and caption take on the page of a drawing with its labels."""
_FOR_WHOLE_WORDS = mm(120)
"""The most height that is tried without hyphens; higher drawings may divide words."""


def paper_canvas(name: str, alt: str, box: Rect, look: DiagramLook, context: PaperContext) -> Canvas:
    """Return the canvas of a drawing on paper, with circles to cross off when the slide asks for marks."""
    return Canvas(
        name=name, box=box, look=look, settings=context.display, accent=context.accent, wash=context.wash, alt=alt,
        tick=context.style.circle if context.directives.mark else 0.0,
    )  # fmt: skip


def diagram_strips(
    name: str, draw: Callable[[Canvas], DrawnDiagram], parts: Sequence[Part], alt: str, context: PaperContext
) -> list[Strip]:
    """Return the drawing over the full width. With ``each:`` its ``parts`` follow as cards with questions."""
    style, look = context.style, context.style.diagrams

    def drawn(step: Step, high: Pt, hyphenate: Hyphenate | None) -> DrawnDiagram:
        canvas = paper_canvas(name, alt, Rect(0.0, 0.0, context.width, high), replace(look, labels=(step,)), context)
        return draw(replace(canvas, settings=replace(context.display, hyphenate=hyphenate)))

    step, high, hyphenate = _fitting(drawn, look, context.style.room, context.display.hyphenate)

    def build(_steps: int, _references: References) -> tuple[Item, ...]:
        drawing = drawn(step, high, hyphenate)
        return (drawing.group, *marked(drawing.ticks, context.instruction_choice(f"{name}/marks")))

    strips = [
        Strip(height=high, build=build, before=style.gap(mm(7.5)) if context.directives.mark else style.between_blocks)
    ]
    if context.directives.each:
        rows = card_strips(f"{name}/parts", parts, context)
        return [*strips, replace(rows[0], before=style.gap(mm(9))), *rows[1:]]
    return with_labels(strips[0], name, [part.head for part in parts], step, context)


def with_labels(drawing: Strip, name: str, labels: Sequence[Text], step: Step, context: PaperContext) -> list[Strip]:
    """Return a drawing; in large print with its labels as a numbered list, when its own type is too small.

    The list stays on the page of the drawing if that has room for it.
    """
    style = context.style
    if style.zoom <= 1 or step.size >= _LARGE_PRINT:
        return [drawing]
    items = [FlatItem(label, number=number) for number, label in enumerate(labels, 1)]
    pars = item_pars(items, context.width, context)
    listed = par_strips(f"{name}/labels", pars, context)
    whole = [drawing, *listed]
    together = stacked(whole) <= style.room - style.sized(_AROUND)
    return [replace(strip, keep=strip.keep or strip is drawing or together) for strip in whole[:-1]] + whole[-1:]


def _fitting(
    drawn: Callable[[Step, Pt, Hyphenate | None], DrawnDiagram],
    look: DiagramLook,
    room: Pt,
    hyphenate: Hyphenate | None,
) -> tuple[Step, Pt, Hyphenate | None]:
    """Return the step of the largest labels that fit, the least height for them in points, and the hyphenation."""
    for hyphens in (None, hyphenate):
        for step in look.labels:
            for high in (least for least in _HEIGHTS if least < room - _TITLE):
                if hyphens is None and high > _FOR_WHOLE_WORDS:
                    break
                drawing = drawn(step, high, hyphens)
                if drawing.fits:
                    return step, drawing.height, hyphens
    return step, drawing.height, hyphenate
