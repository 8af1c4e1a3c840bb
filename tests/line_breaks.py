"""Where LibreOffice breaks the lines of a .pptx, against where layout broke them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from deckbuild.frame.document import Frame, Presentation
from deckbuild.frame.items import TextBox
from deckbuild.frame.text import Par
from deckbuild.units import Pt, Rect
from decks import texts, walk

_UNSEEN = re.compile(r"[\s\u00ad\u2011\x02-]")
"""What a PDF's text may lack or have in other forms: spaces, and hyphens at line ends (PDFium's U+0002)."""
_SLACK = 3.0
"""How far a letter may stand outside its box, in points: overhangs, and LibreOffice's rounding."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter on a page; ``x`` and ``y`` (its baseline) from the top left corner, in points."""

    text: str
    x: Pt
    y: Pt


@dataclass(frozen=True, slots=True)
class Breaks:
    """A paragraph of several lines: as laid out, and as LibreOffice set it; nothing when it isn't found there."""

    slide: int
    box: Rect
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    foot: Pt = 0.0
    """The last baseline in LibreOffice's page."""


def glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Return the letters of a page in the order they were drawn."""
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if not _UNSEEN.match(letter):
            raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
            found.append(Glyph(letter, x.value, page.get_height() - y.value))
    return found


def compare(presentation: Presentation, pdf: Path) -> Iterator[Breaks]:
    """Yield every paragraph of more than one line, on all slides."""
    document = pypdfium2.PdfDocument(pdf)
    for number, frame in enumerate(presentation.frames, 1):
        page = glyphs(document[number - 1])
        for box, par in paragraphs(frame):
            if len(par.lines) > 1:
                yield _breaks(number, box, par, page)


def paragraphs(frame: Frame) -> Iterator[tuple[Rect, Par]]:
    """Yield the paragraphs with the room LibreOffice's text is looked for in.

    Text boxes where they stand, cells anywhere in their column: LibreOffice makes rows lower than PowerPoint does.
    """
    boxes = {id(par) for item in walk(frame.items) if isinstance(item, TextBox) for par in item.pars}
    for box, par in texts(frame):
        if not any(piece.run.text.strip() for line in par.lines for piece in line.pieces):
            continue
        yield (box if id(par) in boxes else Rect(box.x, 0.0, box.w, 540.0)), par


def _breaks(number: int, box: Rect, par: Par, page: Sequence[Glyph]) -> Breaks:
    ours = tuple(_UNSEEN.sub("", "".join(piece.run.text for piece in line.pieces)) for line in par.lines)
    near = [
        glyph for glyph in page
        if box.x - _SLACK <= glyph.x <= box.right + _SLACK and box.y - _SLACK <= glyph.y <= box.bottom + 2 * par.leading
    ]  # fmt: skip
    at = "".join(glyph.text for glyph in near).find("".join(ours))
    theirs: list[str] = []
    y = 0.0
    for glyph in near[at : at + len("".join(ours))] if at >= 0 else ():
        if not theirs or abs(glyph.y - y) > par.leading / 3:
            theirs.append("")
        theirs[-1], y = theirs[-1] + glyph.text, glyph.y
    return Breaks(number, box, ours, tuple(theirs), y)
