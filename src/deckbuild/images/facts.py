"""A picture file of any kind: what it is, whether it can be shown, and what of it goes into a paper.

Few decks have pictures of every kind: what reads one is loaded with the first of its kind.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Protocol

from deckbuild.images.model import Encoded, Facts, Outline, Stamp, Svg, stamp
from deckbuild.units import Pt

DENSITY = 220
"""Dots to the inch in the papers: what PowerPoint keeps by itself, and what an office printer can show."""
_MOST_ACROSS = 4000

_SAMPLED = 64
"""Dots across of a drawing that a sample is taken of."""


class _PictureReader(Protocol):
    """The module that reads one kind of picture file. All of it raises ``ImageError``."""

    def read_facts(self, path: Path) -> Facts:
        """Return what is known of a picture without reading all of it."""

    def check_all(self, path: Path) -> None:
        """Read a picture to its end."""

    def encode(self, path: Path, width: int) -> Encoded:
        """Return the picture at most ``width`` dots wide."""


def _reader(path: Path) -> _PictureReader:
    if is_drawing(path):
        from deckbuild.images import svg

        return svg
    from deckbuild.images import bitmap

    return bitmap


def is_drawing(path: Path) -> bool:
    """Whether a file is an SVG by its name."""
    return path.suffix.lower() == ".svg"


def facts(path: Path) -> Facts:
    """Return what is known of a picture without reading all of it. Raises ``ImageError``."""
    return _facts(path, stamp(path))


@lru_cache(maxsize=512)
def _facts(path: Path, _changed: Stamp) -> Facts:
    return _reader(path).read_facts(path)


def check(path: Path) -> Facts:
    """Read a picture to its end and return what it is. Raises ``ImageError``."""
    return _checked(path, stamp(path))


@lru_cache(maxsize=512)
def _checked(path: Path, _changed: Stamp) -> Facts:
    known = facts(path)
    _reader(path).check_all(path)
    return known


def encoded(path: Path, width: Pt) -> Encoded:
    """Return a picture for a paper that shows the whole of it ``width`` points wide. Raises ``ImageError``."""
    dots = max(1, min(_MOST_ACROSS, -(-int(width * DENSITY) // 72)))
    return _encoded(path, stamp(path), dots)


@lru_cache(maxsize=32)
def _encoded(path: Path, _changed: Stamp, dots: int) -> Encoded:
    return _reader(path).encode(path, dots)


@lru_cache(maxsize=64)
def sample(path: Path, size: tuple[int, int]) -> bytes:
    """Return a small version of a picture as bytes of red, green, blue and opacity."""
    from deckbuild.images.bitmap import sample_bitmap

    return sample_bitmap(BytesIO(_reader(path).encode(path, _SAMPLED).data) if is_drawing(path) else path, size)


def as_outlines(path: Path) -> tuple[Svg, list[Outline]] | None:
    """Return a drawing and its outlines; nothing for what isn't made of outlines alone. Raises ``ImageError``."""
    if not is_drawing(path):
        return None
    from deckbuild.images.outlines import outlines
    from deckbuild.images.svg import drawing

    svg = drawing(path)
    paths = outlines(svg)
    return None if paths is None else (svg, paths)
