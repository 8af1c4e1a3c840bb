"""The slide master and its slide layouts, one for each ``LayoutKind`` (ECMA-376 part 1, 19.3.1.42 and 39)."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.frame.items import Anchor, LayoutKind, Role, Shape, ShapeKind
from deckbuild.model.theme import PAPER, Color, Theme
from deckbuild.units import Pt, Rect
from deckbuild.writers.pptx.figures import layout_shape_xml, placeholder_shape, xfrm
from deckbuild.writers.pptx.markup import EMPTY_GROUP, HEADER, NAMESPACES, attribute, escape
from deckbuild.writers.pptx.masters.own_layouts import OwnLayout
from deckbuild.writers.pptx.masters.placeholders import SHRINKING, placeholder_boxes, placeholder_type
from deckbuild.writers.pptx.names import item_name, named
from deckbuild.writers.pptx.palette import Palette, color_map
from deckbuild.writers.pptx.text import SLIDE_NUMBER, body_properties
from deckbuild.writers.pptx.text_styles import body_levels, levels_xml, plain_levels, role_levels, title_level

BACKGROUND = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'

# PowerPoint's types of layout where one fits (ST_SlideLayoutType, 19.7.15); all others are of user-defined type.
_TYPES = {
    LayoutKind.TITLE: "title",
    LayoutKind.SECTION: "secHead",
    LayoutKind.TEXT: "tx",
    LayoutKind.TABLE: "tbl",
    LayoutKind.BOARD: "titleOnly",
}
_LEVELS = ("Click to edit the master text", "Second level", "Third level", "Fourth level", "Fifth level")
_GUIDES = "{27BBF7A9-308A-43DC-89C8-2F10F3537804}"
_P15 = "http://schemas.microsoft.com/office/powerpoint/2012/main"
FIRST_LAYOUT_ID = 2147483649
"""Id of the first slide layout. Ids of layouts and masters share one range, from 2^31 (ST_SlideLayoutId)."""


def number_text(lang: str) -> str:
    """Return a paragraph with the slide number as a field, as a slide master shows it."""
    return (
        f'<a:p><a:fld id="{SLIDE_NUMBER}" type="slidenum"><a:rPr lang="{lang}"/>'
        f"<a:t>{named('‹#›', lang)}</a:t></a:fld>"
        f'<a:endParaRPr lang="{lang}"/></a:p>'
    )


def blank_text(lang: str) -> str:
    """Return a paragraph without text."""
    return f'<a:p><a:endParaRPr lang="{lang}"/></a:p>'


def plain_text(text: str, lang: str, level: int = 0) -> str:
    """Return a paragraph of one run."""
    properties = f'<a:pPr lvl="{level}"/>' if level else ""
    return f'<a:p>{properties}<a:r><a:rPr lang="{lang}"/><a:t>{escape(text)}</a:t></a:r></a:p>'


def outline_text(lang: str) -> str:
    """Return five paragraphs of sample text, one for each outline level."""
    return "".join(plain_text(named(text, lang), lang, level) for level, text in enumerate(_LEVELS))


def placeholder_xml(
    number: int, name: str, ph: str, box: Rect | None, text: str, lang: str, styles: str = "", *,
    shrinks: bool = False, anchor: Anchor = Anchor.TOP, plate: tuple[Pt, Pt, Pt, Pt] | None = None, fill: str = "",
) -> str:  # fmt: skip
    """Return ``p:sp`` of a placeholder on a slide master or slide layout, named in the language ``lang``.

    Without a ``box`` it inherits its place. With ``shrinks`` PowerPoint makes text smaller that overflows it. With a
    ``plate`` (see ``SlideLayout``) the placeholder is that, in ``fill``, and its text stands in ``box``.
    """
    fit = "<a:normAutofit/>" if shrinks else "<a:noAutofit/>"
    insets = plate or (0.0, 0.0, 0.0, 0.0)
    geometry = f"{xfrm(box.widened(*insets))}{RECTANGLE}{fill}" if box else ""
    head = f'<p:cNvPr id="{number}" name="{attribute(named(name, lang))} {number - 1}"/>'
    body = f"{body_properties(anchor, fit=fit, insets=insets)}<a:lstStyle>{styles}</a:lstStyle>{text}"
    return placeholder_shape(head, f" {ph}", geometry, body)


def master_xml(theme: Theme, lang: str, layouts: int, date: str = "") -> str:
    """Return ``p:sldMaster``: placeholders for title, text, section name, date and number, and the text styles.

    All slide layouts inherit from it. ``layouts`` is how many there are.
    """
    palette = Palette(theme)
    boxes = theme.slide_master.layouts[LayoutKind.TEXT].boxes

    def made(number: int, role: Role, name: str, ph: str, text: str) -> str:
        look = theme.look(role, LayoutKind.TEXT)
        inherited = role in (Role.TITLE, Role.BODY)
        styles = "" if inherited else levels_xml(role_levels(role, LayoutKind.TEXT, theme), theme, palette)
        box, anchor = boxes[role], look.anchor
        return placeholder_xml(number, name, ph, box, text, lang, styles, shrinks=inherited, anchor=anchor)

    click = plain_text(named("Click to edit the master title", lang), lang)
    parts = (
        (2, Role.TITLE, "Title", 'type="title"', click),
        (3, Role.BODY, "Text", 'type="body" idx="1"', outline_text(lang)),
        (4, Role.SECTION, "Section", 'type="ftr" sz="quarter" idx="3"', blank_text(lang)),
        (6, Role.DATE, "Date", 'type="dt" sz="half" idx="2"', _date(date, lang)),
        (5, Role.NUMBER, "Slide number", 'type="sldNum" sz="quarter" idx="4"', number_text(lang)),
    )
    shapes = "".join(made(*part) for part in parts if part[1] in boxes)
    ids = "".join(f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + i}" r:id="rId{i + 1}"/>' for i in range(layouts))
    name = attribute(named(theme.name, lang))
    return (
        f'{HEADER}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld name="{name}">{BACKGROUND}<p:spTree>'
        f"{EMPTY_GROUP}{shapes}</p:spTree></p:cSld>{color_map(theme)}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f'<p:hf hdr="0" dt="0"/><p:txStyles>'
        f"<p:titleStyle>{levels_xml([title_level(theme)], theme, palette)}</p:titleStyle>"
        f"<p:bodyStyle>{levels_xml(body_levels(theme), theme, palette)}</p:bodyStyle>"
        f'<p:otherStyle><a:defPPr><a:defRPr lang="{lang}"/></a:defPPr>{plain_levels()}</p:otherStyle>'
        f"</p:txStyles>{_guides(boxes)}</p:sldMaster>"
    )


def _guides(boxes: Mapping[Role, Rect]) -> str:
    """Return the drawing guides on the grid: the edges of title and text ([MS-PPTX], sldGuideLst; in 1/8 pt)."""
    title, body = boxes[Role.TITLE], boxes[Role.BODY]
    places = [("", x) for x in sorted({title.x, body.x, title.right, body.right})]
    places += [(' orient="horz"', y) for y in sorted({title.y, body.y, body.bottom})]
    made = "".join(
        f'<p15:guide id="{number}"{way} pos="{round(place * 8)}" userDrawn="1"><p15:clr><a:schemeClr val="accent1"/>'
        "</p15:clr></p15:guide>"
        for number, (way, place) in enumerate(places, start=1)
    )
    listed = f'<p15:sldGuideLst xmlns:p15="{_P15}">{made}</p15:sldGuideLst>'
    return f'<p:extLst><p:ext uri="{_GUIDES}">{listed}</p:ext></p:extLst>'


def _date(date: str, lang: str) -> str:
    """Return the paragraph of a date placeholder: the author's date, or a blank paragraph."""
    return plain_text(date, lang) if date else blank_text(lang)


