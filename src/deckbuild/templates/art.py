"""Reads what a slide layout draws behind its placeholders: background, shapes, pictures.

Simple things become ``Art``. Others, such as gradients, effects and charts, are noted as missing. Lengths are in points
of the template's page.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image

from deckbuild.model.slide_layouts import Art
from deckbuild.templates.colors import Colors, TemplateColor
from deckbuild.templates.package import NAMESPACES, Element, TemplatePackage, number
from deckbuild.units import EMU_PER_PT, Pt, Rect

_WHITE = "FFFFFF"
_SHOWN = {"image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp", "image/tiff"}
_EMBED = f"{{{NAMESPACES['r']}}}embed"
_GROUNDS = "a:themeElements/a:fmtScheme/a:bgFillStyleLst/*"
Step = tuple[str, tuple[tuple[Pt, Pt], ...]]


@dataclass(slots=True)
class Backdrop:
    """A layout's background and decoration."""

    art: list[Art] = field(default_factory=list)
    missing: bool = False
    """Whether some of it can only be drawn by PowerPoint."""

    def ground(self, area: Rect) -> str:
        """Return the colour (RRGGBB) behind text in ``area``: that of the topmost art over the middle of the area."""
        x, y = area.x + area.w / 2, area.y + area.h / 2
        for piece in reversed(self.art):
            box = piece.box
            if piece.alpha > 0.5 and box.x <= x <= box.right and box.y <= y <= box.bottom and box.w >= area.w / 2:
                return piece.fill or _picture_mean(piece, area)
        return _WHITE


@dataclass(frozen=True, slots=True)
class _Space:
    """The coordinates of a group: ``box`` converts EMU within the group to points on the page."""

    dx: float = 0.0
    dy: float = 0.0
    sx: float = 1.0
    sy: float = 1.0

    def box(self, x: float, y: float, w: float, h: float) -> Rect:
        """Return a box of the group, given in EMU, in points on the page."""
        return Rect(
            (x * self.sx + self.dx) / EMU_PER_PT, (y * self.sy + self.dy) / EMU_PER_PT,
            w * self.sx / EMU_PER_PT, h * self.sy / EMU_PER_PT,
        )  # fmt: skip

    def inside(self, group: Element) -> _Space:
        """Return the coordinates of a group within this one (20.1.7.5)."""
        outer = _numbers(group, "a:off", "x", "y") + _numbers(group, "a:ext", "cx", "cy")
        inner = _numbers(group, "a:chOff", "x", "y") + _numbers(group, "a:chExt", "cx", "cy")
        if len(outer) < 4 or len(inner) < 4 or not inner[2] or not inner[3]:
            return self
        sx, sy = outer[2] / inner[2], outer[3] / inner[3]
        return _Space(
            self.dx + self.sx * (outer[0] - inner[0] * sx), self.dy + self.sy * (outer[1] - inner[1] * sy),
            self.sx * sx, self.sy * sy,
        )  # fmt: skip


def _numbers(element: Element, path: str, *names: str) -> list[float]:
    found = element.find(path, NAMESPACES)
    return [] if found is None else [float(number(found, name)) for name in names]


def read_backdrop(package: TemplatePackage, master: str, layout: str, colors: Colors, page: Rect) -> Backdrop:
    """Return the background and decoration of the slide layout part ``layout``, with those of its ``master``."""
    backdrop = Backdrop()
    for part in (layout, master):
        background = package.tree(part).find("p:cSld/p:bg", NAMESPACES)
        if background is not None:
            _background(package, part, master, background, colors, page, backdrop)
            break
    shown = package.tree(layout).get("showMasterSp", "1") in ("1", "true")
    for part in (master, layout) if shown else (layout,):
        tree = package.tree(part).find("p:cSld/p:spTree", NAMESPACES)
        if tree is not None:
            _Drawing(package, part, colors, backdrop).shapes(tree, _Space())
    return backdrop


