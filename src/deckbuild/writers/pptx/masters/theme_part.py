"""The theme part: colours, fonts, and a format scheme without gradients or shadows (ECMA-376 part 1, 20.1.6)."""

from __future__ import annotations

from deckbuild.model.theme import Color, Theme
from deckbuild.writers.pptx.markup import DRAWING, HEADER, attribute
from deckbuild.writers.pptx.names import named
from deckbuild.writers.pptx.palette import CUSTOM, places

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_LINES = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
    for width in (9525, 19050, 25400)
)


def theme_xml(theme: Theme, lang: str) -> str:
    """Return the theme part of ``theme``, its names in the language ``lang``."""
    name, placeholders = attribute(named(theme.name, lang)), places(theme)
    colors = "".join(f'<a:{place}><a:srgbClr val="{_hex(theme, color)}"/></a:{place}>' for place, color in placeholders)
    major, minor = (
        f'<a:latin typeface="{attribute(font)}"/><a:ea typeface=""/><a:cs typeface=""/>'
        for font in (theme.heading_font or theme.font, theme.font)
    )
    custom = "".join(
        f'<a:custClr name="{named(label, lang)}"><a:srgbClr val="{_hex(theme, color)}"/></a:custClr>'
        for label, color in CUSTOM
    )
    return (
        f'{HEADER}<a:theme xmlns:a="{DRAWING}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colors}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{major}</a:majorFont><a:minorFont>{minor}</a:minorFont>'
        "</a:fontScheme>"
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/>"
        f"<a:custClrLst>{custom}</a:custClrLst></a:theme>"
    )


def _hex(theme: Theme, color: str) -> str:
    return theme.hex(Color(color))
