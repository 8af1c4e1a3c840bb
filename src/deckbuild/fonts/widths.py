"""How wide the text of a font family is, compared to the font that we measure with (Arimo, as wide as Arial)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from deckbuild.fonts.faces import Style, face
from deckbuild.foreign.files import FONT, content

AS_WIDE = ("Arial", "Helvetica", "Liberation Sans", "Arimo")
"""Families with the same advances as the font we measure with."""
NARROWER = (
    "Arial Narrow", "Calibri", "Calibri Light", "Carlito", "Liberation Sans Narrow", "Liberation Serif",
    "Times New Roman",
)  # fmt: skip
"""Families that are never wider in running text, by the advances in their files."""
UNKNOWN = 1.2
"""The factor for an unknown family. Verdana, the widest of the common ones, needs 1.17."""
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
    folded = family.casefold()
    return 1.0 if any(folded == known.casefold() for known in (*AS_WIDE, *NARROWER)) else UNKNOWN


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
