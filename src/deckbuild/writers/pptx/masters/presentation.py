"""The presentation part: the list of slides, their size, numbering and sections (ECMA-376 part 1, 19.2.1.26)."""

from __future__ import annotations

from deckbuild.frame.document import Presentation
from deckbuild.model.default_layouts import HEIGHT, WIDTH
from deckbuild.units import emu
from deckbuild.writers.pptx.markup import HEADER, NAMESPACES, P14, attribute, guid
from deckbuild.writers.pptx.masters.notes_and_handout import PAGE
from deckbuild.writers.pptx.text_styles import plain_levels

_MASTER_ID = 2147483648
FIRST_SLIDE_ID = 256
"""The lowest id that a slide may have (ST_SlideId, 19.7.13)."""
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""URI of the extension that lists the sections ([MS-PPTX])."""

FIRST_SLIDE_RELATION = 8
"""Number of the first slide's relationship id. Those of masters and properties come before it."""


def presentation_xml(presentation: Presentation, lang: str) -> str:
    """Return the presentation part. Relationship ``rId{FIRST_SLIDE_RELATION + i}`` leads to slide ``i``, from 0."""
    frames = presentation.frames
    slides = "".join(
        f'<p:sldId id="{FIRST_SLIDE_ID + i}" r:id="rId{FIRST_SLIDE_RELATION + i}"/>' for i in range(len(frames))
    )
    first = frames[0].number if frames else 1
    return (
        f'{HEADER}<p:presentation {NAMESPACES} firstSlideNum="{first}" saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{_MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        '<p:handoutMasterIdLst><p:handoutMasterId r:id="rId3"/></p:handoutMasterIdLst>'
        f'<p:sldIdLst>{slides}</p:sldIdLst><p:sldSz cx="{emu(WIDTH)}" cy="{emu(HEIGHT)}"/>'
        f'<p:notesSz cx="{emu(PAGE[0])}" cy="{emu(PAGE[1])}"/><p:defaultTextStyle>'
        f'<a:defPPr><a:defRPr lang="{lang}"/></a:defPPr>{plain_levels()}</p:defaultTextStyle>'
        f"{sections_xml(presentation)}</p:presentation>"
    )


def sections_xml(presentation: Presentation) -> str:
    """Return the list of sections. Each slide is in exactly one section, as PowerPoint demands."""
    parts = presentation.sections
    if not parts:
        return ""
    ends = [start for _, start in parts[1:]] + [len(presentation.frames)]
    made = []
    for index, ((name, start), end) in enumerate(zip(parts, ends, strict=True)):
        slides = "".join(f'<p14:sldId id="{FIRST_SLIDE_ID + i}"/>' for i in range(start, end))
        made.append(
            f'<p14:section name="{attribute(name)}" id="{guid("section", index, name)}">'
            f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
        )
    return (
        f'<p:extLst><p:ext uri="{SECTIONS}"><p14:sectionLst xmlns:p14="{P14}">{"".join(made)}</p14:sectionLst>'
        "</p:ext></p:extLst>"
    )
