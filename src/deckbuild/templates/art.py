"""Reads what a slide layout draws behind its placeholders: background, shapes, pictures.

Simple things become ``Art``. Others, such as effects and charts, are noted as missing. Lengths are in points of the
template's page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from functools import lru_cache
from io import BytesIO

from PIL import Image

from deckbuild.dataclass import dataclass
from deckbuild.images import bitmap
from deckbuild.model.contrast import mixed
from deckbuild.model.slide_layouts import Art
from deckbuild.templates.colors import Colors, mean
from deckbuild.templates.fills import Fill, read_fill, read_picture, stated_fill
from deckbuild.templates.package import NAMESPACES, Element, TemplatePackage, local_name, number
from deckbuild.units import EMU_PER_PT, Pt, Rect

_WHITE = "FFFFFF"
_GROUNDS = "a:themeElements/a:fmtScheme/a:bgFillStyleLst/*"
_LINE: Pt = 4
"""The most that the ends of an upright or level line differ by."""
_PIXELS = 320
"""The most pixels, across and down, in which a picture is looked at."""
_MOST_PARTS = 24
"""The most outlines of a shape that content keeps off one by one."""
_PARTS = 3
"""In how many parts, from left to right, the ground of text on a picture is looked at."""
Step = tuple[str, tuple[tuple[Pt, Pt], ...]]


@dataclass(frozen=True, slots=True)
class Layer:
    """Something that a template draws; ``art`` is None when it is nothing that we can draw."""

    box: Rect
    art: Art | None = None
    opaque: bool = True
    """Whether it is filled, so that what is under it can't be seen."""

    @property
    def parts(self) -> list[Rect]:
        """The boxes of its separate outlines, when there are few; else its own box."""
        drawn = self.art.paths if self.art else ()
        starts = [step for path in drawn for step in path if step[0] == "M"]
        if not 1 < len(starts) <= _MOST_PARTS:
            return [self.box]
        outlines: list[list[tuple[Pt, Pt]]] = []
        for path in drawn:
            for kind, points in path:
                if kind == "M" or not outlines:
                    outlines.append([])
                outlines[-1] += points
        return [_around(points) for points in outlines]

    def over(self, grounds: Sequence[str], area: Rect) -> list[str]:
        """Return the colours (RRGGBB) behind text in ``area``, where ``grounds`` are those under this layer.

        It counts when it covers the middle of the area; outlines count where they are filled. No colours: what is there
        isn't known.
        """
        if self.art is not None and self.art.paths:
            within = [_within(self.art, *point) for point in _points(area)]
            fill = [mixed(self.art.fill, ground, self.art.alpha) for ground in grounds or [_WHITE]]
            return [*(fill if any(within) else ()), *(grounds if not all(within) else ())]
        x, y, box = area.x + area.w / 2, area.y + area.h / 2, self.box
        inside = box.x <= x <= box.right and box.y <= y <= box.bottom and box.w >= area.w / 2
        if not self.opaque or not inside:
            return list(grounds)
        if self.art is None:
            return []
        if self.art.fill:
            return [mixed(self.art.fill, ground, self.art.alpha) for ground in grounds or [_WHITE]]
        return _picture_colors(self.art, area, mean(list(grounds)) if grounds else _WHITE)


