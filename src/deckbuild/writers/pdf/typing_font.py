"""The font that participants type in: embedded with every letter of its encoding, not just those a paper uses.

A form's font must be simple and have a named encoding, or neither viewers nor programs that fill forms can use it.
WinAnsiEncoding (ISO 32000-1, annex D) has the letters of Danish and of western European languages; those of eastern
ones are in the font too, for viewers that look beyond the encoding.
"""

from __future__ import annotations

import re

from deckbuild.fonts.faces import CAP_HEIGHT, Face, Style, face
from deckbuild.writers.pdf.file import PdfFile

NAME = "Arimo"
"""Its name in the form's resources."""
ASCENT, DESCENT = 925, -235
"""What viewers make lines of: 1.16 em, so that two lines of 11 pt are as high as 9 mm, the pitch of written lines."""
_FIRST, _LAST = 32, 255
_EASTERN = frozenset(map(chr, (*range(0x100, 0x180), *range(0x218, 0x21C))))
_UNDEFINED = "•"
"""What WinAnsiEncoding shows for codes it has no letter for."""


def letters() -> str:
    """Return the letter of each code from 32 to 255; spaces and hyphens of a special kind are drawn as plain ones."""
    shown = bytes(range(_FIRST, _LAST + 1)).decode("cp1252", "replace")
    return re.sub("[\ufffd\x7f]", _UNDEFINED, shown).replace("\xa0", " ").replace("\xad", "-")


def add_typing_font(file: PdfFile) -> int:
    """Embed the font; return its number."""
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