def _background(
    package: TemplatePackage,
    part: str,
    master: str,
    background: Element,
    colors: Colors,
    page: Rect,
    into: Backdrop,
) -> None:
    properties = background.find("p:bgPr", NAMESPACES)
    reference = background.find("p:bgRef", NAMESPACES)
    source, filled = part, ""
    if properties is None and reference is not None:
        found = colors.read(reference)
        filled = found.hex if found else _WHITE
        theme = package.related(master, "theme")
        fills = (
            package.tree(theme).findall("a:themeElements/a:fmtScheme/a:bgFillStyleLst/*", NAMESPACES) if theme else []
        )
        index = number(reference, "idx") - 1001
        if theme and 0 <= index < len(fills):
            properties, source = _wrapped(fills[index]), theme
    if properties is None:
        into.art.append(Art(box=page, fill=filled or _WHITE))
        return
    solid = colors.solid(properties, filled)
    blend = colors.gradient(properties, filled)
    picture = _picture(package, source, properties.find("a:blipFill", NAMESPACES))
    into.missing |= solid is None and not picture
    into.art.append(
        Art(box=page, fill="" if picture else (solid.hex if solid else blend or filled or _WHITE), picture=picture)
    )


def _wrapped(fill: Element) -> Element:
    """Return an element whose only child is a copy of ``fill``, like ``p:bgPr``."""
    holder = fill.makeelement("holder", {}, None)
    holder.append(deepcopy(fill))
    return holder


