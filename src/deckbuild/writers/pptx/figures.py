"""Figures: where shapes stand, their outlines and fills (ECMA-376 part 1, 20.1.7 and 20.1.9)."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.frame.items import STAR_WAIST, Shape, ShapeKind
from deckbuild.units import Pt, Rect, emu
from deckbuild.writers.pptx.markup import A16, attribute, guid
from deckbuild.writers.pptx.palette import Palette

_CREATION_ID = "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"
"""URI of the extension with the creation id, by which Office recognises a shape after edits ([MS-ODRAWXML])."""
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""URI of the extension that marks an item as decorative: screen readers skip it ([MS-ODRAWXML])."""
_ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_PRESETS = {
    ShapeKind.RECT: "rect",
    ShapeKind.ROUND: "roundRect",
    ShapeKind.PILL: "roundRect",
    ShapeKind.ELLIPSE: "ellipse",
    ShapeKind.STAR: "star4",
    ShapeKind.TRIANGLE: "triangle",
    ShapeKind.TRAPEZOID: "trapezoid",
}
_ADJUSTED = frozenset({"roundRect", "star4", "trapezoid"})
"""The preset shapes for which one adjustment value is written."""


def non_visual(number: int, name: str, key: str, *, alt: str = "", decorative: bool = False) -> str:
    """Return ``p:cNvPr`` (19.3.1.12).

    ``name`` is escaped here. ``key`` is the same in each build; the creation id is made from it.
    """
    described = f' descr="{attribute(alt)}"' if alt else ""
    mark = f'<a:ext uri="{_DECORATIVE}"><adec:decorative xmlns:adec="{_ADEC}" val="1"/></a:ext>' if decorative else ""
    return (
        f'<p:cNvPr id="{number}" name="{attribute(name)}"{described}><a:extLst><a:ext uri="{_CREATION_ID}">'
        f'<a16:creationId xmlns:a16="{A16}" id="{guid(key)}"/></a:ext>{mark}</a:extLst></p:cNvPr>'
    )


def placeholder_shape(head: str, ph: str, geometry: str, text: str) -> str:
    """Return ``p:sp`` of a placeholder: its ``p:cNvPr``, the attributes of ``p:ph``, its place, and its text."""
    return (
        f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{ph}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{geometry}</p:spPr><p:txBody>{text}</p:txBody></p:sp>"
    )


def graphic_frame(head: str, ph: str, box: Rect, uri: str, content: str) -> str:
    """Return ``p:graphicFrame`` (19.3.1.21): its ``p:cNvPr``, the ``p:ph`` it fills, its place, and what it holds."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{head}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr>{ph}</p:nvPr></p:nvGraphicFramePr>{xfrm(box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></p:graphicFrame>'
    )


def layout_shape_xml(shape: Shape, number: int, name: str, palette: Palette) -> str:
    """Return ``p:sp`` of a shape on a slide layout. It has no text and is decorative."""
    head = non_visual(number, name, f"layout|{shape.id}", decorative=True)
    return f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>{figure(shape, palette)}</p:sp>'


def figure(shape: Shape, palette: Palette) -> str:
    """Return ``p:spPr``: place, outline and fill."""
    return f"<p:spPr>{xfrm(shape.box)}{_geometry(shape)}{palette.fill(shape.fill)}{_outline(shape, palette)}</p:spPr>"


def _geometry(shape: Shape) -> str:
    """Return ``a:prstGeom`` (20.1.9.18). Its adjustment is in 1/100,000 of the box's shorter side."""
    if shape.kind is ShapeKind.RIBBON:
        return _free(shape, _ribbon)
    if shape.kind is ShapeKind.QUARTER:
        return _free(shape, _quarter)
    if shape.kind is ShapeKind.CELLS:
        return _free(shape, _cells)
    adjust = 0
    if shape.kind is ShapeKind.PILL:
        adjust = 50000
    elif shape.kind is ShapeKind.ROUND:
        adjust = min(50000, round(shape.radius / max(min(shape.box.w, shape.box.h), 0.01) * 100000))
    elif shape.kind is ShapeKind.STAR:
        adjust = round(STAR_WAIST * 50000)
    elif shape.kind is ShapeKind.TRAPEZOID:
        adjust = round(shape.slant / max(min(shape.box.w, shape.box.h), 0.01) * 100000)
    values = f'<a:gd name="adj" fmla="val {adjust}"/>' if _PRESETS[shape.kind] in _ADJUSTED else ""
    return f'<a:prstGeom prst="{_PRESETS[shape.kind]}"><a:avLst>{values}</a:avLst></a:prstGeom>'


def _free(shape: Shape, path: Callable[[Shape], str]) -> str:
    """Return ``a:custGeom`` (20.1.9.8) with one path, in EMU from the box's top left corner."""
    wide, high = emu(shape.box.w), emu(shape.box.h)
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{wide}" h="{high}">{path(shape)}<a:close/></a:path></a:pathLst></a:custGeom>'
    )


def _to(step: str, x: Pt, y: Pt) -> str:
    return f'<a:{step}><a:pt x="{emu(x)}" y="{emu(y)}"/></a:{step}>'


def _ribbon(shape: Shape) -> str:
    w, h = shape.box.w, shape.box.h
    corners = ((w, 0.0), (w, h), (w / 2, h - shape.slant), (0.0, h))
    return _to("moveTo", 0.0, 0.0) + "".join(_to("lnTo", *corner) for corner in corners)


def _cells(shape: Shape) -> str:
    return "<a:close/>".join(
        _to("moveTo", cell.x, cell.y) + _to("lnTo", cell.right, cell.y) + _to("lnTo", cell.right, cell.bottom)
        + _to("lnTo", cell.x, cell.bottom)
        for cell in shape.cells
    )  # fmt: skip


def _quarter(shape: Shape) -> str:
    """Return the outer arc clockwise from the left end, then the inner one back; angles are in 1/60,000 degree."""
    r, inner = shape.box.w, shape.radius
    made = _to("moveTo", 0.0, r) + _arc(r, 180, 90) + _to("lnTo", r, r - inner)
    return made + (_arc(inner, 270, -90) if inner else "")


def _arc(radius: Pt, start: int, turn: int) -> str:
    r = emu(radius)
    return f'<a:arcTo wR="{r}" hR="{r}" stAng="{start * 60_000}" swAng="{turn * 60_000}"/>'


def _outline(shape: Shape, palette: Palette) -> str:
    """Return ``a:ln`` (20.1.2.2.24) with mitred corners.

    A shape without a line has ``a:noFill``, or else it would inherit the theme's line.
    """
    if shape.stroke is None or shape.width <= 0:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{emu(shape.width)}">{palette.fill(shape.stroke)}<a:miter lim="800000"/></a:ln>'


def xfrm(box: Rect, tag: str = "a:xfrm", flip: str = "", child: bool = False) -> str:
    """Return a transform (20.1.7.6), in EMU.

    With ``child``, for groups, the child coordinates equal those outside the group (20.1.7.5).
    """
    x, y, w, h = emu(box.x), emu(box.y), emu(box.w), emu(box.h)
    inner = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/>' if child else ""
    return f'<{tag}{flip}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>{inner}</{tag}>'
