"""Pictures as form XObjects, which pages show at any size: bitmaps as images, SVG drawings as paths."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from deckbuild.images.facts import as_outlines, encoded
from deckbuild.images.model import Outline
from deckbuild.units import Pt
from deckbuild.writers.pdf.assembly import binary_streams
from deckbuild.writers.pdf.paths import color_operators

Form = tuple[str, Pt, Pt]
"""Name, width and height in points of a form XObject."""


def embed(canvas: Canvas, name: str, path: Path, width: Pt, *, grey: bool = False) -> Form:
    """Embed a picture that is shown at most ``width`` points wide, uncropped; return its form.

    With ``grey`` its colours become greys.

    Raises ``ImageError`` for a file that can't be shown.
    """
    if drawn := as_outlines(path):
        svg, paths = drawn
        canvas.beginForm(name, 0, 0, svg.width, svg.height)
        canvas.addLiteral("\n".join([f"1 0 0 -1 0 {svg.height:.6g} cm", *_operators(paths, grey=grey)]))
        canvas.endForm()
        return name, svg.width, svg.height
    return embed_bytes(canvas, name, encoded(path, width).data, grey=grey), 1, 1


def embed_bytes(canvas: Canvas, name: str, picture: bytes, *, grey: bool) -> str:
    """Embed a picture as the form ``name``, 1 pt by 1 pt; return the name. JPEG data are not encoded again."""
    canvas.beginForm(name, 0, 0, 1, 1)
    with binary_streams():
        canvas.drawImage(ImageReader(BytesIO(_greyed(picture) if grey else picture)), 0, 0, 1, 1, mask="auto")
    canvas.endForm()
    return name


def _greyed(picture: bytes) -> bytes:
    """Return a bitmap in greys; transparent parts stay transparent."""
    with Image.open(BytesIO(picture)) as colored:
        clear = "A" in colored.getbands() or "transparency" in colored.info
        made = colored.convert("RGBA").convert("LA") if clear else colored.convert("L")
    file = BytesIO()
    made.save(file, "PNG")
    return file.getvalue()


def _operators(paths: Iterable[Outline], *, grey: bool) -> list[str]:
    """Return the operators that paint ``paths`` (ISO 32000-1, 8.4.4 and 8.5.3)."""
    out: list[str] = []
    for path in paths:
        if path.fill is None and path.stroke is None:
            continue
        if path.fill:
            out.append(color_operators(path.fill, grey=grey).fill)
        if path.stroke:
            color = color_operators(path.stroke, grey=grey).stroke
            out.append(f"{color} {path.width:.5g} w {path.cap} J {path.join} j {path.miter:.4g} M")
        out += [" ".join([*(f"{number:.3f}" for number in numbers), name]) for name, numbers in path.steps]
        even_odd = "*" if path.even_odd else ""
        out.append(f"B{even_odd}" if path.fill and path.stroke else f"f{even_odd}" if path.fill else "S")
    return out
