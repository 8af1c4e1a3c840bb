"""The faces that text is measured and set with, shaped and subset with HarfBuzz.

Each family has the advances of a family that comes with Windows or Office, which the slides name. Widths are measured
in font units and then scaled, so that a word is shaped once for all type sizes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import uharfbuzz as hb

from deckbuild.characters import ignorable
from deckbuild.dataclass import dataclass
from deckbuild.units import Pt


@dataclass(frozen=True, slots=True)
class _Files:
    """The variable fonts of a family."""

    package: str
    """The Python package that holds them."""
    upright: str
    italic: str
    opsz: tuple[float, float] | None = None
    """The optical sizes of upright and italic at which text is about as wide as in the family that slides name."""
    line: float = 1.2
    """The distance of baselines at a line spacing of 100 % in PowerPoint, in em of the family that slides name."""
    tolerance: float = 0.006
    """The share by which a line may be wider or narrower in the family that slides name."""


class Family(Enum):
    """The font families that text can be measured and embedded in."""

    SANS = "Arimo"
    """As wide as Arial."""
    NARROW = "Archivo Narrow"
    """As wide as Arial Narrow."""
    SERIF = "Source Serif 4"
    """A line of text is as long as in Palatino Linotype, to within two per cent."""

    __hash__ = object.__hash__  # the identity will do, as a member is one object; ``Enum.__hash__`` is slower

    @property
    def line(self) -> float:
        """The distance of baselines at a line spacing of 100 % in PowerPoint, in em."""
        return _FAMILIES[self].line

    @property
    def tolerance(self) -> float:
        """The share of its width by which other programs may set a line wider or narrower than we do."""
        return _FAMILIES[self].tolerance


_FAMILIES = {
    Family.SANS: _Files("fontpkg_arimo", "Arimo[wght].ttf", "Arimo-Italic[wght].ttf"),
    Family.NARROW: _Files("fontpkg_archivo_narrow", "ArchivoNarrow[wght].ttf", "ArchivoNarrow-Italic[wght].ttf"),
    Family.SERIF: _Files(
        "fontpkg_source_serif_4",
        "SourceSerif4[opsz,wght].ttf",
        "SourceSerif4-Italic[opsz,wght].ttf",
        (22, 32),
        1.35,
        0.012,
    ),
}


class Style(Enum):
    """The faces: four of each family."""

    REGULAR = (Family.SANS, "Regular")
    BOLD = (Family.SANS, "Bold")
    ITALIC = (Family.SANS, "Italic")
    BOLD_ITALIC = (Family.SANS, "BoldItalic")
    NARROW = (Family.NARROW, "Regular")
    NARROW_BOLD = (Family.NARROW, "Bold")
    NARROW_ITALIC = (Family.NARROW, "Italic")
    NARROW_BOLD_ITALIC = (Family.NARROW, "BoldItalic")
    SERIF = (Family.SERIF, "Regular")
    SERIF_BOLD = (Family.SERIF, "Bold")
    SERIF_ITALIC = (Family.SERIF, "Italic")
    SERIF_BOLD_ITALIC = (Family.SERIF, "BoldItalic")

    __hash__ = object.__hash__  # as in ``Family``

    def __init__(self, family: Family, face: str) -> None:
        self.family = family
        self.bold = face.startswith("Bold")
        """Whether it is a bold face."""
        self.italic = face.endswith("Italic")
        """Whether it is an italic face."""
        self.postscript = f"{family.value.replace(' ', '')}-{face}"
        """Its name in a PDF."""

    @staticmethod
    def of(*, bold: bool, italic: bool, family: Family = Family.SANS) -> Style:
        """Return the face of ``family`` that is ``bold`` and ``italic``, or not."""
        return _STYLES[family, bold, italic]


_STYLES = {(style.family, style.bold, style.italic): style for style in Style}

ASCENT = 0.905
"""Arimo's ascent in em (hhea)."""
CAP_HEIGHT = 0.688
"""Arimo's cap height in em (OS/2); those of the other families are within 0.02."""
DESCENT = 0.212
"""Arimo's descent in em (hhea), as a positive number. Lines of all families are placed by it."""

# No ligatures: text could not be extracted from the PDF. Kerning stays on: PowerPoint and LibreOffice kern too.
_FEATURES = {"liga": False, "clig": False, "dlig": False}


@dataclass(frozen=True, slots=True)
class Shaped:
    """A shaped word in font units: its advance, and the kerning after each character; empty when all kerning is 0."""

    advance: int
    kerns: tuple[int, ...]


class Face:
    """A face of a variable font at one place on its axes (tag -> value). It measures text and makes subsets."""

    def __init__(self, path: Path, axes: Mapping[str, float]) -> None:
        self._blob = hb.Blob.from_file_path(str(path))
        self._face = hb.Face(self._blob)
        self._font = hb.Font(self._face)
        self._font.set_variations(dict(axes))
        self._axes = axes
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
        """Return a TrueType font file with only ``characters``, at this place, without OpenType layout tables."""
        wanted = hb.SubsetInput()
        wanted.unicode_set.update(ord(c) for c in characters)
        for tag, value in self._axes.items():
            wanted.pin_axis_location(self._face, tag, value)
        wanted.drop_table_tag_set.update(_LAYOUT_TABLES)
        data: bytes = hb.subset(self._face, wanted).blob.data
        return data


_LAYOUT_TABLES = [int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"STAT")]


@lru_cache(maxsize=len(Family))
def _folder(package: str) -> Path:
    """Return the folder of a package's font files, without importing it.

    Raises ``ModuleNotFoundError`` when it is not installed.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        message = f"the package {package.replace('_', '-')} is not installed"
        raise ModuleNotFoundError(message, name=package)
    return Path(spec.submodule_search_locations[0]) / "files"


FAMILY = Family.SANS.value
"""The family name in the font files that pictures are drawn with."""


def font_files() -> list[Path]:
    """Return the paths of that family's files."""
    files = _FAMILIES[Family.SANS]
    return [_folder(files.package) / name for name in (files.upright, files.italic)]


@lru_cache(maxsize=len(Style))
def face(style: Style) -> Face:
    """Return the face of ``style``. Each is loaded once."""
    files = _FAMILIES[style.family]
    axes: dict[str, float] = {"wght": 700 if style.bold else 400}
    if files.opsz:
        axes["opsz"] = files.opsz[style.italic]
    return Face(_folder(files.package) / (files.italic if style.italic else files.upright), axes)
