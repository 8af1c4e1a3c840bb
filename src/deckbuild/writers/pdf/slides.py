"""``slides.pdf``: one page for each frame."""

from __future__ import annotations

from deckbuild.frame.document import Presentation
from deckbuild.frame.items import LayoutKind
from deckbuild.model.theme import PAPER, Theme
from deckbuild.writers.pdf.document import PdfDocument
from deckbuild.writers.pdf.draw import draw_items
from deckbuild.writers.pdf.inventory import Inventory
from deckbuild.writers.pdf.links import annotate, destination
from deckbuild.writers.pdf.tags.tagger import Tagger

_WHITE = "FFFFFF"
"""The colour of an empty page."""


def write_slides(presentation: Presentation, theme: Theme) -> bytes:
    """Return the slides as a PDF, with pages of the slide master's size. The same input gives the same bytes."""
    frames = presentation.frames
    inventory = Inventory(frames, theme.slide_master.width)
    for frame in frames:
        inventory.take(frame.items)
    pdf = PdfDocument(presentation.title, presentation.author, presentation.lang, theme, inventory)
    tagger = Tagger(presentation.lang, len(frames))
    canvas = pdf.canvas
    page = theme.slide_master.page
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
            pdf.bookmark(section, f"section:{place}", 0)
            inside = True
        if frame.title and frame.title != section and frame.layout is not LayoutKind.SECTION:
            pdf.bookmark(frame.title, destination(frame.id), int(inside))
        tagger.section()
        pen = pdf.pen(page.h, tagger, names)
        if not theme.slide_master.template and theme.hex(PAPER) != _WHITE:
            pen.paint(pen.rectangle(page), fill=PAPER)
        pdf.backdrop(pen, frame)
        draw_items(pen, frame.items)
        pen.finish()
        annotate(canvas, pen.links, tagger)
        canvas.showPage()
    return pdf.finish(tagger)
