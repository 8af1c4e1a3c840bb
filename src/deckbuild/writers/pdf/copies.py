"""Copies of one document with different names on them. The pages are drawn once.

A page's content is two streams: one that all copies share, and one with the stamps, which are drawn for each copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckbuild.frame.document import Document, Presentation
from deckbuild.frame.form import Copy
from deckbuild.model.theme import Theme
from deckbuild.units import Pt
from deckbuild.writers.pdf.assembly import Assembly
from deckbuild.writers.pdf.document import PdfDocument
from deckbuild.writers.pdf.form import Held
from deckbuild.writers.pdf.handout import draw_handout
from deckbuild.writers.pdf.text import draw_pars

_CONTENTS = re.compile(rb"/Contents (\d+ 0 R)")
_PARENT = re.compile(rb"/Parent (\d+) 0 R")

_Stamps = tuple[Held, ...]
"""The stamps of one page."""


def write_copies(
    document: Document, presentation: Presentation, theme: Theme, copies: Sequence[Copy], *, fillable: bool = False
) -> Iterator[bytes]:
    """Yield the bytes of a file for each copy. Each is tagged like the plain document; its title names the person.

    In a ``fillable`` one the name is filled in, and can be changed.
    """
    drawing = draw_handout(document, presentation, theme, copies=copies, fillable=fillable)
    form = drawing.form
    assembly = drawing.pdf.assembled(drawing.tagger, form)
    streams = _streams(assembly, drawing.held)
    for page, stamps in zip(assembly.pages, drawing.held, strict=True):
        assembly.file.put(page, _with_contents(assembly.file.body(page), streams[stamps]))
    for copy in copies:
        for stamps, number in streams.items():
            assembly.file.put_stream(number, _drawn(drawing.pdf, document.pages[0].height, stamps, copy))
        for place in form.prefilled if form else ():
            drawn = _drawn(drawing.pdf, place.height, (place.stamp,), copy)
            assembly.file.put_stream(place.appearance, drawn, place.entries)
        if form:
            form.name(assembly.file, copy.name)
        assembly.entitle(f"{document.title} – {copy.name}")
        yield assembly.write()


def write_merged(document: Document, presentation: Presentation, theme: Theme, copies: Sequence[Copy]) -> bytes:
    """Return one file with all copies, one after the other. It is for printing only and not tagged."""
    drawing = draw_handout(document, presentation, theme, copies=copies, tagged=False)
    assembly = drawing.pdf.assembled(None)
    file = assembly.file
    shared = [file.body(page) for page in assembly.pages]
    pages: list[int] = []
    for copy in copies:
        streams = _streams(assembly, drawing.held)
        for stamps, number in streams.items():
            file.put_stream(number, _drawn(drawing.pdf, document.pages[0].height, stamps, copy))
        pages += [
            file.add(_with_contents(body, streams[stamps])) for body, stamps in zip(shared, drawing.held, strict=True)
        ]
    for page in assembly.pages:
        file.put(page, b"null")
    parent = _PARENT.search(shared[0])
    if parent is None:
        raise ValueError("a page without a parent")
    kids = " ".join(f"{page} 0 R" for page in pages)
    file.put(int(parent[1]), f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode())
    return assembly.write()


def _streams(assembly: Assembly, held: Sequence[_Stamps]) -> dict[_Stamps, int]:
    """Reserve a stream object for each distinct tuple of stamps; return tuple -> object number."""
    return {stamps: assembly.file.reserve() for stamps in dict.fromkeys(held)}


def _with_contents(page: bytes, stream: int) -> bytes:
    return _CONTENTS.sub(rb"/Contents[\1 %d 0 R]" % stream, page, count=1)


def _drawn(pdf: PdfDocument, height: Pt, stamps: _Stamps, copy: Copy) -> bytes:
    """Return the operators that draw stamps with the text of ``copy``, on a page or field ``height`` points high."""
    pen = pdf.loose_pen(height)
    for stamp in stamps:
        pen.out.append(stamp.opening)
        draw_pars(pen, copy.boxes[stamp.stamp].pars, stamp.x, stamp.y)
        pen.out.append("EMC")
    return "\n".join(pen.out).encode("latin-1")
