"""Metadata of a PDF: title, author, language and standards in XMP, the information dictionary, the output intent.

PDF/UA-1 (7.1) and PDF/A-2 (6.6) demand XMP. There are no dates, so that the same deck gives the same bytes.
"""

from __future__ import annotations

from functools import lru_cache
from xml.sax.saxutils import escape

from PIL import ImageCms

from deckbuild.dataclass import dataclass
from deckbuild.writers.pdf.file import PdfFile
from deckbuild.writers.pdf.tags.elements import text_string

_MAKER = "deckbuild"
_COLORS = "sRGB IEC61966-2.1"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creator}<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{maker}</xmp:CreatorTool><pdf:Producer>{maker}</pdf:Producer>
</rdf:Description>
{archive}{accessible}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_ACCESSIBLE = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
_ARCHIVE = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2"
 pdfaid:conformance="A"/>
"""
_CREATOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n"


@dataclass(frozen=True, slots=True)
class About:
    """The metadata of a file; ``lang`` is a BCP 47 tag."""

    title: str
    author: str
    lang: str
    accessible: bool = True
    """Whether it claims to be PDF/UA-1."""
    archive: bool = True
    """Whether it claims to be PDF/A-2a."""


def put_metadata(file: PdfFile, number: int, about: About) -> None:
    """Set object ``number`` to the XMP packet. It is not compressed, so that programs find it (PDF/A-2, 6.6.2)."""
    packet = _XMP.format(
        title=escape(about.title),
        creator=_CREATOR.format(escape(about.author)) if about.author else "",
        lang=escape(about.lang),
        maker=_MAKER,
        accessible=_ACCESSIBLE if about.accessible else "",
        archive=_ARCHIVE if about.archive else "",
    )
    file.put_stream(number, packet.encode(), "/Type/Metadata/Subtype/XML", compress=False)


def put_information(file: PdfFile, number: int, about: About) -> None:
    """Set object ``number`` to the information dictionary; it has to agree with XMP (PDF/A-2, 6.6.3)."""
    author = f"/Author{text_string(about.author)}" if about.author else ""
    made = text_string(_MAKER)
    file.put(number, f"<</Title{text_string(about.title)}{author}/Creator{made}/Producer{made}>>".encode())


def add_output_intent(file: PdfFile) -> int:
    """Add the output intent, with a profile of sRGB (PDF/A-2, 6.2.3); return its object number."""
    profile = file.add_stream(_srgb(), "/N 3")
    name = text_string(_COLORS)
    return file.add(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}"
        f"/DestOutputProfile {profile} 0 R>>".encode()
    )


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    """Return an ICC profile of sRGB, with a fixed date and no identifier (ICC.1:2010, 7.2.8 and 7.2.18)."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    date = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # 2000-01-01
    return made[:24] + date + made[36:84] + bytes(16) + made[100:]
