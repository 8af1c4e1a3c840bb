"""Templates made for tests, from the one that python-pptx brings (4:3, eleven layouts, by another hand than ours)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pptx
from lxml import etree
from pptx.util import Emu

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
Deck = pptx.presentation.Presentation


def plain(_deck: Deck) -> None:
    """Change nothing."""


def repeated(deck: Deck) -> None:
    """Call two layouts alike."""
    for number in (1, 5):
        deck.slide_layouts[number].name = "Indhold"


def bodiless(deck: Deck) -> None:
    """Leave no place for text on any layout or on the master."""
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type.name in ("BODY", "OBJECT", "VERTICAL_BODY", "VERTICAL_OBJECT"):
                shape._element.getparent().remove(shape._element)


def greek(deck: Deck) -> None:
    """Name layouts in Greek and Cyrillic, and a font nobody has, on a page of 13.33 x 7.5 inches."""
    _resize(deck, 12192000, 6858000)
    names = ("Διαφάνεια τίτλου", "Τίτλος και περιεχόμενο", "Заголовок раздела", "Два объекта")
    for layout, name in zip(deck.slide_layouts, names, strict=False):
        layout.name = name
    theme = deck.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    theme._blob = theme.blob.replace(b'latin typeface="Calibri"', 'latin typeface="Γραμματοσειρά"'.encode())


def wide(deck: Deck) -> None:
    """Make a page of 16:9 that is 10 inches wide."""
    _resize(deck, 9144000, 5143500)


def _resize(deck: Deck, width: int, height: int) -> None:
    """Give the page another size (EMU), and everything on it its share."""
    across, down = width / deck.slide_width, height / deck.slide_height
    deck.slide_width, deck.slide_height = Emu(width), Emu(height)
    for holder in (deck.slide_master, *deck.slide_layouts):
        for place in holder._element.iter(f"{{{A}}}off", f"{{{A}}}ext"):
            for name, share in (("x", across), ("cx", across), ("y", down), ("cy", down)):
                if place.get(name):
                    place.set(name, str(int(int(place.get(name)) * share)))


def dark(deck: Deck) -> None:
    """Stand on dark blue, with a yellow band behind titles and text in white."""
    master = deck.slide_master._element
    background = master.find(f".//{{{P}}}bg")
    background.getparent().replace(
        background,
        etree.fromstring(
            f'<p:bg xmlns:p="{P}" xmlns:a="{A}"><p:bgPr><a:solidFill><a:srgbClr val="10243E"/></a:solidFill>'
            "<a:effectLst/></p:bgPr></p:bg>"
        ),
    )
    band = etree.fromstring(
        f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="99" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="1500000"/></a:xfrm><a:prstGeom prst="rect">'
        '<a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFD200"/></a:solidFill></p:spPr></p:sp>'
    )
    master.find(f".//{{{P}}}spTree").insert(2, band)
    mapped = master.find(f"{{{P}}}clrMap")
    for place, color in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        mapped.set(place, color)


def sampled(deck: Deck) -> None:
    """Hold sample slides with notes, links, sections and a custom show."""
    for number in (0, 1, 5):
        slide = deck.slides.add_slide(deck.slide_layouts[number])
        slide.shapes.title.text = f"Eksempel {number}"
        slide.notes_slide.notes_text_frame.text = "Slet mig"
    root = deck.part._element
    ids = [entry.get("id") for entry in root.sldIdLst]
    relation = root.sldIdLst[0].rId
    show = etree.fromstring(
        f'<p:custShowLst xmlns:p="{P}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<p:custShow name="Kort" id="0"><p:sldLst><p:sld r:id="{relation}"/></p:sldLst></p:custShow></p:custShowLst>'
    )
    root.find(f"{{{P}}}notesSz").addnext(show)
    sections = "".join(f'<p14:sldId id="{number}"/>' for number in ids)
    extension = etree.fromstring(
        f'<p:extLst xmlns:p="{P}"><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Gammel" '
        f'id="{{6A4A2B6C-0F5B-4C52-8E7D-1B7A0F0C9D11}}"><p14:sldIdLst>{sections}</p14:sldIdLst></p14:section>'
        "</p14:sectionLst></p:ext></p:extLst>"
    )
    old = root.find(f"{{{P}}}extLst")
    if old is not None:
        root.remove(old)
    root.append(extension)


MADE: dict[str, Callable[[Deck], None]] = {
    "plain": plain, "repeated": repeated, "bodiless": bodiless, "greek": greek, "wide": wide, "dark": dark,
    "sampled": sampled,
}  # fmt: skip


def make(name: str, path: Path) -> Path:
    """Write the template ``name``; as a .potx it has the content type of templates."""
    deck = pptx.Presentation()
    MADE[name](deck)
    target = io.BytesIO()
    deck.save(target)
    content = target.getvalue()
    if path.suffix == ".potx":
        content = as_potx(content)
    path.write_bytes(content)
    return path


def as_potx(content: bytes) -> bytes:
    """Return a .pptx as the template PowerPoint would save."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            part = source.read(name)
            if name == "[Content_Types].xml":
                part = re.sub(rb"presentationml\.presentation\.main", b"presentationml.template.main", part)
            made.writestr(name, part)
    return target.getvalue()
