"""Turns a drawing into outlines, which a PDF draws sharp at any size, if it has no other parts.

A drawing with text, pictures, gradients, transparency or clipping is not converted: ``svg.rasterized`` draws it right.
"""

from __future__ import annotations

import re
from functools import partial
from io import BytesIO
from typing import Any

import svgelements

from deckbuild.foreign.damage import telling_damage
from deckbuild.foreign.xml import parsed
from deckbuild.images.model import Flaw, ImageError, Outline, OutlineStep, Rgb, Svg
from deckbuild.images.svg_cleaning import SVG

_OUTLINES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "g", "use", "defs", "svg", "a"}
_SILENT = {"title", "desc", "metadata", "style"}
_BEYOND = re.compile(
    r"url\(|currentcolor|inherit|context-|!important|\b(opacity|visibility|display|filter|mask|clip|clip-path|mix-blend-mode"
    r"|vector-effect|paint-order|marker|stroke-dasharray|transform-origin|transform-box)\s*:",
    re.IGNORECASE,
)
_ATTRIBUTES = {
    "opacity", "fill-opacity", "stroke-opacity", "visibility", "display", "filter", "mask", "clip-path", "color",
    "mix-blend-mode", "vector-effect", "paint-order", "stroke-dasharray", "transform-origin",
}  # fmt: skip
_RULES = re.compile(r"(\s*\.[\w-]+(\s*,\s*\.[\w-]+)*\s*\{[^{}]*\})*\s*")
"""A style sheet whose selectors are class names only, as drawing programs write it."""
_FARTHEST = 1e7
"""The largest coordinate that is drawn as an outline: PDF readers have limits (ISO 32000-1, annex C)."""
_CAPS, _JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")


def outlines(svg: Svg) -> list[Outline] | None:
    """Return the drawing's paths in the order of painting, or None when it has other parts than paths."""
    root = parsed(svg.data)
    if not svg.light or not all(_is_outline(element, root) for element in root.iter()):
        return None
    try:
        with telling_damage(partial(ImageError, Flaw.BROKEN)):
            return _painted(svg)
    except ImageError:
        return None  # svgelements chokes on some odd numbers and colours; resvg has shown that it can draw this


def _painted(svg: Svg) -> list[Outline] | None:
    """Return the paths as svgelements reads them, or None when one of them can't be drawn alike."""
    made: list[Outline] = []
    drawn = svgelements.SVG.parse(BytesIO(svg.data), reify=False, width=svg.width, height=svg.height)
    for element in drawn.elements():
        if isinstance(element, svgelements.Shape):
            found = _outline(element)
            if found is None or not all(abs(number) < _FARTHEST for _, place in found.steps for number in place):
                return None
            made += [found] if found.steps else []
    return made


def _is_outline(element: Any, root: Any) -> bool:
    """Whether an element, with all its attributes, can be drawn as an outline."""
    name = str(element.tag)
    if not name.startswith("{"):
        return False
    if not name.startswith(SVG):  # metadata of a drawing program
        return True
    name = name.removeprefix(SVG)
    if name in _SILENT:
        return name != "style" or bool(_RULES.fullmatch(element.text or "") and not _BEYOND.search(element.text or ""))
    if name not in _OUTLINES or (name == "svg" and element is not root):
        return False
    for key, value in element.attrib.items():
        if key in _ATTRIBUTES and value.strip() not in ("1", "visible", "inline", "none", "100%"):
            return False
        if key == "display" or (not key.startswith("{") and _BEYOND.search(value)):
            return False
        if re.search(r"(fill|stroke)-opacity\s*:\s*(?!1\s*(;|$))", value):
            return False
    return True


def _outline(shape: Any) -> Outline | None:
    """Return a shape as an outline, or None when its transform would distort its line."""
    matrix = shape.transform
    values = shape.values
    stroke = _rgb(shape.stroke)
    wide = float(shape.stroke_width or 0.0)
    scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    skewed = (
        abs(matrix.a * matrix.c + matrix.b * matrix.d) > 1e-6 * max(scale, 1e-9) ** 2
        or abs(matrix.a**2 + matrix.b**2 - matrix.c**2 - matrix.d**2) > 1e-6 * max(scale, 1e-9) ** 2
    )
    if stroke and skewed:
        return None
    path = abs(svgelements.Path(shape))
    path.approximate_arcs_with_cubics()
    return Outline(
        tuple(_steps(path)),
        _rgb(shape.fill),
        stroke if wide else None,
        wide * scale,
        values.get("fill-rule") == "evenodd",
        _place(_CAPS, values.get("stroke-linecap")),
        _place(_JOINS, values.get("stroke-linejoin")),
        float(values.get("stroke-miterlimit") or 4),
    )


def _steps(path: Any) -> list[OutlineStep]:
    made: list[OutlineStep] = []
    for segment in path:
        end = segment.end
        if isinstance(segment, svgelements.Move):
            made.append(("m", (end.x, end.y)))
        elif isinstance(segment, svgelements.Close):
            made.append(("h", ()))
        elif isinstance(segment, svgelements.CubicBezier):
            one, two = segment.control1, segment.control2
            made.append(("c", (one.x, one.y, two.x, two.y, end.x, end.y)))
        elif isinstance(segment, svgelements.QuadraticBezier):
            start, control = segment.start, segment.control  # becomes cubic: PDF has no quadratic curves
            made.append(("c", (
                start.x + 2 / 3 * (control.x - start.x), start.y + 2 / 3 * (control.y - start.y),
                end.x + 2 / 3 * (control.x - end.x), end.y + 2 / 3 * (control.y - end.y), end.x, end.y,
            )))  # fmt: skip
        else:
            made.append(("l", (end.x, end.y)))
    return made


def _rgb(color: Any) -> Rgb | None:
    if color is None or color.value is None:
        return None
    return color.red / 255, color.green / 255, color.blue / 255


def _place(names: tuple[str, ...], name: object) -> int:
    return names.index(name) if name in names else 0
