"""A picture file of any kind: its facts, whether it can be shown, and its encoded form for a paper.

The module that reads a kind of file is imported with the first file of that kind: few decks have all kinds.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Protocol

from deckbuild.images.model import MOST_ACROSS, Encoded, Facts, ImageError, Outline, Stamp, Svg, stamp
from deckbuild.units import Pt

DENSITY = 220
"""Pixels per inch in the papers: PowerPoint's own default, and as much as an office printer can show."""

_SAMPLED = 64
"""Width in pixels at which a drawing is rasterized for a sample."""


class _PictureReader(Protocol):
    """A module that reads one kind of picture file. All of its functions raise ``ImageError``."""

    def read_facts(self, path: Path) -> Facts:
        """Return the facts of a picture without reading all of it."""

    def check_all(self, path: Path) -> None:
        """Read a picture to its end."""

    def encode(self, path: Path, width: int) -> Encoded:
        """Return the picture at most ``width`` pixels wide."""


def _reader(path: Path) -> _PictureReader:
    if is_drawing(path):
        from deckbuild.images import svg

        return svg
    from deckbuild.images import bitmap

    return bitmap


def is_drawing(path: Path) -> bool:
    """Whether a file's name ends in ``.svg``."""
    return path.suffix.lower() == ".svg"


def facts(path: Path) -> Facts:
    """Return the facts of a picture without reading all of it. Raises ``ImageError``."""
    return _facts(path, stamp(path))


@lru_cache(maxsize=512)
def _facts(path: Path, _changed: Stamp) -> Facts:
    return _reader(path).read_facts(path)


def check(path: Path) -> Facts:
    """Read a picture to its end and return its facts. Raises ``ImageError``."""
    found = _checked(path, stamp(path))
    if isinstance(found, ImageError):
        raise found
    return found


@lru_cache(maxsize=512)
def _checked(path: Path, _changed: Stamp) -> Facts | ImageError:
    """Return facts or what is wrong: to find that out may take long too."""
    try:
        known = facts(path)
        _reader(path).check_all(path)
    except ImageError as error:
        return error.with_traceback(None)
    return known


def encoded(path: Path, width: Pt) -> Encoded:
    """Return a picture for a paper that shows it ``width`` points wide, uncropped. Raises ``ImageError``."""
    dots = max(1, min(MOST_ACROSS, -(-int(width * DENSITY) // 72)))
    return _encoded(path, stamp(path), dots)


@lru_cache(maxsize=32)
def _encoded(path: Path, _changed: Stamp, dots: int) -> Encoded:
    return _reader(path).encode(path, dots)


@lru_cache(maxsize=64)
def sample(path: Path, size: tuple[int, int]) -> bytes:
    """Return a picture scaled to ``size`` in pixels, as RGBA bytes. Raises ``ImageError``."""
    from deckbuild.images.bitmap import sample_bitmap

    return sample_bitmap(BytesIO(_reader(path).encode(path, _SAMPLED).data) if is_drawing(path) else path, size)


def as_outlines(path: Path) -> tuple[Svg, list[Outline]] | None:
    """Return a drawing and its outlines, or None when it has other parts than outlines. Raises ``ImageError``."""
    if not is_drawing(path):
        return None
    from deckbuild.images.outlines import outlines
    from deckbuild.images.svg import drawing

    svg = drawing(path)
    paths = outlines(svg)
    return None if paths is None else (svg, paths)
