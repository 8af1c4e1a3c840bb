"""``handout.pdf``: one page for each folio."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deckbuild.frame.form import Copy, form_of
from deckbuild.frame.items import Booklet, Bookmark, Frame, Group, Item, Presentation, Thumbnail
from deckbuild.frame.text import Tag
from deckbuild.model.theme import Theme
from deckbuild.writers.pdf.document import Document
from deckbuild.writers.pdf.draw import draw_items
from deckbuild.writers.pdf.form import FormWriter
from deckbuild.writers.pdf.inventory import Inventory
from deckbuild.writers.pdf.links import annotate, destination
from deckbuild.writers.pdf.pen import Held
from deckbuild.writers.pdf.tags.tagger import Tagger


def write_booklet(booklet: Booklet, presentation: Presentation, theme: Theme, *, fillable: bool = False) -> bytes:
    """Return the folios as a PDF, with the frames of ``presentation`` in the thumbnails; the same bytes each time.

    A ``fillable`` one has fields to fill in on a screen.
    """
    drawing = draw_booklet(booklet, presentation, theme, fillable=fillable)
    return drawing.document.finish(drawing.tagger, drawing.form)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A booklet that has been drawn."""

    document: Document
    tagger: Tagger | None
    form: FormWriter | None
    held: tuple[tuple[Held, ...], ...]
    """For each page what is left to be drawn for each copy."""


def draw_booklet(
    booklet: Booklet,
    presentation: Presentation,
    theme: Theme,
    *,
    copies: Sequence[Copy] = (),
    fillable: bool = False,
    tagged: bool = True,
) -> Drawing:
    """Draw the folios; each page title opens a section of the structure.

    All letters of ``copies`` are at hand. What isn't ``tagged``, or is for the printer alone, has no links either.
    """
    inventory = Inventory(presentation.frames, theme.house.width)
    for folio in booklet.folios:
        inventory.take(folio.items)
    for copy in copies:
        inventory.take(copy.boxes.values())
    document = Document(booklet.title, booklet.author, booklet.lang, theme, inventory)
    tagged = tagged and not booklet.print_only
    tagger = Tagger(booklet.lang, len(booklet.folios), opening=Tag.HEAD) if tagged else None
    canvas = document.canvas
    form = document.form_writer(form_of(booklet)) if fillable else None
    homes = _homes(booklet, presentation.frames) if tagged else {}
    names: dict[int, list[str]] = defaultdict(list)
    for name, page in homes.items():
        names[page].append(name)
    marks: dict[int, list[Bookmark]] = defaultdict(list)
    for mark in booklet.bookmarks if tagged else ():
        marks[mark.page].append(mark)
    level = -1
    held = []
    for page, folio in enumerate(booklet.folios):
        canvas.setPageSize((folio.width, folio.height))
        for name in names[page]:
            canvas.bookmarkPage(destination(name))
        for number, mark in enumerate(marks[page]):
            key = f"mark:{page}.{number}"
            canvas.bookmarkPage(key, fit="XYZ", left=0, top=folio.height)
            level = max(0, min(mark.level, level + 1))  # an outline has no gaps
            document.bookmark(mark.title, key, level)
        pen = document.pen(folio.height, tagger, homes, form)
        draw_items(pen, folio.items)
        pen.finish()
        if tagger:
            annotate(canvas, pen.links, tagger)
        held.append(tuple(pen.held))
        canvas.showPage()
    return Drawing(document, tagger, form, tuple(held))


def _homes(booklet: Booklet, frames: Sequence[Frame]) -> dict[str, int]:
    """Return for each name that links lead to its page: that of a slide's text, or else of its thumbnail."""
    homes: dict[str, int] = {}

    def visit(items: Iterable[Item], page: int) -> None:
        for item in items:
            if isinstance(item, Thumbnail):
                homes.setdefault(frames[item.frame].id, page)
            elif isinstance(item, Group):
                visit(item.items, page)

    for page, folio in enumerate(booklet.folios):
        for name in folio.anchors:
            homes.setdefault(name, page)
    for page, folio in enumerate(booklet.folios):
        visit(folio.items, page)
    return homes