def layout_xml(own: OwnLayout, theme: Theme, lang: str, date: str = "") -> str:
    """Return ``p:sldLayout``; its placeholders are where our layout puts their text."""
    palette, slide_layout = Palette(theme), own.slide_layout
    areas = tuple(
        Shape(id=f"area{n}", kind=ShapeKind.RECT, box=art.box, fill=Color(art.fill))
        for n, art in enumerate(slide_layout.art)
    )
    behind = (*areas, *own.shapes)
    shapes = [
        layout_shape_xml(shape, number, item_name(shape, number - 1, ("", ""), lang), palette)
        for number, shape in enumerate(behind, start=2)
    ]
    for number, (role, box) in enumerate(placeholder_boxes(slide_layout).items(), start=2 + len(behind)):
        kind = placeholder_type(role, slide_layout.kind)
        if role is Role.NUMBER:
            text = number_text(lang)
        elif role is Role.DATE:
            text = _date(date, lang)
        elif kind.prompt:
            text = plain_text(named(kind.prompt, lang), lang)
        else:
            text = blank_text(lang)
        plated = role is Role.TITLE and slide_layout.plate is not None
        custom = ' hasCustomPrompt="1"' if kind.prompt else ""
        styles = levels_xml(role_levels(role, slide_layout.kind, theme), theme, palette)
        shapes.append(
            placeholder_xml(
                number, kind.name, f"{kind.ph}{custom}", box, text, lang, styles, shrinks=role in SHRINKING,
                anchor=theme.look(role, slide_layout.kind).anchor, fill=palette.fill(PAPER) if plated else "",
                plate=slide_layout.plate if plated else None,
            )
        )  # fmt: skip
    ground = ""
    if slide_layout.ground:
        fill = palette.fill(Color(slide_layout.ground))
        ground = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
    known = _TYPES.get(slide_layout.kind)
    kind_of = f'type="{known}" preserve="1"' if known else 'preserve="1" userDrawn="1"'
    name = attribute(named(slide_layout.name, lang))
    return (
        f'{HEADER}<p:sldLayout {NAMESPACES} {kind_of}><p:cSld name="{name}">{ground}<p:spTree>{EMPTY_GROUP}'
        f"{''.join(shapes)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
