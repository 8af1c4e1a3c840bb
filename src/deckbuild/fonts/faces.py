"""The four faces of Arimo, whose advances are those of Arial, shaped and subset with HarfBuzz.

Widths are measured in font units and then scaled, so that a word is shaped once for all type sizes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import uharfbuzz as hb

from deckbuild.characters import ignorable
from deckbuild.units import Pt


class Style(Enum):
    """The four faces of a font family."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"
    BOLD_ITALIC = "BoldItalic"

    @staticmethod
    def of(*, bold: bool, italic: bool) -> Style:
        """Return the face that is ``bold`` and ``italic``, or not."""
        return _STYLES[bold, italic]

    @property
    def bold(self) -> bool:
        """Whether it is a bold face."""
        return self in (Style.BOLD, Style.BOLD_ITALIC)

    @property
    def italic(self) -> bool:
        """Whether it is an italic face."""
        return self in (Style.ITALIC, Style.BOLD_ITALIC)


_STYLES = {
    (False, False): Style.REGULAR,
    (True, False): Style.BOLD,
    (False, True): Style.ITALIC,
    (True, True): Style.BOLD_ITALIC,
}

ASCENT = 0.905
"""Arimo's ascent in em (hhea)."""
CAP_HEIGHT = 0.688
"""Arimo's cap height in em (OS/2)."""
DESCENT = 0.212
"""Arimo's descent in em (hhea), as a positive number."""

# No ligatures: text could not be extracted from the PDF. Kerning stays on: PowerPoint and LibreOffice kern too.
_FEATURES = {"liga": False, "clig": False, "dlig": False}


@dataclass(frozen=True, slots=True)
class Shaped:
    """A shaped word in font units: its advance, and the kerning after each character; empty when all kerning is 0."""

    advance: int
    kerns: tuple[int, ...]


class Face:
    """A face of the variable font at one ``weight`` (400 or 700). It measures text and makes subsets for embedding."""

    def __init__(self, path: Path, weight: int) -> None:
        self._blob = hb.Blob.from_file_path(str(path))
        self._face = hb.Face(self._blob)
        self._font = hb.Font(self._face)
        self._font.set_variations({"wght": weight})
        self._weight = weight
        self._words: dict[str, Shaped] = {}
        self.units_per_em: int = self._face.upem
        self._covered: frozenset[int] | None = None

    def shape(self, word: str) -> Shaped:
        """Return the advance and kerning of ``word``, in font units. Each word is shaped once."""
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = self._shape(word)
        return found

    def _shape(self, word: str) -> Shaped:
        if not word:
            return Shaped(0, ())
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _FEATURES)
        positions, infos = buffer.glyph_positions, buffer.glyph_infos
        advance = sum(p.x_advance for p in positions)
        kerns: tuple[int, ...] = ()
        if len(infos) == len(word):
            plain = [self._font.get_glyph_h_advance(i.codepoint) for i in infos]
            if any(p.x_advance != a for p, a in zip(positions, plain, strict=True)):
                kerns = tuple(p.x_advance - a for p, a in zip(positions, plain, strict=True))
        return Shaped(advance, kerns)

    def width(self, word: str, size: Pt) -> Pt:
        """Return the width of ``word`` in points, at ``size`` points."""
        found = self._words.get(word)
        if found is None:
            found = self.shape(word)
        return found.advance * size / self.units_per_em

    def missing(self, text: Iterable[str]) -> set[str]:
        """Return the characters of ``text`` that the face has no glyph for."""
        if self._covered is None:
            self._covered = frozenset(self._face.unicodes)
        return {c for c in text if ord(c) not in self._covered and c != "\n" and not ignorable(c)}

    def subset(self, characters: Iterable[str]) -> bytes:
        """Return a TrueType font file with only ``characters``, at this weight, without OpenType layout tables."""
        wanted = hb.SubsetInput()
        wanted.unicode_set.update(ord(c) for c in characters)
        wanted.pin_axis_location(self._face, "wght", self._weight)
        wanted.drop_table_tag_set.update(_LAYOUT_TABLES)
        data: bytes = hb.subset(self._face, wanted).blob.data
        return data


_LAYOUT_TABLES = [int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"STAT")]

_FILES = {
    Style.REGULAR: ("Arimo[wght].ttf", 400),
    Style.BOLD: ("Arimo[wght].ttf", 700),
    Style.ITALIC: ("Arimo-Italic[wght].ttf", 400),
    Style.BOLD_ITALIC: ("Arimo-Italic[wght].ttf", 700),
}


@lru_cache(maxsize=1)
def _folder() -> Path:
    """Return the folder of the font files, without importing the package ``fontpkg-arimo`` that holds them.

    Raises ``ModuleNotFoundError`` when it is not installed.
    """
    spec = find_spec("fontpkg_arimo")
    if spec is None or not spec.submodule_search_locations:
        message = "the package fontpkg-arimo is not installed"
        raise ModuleNotFoundError(message, name="fontpkg_arimo")
    return Path(spec.submodule_search_locations[0]) / "files"


FAMILY = "Arimo"
"""The family name in the font files."""


def font_files() -> list[Path]:
    """Return the paths of the font files."""
    return [_folder() / name for name in dict.fromkeys(name for name, _ in _FILES.values())]


@lru_cache(maxsize=len(Style))
def face(style: Style) -> Face:
    """Return the face of ``style``. Each is loaded once."""
    name, weight = _FILES[style]
    return Face(_folder() / name, weight)
