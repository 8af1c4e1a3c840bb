"""The pen: draws on one page or form XObject, as PDF operators. Coordinates are in points with y downward.

It remembers colour, font and stroke, so that each is written only when it changes. It also collects the links.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from deckbuild.dataclass import dataclass
from deckbuild.fonts.faces import Style
from deckbuild.frame.items import TextBox
from deckbuild.model.theme import Color
from deckbuild.units import Pt, Rect
from deckbuild.writers.pdf.fonts import Typeface
from deckbuild.writers.pdf.form import FormWriter, Held
from deckbuild.writers.pdf.paths import ColorOperators, Paths, color_operators
from deckbuild.writers.pdf.tags.elements import Element
from deckbuild.writers.pdf.tags.marked_content import MarkedContent
from deckbuild.writers.pdf.tags.tagger import Tagger


@dataclass(frozen=True, slots=True)
class Supplies:
    """What all pages of one document share: faces, colours and form XObjects."""

    faces: Mapping[Style, Typeface]
    colors: Mapping[Color, ColorOperators]
    pictures: Mapping[Path, tuple[str, Pt, Pt]]
    """File -> name, width and height of the form that shows it."""
    thumbnails: Mapping[int, tuple[str, Pt, Pt]]
    """Index of a frame -> name, width and height of the form that shows it."""
    plates: Color | None = None
    """The colour of squares that mark places to write; ``None`` where dots mark them."""


def operators_of(colors: Mapping[str, str], *, grey: bool) -> dict[Color, ColorOperators]:
    """Return the operators of ``colors`` (name -> RRGGBB), with ``grey`` those of their greys."""
    return {
        Color(name): color_operators([int(value[i : i + 2], 16) / 255 for i in (0, 2, 4)], grey=grey)
        for name, value in colors.items()
    }


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A link on a page: ``target`` as the author wrote it, ``area`` in PDF coordinates (x1, y1, x2, y2)."""

    target: str
    area: tuple[Pt, Pt, Pt, Pt]
    text: str
    element: Element
    """The element with its text."""


class Pen(Paths):
    """Draws on a page or form XObject of ``canvas``, ``height`` points high. A ``tagger`` tags what is drawn."""

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
        """Operators that the canvas doesn't have yet."""
        self.mark = MarkedContent(self.out, page)
        """Writes the operators that begin and end marked content."""
        self._structure = self.tagger = tagger
        """Makes the elements of items. ``tagger`` is None within a figure, which is one element."""
        self._slides = slides
        self.form = form
        """Makes form fields of places to write; None when the file is not fillable."""
        self.links: list[LinkArea] = []
        self.held: list[Held] = []
        """The stamps that are drawn later, for each copy."""
        self._fill: Color | None = None
        self._font: tuple[str, Pt] | None = None
        self._stroke: tuple[Color, Pt] | None = None

    def flush(self) -> None:
        """Give the operators in ``out`` to the canvas."""
        if self.out:
            self._canvas.addLiteral("\n".join(self.out))
            self.out.clear()

    def finish(self) -> None:
        """End the page: end open marked content and give the last operators to the canvas."""
        self.mark.close()
        self.flush()

    def hold(self, item: TextBox) -> None:
        """Add a stamp to ``held``, to be drawn later. Its element gets its place in the reading order now.

        In a fillable file it is what the field just before shows.
        """
        self.mark.close()
        if self.form:
            self.form.hold(item)
            return
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
        """Whether a link is drawn as one: it is an address, or its slide is in the paper. Forms have no links."""
        if not link or self._structure is None:
            return False
        return not link.startswith("#") or link[1:] in self._slides

    def loose_link(self) -> Element:
        """Return a new element for a link without text of its own, on a figure or an artifact.

        Raises ``ValueError`` when nothing is tagged.
        """
        if self._structure is None:
            raise ValueError("a form has no links")
        return self._structure.link()

    @contextmanager
    def figure(self, alt: str, box: Rect) -> Iterator[None]:
        """Tag all that is drawn within as one figure at ``box``, with ``alt`` as its text.

        Without ``alt`` it is tagged item by item, as elsewhere.
        """
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
        """Turn what is drawn within by a quarter to the left: (0, 0) comes to the left foot of ``box``."""
        state = self._fill, self._font, self._stroke
        self.out.append(f"q 0 1 -1 0 {box.x + self.height:.2f} {self.height - box.bottom:.2f} cm")
        yield
        self.out.append("Q")
        self._fill, self._font, self._stroke = state

    # State

    def fill(self, color: Color) -> None:
        """Set the colour of fills and text."""
        if color != self._fill:
            self._fill = color
            self.out.append(self.supplies.colors[color].fill)

    def stroke(self, color: Color, width: Pt) -> None:
        """Set the colour and the width in points of lines."""
        if (color, width) != self._stroke:
            self._stroke = color, width
            self.out.append(f"{self.supplies.colors[color].stroke} {width:.3f} w")

    def font(self, name: str, size: Pt) -> None:
        """Set the font: its ``name`` in the page's resources, its ``size`` in points."""
        if (name, size) != self._font:
            self._font = name, size
            self.out.append(f"{name} {size:g} Tf")

    # Paint

    def paint(self, path: str, *, fill: Color | None = None, stroke: Color | None = None, width: Pt = 0.0) -> None:
        """Fill and stroke ``path``, as an artifact or within the open element; ``width`` in points."""
        lined = stroke is not None and width > 0
        if fill is not None:
            self.fill(fill)
        if stroke is not None and lined:
            self.stroke(stroke, width)
        if fill is not None or lined:
            self.mark.artifact()
            self.out.append(path + (" B" if fill is not None and lined else " f" if fill is not None else " S"))

    def place(self, form: str, box: Rect, width: Pt, height: Pt, window: Rect | None = None) -> None:
        """Show a form XObject of ``width`` by ``height`` points, scaled to ``box`` and clipped to ``window``."""
        x, y = box.x, self.height - box.bottom
        self.mark.artifact()
        clip = f"{self.rectangle(window)} W n " if window else ""
        self.out.append(f"q {clip}{box.w / width:.6g} 0 0 {box.h / height:.6g} {x:.2f} {y:.2f} cm")
        self.flush()
        self._canvas.doForm(form)
        self.out.append("Q")
