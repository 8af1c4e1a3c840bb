"""The gallery: a small deck for each kind of block, and pictures of what becomes of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from PIL import Image

from deckbuild.blocks.registry import KEYS
from deckbuild.blocks.registry import kind as known
from deckbuild.frame.items import Group, Item
from deckbuild.model.deck import Deck, Slide
from deckbuild.model.themes import SHIPPED
from deckbuild.output.rasterize import page_pictures
from deckbuild.pipeline.lay_out import LaidOut, lay_out_read
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.reader import read

GALLERY = Path(__file__).parent / "gallery"
THEMES = {"lys": "lys", "mørk": "moerk", "bog": "bog", "sal": "sal"}
"""Theme -> its name in file names."""
SLIDE_WIDTH, PAGE_WIDTH = 960, 640
"""Of the pictures, in pixels."""
COLORS = 255
"""More than a slide has; its letters' edges need the most."""

HEAD = """\
# Gallery

Each kind of block on a slide in all themes, and in the handout. Made by `python docs/make.py` from the decks in this
folder.

| kind | lys | mørk | bog | sal | handout |
|---|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Case:
    """A deck that shows a kind of block, named after the kind's key (or ``body``)."""

    path: Path

    @property
    def key(self) -> str:
        """The key it shows."""
        return self.path.stem

    @cached_property
    def deck(self) -> Deck:
        """The deck; its first theme is the light one."""
        result = read(self.path)
        faults = [f"{self.path.name}:{found.span and found.span.line}: {found.text()}" for found in result.diagnostics]
        if result.deck is None or faults:
            raise ValueError("\n".join(faults))
        return result.deck

    @property
    def slide(self) -> Slide:
        """The slide that shows the kind: of those that begin with it (or have several blocks) the one in the middle."""
        kind = known(self.key) if self.key in KEYS else None
        fits = [s for s in self.deck.slides if (len(s.body) > 1 if kind is None else isinstance(s.body[0], kind))]
        return fits[len(fits) // 2]

    @property
    def yaml(self) -> str:
        """The slide as it stands in the file."""
        span = self.slide.span
        if span is None:
            raise ValueError(self.path)
        lines = self.path.read_text("utf-8").splitlines()[span.line - 1 : span.end_line]
        return "\n".join(line.rstrip() for line in lines).rstrip()

    def lay_out(self, theme: str = "lys") -> LaidOut:
        """Lay it out in a theme; raises ``ValueError`` with what is to be said about it, if anything is."""
        result = read(self.path)
        laid_out = lay_out_read(replace(self.deck, theme=SHIPPED[theme]), result.diagnostics)
        if laid_out is None or len(result.diagnostics):
            raise ValueError("\n".join(found.text() for found in result.diagnostics))
        return laid_out

    def picture(self, name: str) -> Path:
        """Return the file of a picture: of a theme's slide, or of the ``handout``."""
        return GALLERY / f"{self.key}-{THEMES.get(name, name)}.png"

    def draw(self) -> None:
        """Make the pictures anew."""
        for theme in THEMES:
            laid_out = self.lay_out(theme)
            number = 1 + next(n for n, f in enumerate(laid_out.presentation.frames) if f.slide == self.slide.id)
            self._save(theme, render_paper(laid_out, PaperKind.SLIDES_PDF), number, SLIDE_WIDTH)
        laid_out = self.lay_out()
        if number := self.handout_page(laid_out):
            self._save("handout", render_paper(laid_out, PaperKind.HANDOUT), number, PAGE_WIDTH)

    def handout_page(self, laid_out: LaidOut) -> int:
        """Return the page of the handout that the slide begins on; 0 when it has none."""
        for page in laid_out.document.pages:
            if any(item.id.startswith(f"{self.slide.id}/") for item in _all(page.items)):
                return page.number
        return 0

    def _save(self, name: str, pdf: bytes, page: int, width: int) -> None:
        ((_, png),) = page_pictures(pdf, width, [page])
        with Image.open(io.BytesIO(png)) as picture:
            small = picture.convert("RGB").quantize(COLORS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        small.save(self.picture(name), "PNG", optimize=True)


def cases() -> list[Case]:
    """Return the cases, in the order of the registry; ``body`` comes last."""
    order = [*KEYS, "body"]
    return sorted((Case(path) for path in GALLERY.glob("*.yaml")), key=lambda case: order.index(case.key))


def _all(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _all(item.items)


def index() -> str:
    """Return the gallery's page: all pictures side by side."""
    rows = []
    for case in cases():
        cells = " | ".join(_cell(case, name) for name in (*THEMES, "handout"))
        rows.append(f"| [`{case.key}`](../reference.md#{case.key}) | {cells} |")
    return HEAD + "\n".join(rows) + "\n"


def _cell(case: Case, name: str) -> str:
    picture = case.picture(name)
    if not picture.is_file():
        return ""
    alt = "page of the handout" if name == "handout" else f"slide, {name}"
    return f'<img src="{picture.name}" alt="{case.key}: {alt}" width="{140 if name == "handout" else 240}">'
