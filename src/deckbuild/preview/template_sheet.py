"""Pictures of a template's layouts, with labelled frames around their placeholders. Our PDF writer draws them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.frame.document import Frame, Presentation
from deckbuild.frame.items import Item, Shape, ShapeKind, TextBox
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, stack
from deckbuild.locales import SOURCE, language_tag
from deckbuild.model.contrast import contrast
from deckbuild.model.slide_layouts import LayoutKind, SlideLayout, SlideMaster
from deckbuild.model.text import plain
from deckbuild.model.theme import Color, Step, Theme
from deckbuild.output.rasterize import page_pictures
from deckbuild.templates.layouts import Template, TemplateLayout
from deckbuild.units import Rect
from deckbuild.writers.pdf import write_slides

_LABEL = Step(11, 14)
_FRAMES = {"frame-dark": "A0005A", "frame-light": "FF8AD0"}
"""Colours of frames and labels; the one with enough contrast on the background is used."""


def layout_pictures(template: Template, content: bytes, width: int) -> Iterator[tuple[TemplateLayout, bytes]]:
    """Yield (layout, PNG ``width`` pixels wide) for each layout of a template; ``content`` is the template's file."""
    for drawn in template.layouts:
        presentation = Presentation(title=drawn.name, author="", lang=language_tag(SOURCE), frames=(_frame(drawn),))
        pdf = write_slides(presentation, _theme(template, drawn, content))
        yield drawn, next(picture for _, picture in page_pictures(pdf, width))


def _theme(template: Template, drawn: TemplateLayout, content: bytes) -> Theme:
    """Return a theme with this layout only, and with a colour for frames that is visible on it."""
    page = template.page
    ground = drawn.backdrop.ground(page)
    slide_layout = SlideLayout(
        kind=LayoutKind.BOARD, name=drawn.name, boxes={}, part=drawn.part, art=tuple(drawn.backdrop.art)
    )
    slide_master = SlideMaster(
        width=page.w, height=page.h, layouts={LayoutKind.BOARD: slide_layout}, hanging=0, template=content, paper=ground
    )
    theme = Theme(slide_master=slide_master)
    return replace(theme, colors={**theme.colors, **_FRAMES})


def _frame(drawn: TemplateLayout) -> Frame:
    """Return a slide with a labelled frame for each placeholder of the layout."""
    items: list[Item] = []
    for number, place in enumerate(drawn.placeholders, start=1):
        box = place.outer
        ground = drawn.backdrop.ground(box)
        color = Color(max(_FRAMES, key=lambda name: contrast(_FRAMES[name], ground)))
        items.append(Shape(id=f"frame{number}", kind=ShapeKind.RECT, box=box, stroke=color, width=1.5))
        text = f"{place.kind} {place.idx} · {place.look.size:g} pt · {place.name}"
        room = Rect(box.x + 4, box.y + 2, max(60.0, box.w - 8), _LABEL.leading)
        pars = stack([set_par(plain(text), ParStyle(_LABEL, color), room.w, TextSettings())])
        items.append(TextBox(id=f"label{number}", box=room, pars=pars))
    return Frame(
        id="layout", slide="", number=0, title=drawn.name, layout=LayoutKind.BOARD, section=0, items=tuple(items)
    )