@dataclass(slots=True)
class Backdrop:
    """A layout's background and decoration."""

    layers: list[Layer] = field(default_factory=list)
    """From back to front."""
    missing: bool = False
    """Whether some of it can only be drawn by PowerPoint."""

    @property
    def art(self) -> list[Art]:
        """What of it we can draw."""
        return [layer.art for layer in self.layers if layer.art]

    def add(self, box: Rect, fill: Fill, paths: tuple[tuple[Step, ...], ...] | None = ()) -> None:
        """Add what fills a box, or the ``paths`` in it; None when we can't draw its outline."""
        art = filled_art(box, fill, paths)
        self.missing |= art is None or not fill.exact or bool(paths and fill.picture)
        self.layers.append(Layer(box, art))

    def grounds(self, area: Rect) -> list[str]:
        """Return the colours (RRGGBB) behind text in ``area``; none when they aren't known."""
        found = [_WHITE]
        for layer in self.layers:
            found = layer.over(found, area)
        return found

    def ground(self, area: Rect) -> str:
        """Return the mean colour (RRGGBB) behind text in ``area``; white when it isn't known."""
        return mean(self.grounds(area) or [_WHITE])


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
    source, filled, stated = part, "", stated_fill(properties)
    if properties is None and reference is not None:
        found = colors.read(reference)
        filled = found.hex if found else _WHITE
        theme = package.related(master, "theme")
        fills = package.tree(theme).findall(_GROUNDS, NAMESPACES) if theme else []
        index = number(reference, "idx") - 1001
        if theme and 0 <= index < len(fills):
            stated, source = fills[index], theme
    fill = None if stated is None else read_fill(package, source, colors, stated, page, filled)
    into.add(page, fill or Fill(filled or _WHITE))


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
            kind = local_name(shape)
            about = shape.find("*/p:cNvPr", NAMESPACES)
            hidden = about is not None and about.get("hidden") in ("1", "true")
            if hidden or shape.find("*/p:nvPr/p:ph", NAMESPACES) is not None:
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
        written = bool("".join(shape.itertext()).strip())
        self.into.missing |= written
        if kind == "pic":
            picture = read_picture(self.package, self.part, shape.find("p:blipFill", NAMESPACES))
            if number(transform, "rot") % 21600000:
                picture = b""
            self.into.add(box, Fill(picture=picture))
            return
        fill = self._fill(shape, properties, box) if kind == "sp" else None
        if fill is not None:
            self.into.add(box, fill, _paths(properties, box, transform))
        elif kind == "cxnSp" and min(box.w, box.h) > _LINE:
            return  # a slanting line takes far less than its box
        elif written or kind != "sp" or _outlined(shape, properties):
            self.into.layers.append(Layer(box, opaque=False))

    def _fill(self, shape: Element, properties: Element, box: Rect) -> Fill | None:
        """Return the fill of a shape: its own, or the one that its style refers to, or None.

        The theme's first fill style is taken, which is solid in all themes.
        """
        stated = stated_fill(properties)
        if stated is not None:
            return read_fill(self.package, self.part, self.colors, stated, box)
        reference = shape.find("p:style/a:fillRef", NAMESPACES)
        color = None if reference is None or reference.get("idx", "0") == "0" else self.colors.read(reference)
        return Fill(color.hex, alpha=color.alpha) if color else None


def _around(points: Sequence[tuple[Pt, Pt]]) -> Rect:
    """Return the box of an outline."""
    across, down = zip(*points, strict=True)
    return Rect(min(across), min(down), max(across) - min(across), max(down) - min(down))


def _points(area: Rect) -> list[tuple[Pt, Pt]]:
    """Return the points of an area at which outlines are looked at."""
    across, down = (0.05, 0.25, 0.5, 0.75, 0.95), (0.1, 0.5, 0.9)
    return [(area.x + area.w * x, area.y + area.h * y) for y in down for x in across]


def _within(art: Art, x: Pt, y: Pt) -> bool:
    """Whether a point is inside the outlines of ``art``, by the even-odd rule; curves count as their control points."""
    crossed = 0
    for path in art.paths:
        start = last = (0.0, 0.0)
        for kind, points in path:
            steps = [start] if kind == "Z" else points
            for here in steps:
                if kind != "M" and (last[1] > y) != (here[1] > y):
                    crossed += x < last[0] + (y - last[1]) / (here[1] - last[1]) * (here[0] - last[0])
                last = here
            if kind == "M":
                start = last
    return crossed % 2 == 1


def filled_art(box: Rect, fill: Fill, paths: tuple[tuple[Step, ...], ...] | None = ()) -> Art | None:
    """Return what is drawn for a filled box, or for the ``paths`` in it; None for what we can't draw."""
    if paths is None or not fill.known:
        return None
    if not fill.picture:
        return Art(box=box, fill=fill.color, paths=paths, alpha=fill.alpha)
    art = Art(box=box, picture=fill.picture)
    if paths:  # pictures are drawn in whole boxes only
        art = replace(art, fill=mean(_picture_colors(art, box, _WHITE)), picture=b"", paths=paths)
    return art


