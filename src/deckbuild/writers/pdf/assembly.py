"""reportlab's document turned into a tagged, archivable file: PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from deckbuild.dataclass import dataclass
from deckbuild.writers.pdf.file import PdfFile
from deckbuild.writers.pdf.form import FormWriter
from deckbuild.writers.pdf.metadata import About, add_output_intent, put_information, put_metadata
from deckbuild.writers.pdf.tags.character_codes import mended
from deckbuild.writers.pdf.tags.elements import Element
from deckbuild.writers.pdf.tags.structure_tree import StructureTree


@dataclass(frozen=True, slots=True)
class Assembly:
    """A PDF file with all its objects, not written yet."""

    file: PdfFile
    about: About
    pages: list[int]
    """Object numbers of its pages, in order."""
    catalog: int
    metadata: int
    information: int

    def entitle(self, title: str) -> None:
        """Change the file's title."""
        about = replace(self.about, title=title)
        put_metadata(self.file, self.metadata, about)
        put_information(self.file, self.information, about)

    def write(self) -> bytes:
        """Return the file's bytes."""
        return self.file.write(self.catalog, self.information)


def assemble(canvas: Canvas, structure: Element | None, about: About, form: FormWriter | None = None) -> Assembly:
    """Return the file with all pages of ``canvas``, the ``structure`` (its root element) and the ``form``.

    A file without structure is not accessible; it is meant for printing only.
    """
    pdf = canvas._doc
    file = PdfFile()
    with binary_streams():
        _take(file, canvas)

    def number(name: str) -> int:
        found: int = pdf.idToObjectNumberAndVersion[name][0]
        return found

    pages = [number(f"Page{n}") for n in range(1, pdf.pageCounter)]
    for key, page in enumerate(pages if structure else ()):
        file.extend(page, f"/StructParents {key}/Tabs/S")  # PDF/UA-1, 7.18.3
    catalog = number(pdf.Catalog.__InternalName__)
    if structure:
        root = StructureTree(file, pages, number).write(structure)
        file.extend(catalog, f"/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R")
    if form:
        file.extend(catalog, f"/AcroForm {form.write(file, pages, number)} 0 R")
    metadata, information = file.reserve(), file.reserve()
    file.extend(catalog, f"/Metadata {metadata} 0 R/OutputIntents[{add_output_intent(file)} 0 R]")
    put_metadata(file, metadata, about)
    put_information(file, information, about)
    return Assembly(file, about, pages, catalog, metadata, information)


def _take(file: PdfFile, canvas: Canvas) -> None:
    """Copy reportlab's objects into ``file``, with the same numbers, except its information dictionary."""
    pdf = canvas._doc
    for font in pdf.delayedFonts:
        font.addObjects(pdf)
    for name, found in pdf.idToObject.items():
        if name.startswith("toUnicodeCMap:"):
            found.content = mended(found.content)
    pdf.Reference(pdf.Catalog)
    pdf.Outlines.prepare(pdf, canvas)
    if pdf.Outlines.ready < 0:
        pdf.Catalog.Outlines = None
    taken = 0
    while taken < pdf.objectcounter:  # formatting an object can make further ones
        taken += 1
        name = pdf.numberToId[taken]
        file.add(pdfdoc.format(pdf.idToObject[name], pdf, toplevel=1))


@contextmanager
def binary_streams() -> Iterator[None]:
    """Turn off reportlab's ASCII85 encoding, which makes streams a quarter larger."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before
