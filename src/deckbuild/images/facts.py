"""A picture file of any kind: what it is, whether it can be shown, and what of it goes into a paper."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from deckbuild.images.bitmap import bitmap_facts, check_bitmap, encoded_bitmap, sample_bitmap
from deckbuild.images.model import Encoded, Facts, Flaw, ImageError
from deckbuild.images.svg import Svg, rasterized, read_svg
from deckbuild.units import Pt

DENSITY = 220
"""Dots to the inch in the papers: what PowerPoint keeps by itself, and what an office printer can show."""
_MOST_ACROSS = 4000
_CHECKED = 64
"""Dots across of a drawing that is drawn to see that it can be."""

_Stamp = tuple[int, int]
"""Size and time of change: another file may come to lie under the same name."""


def _stamp(path: Path) -> _Stamp:
    try:
        status = path.stat()
    except OSError as error:
        raise ImageError(Flaw.BROKEN, str(error)) from error
    return status.st_size, status.st_mtime_ns


def is_drawing(path: Path) -> bool:
    """Whether a file is an SVG by its name."""
    return path.suffix.lower() == ".svg"


def drawing(path: Path) -> Svg:
    """Return a drawing, cleaned. Raises ``ImageError``."""
    return _drawing(path, _stamp(path))


@lru_cache(maxsize=64)
def _drawing(path: Path, _changed: _Stamp) -> Svg:
    return read_svg(path)


def facts(path: Path) -> Facts:
    """Return what is known of a picture without reading all of it. Raises ``ImageError``."""
    return _facts(path, _stamp(path))


@lru_cache(maxsize=512)
def _facts(path: Path, _changed: _Stamp) -> Facts:
    if not is_drawing(path):
        return bitmap_facts(path)
    svg = drawing(path)
    return Facts(svg.width, svg.height, drawing=True, moving=svg.moving, cleaned=svg.cleaned)


def check(path: Path) -> Facts:
    """Read a picture to its end and return what it is. Raises ``ImageError``."""
    return _checked(path, _stamp(path))


@lru_cache(maxsize=512)
def _checked(path: Path, _changed: _Stamp) -> Facts:
    known = facts(path)
    if known.drawing:
        rasterized(drawing(path), _CHECKED)
    else:
        check_bitmap(path)
    return known


def encoded(path: Path, width: Pt) -> Encoded:
    """Return a picture for a paper that shows the whole of it ``width`` points wide. Raises ``ImageError``."""
    dots = max(1, min(_MOST_ACROSS, -(-int(width * DENSITY) // 72)))
    return _encoded(path, _stamp(path), dots)


@lru_cache(maxsize=32)
def _encoded(path: Path, _changed: _Stamp, dots: int) -> Encoded:
    if not is_drawing(path):
        return encoded_bitmap(path, dots)
    svg = drawing(path)
    return Encoded(rasterized(svg, dots), "png", svg.data)


@lru_cache(maxsize=64)
def sample(path: Path, size: tuple[int, int]) -> bytes:
    """Return a small version of a picture as bytes of red, green, blue and opacity."""
    if not is_drawing(path):
        return sample_bitmap(path, size)
    from PIL import Image

    with Image.open(BytesIO(rasterized(drawing(path), _CHECKED))) as picture:
        return picture.convert("RGBA").resize(size).tobytes()
