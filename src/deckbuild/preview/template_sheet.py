"""Pictures of a template's layouts: each page with the frames of its placeholders, labelled, drawn by our own PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.frame.items import Frame, Item, Presentation, Shape, ShapeKind, TextBox
from deckbuild.layout.text.paragraph import ParStyle, Setting, set_par, stack
from deckbuild.model.contrast import contrast
from deckbuild.model.slide_layouts import House, Layout, Master
from deckbuild.model.text import plain
from deckbuild.model.theme import Color, Step, Theme
from deckbuild.templates.layouts import Drawn, Template
from deckbuild.units import Rect

_LABEL = Step(11, 14)
_FRAMES = {"frame-dark": "A0005A", "frame-light": "FF8AD0"}
"""The colours of frames and labels: whichever is seen where they stand."""


def layout_pictures(template: Template, content: bytes, width: int) -> Iterator[tuple[Drawn, bytes]]:
    """Yield the layouts of a template, the file ``content``, and PNG files of them ``width`` pixels wide."""
    from deckbuild.output.rasterize import page_pictures
    from deckbuild.writers.pdf import write_slides

    for drawn in template.layouts:
        presentation = Presentation(title=drawn.name, author="", lang="en-GB", frames=(_frame(drawn),))
        pdf = write_slides(presentation, _theme(template, drawn, content))
        yield drawn, next(picture for _, picture in page_pictures(pdf, width))


def _theme(template: Template, drawn: Drawn, content: bytes) -> Theme:
    """Return a theme with just this layout, and a colour for frames that is seen on it."""
    page = template.page
    ground = drawn.backdrop.ground(page)
    master = Master(layout=Layout.BOARD, name=drawn.name, boxes={}, part=drawn.part, art=tuple(drawn.backdrop.art))
    house = House(
        width=page.w, height=page.h, masters={Layout.BOARD: master}, hanging=0, template=content, paper=ground
    )
    theme = Theme(house=house)
    return replace(theme, colors={**theme.colors, **_FRAMES})


def _frame(drawn: Drawn) -> Frame:
    """Return the layout as a slide of frames with labels."""
    items: list[Item] = []
    for number, place in enumerate(drawn.placeholders, start=1):
        box = place.outer
        ground = drawn.backdrop.ground(box)
        color = Color(max(_FRAMES, key=lambda name: contrast(_FRAMES[name], ground)))
        items.append(Shape(id=f"frame{number}", kind=ShapeKind.RECT, box=box, stroke=color, width=1.5))
        text = f"{place.kind} {place.idx} · {place.look.size:g} pt · {place.name}"
        room = Rect(box.x + 4, box.y + 2, max(60.0, box.w - 8), _LABEL.leading)
        pars = stack([set_par(plain(text), ParStyle(_LABEL, color), room.w, Setting())])
        items.append(TextBox(id=f"label{number}", box=room, pars=pars))
    return Frame(id="layout", slide="", number=0, title=drawn.name, layout=Layout.BOARD, section=0, items=tuple(items))
