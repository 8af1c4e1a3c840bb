"""Link annotations of a page."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from deckbuild.writers.pdf.pen import LinkArea
from deckbuild.writers.pdf.tags.tagger import Tagger

_PRINT = 4
"""The annotation flag Print, which PDF/A-2 (6.3.2) demands. A link has no appearance, so nothing is printed."""


def destination(slide: str) -> str:
    """Return the name of the destination for the slide with id ``slide``."""
    return f"slide:{slide}"


def annotate(canvas: Canvas, links: Iterable[LinkArea], tagger: Tagger) -> None:
    """Add ``links`` to the current page, each as content of the element with its text (PDF/UA-1, 7.18.5)."""
    page = canvas.getPageNumber() - 1
    for place, link in enumerate(links):
        name = f"{page}.{place}"
        entries = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(link.area),
            "Border": PDFArray([0, 0, 0]),
            "Contents": PDFString(link.text),
            "F": _PRINT,
            "StructParent": tagger.annotation(link.element, page, canvas._doc.annotationName(name)).key,
        }
        if link.target.startswith("#"):
            entries["Dest"] = canvas._bookmarkReference(destination(link.target[1:]))
        else:
            entries["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link.target)})
        canvas._addAnnotation(PDFDictionary(entries), name)
