"""Shapes, connectors and pictures: ``p:sp``, ``p:cxnSp``, ``p:pic`` (ECMA-376 part 1, 19.3.1.43, 19 and 37)."""

from __future__ import annotations

import math
from dataclasses import replace

from deckbuild.frame.items import STAR_WAIST, Anchor, Connector, Crop, PictureItem, Shape, ShapeKind
from deckbuild.frame.text import Par, Tag, TextRun
from deckbuild.units import Pt, Rect, emu
from deckbuild.writers.pptx.figures import figure, non_visual, xfrm
from deckbuild.writers.pptx.text import TextContext, body_properties

_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def shape_xml(shape: Shape, number: int, name: str, key: str, pen: TextContext, *, described: bool) -> str:
    """Return ``p:sp`` of ``shape``; ``described`` when a group around it has the alternative text."""
    silent = not shape.alt and not any(par.plain.strip() and par.tag is not Tag.ARTIFACT for par in shape.pars)
    head = non_visual(number, name, key, alt=shape.alt, decorative=silent and not described)
    own = min(shape.box.w, shape.box.h) / 2 * _inset_share(shape)
    wrap = _widest(shape.pars) <= shape.box.w - 2 * max(own, shape.inset)
    free = max(0.0, shape.inset - own) if wrap else 0.0
    above = shape.pars[0].top if shape.pars and shape.anchor is Anchor.TOP else 0.0
    body = body_properties(shape.anchor, wrap=wrap, insets=(free, above, free, 0.0))
    pars = shape.pars if wrap else tuple(_as_broken(par) for par in shape.pars)
    return (
        f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>{figure(shape, pen.palette)}"
        f"<p:txBody>{body}{pen.text(pars, pen.inherits.plain)}</p:txBody></p:sp>"
    )


def _inset_share(shape: Shape) -> float:
    """Return the inset of a preset's text rectangle from the box, as a share of half the box's shorter side.

    PowerPoint breaks lines at the text rectangle. In round shapes it touches the curve at 45 degrees
    (presetShapeDefinitions.xml).
    """
    corner = 1 - math.cos(math.pi / 4)
    match shape.kind:
        case ShapeKind.ELLIPSE:
            return corner * shape.box.w / min(shape.box.w, shape.box.h) if shape.box.h else 0.0
        case ShapeKind.PILL:
            return corner
        case ShapeKind.ROUND:
            return corner * min(1.0, shape.radius / max(min(shape.box.w, shape.box.h) / 2, 0.01))
        case ShapeKind.STAR:
            return 1 - STAR_WAIST * math.cos(math.pi / 4)
        case ShapeKind.TRIANGLE:
            return shape.box.w / 2 / min(shape.box.w, shape.box.h)
        case ShapeKind.TRAPEZOID:
            return shape.slant * 4 / 3 / min(shape.box.w, shape.box.h)
        case ShapeKind.RECT | ShapeKind.RIBBON | ShapeKind.QUARTER | ShapeKind.CELLS:
            return 0.0


def _widest(pars: tuple[Par, ...]) -> Pt:
    return max((par.indent + line.width for par in pars for line in par.lines), default=0.0)


def _as_broken(par: Par) -> Par:
    """Return ``par`` with a line break at the end of each line, for text wider than PowerPoint's text rectangle."""
    runs: list[TextRun] = []
    for index, line in enumerate(par.lines):
        pieces = [piece.run for piece in line.pieces]
        if index and pieces:
            pieces[0] = replace(pieces[0], text="\n" + pieces[0].text)
        runs += pieces
    return replace(par, runs=tuple(runs) or par.runs)


def connector_xml(
    line: Connector, number: int, name: str, key: str, pen: TextContext, *, glue: tuple[str, str], described: bool
) -> str:
    """Return ``p:cxnSp`` of ``line``; ``glue`` is ``a:stCxn`` and ``a:endCxn`` (20.1.2.2), either may be empty."""
    box = Rect(min(line.x1, line.x2), min(line.y1, line.y2), abs(line.x2 - line.x1), abs(line.y2 - line.y1))
    flip = (' flipH="1"' if line.x2 < line.x1 else "") + (' flipV="1"' if line.y2 < line.y1 else "")
    arrow = '<a:tailEnd type="triangle" w="med" len="med"/>' if line.arrow else ""
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{non_visual(number, name, key, decorative=not described)}"
        f"<p:cNvCxnSpPr>{''.join(glue)}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>{xfrm(box, flip=flip)}"
        '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{emu(line.width)}" cap="flat">{pen.palette.fill(line.color)}<a:miter lim="800000"/>{arrow}</a:ln>'
        "</p:spPr></p:cxnSp>"
    )


def picture_xml(
    picture: PictureItem, number: int, name: str, key: str, relations: tuple[str, str], ph: str, *, described: bool
) -> str:
    """Return ``p:pic`` of ``picture``. It is cropped by ``a:srcRect``, so a user can change the crop.

    ``ph`` is ``p:ph`` of the placeholder that it fills and takes its place from; empty for none.

    ``relations`` are the ids of the relationships to the bitmap and to the SVG, which newer versions of PowerPoint
    show instead ([MS-ODRAWXML]); the second is empty for a bitmap. Its alternative text is never the file name.
    """
    dots, svg = relations
    head = non_visual(number, name, key, alt=picture.alt, decorative=not picture.alt and not described)
    grouped = ' noGrp="1"' if ph else ""
    place = "" if ph else f'{xfrm(picture.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return (
        f'<p:pic><p:nvPicPr>{head}<p:cNvPicPr><a:picLocks{grouped} noChangeAspect="1"/></p:cNvPicPr>'
        f"<p:nvPr>{ph}</p:nvPr></p:nvPicPr>"
        f"<p:blipFill>{_blip(dots, svg)}{_source(picture.crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{place}</p:spPr></p:pic>"
    )


def _blip(dots: str, svg: str) -> str:
    if not svg:
        return f'<a:blip r:embed="{dots}"/>'
    return (
        f'<a:blip r:embed="{dots}"><a:extLst><a:ext uri="{_SVG}">'
        f'<asvg:svgBlip xmlns:asvg="{_ASVG}" r:embed="{svg}"/></a:ext></a:extLst></a:blip>'
    )


def _source(crop: Crop) -> str:
    """Return ``a:srcRect`` (20.1.8.55), in 1/100,000 of the picture's width and height."""
    edges = (("l", crop.left), ("t", crop.top), ("r", crop.right), ("b", crop.bottom))
    stated = "".join(f' {name}="{round(share * 100000)}"' for name, share in edges if round(share * 100000))
    return f"<a:srcRect{stated}/>" if stated else ""
