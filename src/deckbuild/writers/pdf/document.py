"""A PDF document being made: the canvas, the forms that are shown more than once, the last touches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from deckbuild.fonts.faces import Style
from deckbuild.frame.masters import HEIGHT, WIDTH
from deckbuild.model.theme import Theme
from deckbuild.units import Pt
from deckbuild.writers.pdf.draw import draw_items
from deckbuild.writers.pdf.fonts import Typeface
from deckbuild.writers.pdf.inventory import Inventory
from deckbuild.writers.pdf.pen import Pen, Supplies, color_operands


class _BareCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose pages begin empty; reportlab's begin with a mention of Helvetica, which is not embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class Document:
    """A PDF with ``title``, ``author`` and ``lang``, in which pages are drawn with what ``inventory`` found."""

    def __init__(self, title: str, author: str, lang: str, theme: Theme, inventory: Inventory) -> None:
        self._file = BytesIO()
        # invariant: fixed dates, and an identifier made from title and author.
        self.canvas = _BareCanvas(self._file, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=lang)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setSubject("")
        self.canvas.setCreator("deckbuild")
        self.canvas.setProducer("deckbuild")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        used = inventory.characters
        faces = {style: Typeface(self.canvas, style, used[style]) for style in Style if style in used}
        self._supplies = Supplies(faces, color_operands(theme), inventory.pictures, {})
        for path, name in inventory.pictures.items():
            self._picture(path, name)
        thumbnails = {}
        for number, name in inventory.thumbnails.items():
            self.canvas.beginForm(name, 0, 0, WIDTH, HEIGHT)
            pen = self.pen(HEIGHT)
            draw_items(pen, inventory.frames[number].items)
            pen.flush()
            self.canvas.endForm()
            thumbnails[number] = name, WIDTH, HEIGHT
        self._supplies = Supplies(faces, self._supplies.colors, inventory.pictures, thumbnails)

    def _picture(self, path: Path, name: str) -> None:
        """Embed a picture file as a form one point square, which pages scale; JPEG data go in as they are."""
        self.canvas.beginForm(name, 0, 0, 1, 1)
        with _binary_streams():
            self.canvas.drawImage(ImageReader(str(path)), 0, 0, 1, 1, mask="auto")
        self.canvas.endForm()

    def pen(self, height: Pt) -> Pen:
        """Return a pen for a page or form ``height`` points high."""
        return Pen(self.canvas, height, self._supplies)

    def bookmark(self, title: str, key: str, level: int) -> None:
        """Add an entry to the outline that leads to the place named ``key``."""
        self.canvas.addOutlineEntry(title, key, level)

    def finish(self) -> bytes:
        """Return the file."""
        with _binary_streams():
            self.canvas.save()
        return self._file.getvalue()


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Keep reportlab from writing streams as text, which takes a quarter more room."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before
