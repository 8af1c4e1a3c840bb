"""SVG drawings: cleaned of scripts and references to other files, given a size, and rasterized."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from deckbuild.fonts.faces import FAMILY, font_files
from deckbuild.foreign.files import DRAWING, content
from deckbuild.foreign.xml import NotXmlError, TooMuchXmlError, parsed
from deckbuild.images.drawing_process import NotDrawnError, drawn
from deckbuild.images.model import MOST_ACROSS, Encoded, Facts, Flaw, ImageError, Stamp, Svg, stamp
from deckbuild.images.svg_cleaning import SVG, clean
from deckbuild.images.svg_work import LIGHT, work

_CHECKED = 64
"""Width in pixels at which a drawing is rasterized to check that it can be."""
_SECONDS = 5
"""How long a check may take to draw, in seconds of the processor. After that it may take three times as long: what a
check accepts is built, on a busy computer too."""
_MOST_DOTS = 16_000_000
"""The most pixels that a drawing is rasterized to."""
_LONGEST = 10_000
"""The largest ratio of its sides."""
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*", re.IGNORECASE)
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""Unit -> its length in CSS pixels; an inch has 96 of them (CSS Values 3, 5.2)."""


def drawing(path: Path) -> Svg:
    """Read a drawing and return it cleaned. Raises ``ImageError``."""
    return _drawing(path, stamp(path))


@lru_cache(maxsize=64)
def _drawing(path: Path, _changed: Stamp) -> Svg:
    try:
        root = parsed(content(path, DRAWING))
    except NotXmlError as error:
        flaw = Flaw.TOO_MUCH_WORK if isinstance(error, TooMuchXmlError) else Flaw.BROKEN
        raise ImageError(flaw, str(error)) from error
    if root.tag != f"{SVG}svg":
        raise ImageError(Flaw.BROKEN, f"{path} is no SVG")
    cleaned, moving = clean(root)
    width, height = _state_size(root)
    light = work(root) < LIGHT
    return Svg(etree.tostring(root), width, height, cleaned, moving, light)


def _state_size(root: Any) -> tuple[float, float]:
    """Set a drawing's width, height and view box, so that all renderers draw it at the same size (SVG 2, 8.2).

    Return width and height in CSS pixels. Raises ``ImageError`` when it has no size.
    """
    width, height = _pixels(root.get("width")), _pixels(root.get("height"))
    try:
        box = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if part]
    except ValueError:
        box = []
    seen = box[2:] if len(box) == 4 and box[2] > 0 and box[3] > 0 else None
    if seen:
        width = width if width is not None else seen[0] * (height / seen[1] if height else 1.0)
        height = height if height is not None else width * seen[1] / seen[0]
    if not width or not height:
        raise ImageError(Flaw.NO_SIZE, "the drawing has no size")
    if max(width, height, 1 / width, 1 / height) > 1e6 or not 1 / _LONGEST <= width / height <= _LONGEST:
        raise ImageError(Flaw.ODD_SIZE, f"its size is {width} by {height}")
    if not seen:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    return width, height


def _pixels(length: str | None) -> float | None:
    """Return a length in CSS pixels; None for a relative one, such as a percentage."""
    found = _LENGTH.fullmatch(length or "")
    return float(found[1]) * _UNITS[found[2].lower()] if found else None


def read_facts(path: Path) -> Facts:
    """Return the facts of a drawing. Raises ``ImageError``."""
    svg = drawing(path)
    return Facts(svg.width, svg.height, drawing=True, moving=svg.moving, cleaned=svg.cleaned)


def check_all(path: Path) -> None:
    """Rasterize a drawing as a check: small if that is sure to be little work, else in full. Raises ``ImageError``."""
    svg = drawing(path)
    rasterized(svg, _CHECKED if svg.light else MOST_ACROSS, _SECONDS)


def encode(path: Path, width: int) -> Encoded:
    """Return a drawing as a PNG ``width`` pixels wide, together with its SVG. Raises ``ImageError``."""
    svg = drawing(path)
    return Encoded(rasterized(svg, width, 3 * _SECONDS), "png", svg.data)


def rasterized(svg: Svg, width: int, seconds: int) -> bytes:
    """Return a drawing as a PNG ``width`` pixels wide; its text is set in our own font. Raises ``ImageError``.

    It is narrower where it would have more than ``_MOST_DOTS``. It is not drawn if that takes the processor longer than
    ``seconds``.
    """
    ratio = svg.width / svg.height
    width = max(1, min(width, int((_MOST_DOTS * ratio) ** 0.5)))
    settings = {
        "width": width, "height": max(1, round(width / ratio)), "skip_system_fonts": True,
        "font_files": [str(path) for path in font_files()],
        **{f"{kind}_family": FAMILY for kind in ("font", "serif", "sans_serif", "cursive", "fantasy", "monospace")},
    }  # fmt: skip
    try:
        return drawn(svg.data, settings, seconds)
    except NotDrawnError as error:
        raise ImageError(Flaw.BROKEN if str(error) else Flaw.TOO_MUCH_WORK, str(error)) from error
