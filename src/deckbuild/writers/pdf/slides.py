"""``slides.pdf``: one page for each frame."""

from __future__ import annotations

from deckbuild.frame.items import Layout, Presentation
from deckbuild.model.theme import PAPER, Theme
from deckbuild.writers.pdf.document import Document
from deckbuild.writers.pdf.draw import draw_items
from deckbuild.writers.pdf.inventory import Inventory
from deckbuild.writers.pdf.links import annotate, destination
from deckbuild.writers.pdf.tags.tagger import Tagger

_WHITE = "FFFFFF"
"""What paper is without being painted."""


def write_slides(presentation: Presentation, theme: Theme) -> bytes:
    """Return the slides as a PDF of pages of the house's size, the same bytes for the same presentation."""
    frames = presentation.frames
    inventory = Inventory(frames, theme.house.width)
    for frame in frames:
        inventory.take(frame.items)
    document = Document(presentation.title, presentation.author, presentation.lang, theme, inventory)
    tagger = Tagger(presentation.lang, len(frames))
    canvas = document.canvas
    page = theme.house.page
    canvas.setPageSize((page.w, page.h))
    names = {frame.id for frame in frames}.union(*(frame.anchors for frame in frames))
    sections = {first: name for name, first in presentation.sections}
    inside = False
    for place, frame in enumerate(frames):
        for name in (frame.id, *frame.anchors):
            canvas.bookmarkPage(destination(name))
        section = sections.get(place)
        if section:
            canvas.bookmarkPage(f"section:{place}")
            document.bookmark(section, f"section:{place}", 0)
            inside = True
        if frame.title and frame.title != section and frame.layout is not Layout.SECTION:
            document.bookmark(frame.title, destination(frame.id), int(inside))
        tagger.section()
        pen = document.pen(page.h, tagger, names)
        document.backdrop(pen, frame.layout)
        if not theme.house.template and theme.hex(PAPER) != _WHITE:
            pen.paint(pen.rectangle(page), fill=PAPER)
        draw_items(pen, frame.items)
        pen.finish()
        annotate(canvas, pen.links, tagger)
        canvas.showPage()
    return document.finish(tagger)