def _outlined(shape: Element, properties: Element) -> bool:
    """Whether a shape has an outline that can be seen."""
    line = properties.find("a:ln", NAMESPACES)
    if line is not None:
        return line.find("a:noFill", NAMESPACES) is None
    reference = shape.find("p:style/a:lnRef", NAMESPACES)
    return reference is not None and reference.get("idx", "0") != "0"


def _paths(properties: Element, box: Rect, transform: Element) -> tuple[tuple[Step, ...], ...] | None:
    """Return a shape's outlines on the page: an empty tuple for a rectangle, None for what we can't draw."""
    preset = properties.find("a:prstGeom", NAMESPACES)
    turned = number(transform, "rot") % 10800000
    if preset is not None:
        name = preset.get("prst")
        if turned or name not in ("rect", "ellipse", "roundRect"):
            return None
        rounded = min(box.w, box.h) * (_rounding(preset) if name == "roundRect" else 0.5)
        across, down = (box.w / 2, box.h / 2) if name == "ellipse" else (rounded, rounded)
        return () if name == "rect" else (_rounded(box, across, down),)
    turned = number(transform, "rot") % 21600000 or transform.get("flipH") or transform.get("flipV")
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
        kind = local_name(element)
        try:
            points = tuple(
                (box.x + number(p, "x") * sx, box.y + number(p, "y") * sy) for p in element.iterfind("a:pt", NAMESPACES)
            )
        except ValueError:  # the name of a guide, whose formula we don't calculate
            return None
        letter = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "close": "Z"}.get(kind)
        if letter is None:
            return None
        steps.append((letter, points))
    return tuple(steps)


def _rounding(preset: Element) -> float:
    """Return the radius of the corners of a rounded rectangle, as a share of its shorter side."""
    guide = next((g.get("fmla", "") for g in preset.iterfind("a:avLst/a:gd", NAMESPACES)), "")
    value = guide.removeprefix("val ")
    return min(0.5, int(value) / 100000) if value.isdecimal() else 0.16667


def _rounded(box: Rect, rx: Pt, ry: Pt) -> tuple[Step, ...]:
    """Return the outline of a box whose corners have the radii ``rx`` and ``ry``; it is an ellipse where they meet."""
    kx, ky = rx * 0.4477, ry * 0.4477
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    return (
        ("M", ((left + rx, top),)),
        ("L", ((right - rx, top),)),
        ("C", ((right - kx, top), (right, top + ky), (right, top + ry))),
        ("L", ((right, bottom - ry),)),
        ("C", ((right, bottom - ky), (right - kx, bottom), (right - rx, bottom))),
        ("L", ((left + rx, bottom),)),
        ("C", ((left + kx, bottom), (left, bottom - ky), (left, bottom - ry))),
        ("L", ((left, top + ry),)),
        ("C", ((left, top + ky), (left + kx, top), (left + rx, top))),
        ("Z", ()),
    )


def _picture_colors(art: Art, area: Rect, under: str) -> list[str]:
    """Return the mean colours of a picture in parts of ``area``, from the left; ``under`` shows where it is clear."""
    clear = _reduced(art.picture)
    shown = Image.alpha_composite(Image.new("RGBA", clear.size, f"#{under}"), clear).convert("RGB")
    box, found = art.box, []
    sx, sy = shown.width / box.w, shown.height / box.h
    for place in range(_PARTS):
        left = area.x + area.w * place / _PARTS
        part = (
            max(0, int((left - box.x) * sx)), max(0, int((area.y - box.y) * sy)),
            min(shown.width, int((left + area.w / _PARTS - box.x) * sx) + 1),
            min(shown.height, int((area.bottom - box.y) * sy) + 1),
        )  # fmt: skip
        if part[0] < part[2] and part[1] < part[3]:
            found.append(shown.crop(part).resize((1, 1), Image.Resampling.BOX).tobytes().hex().upper())
    return found or [under]


@lru_cache(maxsize=64)
def _reduced(content: bytes) -> Image.Image:
    """Return a picture with few pixels: enough to tell the colours under text, which is asked often."""
    with bitmap.opened(BytesIO(content)) as opened:
        opened.draft("RGB", (_PIXELS, _PIXELS))
        shown = opened.convert("RGBA")
    shown.thumbnail((_PIXELS, _PIXELS), Image.Resampling.BOX)
    return shown
