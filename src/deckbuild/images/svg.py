"""SVG drawings: cleaned of scripts and references to other files, given a size, and rasterized."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import resvg_py
from lxml import etree

from deckbuild.fonts.faces import FAMILY, font_files
from deckbuild.foreign.files import DRAWING, content
from deckbuild.foreign.xml import NotXmlError, parsed
from deckbuild.images.model import Encoded, Facts, Flaw, ImageError, Stamp, Svg, stamp

SVG = "{http://www.w3.org/2000/svg}"
_CHECKED = 64
"""Width in pixels at which a drawing is rasterized to check that it can be."""
_RUNS = ("script", "handler", "foreignObject", "iframe", "audio", "video", "canvas")
_MOVES = ("animate", "animateColor", "animateMotion", "animateTransform", "set")
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*", re.IGNORECASE)
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""Unit -> its length in CSS pixels; an inch has 96 of them (CSS Values 3, 5.2)."""
_ELSEWHERE = re.compile(r"@import[^;]*;?|url\(\s*(?![\s'\"]*(?:#|data:))[^)]*\)", re.IGNORECASE)


def drawing(path: Path) -> Svg:
    """Read a drawing and return it cleaned. Raises ``ImageError``."""
    return _drawing(path, stamp(path))


@lru_cache(maxsize=64)
def _drawing(path: Path, _changed: Stamp) -> Svg:
    try:
        root = parsed(content(path, DRAWING))
    except NotXmlError as error:
        raise ImageError(Flaw.BROKEN, str(error)) from error
    if root.tag != f"{SVG}svg":
        raise ImageError(Flaw.BROKEN, f"{path} is no SVG")
    cleaned, moving = _clean(root)
    width, height = _state_size(root)
    return Svg(etree.tostring(root), width, height, cleaned, moving)


def _clean(root: Any) -> tuple[bool, bool]:
    """Remove scripts, references to other files, and animations from a drawing.

    Return whether scripts or references were removed, and whether animations were.
    """
    cleaned = moving = False
    for element in list(root.iter()):
        name = str(element.tag).removeprefix(SVG)
        if name in _RUNS or name in _MOVES:
            moving = moving or name in _MOVES
            cleaned = cleaned or name in _RUNS
            if element.getparent() is not None:
                element.getparent().remove(element)
            continue
        for key, value in list(element.attrib.items()):
            kept = _kept(key, value)
            if kept != value:
                element.attrib.pop(key)
                if kept:
                    element.set(key, kept)
                cleaned = cleaned or name != "a"  # a link to click loads nothing, so removing it isn't reported
        if name == "style" and element.text and _local(element.text) != element.text:
            element.text, cleaned = _local(element.text), True
    return cleaned, moving


def _kept(key: str, value: str) -> str:
    """Return the part of an attribute's value that is safe to keep; may be empty."""
    if key.startswith("on") or key.endswith("}base"):
        return ""
    if key.rpartition("}")[2] == "href":
        return value if value.strip().startswith(("#", "data:")) else ""
    return _local(value) if key == "style" or "url" in value.lower() else value


def _local(css: str) -> str:
    """Return CSS without references to other files.

    CSS with escapes (backslashes) becomes empty, since an escape could hide a reference.
    """
    return "" if "\\" in css else _ELSEWHERE.sub("none", css)


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
    """Rasterize a drawing at a small size, as a check. Raises ``ImageError``."""
    rasterized(drawing(path), _CHECKED)


def encode(path: Path, width: int) -> Encoded:
    """Return a drawing as a PNG ``width`` pixels wide, together with its SVG. Raises ``ImageError``."""
    svg = drawing(path)
    return Encoded(rasterized(svg, width), "png", svg.data)


def rasterized(svg: Svg, width: int) -> bytes:
    """Return a drawing as a PNG ``width`` pixels wide; its text is set in our own font. Raises ``ImageError``."""
    height = max(1, round(width * svg.height / svg.width))
    try:
        png: bytes = resvg_py.svg_to_bytes(
            svg_string=svg.data.decode(), width=width, height=height, skip_system_fonts=True,
            font_files=[str(path) for path in font_files()], font_family=FAMILY, serif_family=FAMILY,
            sans_serif_family=FAMILY, cursive_family=FAMILY, fantasy_family=FAMILY, monospace_family=FAMILY,
        )  # fmt: skip
    except ValueError as error:
        raise ImageError(Flaw.BROKEN, str(error)) from error
    return png
