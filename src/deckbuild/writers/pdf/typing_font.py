"""The font of form fields. It is embedded with all letters of its encoding, since participants can type any of them.

It has to be a simple font with a named encoding, so that viewers and form-filling programs can use it.
WinAnsiEncoding (ISO 32000-1, annex D) has the letters of Danish and of western European languages. The font also has
those of eastern European languages, for viewers that use more than the encoding.
"""

from __future__ import annotations

import re

from deckbuild.fonts.faces import CAP_HEIGHT, Face, Style, face
from deckbuild.writers.pdf.file import PdfFile

NAME = "Arimo"
"""Its name in the form's resources."""
ASCENT, DESCENT = 925, -235
"""Ascent and descent in 1/1000 em; viewers use them as line height.

The height is 1.16 em, so that two lines of 11 pt are 9 mm high, the distance of write lines.
"""
_FIRST, _LAST = 32, 255
_EASTERN = frozenset(map(chr, (*range(0x100, 0x180), *range(0x218, 0x21C))))
_UNDEFINED = "•"
"""The letter that WinAnsiEncoding has for unused codes."""


def letters() -> str:
    """Return the letters of codes 32 to 255. No-break space and soft hyphen become a plain space and hyphen."""
    shown = bytes(range(_FIRST, _LAST + 1)).decode("cp1252", "replace")
    return re.sub("[\ufffd\x7f]", _UNDEFINED, shown).replace("\xa0", " ").replace("\xad", "-")


def add_typing_font(file: PdfFile) -> int:
    """Embed the font; return its object number."""
    used = face(Style.REGULAR)
    shown = letters()
    program = used.subset(sorted({*shown, *_EASTERN}))
    data = file.add_stream(program, f"/Length1 {len(program)}")
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{NAME}/FontFamily({NAME})/Flags 32/FontBBox[-544 {DESCENT} 1302 {ASCENT}]"
        f"/ItalicAngle 0/Ascent {ASCENT}/Descent {DESCENT}/CapHeight {CAP_HEIGHT * 1000:.0f}/StemV 80"
        f"/FontFile2 {data} 0 R>>".encode()
    )
    widths = " ".join(f"{_width(used, letter):.0f}" for letter in shown)
    return file.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{NAME}/Encoding/WinAnsiEncoding/FirstChar {_FIRST}/LastChar {_LAST}"
        f"/Widths[{widths}]/FontDescriptor {descriptor} 0 R>>".encode()
    )


def _width(used: Face, letter: str) -> float:
    """Return a letter's advance in thousandths of the type size."""
    return used.shape(letter).advance * 1000 / used.units_per_em
