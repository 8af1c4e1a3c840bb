"""Ladders, hubs, pictures and captioned figures on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckbuild.diagnostics import Span
from deckbuild.frame.items import Item, PictureItem
from deckbuild.handout.blocks.cards import card_strips
from deckbuild.handout.blocks.diagrams import paper_canvas, with_labels
from deckbuild.handout.blocks.prose import note_strip
from deckbuild.handout.furniture.marks import marked
from deckbuild.handout.strip import References, Strip, fixed
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.style import PaperStyle
from deckbuild.layout.diagrams import HUB_HEIGHT, HUB_WIDTH, DrawnDiagram, Part, Rung, hub_items, ladder_items
from deckbuild.layout.pictures import placed
from deckbuild.model.deck import Focus
from deckbuild.model.text import Text
from deckbuild.model.theme import Step
from deckbuild.units import Pt, Rect, mm

_AXES = mm(18)
"""The height that the axes' labels and heads take beside the nodes of a ladder."""
_AROUND = mm(58)
"""The height that title, instruction and caption take on the page of a drawing."""
_HUB, _SMALL_HUB = mm(150), mm(104)
"""The width of a hub: when it stands alone, and above fields to write in."""
_LEAST = 0.8
"""The share of its height that a drawing keeps on a page without a notes column when what belongs to it needs room."""
_FIRST = 1e3
"""The weight of a drawing when spare height is shared: more than that of any write lines."""
_PICTURE = mm(70)
"""The most height of a picture beside a notes column; over the full width twice as much."""
_CROPPED = 9 / 16
"""The height of a cropped picture as a share of its width: about that of the picture on the slide."""


def ladder_strips(
    name: str, rungs: tuple[Rung, ...], axes: tuple[Text, Text], alt: str, context: PaperContext
) -> list[Strip]:
    """Return the ladder over the full width, with a circle at every step when the slide asks for marks."""
    style, look = context.style, context.style.diagrams
    high = style.sized(_AXES) + look.node_height + look.apart * max(0, len(rungs) - 1)
    high = min(high, style.room - style.sized(_AROUND))
    least = high if style.side_notes else high * _LEAST

    def drawn(step: Step, high: Pt) -> DrawnDiagram:
        box = Rect(0.0, 0.0, context.width, high)
        return ladder_items(paper_canvas(name, alt, box, replace(look, steps=(step,)), context), rungs, axes)

    step = next((step for step in look.steps if drawn(step, least).fits), look.steps[-1])  # one size for all labels

    def build(steps: int, _references: References) -> tuple[Item, ...]:
        drawing = drawn(step, least + steps * style.pitch)
        return (drawing.group, *marked(drawing.ticks, context.instruction_choice(f"{name}/marks")))

    ladder = growing(Strip(height=least, build=build, before=style.gap(mm(7.5))), high, style)
    return with_labels(ladder, name, [rung.text for rung in rungs], step, context)


def growing(drawing: Strip, high: Pt, style: PaperStyle) -> Strip:
    """Return a drawing that spare height makes up to ``high`` points high, before any write lines are added."""
    most = int((high - drawing.height) / style.pitch)
    return replace(drawing, grow=_FIRST, most=most, step=style.pitch) if most > 0 else drawing


def hub_strips(name: str, center: Text, fields: tuple[Text, ...], alt: str, context: PaperContext) -> list[Strip]:
    """Return the hub. With ``each:`` it is smaller, and its fields follow as cards to write on."""
    each = bool(context.directives.each)
    wide = min(context.style.sized(context.style.gap(_SMALL_HUB if each else _HUB)), context.width)
    high = wide * HUB_HEIGHT / HUB_WIDTH
    least = high if context.style.side_notes else high * _LEAST

    def build(steps: int, _references: References) -> tuple[Item, ...]:
        high = least + steps * context.style.pitch
        wide = high * HUB_WIDTH / HUB_HEIGHT
        box = Rect((context.width - wide) / 2, 0.0, wide, high)
        canvas = paper_canvas(name, alt, box, context.style.diagrams, context)
        return (hub_items(canvas, center, fields).group,)

    strips = [growing(Strip(height=least, build=build, before=context.style.between_blocks), high, context.style)]
    if each:
        rows = card_strips(f"{name}/fields", [Part(field) for field in fields], context)
        return [*strips, replace(rows[0], before=context.style.gap(mm(9))), *rows[1:]]
    return with_labels(strips[0], name, [center, *fields], context.style.diagrams.steps[-1], context)


def picture_strips(
    name: str,
    path: Path,
    alt: str,
    under: Text | None,
    context: PaperContext,
    span: Span | None,
    *,
    fill: bool,
    focus: Focus,
) -> list[Strip]:
    """Return the picture with caption and credit ``under`` it. ``fill`` crops it around ``focus`` to fill the width."""
    most: Pt = context.style.gap(_PICTURE if context.narrow else 2 * _PICTURE)
    if fill:
        most = min(most, context.width * _CROPPED)
    area, crop = placed(path, Rect(0.0, 0.0, context.width, most), fill=fill, focus=focus)

    build = fixed(PictureItem(id=name, box=area, path=path, crop=crop, alt=alt, span=span))
    picture = Strip(height=area.h, build=build, before=context.style.between_blocks, keep=under is not None, span=span)
    return [picture, note_strip(f"{name}/caption", under, context)] if under else [picture]


def figure_strips(name: str, strips: list[Strip], caption: Text | None, context: PaperContext) -> list[Strip]:
    """Return the strips of a figure with its caption under them."""
    if caption is None:
        return strips
    drawing = [replace(strips[0], keep=True), *strips[1:]]
    return [drawing[0], note_strip(f"{name}/caption", caption, context, keep=strips[0].keep), *drawing[1:]]
