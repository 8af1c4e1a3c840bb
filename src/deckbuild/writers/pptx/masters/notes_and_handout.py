"""The notes master and the handout master, for A4 (ECMA-376 part 1, 19.3.1.27 and 19.3.1.24).

They are always written: PowerPoint adds missing ones, in its own language and look.
"""

from __future__ import annotations

from deckbuild.model.themes import LIGHT
from deckbuild.units import Rect, emu, mm
from deckbuild.writers.pptx.figures import xfrm
from deckbuild.writers.pptx.formats import points
from deckbuild.writers.pptx.markup import EMPTY_GROUP, HEADER, NAMESPACES
from deckbuild.writers.pptx.masters.slide_master import (
    BACKGROUND,
    RECTANGLE,
    blank_text,
    number_text,
    outline_text,
    placeholder_xml,
)
from deckbuild.writers.pptx.names import named
from deckbuild.writers.pptx.palette import color_map
from deckbuild.writers.pptx.text_styles import plain_levels

PAGE = (mm(210), mm(297))
"""Width and height of a notes page, in points: A4 upright."""
_LEFT, _WIDE = mm(26), mm(164)
_IMAGE = Rect(_LEFT, mm(24), _WIDE, _WIDE * 9 / 16)
_NOTES = Rect(_LEFT, mm(126), _WIDE, mm(146))
_NOTES_TEXT = (12, 18)
"""Type size of notes, and indent of each outline level, in points."""
_NOTES_SIZES = "".join(
    f'<a:lvl{level}pPr marL="{emu(_NOTES_TEXT[1] * (level - 1))}" indent="0">'
    f'<a:defRPr sz="{points(_NOTES_TEXT[0])}"/></a:lvl{level}pPr>'
    for level in range(1, 10)
)
"""The levels of ``p:notesStyle`` again, for the placeholder: LibreOffice ignores the notes style."""
_HEADER = Rect(_LEFT, mm(11), mm(120), mm(6))
_NUMBER = Rect(_LEFT + mm(124), mm(279), mm(40), mm(6))
_COLOR_MAP = color_map(LIGHT)
"""These pages are printed, so they use the light theme even when the slides are dark."""
_FOOT = '<a:lvl1pPr algn="{align}"><a:defRPr sz="900"/></a:lvl1pPr>'


def notes_master_xml(lang: str) -> str:
    """Return ``p:notesMaster``: the slide at the top, the notes under it, the page number."""
    name = named("Slide image", lang)
    image = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{name} 1"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>'
        f'{xfrm(_IMAGE)}{RECTANGLE}<a:noFill/><a:ln w="6350"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln>'
        "</p:spPr></p:sp>"
    )
    body = placeholder_xml(
        3, "Notes", 'type="body" sz="quarter" idx="3"', _NOTES, outline_text(lang), lang, _NOTES_SIZES
    )
    return (
        f"{HEADER}<p:notesMaster {NAMESPACES}><p:cSld>{BACKGROUND}<p:spTree>{EMPTY_GROUP}{image}{body}"
        f'{_number(4, 5, lang)}</p:spTree></p:cSld>{_COLOR_MAP}<p:hf hdr="0" ftr="0" dt="0"/>'
        f"<p:notesStyle>{plain_levels(*_NOTES_TEXT)}</p:notesStyle></p:notesMaster>"
    )


def handout_master_xml(lang: str) -> str:
    """Return ``p:handoutMaster``: a header and the page number."""
    header = placeholder_xml(
        2,
        "Header",
        'type="hdr" sz="quarter"',
        _HEADER,
        blank_text(lang),
        lang,
        _FOOT.format(align="l"),
    )
    return (
        f"{HEADER}<p:handoutMaster {NAMESPACES}><p:cSld>{BACKGROUND}<p:spTree>{EMPTY_GROUP}{header}"
        f'{_number(3, 3, lang)}</p:spTree></p:cSld>{_COLOR_MAP}<p:hf ftr="0" dt="0"/></p:handoutMaster>'
    )


def _number(number: int, index: int, lang: str) -> str:
    return placeholder_xml(
        number, "Page number", f'type="sldNum" sz="quarter" idx="{index}"', _NUMBER, number_text(lang), lang,
        _FOOT.format(align="r"),
    )  # fmt: skip
