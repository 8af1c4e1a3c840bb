"""reportlab's document turned into a tagged, archivable file: PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from deckbuild.writers.pdf.codes import mended
from deckbuild.writers.pdf.elements import Element
from deckbuild.writers.pdf.file import File
from deckbuild.writers.pdf.form import FormWriter
from deckbuild.writers.pdf.metadata import add_information, add_metadata, add_output_intent
from deckbuild.writers.pdf.structure import StructureTree


def assemble(
    canvas: Canvas, structure: Element, title: str, author: str, lang: str, form: FormWriter | None = None
) -> bytes:
    """Return the file with all pages of ``canvas``, their ``structure`` and their ``form``.

    One that is filled in doesn't stay as it was archived, so it is PDF/UA-1 only.
    """
    document = canvas._doc
    file = File()
    with binary_streams():
        _take(file, canvas)

    def number(name: str) -> int:
        found: int = document.idToObjectNumberAndVersion[name][0]
        return found

    pages = [number(f"Page{n}") for n in range(1, document.pageCounter)]
    for key, page in enumerate(pages):
        file.extend(page, f"/StructParents {key}/Tabs/S")  # PDF/UA-1, 7.18.3
    root = StructureTree(file, pages, number).write(structure)
    metadata = add_metadata(file, title, author, lang, archive=form is None)
    intent = add_output_intent(file)
    catalog = number(document.Catalog.__InternalName__)
    if form:
        file.extend(catalog, f"/AcroForm {form.write(file, pages, number)} 0 R")
    file.extend(
        catalog,
        f"/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R/Metadata {metadata} 0 R/OutputIntents[{intent} 0 R]",
    )
    return file.write(catalog, add_information(file, title, author))


def _take(file: File, canvas: Canvas) -> None:
    """Move reportlab's objects into ``file`` under their own numbers, all but its information dictionary."""
    document = canvas._doc
    for font in document.delayedFonts:
        font.addObjects(document)
    for name, found in document.idToObject.items():
        if name.startswith("toUnicodeCMap:"):
            found.content = mended(found.content)
    document.Reference(document.Catalog)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    taken = 0
    while taken < document.objectcounter:  # formatting an object can make further ones
        taken += 1
        name = document.numberToId[taken]
        file.add(pdfdoc.format(document.idToObject[name], document, toplevel=1))


@contextmanager
def binary_streams() -> Iterator[None]:
    """Keep reportlab from writing streams as text, which takes a quarter more room."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before
