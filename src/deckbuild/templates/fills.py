"""Reads fills (ECMA-376 part 1, 20.1.8): what covers a page, a shape or a placeholder -> a colour or a picture.

A gradient becomes a picture, so that what stands on it is compared with the colours that are just there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from io import BytesIO

from PIL import Image

from deckbuild.dataclass import dataclass
from deckbuild.images import bitmap
from deckbuild.images.model import ImageError
from deckbuild.model.contrast import channels
from deckbuild.templates.colors import Colors
from deckbuild.templates.package import NAMESPACES, Element, TemplatePackage, local_name, number
from deckbuild.units import Rect

_SHOWN = {"image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp", "image/tiff"}
_EMBED = f"{{{NAMESPACES['r']}}}embed"
_KINDS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_STEPS = 128
"""In how many places across its box a gradient is calculated; the picture has four times as many pixels."""

_Stop = tuple[float, str, float]
"""Place (0..1), colour (RRGGBB) and opacity (0..1) of a colour in a gradient."""


@dataclass(frozen=True, slots=True)
class Fill:
    """What covers an area: a colour, or a picture as large as the area; neither, when we can't draw it."""

    color: str = ""
    """RRGGBB."""
    picture: bytes = b""
    alpha: float = 1.0
    exact: bool = True
    """Whether it looks just like the template's."""

    @property
    def known(self) -> bool:
        """Whether we know what it looks like."""
        return bool(self.color or self.picture)


def stated_fill(properties: Element | None) -> Element | None:
    """Return the element that says how ``properties`` (``p:spPr`` or ``p:bgPr``) are filled, or None."""
    return (
        None
        if properties is None
        else next((e for k in _KINDS for e in properties.iterfind(f"a:{k}", NAMESPACES)), None)
    )


def read_fill(
    package: TemplatePackage, part: str, colors: Colors, fill: Element, box: Rect, placeholder: str = ""
) -> Fill | None:
    """Return a fill of ``part`` as it looks in ``box``, or None for ``a:noFill``.

    ``placeholder`` (RRGGBB) replaces the theme's ``phClr``.
    """
    kind = local_name(fill)
    if kind == "noFill":
        return None
    if kind == "solidFill":
        color = colors.read(fill, placeholder)
        return Fill(color.hex, alpha=color.alpha) if color else Fill()
    if kind == "gradFill":
        return _gradient(colors, fill, box, placeholder)
    if kind == "pattFill":
        holder = fill.getparent()
        return Fill(colors.gradient(holder, placeholder) or "", exact=False)
    return Fill(picture=read_picture(package, part, fill)) if kind == "blipFill" else Fill()


# Pictures


def read_picture(package: TemplatePackage, part: str, fill: Element | None) -> bytes:
    """Return the bytes of a picture fill as it is shown; none if it is one that we don't draw."""
    blip = None if fill is None else fill.find("a:blip", NAMESPACES)
    if fill is None or blip is None or fill.find("a:tile", NAMESPACES) is not None:
        return b""
    target = next((r.target for r in package.of(part) if r.id == blip.get(_EMBED)), "")
    content = _sound(package.parts.get(target, b"")) if package.types.get(target) in _SHOWN else b""
    cuts = [_edges(fill.find(path, NAMESPACES)) for path in ("a:srcRect", "a:stretch/a:fillRect")]
    sides = tuple(
        max(0.0, source) + _outside(inner, other)
        for source, inner, other in zip(cuts[0], cuts[1], _opposite(cuts[1]), strict=True)
    )
    faded = blip.find("a:alphaModFix", NAMESPACES)
    opacity = 1.0 if faded is None else _share(faded.get("amt", "100000"))
    if not content or (not any(sides) and opacity == 1):
        return content
    return _cut(content, sides, opacity)


def _share(text: str) -> float:
    return float(text.rstrip("%") or 0) / (100 if text.endswith("%") else 100000)


def _edges(rect: Element | None) -> tuple[float, ...]:
    """Return how far left, top, right and bottom are moved inwards, as shares of the width and height."""
    return (0.0,) * 4 if rect is None else tuple(_share(rect.get(side, "0")) for side in ("l", "t", "r", "b"))


def _opposite(edges: Sequence[float]) -> tuple[float, ...]:
    return (*edges[2:], *edges[:2])


def _outside(edge: float, other: float) -> float:
    """Return the share of a picture that is outside its box at an edge, when it is stretched over the edges."""
    return max(0.0, -edge) / (1 - min(0.0, edge) - min(0.0, other))


@lru_cache(maxsize=64)
def _sound(content: bytes) -> bytes:
    """Return a picture; nothing if it is damaged or too large."""
    try:
        bitmap.check_all(BytesIO(content))
    except ImageError:
        return b""
    return content


