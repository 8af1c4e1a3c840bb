"""Links: a page's places to click as annotations."""

from __future__ import annotations

from collections.abc import Container, Iterable

from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from deckbuild.writers.pdf.pen import Link


def destination(slide: str) -> str:
    """Return the name under which the slide with id ``slide`` is linked to."""
    return f"slide:{slide}"


def annotate(canvas: Canvas, links: Iterable[Link], slides: Container[str]) -> None:
    """Put ``links`` on the current page; one to a slide that is not among ``slides`` of this paper stays plain text."""
    for link in links:
        if not link.target.startswith("#"):
            canvas.linkURL(link.target, link.area, Contents=PDFString(link.text))
        elif link.target[1:] in slides:
            canvas.linkAbsolute(link.text, destination(link.target[1:]), link.area)