def _picture(package: TemplatePackage, part: str, fill: Element | None) -> bytes:
    """Return the bytes of a picture fill, or nothing unless it is stretched over its box and of a format we draw."""
    blip = None if fill is None else fill.find("a:blip", NAMESPACES)
    if fill is None or blip is None or fill.find("a:tile", NAMESPACES) is not None:
        return b""
    crop = fill.find("a:srcRect", NAMESPACES)
    if crop is not None and any(number(crop, side) for side in crop.attrib):
        return b""
    target = next((r.target for r in package.of(part) if r.id == blip.get(_EMBED)), "")
    return package.parts.get(target, b"") if package.types.get(target) in _SHOWN else b""


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Reads the shapes of one part."""

    package: TemplatePackage
    part: str
    colors: Colors
    into: Backdrop

    def shapes(self, tree: Element, space: _Space) -> None:
        """Read all shapes of a shape tree or group except placeholders."""
        for shape in tree:
            kind = str(shape.tag).rpartition("}")[2]
            if shape.find("*/p:nvPr/p:ph", NAMESPACES) is not None:
                continue
            if kind == "grpSp":
                transform = shape.find("p:grpSpPr/a:xfrm", NAMESPACES)
                self.shapes(shape, space if transform is None else space.inside(transform))
            elif kind in ("sp", "pic", "cxnSp", "graphicFrame"):
                self._shape(shape, kind, space)

    def _shape(self, shape: Element, kind: str, space: _Space) -> None:
        properties = shape.find("p:spPr", NAMESPACES)
        transform = None if properties is None else properties.find("a:xfrm", NAMESPACES)
        place = (
            []
            if transform is None
            else _numbers(transform, "a:off", "x", "y") + _numbers(transform, "a:ext", "cx", "cy")
        )
        if properties is None or transform is None or len(place) < 4:
            self.into.missing |= kind == "graphicFrame"
            return
        box = space.box(*place)
        if "".join(shape.itertext()).strip():
            self.into.missing = True
        if number(transform, "rot") and kind == "pic":
            self.into.missing = True
            return
        if kind == "pic":
            picture = _picture(self.package, self.part, shape.find("p:blipFill", NAMESPACES))
            self._add(Art(box=box, picture=picture) if picture else None)
            return
        if properties.find("a:noFill", NAMESPACES) is not None or kind != "sp":
            return
        color = self.colors.solid(properties) or self._styled(shape, properties)
        if color is None:
            blend = self.colors.gradient(properties)
            self.into.missing = self.into.missing or blend is not None
            color = TemplateColor(blend) if blend else None
        paths = _paths(properties, box, transform)
        if color is not None:
            self._add(None if paths is None else Art(box=box, fill=color.hex, paths=paths, alpha=color.alpha))

    def _styled(self, shape: Element, properties: Element) -> TemplateColor | None:
        """Return the fill colour of a shape with a style reference (``a:fillRef``), or None.

        The theme's first fill style is taken, which is solid in all themes.
        """
        reference = shape.find("p:style/a:fillRef", NAMESPACES)
        stated = any(properties.find(f"a:{k}", NAMESPACES) is not None for k in ("gradFill", "blipFill", "pattFill"))
        if reference is None or stated or reference.get("idx", "0") == "0":
            return None
        return self.colors.read(reference)

    def _add(self, art: Art | None) -> None:
        if art is None:
            self.into.missing = True
        else:
            self.into.art.append(art)


def _paths(properties: Element, box: Rect, transform: Element) -> tuple[tuple[Step, ...], ...] | None:
    """Return a shape's outlines on the page: an empty tuple for a rectangle, None for what we can't draw."""
    preset = properties.find("a:prstGeom", NAMESPACES)
    turned = number(transform, "rot") % 21600000 or transform.get("flipH") or transform.get("flipV")
    if preset is not None:
        if preset.get("prst") == "rect" and number(transform, "rot") % 10800000 == 0:
            return ()
        if preset.get("prst") == "ellipse" and not turned:
            return (_ellipse(box),)
        return None
    made = []
    for path in properties.iterfind("a:custGeom/a:pathLst/a:path", NAMESPACES):
        if path.get("fill") == "none":
            continue
        wide, high = number(path, "w"), number(path, "h")
        if not wide or not high or turned:
            return None
        steps = _steps(path, box, box.w / wide, box.h / high)
        if steps is None:
            return None
        made.append(steps)
    return tuple(made) or None


def _steps(path: Element, box: Rect, sx: float, sy: float) -> tuple[Step, ...] | None:
    steps: list[Step] = []
    for element in path:
        kind = str(element.tag).rpartition("}")[2]
        try:
            points = tuple(
                (box.x + int(p.get("x", "0")) * sx, box.y + int(p.get("y", "0")) * sy)
                for p in element.iterfind("a:pt", NAMESPACES)
            )
        except ValueError:  # the name of a guide, whose formula we don't calculate
            return None
        letter = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "close": "Z"}.get(kind)
        if letter is None:
            return None
        steps.append((letter, points))
    return tuple(steps)


def _ellipse(box: Rect) -> tuple[Step, ...]:
    x, y, rx, ry = box.x + box.w / 2, box.y + box.h / 2, box.w / 2, box.h / 2
    kx, ky = rx * 0.5523, ry * 0.5523
    return (
        ("M", ((x + rx, y),)),
        ("C", ((x + rx, y + ky), (x + kx, y + ry), (x, y + ry))),
        ("C", ((x - kx, y + ry), (x - rx, y + ky), (x - rx, y))),
        ("C", ((x - rx, y - ky), (x - kx, y - ry), (x, y - ry))),
        ("C", ((x + kx, y - ry), (x + rx, y - ky), (x + rx, y))),
        ("Z", ()),
    )


def _picture_mean(art: Art, area: Rect) -> str:
    """Return the mean colour of a picture under ``area``; transparent parts count as white."""
    try:
        with Image.open(BytesIO(art.picture)) as opened:
            clear = opened.convert("RGBA")
    except (OSError, ValueError):
        return _WHITE
    shown = Image.alpha_composite(Image.new("RGBA", clear.size, (255, 255, 255, 255)), clear).convert("RGB")
    area = Rect(area.x, area.y + area.h / 3, area.w, area.h / 3)  # a text box is often higher than the bar behind it
    box = art.box
    sx, sy = shown.width / box.w, shown.height / box.h
    part = (
        max(0, int((area.x - box.x) * sx)), max(0, int((area.y - box.y) * sy)),
        min(shown.width, int((area.right - box.x) * sx) + 1), min(shown.height, int((area.bottom - box.y) * sy) + 1),
    )  # fmt: skip
    if part[0] >= part[2] or part[1] >= part[3]:
        return _WHITE
    return shown.crop(part).resize((1, 1), Image.Resampling.BOX).tobytes().hex().upper()