@lru_cache(maxsize=64)
def _cut(content: bytes, sides: tuple[float, ...], opacity: float) -> bytes:
    """Return a picture without a share of it at each side, and less opaque; nothing if nothing is left of it."""
    with bitmap.opened(BytesIO(content)) as opened:
        shown = opened.convert("RGBA")
    left, top, right, bottom = sides
    box = (
        round(shown.width * left), round(shown.height * top),
        round(shown.width * (1 - right)), round(shown.height * (1 - bottom)),
    )  # fmt: skip
    if box[2] <= box[0] or box[3] <= box[1]:
        return b""
    shown = shown.crop(box)
    if opacity < 1:
        shown.putalpha(shown.getchannel("A").point([round(level * opacity) for level in range(256)]))
    return _png(shown)


def _png(picture: Image.Image) -> bytes:
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


# Gradients


def _gradient(colors: Colors, fill: Element, box: Rect, placeholder: str) -> Fill:
    stops = []
    for stop in fill.iterfind("a:gsLst/a:gs", NAMESPACES):
        color = colors.read(stop, placeholder)
        if color:
            stops.append((_share(stop.get("pos", "0")), color.hex, color.alpha))
    if not stops or not box.w or not box.h:
        return Fill()
    path, line = fill.find("a:path", NAMESPACES), fill.find("a:lin", NAMESPACES)
    kind, angle, scaled, inner = "line", 0.0, False, _edges(None)
    if path is not None:
        kind, inner = path.get("path", "rect"), _edges(path.find("a:fillToRect", NAMESPACES))
    elif line is not None:
        angle, scaled = number(line, "ang") / 60000, line.get("scaled") in ("1", "true")
    height = 1.0 if scaled else box.h / box.w
    return Fill(picture=_gradient_picture(tuple(sorted(stops)), kind, angle, inner, height, box.h / box.w))


@lru_cache(maxsize=256)
def _gradient_picture(
    stops: tuple[_Stop, ...], kind: str, angle: float, inner: tuple[float, ...], height: float, shape: float
) -> bytes:
    """Return a PNG of a gradient; ``height`` is that of its box when the width is 1, ``shape`` that of the picture."""
    place = _along(angle, height) if kind == "line" else _around(kind, inner, height)
    wide, high = _STEPS, min(8 * _STEPS, max(2, round(_STEPS * shape)))
    shares = (place((x + 0.5) / wide, (y + 0.5) / high) for y in range(high) for x in range(wide))
    levels = Image.frombytes("L", (wide, high), bytes(round(255 * min(1.0, max(0.0, share))) for share in shares))
    levels = levels.resize((4 * wide, 4 * high), Image.Resampling.BICUBIC)
    mixed = [_between(stops, level / 255) for level in range(256)]
    bands = [levels.point([color[band] for color in mixed]) for band in range(4)]
    opaque = all(alpha == 1 for _, _, alpha in stops)
    return _png(Image.merge("RGB", bands[:3]) if opaque else Image.merge("RGBA", bands))


def _along(angle: float, height: float) -> Callable[[float, float], float]:
    """Return the place in a linear gradient of a point of the box (0..1, 0..1); ``angle`` in degrees, clockwise."""
    dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle)) * height
    length = abs(dx) + abs(math.sin(math.radians(angle))) * height
    return lambda x, y: 0.5 + ((x - 0.5) * dx + (y - 0.5) * dy) / length


def _around(kind: str, inner: tuple[float, ...], height: float) -> Callable[[float, float], float]:
    """Return the place in a gradient that begins at the rectangle ``inner`` and ends at the edges of the box."""
    left, top, right, bottom = inner[0], inner[1], 1 - inner[2], 1 - inner[3]
    across, down = (left + right) / 2, (top + bottom) / 2
    farthest = math.hypot(max(across, 1 - across), max(down, 1 - down) * height)

    def outside(at: float, low: float, high: float) -> float:
        return (low - at) / low if at < low else (at - high) / (1 - high) if at > high else 0.0

    if kind == "circle":
        return lambda x, y: math.hypot(x - across, (y - down) * height) / farthest
    return lambda x, y: max(outside(x, left, right), outside(y, top, bottom))


def _between(stops: tuple[_Stop, ...], at: float) -> tuple[int, int, int, int]:
    """Return the colour (red, green, blue, alpha; 0..255) of a gradient at a place."""
    before = max((stop for stop in stops if stop[0] <= at), default=stops[0], key=lambda stop: stop[0])
    after = min((stop for stop in stops if stop[0] > at), default=before, key=lambda stop: stop[0])
    share = 0.0 if after[0] <= before[0] else (at - before[0]) / (after[0] - before[0])
    first, second = ((*channels(color), 255 * alpha) for _, color, alpha in (before, after))
    red, green, blue, alpha = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue, alpha
