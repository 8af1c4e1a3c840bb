"""How wide the text of a font family is, compared to the font that we measure with (Arimo, as wide as Arial)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from deckbuild.fonts.faces import Style, face
from deckbuild.foreign.files import FONT, content

AS_WIDE = ("Arial", "Helvetica", "Liberation Sans", "Arimo")
"""Families with the same advances as the font we measure with."""
NARROWER = (
    "Arial Narrow", "Calibri", "Carlito", "Cambria", "Caladea", "Liberation Sans Narrow", "Liberation Serif",
    "Times New Roman", "Tinos", "Source Sans 3", "Source Sans Pro",
)  # fmt: skip
"""Families that are never wider in running text, by the advances in their files or in those of Carlito (Calibri),
Caladea (Cambria) and Liberation Serif (Times New Roman)."""
WIDER = {
    "Aptos": 1.05, "Aptos Display": 1.05, "Gelasio": 1.1, "Georgia": 1.1, "Inter": 1.09, "Lato": 1.01,
    "Montserrat": 1.16, "Open Sans": 1.07, "Poppins": 1.16, "Raleway": 1.07, "Roboto": 1.01, "Segoe UI": 1.02,
    "Tahoma": 1.08, "Trebuchet MS": 1.07, "Verdana": 1.21,
}  # fmt: skip
"""Family -> the factor at which 95 of 100 lines fit, in regular and in bold.

Lines of 45 letters of a Danish course day were compared with Liberation Sans in the same weight. The advances are those
of the font files (free fonts, Gelasio for Georgia), of string-pixel-width 1.11 on npm (Tahoma, Trebuchet MS, Verdana),
and of the factors by which PDF.js fits Liberation Sans to Segoe UI. Aptos is an estimate: users of LibreOffice found it
about as wide as Source Sans (bug 162872), which has 0.96; a tenth is added.
"""
_WEIGHT = re.compile(r" (Light|Semilight|Regular|Medium|Semi ?bold|Bold)$", re.IGNORECASE)
"""A weight at the end of a family's name; its lines are taken to be no longer than in regular or bold."""
UNKNOWN = 1.2
"""The factor for an unknown family: about that of the widest of the common ones."""
_KNOWN = {family.casefold(): factor for family, factor in (*WIDER.items(), *((f, 1.0) for f in (*AS_WIDE, *NARROWER)))}
_SAFE = 1.03
"""A safety factor on a measured family's mean width, because a line may have more of its wide letters."""
_SAMPLE = (
    "Velfærdsinstitutionernes selvstændiggørelse: Hvad gør I i morgen, når borgeren ringer? Åbenhed, støj og "
    "tillid mellem kolleger, ledere og samarbejdspartnere i KOMMUNEN 2026 – og hvem følger op på aftalerne?"
)


def widening(family: str, files: Sequence[Path] = ()) -> float:
    """Return how many times as wide as measured the text of ``family`` may be; 1 or more.

    If one of the author's font files ``files`` is of that family, it is measured. Raises ``OSError`` when a file
    can't be read.
    """
    for file in files:
        name, ratio = _measured(file)
        if name.casefold() == family.casefold():
            return max(1.0, ratio * _SAFE)
    return _KNOWN.get(_WEIGHT.sub("", family).casefold(), UNKNOWN)


@lru_cache(maxsize=64)
def _measured(file: Path) -> tuple[str, float]:
    """Return the family name of a font file, and how many times as wide as ours its text is."""
    own = hb.Face(hb.Blob(content(file, FONT)))
    font = hb.Font(own)
    name = own.get_name(hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY) or own.get_name(hb.OTNameIdPredefined.FONT_FAMILY)
    buffer = hb.Buffer()
    buffer.add_str(_SAMPLE)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"liga": False})
    advance = sum(position.x_advance for position in buffer.glyph_positions) / own.upem
    return name or file.stem, advance / face(Style.REGULAR).width(_SAMPLE, 1.0)
