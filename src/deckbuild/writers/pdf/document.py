"""A PDF document while it is drawn: the canvas, and form XObjects for what is shown more than once."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from deckbuild.fonts.faces import Style
from deckbuild.frame.document import Frame
from deckbuild.frame.form import Form
from deckbuild.model.contrast import luminance, mixed
from deckbuild.model.greys import grey
from deckbuild.model.slide_layouts import Art, SlideLayout
from deckbuild.model.theme import INK, Color, Theme
from deckbuild.units import Pt, Rect
from deckbuild.writers.pdf.assembly import Assembly, assemble
from deckbuild.writers.pdf.draw import draw_items
from deckbuild.writers.pdf.fonts import Typeface
from deckbuild.writers.pdf.form import FormWriter
from deckbuild.writers.pdf.images import embed, embed_bytes
from deckbuild.writers.pdf.inventory import Inventory
from deckbuild.writers.pdf.metadata import About
from deckbuild.writers.pdf.pen import Pen, Supplies, operators_of
from deckbuild.writers.pdf.tags.tagger import Tagger


class _BareCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose pages begin empty. reportlab's begin by selecting Helvetica, which is not embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class PdfDocument:
    """A PDF with ``title``, ``author`` and ``lang``; fonts, pictures and thumbnails are those of ``inventory``."""

    def __init__(self, title: str, author: str, lang: str, theme: Theme, inventory: Inventory) -> None:
        self._title, self._author, self._lang = title, author, lang
        self.canvas = _BareCanvas(BytesIO(), pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=lang)
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        used = inventory.characters
        faces = {style: Typeface(self.canvas, style, used[style]) for style in Style if style in used}
        pictures = {
            path: embed(self.canvas, f"picture{number}", path, shown, grey=theme.grey)
            for number, (path, shown) in enumerate(inventory.pictures.items(), 1)
        }
        self._supplies = Supplies(faces, operators_of(theme.colors, grey=theme.grey), pictures, {}, theme.plates)
        self._backdrops(theme)
        thumbnails = {}
        width, height = theme.slide_master.width, theme.slide_master.height
        supplies = self._supplies
        if theme.slide_colors:
            supplies = replace(supplies, colors=operators_of(theme.slide_colors, grey=theme.grey))
        for number in inventory.thumbnails:
            name = f"slide{number}"
            self.canvas.beginForm(name, 0, 0, width, height)
            pen = Pen(self.canvas, height, supplies)
            self.backdrop(pen, inventory.frames[number])
            draw_items(pen, inventory.frames[number].items)
            pen.flush()
            self.canvas.endForm()
            thumbnails[number] = name, width, height
        self._supplies = replace(self._supplies, faces=faces, pictures=pictures, thumbnails=thumbnails)

    def _backdrops(self, theme: Theme) -> None:
        """Draw the ground and decoration of each slide layout that has any, as a form XObject."""
        self._slide_master = theme.slide_master
        self._grounds: dict[tuple[Art, ...], str] = {}
        for slide_layout in theme.slide_master.every:
            behind = _behind(slide_layout, theme.slide_master.page)
            if behind in self._grounds or not behind:
                continue
            name = self._grounds[behind] = f"ground{len(self._grounds) + 1}"
            pictures = {}
            for number, art in enumerate(behind):
                if art.picture:
                    pictures[number] = embed_bytes(self.canvas, f"{name}-{number}", art.picture, grey=theme.grey)
            self.canvas.beginForm(name, 0, 0, theme.slide_master.width, theme.slide_master.height)
            colors = {
                art.fill: mixed(theme.colors.get(art.fill, art.fill), theme.slide_master.paper, art.alpha)
                for art in behind
                if art.fill
            }
            if theme.grey:
                colors = {fill: grey(luminance(color)) for fill, color in colors.items()}
            supplies = replace(self._supplies, colors=operators_of(colors, grey=theme.grey))
            pen = Pen(self.canvas, theme.slide_master.height, supplies)
            for number, art in enumerate(behind):
                if number in pictures:
                    pen.place(pictures[number], art.box, 1, 1)
                elif art.paths:
                    pen.paint(" ".join(map(pen.outline, art.paths)), fill=Color(art.fill))
                else:
                    pen.paint(pen.rectangle(art.box), fill=Color(art.fill))
            pen.flush()
            self.canvas.endForm()

    def backdrop(self, pen: Pen, frame: Frame) -> None:
        """Draw the ground and decoration of a slide's layout."""
        slide_layout = frame.own_layout or self._slide_master.layouts[frame.layout]
        name = self._grounds.get(_behind(slide_layout, self._slide_master.page))
        if name:
            pen.place(name, self._slide_master.page, self._slide_master.width, self._slide_master.height)

    def pen(self, height: Pt, tagger: Tagger | None, slides: Container[str], form: FormWriter | None = None) -> Pen:
        """Return a pen for the current page, ``height`` points high.

        ``tagger`` makes the structure elements of what is drawn; without it nothing is tagged. ``slides`` are the ids
        that a link can lead to. ``form`` makes fields to fill in.
        """
        page = self.canvas.getPageNumber() - 1 if tagger else None
        return Pen(self.canvas, height, self._supplies, tagger, page, slides, form)

    def bookmark(self, title: str, key: str, level: int) -> None:
        """Add an entry to the outline that leads to the place named ``key``."""
        self.canvas.addOutlineEntry(title, key, level)

    def form_writer(self, form: Form) -> FormWriter:
        """Return a writer for the fields of ``form``; typed text has the colour of running text."""
        return FormWriter(form, self.canvas, self._supplies.colors[INK])

    def loose_pen(self, height: Pt) -> Pen:
        """Return a pen for a page ``height`` points high; its operators stay in ``out`` and are not tagged."""
        return Pen(self.canvas, height, self._supplies)

    def assembled(self, tagger: Tagger | None, form: FormWriter | None = None) -> Assembly:
        """Return the file with the fields of ``form``. Without a tagger it is for printing only and claims no standard.

        A fillable file claims PDF/UA-1 only: PDF/A is for files that don't change.
        """
        tagged = tagger is not None
        about = About(self._title, self._author, self._lang, accessible=tagged, archive=tagged and form is None)
        return assemble(self.canvas, tagger.root if tagger else None, about, form)

    def finish(self, tagger: Tagger | None, form: FormWriter | None = None) -> bytes:
        """Return the file's bytes."""
        return self.assembled(tagger, form).write()


def _behind(slide_layout: SlideLayout, page: Rect) -> tuple[Art, ...]:
    """Return what a layout draws behind its text, its ground first."""
    ground = (Art(box=page, fill=slide_layout.ground),) if slide_layout.ground else ()
    return (*ground, *slide_layout.art)
