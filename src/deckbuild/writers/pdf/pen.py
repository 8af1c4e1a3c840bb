"""The pen: what is drawn on one page or form, in house coordinates, as PDF operators.

It remembers colours and stroke so that each is written only when it changes, and collects links on the way.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from deckbuild.fonts.faces import Style
from deckbuild.frame.items import TextBox
from deckbuild.model.theme import Color, Theme
from deckbuild.units import Pt, Rect
from deckbuild.writers.pdf.fonts import Typeface
from deckbuild.writers.pdf.form import FormWriter
from deckbuild.writers.pdf.paths import Paths
from deckbuild.writers.pdf.tags.elements import Element
from deckbuild.writers.pdf.tags.marked_content import MarkedContent
from deckbuild.writers.pdf.tags.tagger import Tagger


@dataclass(frozen=True, slots=True)
class Supplies:
    """What all pages of one document share."""

    faces: Mapping[Style, Typeface]
    colors: Mapping[Color, str]
    """Colour -> operands of the colour operators."""
    pictures: Mapping[Path, tuple[str, Pt, Pt]]
    """File -> name, width and height of the form that shows it."""
    thumbnails: Mapping[int, tuple[str, Pt, Pt]]
    """Place of a frame -> name, width and height of the form that shows it."""


def color_operands(theme: Theme) -> dict[Color, str]:
    """Return the theme's colours as operands of ``rg`` and ``RG``."""
    return color_operands_of(theme.colors)


def color_operands_of(colors: Mapping[str, str]) -> dict[Color, str]:
    """Return colours by name (RRGGBB) as operands of ``rg`` and ``RG``."""
    found = {}
    for name, value in colors.items():
        parts = (int(value[i : i + 2], 16) / 255 for i in (0, 2, 4))
        found[Color(name)] = " ".join(f"{part:.4g}" for part in parts)
    return found


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A place to click: ``target`` as the author wrote it, ``area`` in PDF coordinates (x1, y1, x2, y2)."""

    target: str
    area: tuple[Pt, Pt, Pt, Pt]
    text: str
    element: Element
    """What holds its text."""


@dataclass(frozen=True, slots=True)
class Held:
    """A place where each copy says something of its own: ``opening`` begins the marked content it belongs to."""

    stamp: str
    x: Pt
    y: Pt
    opening: str


class Pen(Paths):
    """Draws on ``canvas``, whose page or form is ``height`` points high; on a page what it draws is tagged."""

    __slots__ = (
        "_canvas", "_fill", "_font", "_slides", "_stroke", "_structure", "form", "held", "links", "mark", "out",
        "supplies", "tagger",
    )  # fmt: skip

    def __init__(
        self,
        canvas: Canvas,
        height: Pt,
        supplies: Supplies,
        tagger: Tagger | None = None,
        page: int | None = None,
        slides: Container[str] = (),
        form: FormWriter | None = None,
    ) -> None:
        super().__init__(height)
        self._canvas = canvas
        self.supplies = supplies
        self.out: list[str] = []
        """Operators not yet handed to the canvas."""
        self.mark = MarkedContent(self.out, page)
        """Says which element the operators belong to."""
        self._structure = self.tagger = tagger
        """Gives items their elements; nothing inside a figure, which is one element."""
        self._slides = slides
        self.form = form
        """Makes fields of what is written on; ``None`` where it is printed only."""
        self.links: list[LinkArea] = []
        self.held: list[Held] = []
        """What is left to be drawn for each copy."""
        self._fill: Color | None = None
        self._font: tuple[str, Pt] | None = None
        self._stroke: tuple[Color, Pt] | None = None

    def flush(self) -> None:
        """Hand what is drawn to the canvas."""
        if self.out:
            self._canvas.addLiteral("\n".join(self.out))
            self.out.clear()

    def finish(self) -> None:
        """Hand what is left to the canvas; the page is done."""
        self.mark.close()
        self.flush()

    def hold(self, item: TextBox) -> None:
        """Leave a stamp to be drawn later, but give it its place in the reading order now."""
        self.mark.close()
        start = len(self.out)
        if item.artifact or self.tagger is None:
            opening = "/Artifact BMC"
        else:
            self.mark.begin(self.tagger.paragraph(item.pars[0], item.box.x).body)
            self.mark.end()
            opening = self.out[start]
            del self.out[start:]
        self.held.append(Held(item.stamp, item.box.x, item.box.y, opening))

    def leads(self, link: str | None) -> bool:
        """Whether a link leads anywhere: out of the paper, or to one of its slides; never in a form."""
        if not link or self._structure is None:
            return False
        return not link.startswith("#") or link[1:] in self._slides

    def loose_link(self) -> Element:
        """Return an element for a link whose text is a figure's or an artifact's."""
        if self._structure is None:
            raise ValueError("a form has no links")
        return self._structure.link()

    @contextmanager
    def figure(self, alt: str, box: Rect) -> Iterator[None]:
        """Let all that is drawn be one figure at ``box``; one without words for what it shows is drawn as it comes."""
        tagger = self.tagger
        if tagger is None or not alt:
            yield
            return
        self.mark.begin(tagger.figure(alt, box, self.height))
        self.tagger = None
        yield
        self.tagger = tagger
        self.mark.end()

    @contextmanager
    def upward(self, box: Rect) -> Iterator[None]:
        """Let what is drawn from (0, 0) be turned a quarter to the left, so that it begins at the foot of ``box``."""
        state = self._fill, self._font, self._stroke
        self.out.append(f"q 0 1 -1 0 {box.x + self.height:.2f} {self.height - box.bottom:.2f} cm")
        yield
        self.out.append("Q")
        self._fill, self._font, self._stroke = state

    # State

    def fill(self, color: Color) -> None:
        """Fill, and show text, in ``color`` from now on."""
        if color != self._fill:
            self._fill = color
            self.out.append(self.supplies.colors[color] + " rg")

    def stroke(self, color: Color, width: Pt) -> None:
        """Draw lines in ``color``, ``width`` points wide, from now on."""
        if (color, width) != self._stroke:
            self._stroke = color, width
            self.out.append(f"{self.supplies.colors[color]} RG {width:.3f} w")

    def font(self, name: str, size: Pt) -> None:
        """Show text in the font ``name`` of the page's resources at ``size`` points from now on."""
        if (name, size) != self._font:
            self._font = name, size
            self.out.append(f"{name} {size:g} Tf")

    # Paint

    def paint(self, path: str, *, fill: Color | None = None, stroke: Color | None = None, width: Pt = 0.0) -> None:
        """Fill ``path`` and draw its line, ``width`` points wide."""
        lined = stroke is not None and width > 0
        if fill is not None:
            self.fill(fill)
        if stroke is not None and lined:
            self.stroke(stroke, width)
        if fill is not None or lined:
            self.mark.artifact()
            self.out.append(path + (" B" if fill is not None and lined else " f" if fill is not None else " S"))

    def place(self, form: str, box: Rect, width: Pt, height: Pt, window: Rect | None = None) -> None:
        """Show the form of ``width`` x ``height`` points, scaled to ``box``; of it just what is in the ``window``."""
        x, y = box.x, self.height - box.bottom
        self.mark.artifact()
        clip = f"{self.rectangle(window)} W n " if window else ""
        self.out.append(f"q {clip}{box.w / width:.6g} 0 0 {box.h / height:.6g} {x:.2f} {y:.2f} cm")
        self.flush()
        self._canvas.doForm(form)
        self.out.append("Q")
