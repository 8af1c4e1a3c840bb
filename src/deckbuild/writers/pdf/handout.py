"""Draws the pages of a handout document as a PDF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from deckbuild.dataclass import dataclass
from deckbuild.frame.document import Bookmark, Document, Frame, Presentation
from deckbuild.frame.form import Copy, form_of
from deckbuild.frame.items import Group, Item, Thumbnail
from deckbuild.frame.text import Tag
from deckbuild.model.theme import Theme
from deckbuild.writers.pdf.document import PdfDocument
from deckbuild.writers.pdf.draw import draw_items
from deckbuild.writers.pdf.form import FormWriter, Held
from deckbuild.writers.pdf.inventory import Inventory
from deckbuild.writers.pdf.links import annotate, destination
from deckbuild.writers.pdf.tags.tagger import Tagger


def write_handout(document: Document, presentation: Presentation, theme: Theme, *, fillable: bool = False) -> bytes:
    """Return the document as a PDF; the thumbnails show frames of ``presentation``. Same input gives the same bytes.

    A ``fillable`` one has form fields.
    """
    drawing = draw_handout(document, presentation, theme, fillable=fillable)
    return drawing.pdf.finish(drawing.tagger, drawing.form)


@dataclass(frozen=True, slots=True)
class DrawnDocument:
    """A document that has been drawn, with what is needed to finish its file."""

    pdf: PdfDocument
    tagger: Tagger | None
    form: FormWriter | None
    held: tuple[tuple[Held, ...], ...]
    """For each page, the stamps that are drawn later, for each copy."""


def draw_handout(
    document: Document,
    presentation: Presentation,
    theme: Theme,
    *,
    copies: Sequence[Copy] = (),
    fillable: bool = False,
    tagged: bool = True,
) -> DrawnDocument:
    """Draw the pages of ``document``. Each page title begins a ``Sect`` of the structure.

    The fonts have all letters that ``copies`` need. A document that is not ``tagged`` has no links either.
    """
    inventory = Inventory(presentation.frames, theme.slide_master.width)
    for page in document.pages:
        inventory.take(page.items)
    for copy in copies:
        inventory.take(copy.boxes.values())
    pdf = PdfDocument(document.title, document.author, document.lang, theme, inventory)
    tagged = tagged and not document.print_only
    tagger = Tagger(document.lang, len(document.pages), opening=Tag.HEAD) if tagged else None
    canvas = pdf.canvas
    form = pdf.form_writer(form_of(document)) if fillable else None
    homes = _homes(document, presentation.frames) if tagged else {}
    names: dict[int, list[str]] = defaultdict(list)
    for name, index in homes.items():
        names[index].append(name)
    marks: dict[int, list[Bookmark]] = defaultdict(list)
    for mark in document.bookmarks if tagged else ():
        marks[mark.page].append(mark)
    level = -1
    held = []
    for index, page in enumerate(document.pages):
        canvas.setPageSize((page.width, page.height))
        for name in names[index]:
            canvas.bookmarkPage(destination(name))
        for number, mark in enumerate(marks[index]):
            key = f"mark:{index}.{number}"
            canvas.bookmarkPage(key, fit="XYZ", left=0, top=page.height)
            level = max(0, min(mark.level, level + 1))  # reportlab accepts no outline that skips a level
            pdf.bookmark(mark.title, key, level)
        pen = pdf.pen(page.height, tagger, homes, form)
        draw_items(pen, page.items)
        pen.finish()
        if tagger:
            annotate(canvas, pen.links, tagger)
        held.append(tuple(pen.held))
        canvas.showPage()
    return DrawnDocument(pdf, tagger, form, tuple(held))


def _homes(document: Document, frames: Sequence[Frame]) -> dict[str, int]:
    """Return slide id -> page, for links: the page with the slide's text, or else the one with its thumbnail."""
    homes: dict[str, int] = {}

    def visit(items: Iterable[Item], page: int) -> None:
        for item in items:
            if isinstance(item, Thumbnail):
                homes.setdefault(frames[item.frame].id, page)
            elif isinstance(item, Group):
                visit(item.items, page)

    for index, page in enumerate(document.pages):
        for name in page.anchors:
            homes.setdefault(name, index)
    for index, page in enumerate(document.pages):
        visit(page.items, index)
    return homes
