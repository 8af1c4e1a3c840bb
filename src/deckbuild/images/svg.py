"""Drawings: an SVG cleaned of what runs or is fetched, its size stated, and drawn as dots."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import resvg_py
from lxml import etree

from deckbuild.fonts.faces import FAMILY, font_files
from deckbuild.images.model import Encoded, Facts, Flaw, ImageError, Stamp, Svg, stamp

SVG = "{http://www.w3.org/2000/svg}"
_CHECKED = 64
"""Dots across of a drawing that is drawn to see that it can be."""
_MOST_BYTES = 20_000_000
_RUNS = ("script", "handler", "foreignObject", "iframe", "audio", "video", "canvas")
_MOVES = ("animate", "animateColor", "animateMotion", "animateTransform", "set")
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*", re.IGNORECASE)
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""CSS pixels, of which there are 96 to the inch (CSS Values 3, 5.2)."""
_ELSEWHERE = re.compile(r"@import[^;]*;?|url\(\s*(?![\s'\"]*(?:#|data:))[^)]*\)", re.IGNORECASE)


def drawing(path: Path) -> Svg:
    """Return a drawing, cleaned. Raises ``ImageError``."""
    return _drawing(path, stamp(path))


@lru_cache(maxsize=64)
def _drawing(path: Path, _changed: Stamp) -> Svg:
    data = path.read_bytes()
    if len(data) > _MOST_BYTES:
        raise ImageError(Flaw.TOO_LARGE, f"{path} has more than {_MOST_BYTES} bytes")
    # Entities of the file's own are unfolded within libxml2's bounds; none from outside is read.
    parser = etree.XMLParser(resolve_entities="internal", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ImageError(Flaw.BROKEN, str(error)) from error
    if root.tag != f"{SVG}svg":
        raise ImageError(Flaw.BROKEN, f"{path} is no SVG")
    cleaned, moving = _clean(root)
    width, height = _state_size(root)
    return Svg(etree.tostring(root), width, height, cleaned, moving)


def _clean(root: Any) -> tuple[bool, bool]:
    """Remove from a drawing what runs, is fetched or moves; return whether there was any, and whether it moved."""
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
                cleaned = cleaned or name != "a"  # a link to click is fetched by nobody
        if name == "style" and element.text and _local(element.text) != element.text:
            element.text, cleaned = _local(element.text), True
    return cleaned, moving


def _kept(key: str, value: str) -> str:
    """Return what of an attribute's value is safe to keep."""
    if key.startswith("on") or key.endswith("}base"):
        return ""
    if key.rpartition("}")[2] == "href":
        return value if value.strip().startswith(("#", "data:")) else ""
    return _local(value) if key == "style" or "url" in value.lower() else value


def _local(css: str) -> str:
    """Return CSS without what it fetches; nothing of CSS whose letters are written as codes, which would hide it."""
    return "" if "\\" in css else _ELSEWHERE.sub("none", css)


def _state_size(root: Any) -> tuple[float, float]:
    """Give a drawing width, height and view box, so that all who draw it agree; return its size (SVG 2, 8.2)."""
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
    """Return a length in CSS pixels; nothing for a share of who knows what."""
    found = _LENGTH.fullmatch(length or "")
    return float(found[1]) * _UNITS[found[2].lower()] if found else None


def read_facts(path: Path) -> Facts:
    """Return what a drawing states about itself. Raises ``ImageError``."""
    svg = drawing(path)
    return Facts(svg.width, svg.height, drawing=True, moving=svg.moving, cleaned=svg.cleaned)


def check_all(path: Path) -> None:
    """Draw a drawing, small. Raises ``ImageError``."""
    rasterized(drawing(path), _CHECKED)


def encode(path: Path, width: int) -> Encoded:
    """Return a drawing as dots, ``width`` across, with the SVG beside them. Raises ``ImageError``."""
    svg = drawing(path)
    return Encoded(rasterized(svg, width), "png", svg.data)


def rasterized(svg: Svg, width: int) -> bytes:
    """Return a drawing as a PNG ``width`` dots wide, its text in the house's font. Raises ``ImageError``."""
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
