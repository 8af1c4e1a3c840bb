"""Parts of properties: core and extended properties, presentation and view properties, table styles."""

from __future__ import annotations

from deckbuild.frame.document import Presentation
from deckbuild.frame.items import Border
from deckbuild.model.theme import HAIR, Theme, accent
from deckbuild.units import emu
from deckbuild.writers.pptx.markup import DRAWING, HEADER, NAMESPACES, attribute, escape, guid
from deckbuild.writers.pptx.palette import Palette

DATE = "2000-01-01T00:00:00Z"
"""Date of creation in every file. It is fixed, so that the same deck.yaml gives the same bytes."""
TABLE_STYLE = guid("table style")
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""GUID of PowerPoint's built-in table style "No Style, No Grid"."""


def core_xml(presentation: Presentation) -> str:
    """Return the core properties (ECMA-376 part 2, core properties)."""
    author = escape(presentation.author)
    subject = f"<dc:subject>{escape(presentation.subject)}</dc:subject>" if presentation.subject else ""
    words = escape("; ".join(presentation.keywords))
    keywords = f"<cp:keywords>{words}</cp:keywords>" if words else ""
    return (
        f"{HEADER}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(presentation.title)}</dc:title>{subject}<dc:creator>{author}</dc:creator>{keywords}"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><dc:language>{escape(presentation.lang)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{DATE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{DATE}</dcterms:modified></cp:coreProperties>'
    )


def app_xml(presentation: Presentation) -> str:
    """Return the extended properties (ECMA-376 part 1, 22.2)."""
    frames = presentation.frames
    return (
        f'{HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<TotalTime>0</TotalTime><Application>deckbuild</Application><PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{len(frames)}</Slides><Notes>{sum(bool(f.notes) for f in frames)}</Notes>"
        f"<HiddenSlides>{sum(f.hidden for f in frames)}</HiddenSlides></Properties>"
    )


def presentation_properties_xml() -> str:
    """Return the presentation properties (ECMA-376 part 1, 19.2.1.27), all at their defaults."""
    return f"{HEADER}<p:presentationPr {NAMESPACES}/>"


def view_properties_xml() -> str:
    """Return the view properties (ECMA-376 part 1, 19.2.2), which open the file in the normal view."""
    return f'{HEADER}<p:viewPr {NAMESPACES} lastView="sldView"/>'


ROW_RULE, HEAD_RULE = Border(0.75, HAIR), Border(2.0, accent(1))
"""The rule under each row of a table, and the one under its header row."""


def table_styles_xml(theme: Theme) -> str:
    """Return the table styles (ECMA-376 part 1, 20.1.4.2): one with rules under its rows, and no fills.

    So a row, column or table that somebody adds looks like ours.
    """
    palette, look = Palette(theme), theme.table_head
    none = "<a:ln><a:noFill/></a:ln>"
    row = f'<a:ln w="{emu(ROW_RULE.width)}" cmpd="sng">{palette.fill(ROW_RULE.color)}</a:ln>'
    under_head = f'<a:ln w="{emu(HEAD_RULE.width)}" cmpd="sng">{palette.fill(HEAD_RULE.color)}</a:ln>'
    lines = {"left": none, "right": none, "top": none, "bottom": row, "insideH": row, "insideV": none}
    sides = "".join(f"<a:{side}>{line}</a:{side}>" for side, line in lines.items())
    text = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef><a:schemeClr val="tx1"/>'
    first_column = f'<a:tcTxStyle b="on">{text}</a:tcTxStyle><a:tcStyle><a:tcBdr/></a:tcStyle>'
    face = (' b="on"' if look.bold else "") + (' i="on"' if look.italic else "")
    head = (
        f"<a:tcTxStyle{face}>{text.replace('minor', 'major') if look.heading else text}</a:tcTxStyle>"
        f"<a:tcStyle><a:tcBdr><a:bottom>{under_head}</a:bottom></a:tcBdr></a:tcStyle>"
    )
    return (
        f'{HEADER}<a:tblStyleLst xmlns:a="{DRAWING}" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="{attribute("Deckbuild")}">'
        f"<a:wholeTbl><a:tcTxStyle>{text}</a:tcTxStyle><a:tcStyle><a:tcBdr>{sides}</a:tcBdr>"
        "<a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f"<a:firstCol>{first_column}</a:firstCol><a:firstRow>{head}</a:firstRow></a:tblStyle></a:tblStyleLst>"
    )
