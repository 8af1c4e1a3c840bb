"""Takes out of an SVG all that is not on a list: what it could run, fetch or draw without end never reaches a paper.

The lists hold what draws standing pictures (SVG 2; Filter Effects 1). What is new in a browser is left out by itself.
"""

from __future__ import annotations

import base64
import re
from io import BytesIO
from typing import Any

from deckbuild.images import bitmap
from deckbuild.images.model import ImageError

SVG = "{http://www.w3.org/2000/svg}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
HREF = ("href", "{http://www.w3.org/1999/xlink}href")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DRAWN = _words(
    "svg g a switch symbol defs use title desc metadata style path rect circle ellipse line polyline polygon text "
    "tspan textPath image linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix "
    "feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge "
    "feMergeNode feOffset"
)
_MOVES = _words("animate animateColor animateMotion animateTransform set")
_PROPERTIES = _words(
    "alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters "
    "direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font font-family "
    "font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering isolation kerning "
    "letter-spacing line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity "
    "overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray "
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align "
    "text-anchor text-decoration text-rendering transform transform-box transform-origin unicode-bidi vector-effect "
    "visibility white-space word-spacing writing-mode"
)
"""Properties of CSS that draw; each may be an attribute too."""
_ATTRIBUTES = _PROPERTIES | _words(
    "amplitude azimuth class clipPathUnits cx cy d dx dy edgeMode enable-background exponent filterUnits fr fx fy "
    "gradientTransform gradientUnits height id in in2 intercept k1 k2 k3 k4 lang lengthAdjust markerHeight "
    "markerUnits markerWidth maskContentUnits maskUnits method mode offset operator orient pathLength "
    "patternContentUnits patternTransform patternUnits points preserveAspectRatio primitiveUnits r refX refY "
    "requiredExtensions requiredFeatures result rotate rx ry side slope spacing spreadMethod startOffset "
    "stdDeviation style systemLanguage tableValues textLength type values version viewBox width x x1 x2 "
    "xChannelSelector y y1 y2 {http://www.w3.org/XML/1998/namespace}space {http://www.w3.org/XML/1998/namespace}lang"
)
_FUNCTIONS = _words(
    "url rgb rgba hsl hsla calc matrix translate translatex translatey scale scalex scaley rotate skewx skewy"
)
_FUNCTION = re.compile(r"([\w-]*)\(")
_ADDRESS = re.compile(r"url\(\s*['\"]?\s*(.)", re.IGNORECASE)
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_RULE = re.compile(r"@[^{};]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\}|$)")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|jpg|gif|webp);base64,", re.IGNORECASE)


def clean(root: Any) -> tuple[bool, bool]:
    """Take out of a drawing all that is not listed above.

    Return whether something was taken out that could run or fetch, and whether something moves. What programs note
    for themselves goes without being told.
    """
    cleaned = moving = False
    for element in list(root.iter()):
        name = str(element.tag).removeprefix(SVG)
        if name not in _DRAWN or (name == "image" and not _own_picture(element)):
            moving = moving or name in _MOVES
            known = not name.startswith("{") or name.startswith(_XHTML)
            cleaned = cleaned or (known and name not in _MOVES)
            if element.getparent() is not None:
                _remove(element)
            continue
        for key, value in list(element.attrib.items()):
            kept, harmless = _attribute(name, key, value)
            if kept != value:
                del element.attrib[key]
                if kept:
                    element.set(key, kept)
                cleaned = cleaned or not (harmless or name == "a")  # a link to click loads nothing
        if name == "style" and element.text:
            element.text, harmless = _sheet(element.text)
            cleaned = cleaned or not harmless
    return cleaned, moving


def _remove(element: Any) -> None:
    """Remove an element and keep the text that follows it."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _attribute(element: str, key: str, value: str) -> tuple[str, bool]:
    """Return what is kept of an attribute (nothing: it goes), and whether what goes could neither run nor fetch."""
    if key in HREF:
        kept = value.strip().startswith("#") or element == "image"
        return (value, True) if kept else ("", False)
    if key == "style":
        return _declarations(value)
    if key not in _ATTRIBUTES:
        return "", not key.lower().startswith("on") and key.rpartition("}")[2] not in ("base", "src")
    return (value, True) if key not in _PROPERTIES or _plain(value) else ("", False)


def _sheet(css: str) -> tuple[str, bool]:
    """Return what is kept of a style sheet, and whether what goes could neither run nor fetch."""
    plain = _REMARK.sub("", css)
    rules = _AT_RULE.sub("", plain)
    harmless = not re.search(r"@(import|font-face|namespace)|\\", plain, re.IGNORECASE)
    made = []
    for selector, body in _RULE.findall(rules):
        kept, right = _declarations(body)
        harmless = harmless and right
        if kept and "\\" not in selector:
            made.append(f"{selector}{{{kept}}}")
    same = plain == css and not _AT_RULE.search(plain) and "".join(made) == "".join(m[0] for m in _RULE.finditer(css))
    return (css if same and not _RULE.sub("", css).strip() else "".join(made)), harmless


def _declarations(css: str) -> tuple[str, bool]:
    """Return the declarations that are kept, and whether what goes could neither run nor fetch."""
    parts = [part for part in _REMARK.sub("", css).split(";") if part.strip()]
    kept = [p for p in parts if p.partition(":")[0].strip().lower() in _PROPERTIES and _plain(p)]
    harmless = all(_plain(part) for part in parts)
    return (css if len(kept) == len(parts) and "/*" not in css else ";".join(kept)), harmless


def _plain(value: str) -> bool:
    """Whether a value names no other place: only well-known functions, and ``url`` of the drawing's own parts."""
    functions = {name.lower() for name in _FUNCTION.findall(value)} - {""}
    return "\\" not in value and "@" not in value and functions <= _FUNCTIONS and set(_ADDRESS.findall(value)) <= {"#"}


def _own_picture(element: Any) -> bool:
    """Whether a picture in the drawing has its dots with it, and not too many of them."""
    data = next((element.get(key) for key in HREF if element.get(key)), "").strip()
    start = _PICTURE.match(data)
    if start is None:
        return False
    try:
        bitmap.read_facts(BytesIO(base64.b64decode(data[start.end() :])))
    except (ImageError, ValueError):
        return False
    return True
