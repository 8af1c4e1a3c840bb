"""What programs do to handouts that were filled in: rewrite, join, protect and print them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2 as pdfium

import tools
from filling import Filled

Rewrite = Callable[[Sequence[bytes]], bytes]
"""Makes one file of several, or of one."""


def _by(tool: str, *arguments: str) -> Rewrite:
    """Run a program. Among its arguments ``IN`` stands for the files, ``OUT`` for the one to write."""

    def rewrite(given: Sequence[bytes]) -> bytes:
        program = tools.require(tool)
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, f"{number}.pdf") for number in range(len(given))]
            for path, data in zip(paths, given, strict=True):
                path.write_bytes(data)
            out = Path(folder, "out.pdf")
            filled = [
                each
                for argument in arguments
                for each in (map(str, paths) if argument == "IN" else [argument.replace("OUT", str(out))])
            ]
            subprocess.run([program, *filled], check=True, capture_output=True, timeout=60)
            return out.read_bytes()

    return rewrite


def _by_node(operation: str, package: str) -> Rewrite:
    def rewrite(given: Sequence[bytes], filled: Filled | None = None) -> bytes:
        packages = tools.require(package).parents[1]
        script = Path(__file__).with_name("rewriting.cjs")
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, f"{number}.pdf") for number in range(len(given))]
            for path, data in zip(paths, given, strict=True):
                path.write_bytes(data)
            out = Path(folder, "out.pdf")
            subprocess.run(
                [tools.require("node"), script, operation, out, *paths],
                check=True, capture_output=True, timeout=60,
                env={**os.environ, "NODE_PACKAGES": str(packages), "FILLED": json.dumps(filled or {})},
            )  # fmt: skip
            return out.read_bytes()

    return rewrite


def by_node(operation: str, package: str) -> Callable[[bytes, Filled], bytes]:
    """Fill in with a library for JavaScript."""
    rewrite = _by_node(operation, package)
    return lambda data, filled: rewrite([data], filled)  # type: ignore[call-arg]


def _pypdf_pages(given: Sequence[bytes]) -> bytes:
    writer = pypdf.PdfWriter()
    for data in given:
        for page in pypdf.PdfReader(io.BytesIO(data)).pages:
            writer.add_page(page)
    return _written(writer)


def _pypdf_append(given: Sequence[bytes]) -> bytes:
    writer = pypdf.PdfWriter()
    for data in given:
        writer.append(io.BytesIO(data))
    return _written(writer)


def _written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _pikepdf_pages(given: Sequence[bytes]) -> bytes:
    with pikepdf.new() as made:
        opened = [pikepdf.open(io.BytesIO(data)) for data in given]
        for each in opened:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it says that the form is left behind
                made.pages.extend(each.pages)
        return saved(made)


def _pdfium_pages(given: Sequence[bytes]) -> bytes:
    made = pdfium.PdfDocument.new()
    for data in given:
        made.import_pages(pdfium.PdfDocument(data))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    """Return the bytes of a file."""
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pikepdf says which fields have no form
        pdf.save(out, **options)  # type: ignore[arg-type]
    return out.getvalue()


JOINING: dict[str, Rewrite] = {
    "pdftk cat": _by("pdftk", "IN", "cat", "output", "OUT"),
    "qpdf --pages": _by("qpdf", "--empty", "--pages", "IN", "--", "OUT"),
    "pypdf add_page": _pypdf_pages,
    "pypdf append": _pypdf_append,
    "pikepdf": _pikepdf_pages,
    "PDFium": _pdfium_pages,
    "pdf-lib copy": _by_node("pdf-lib copy", "pdf-lib"),
    "pdf-lib copy page by page": _by_node("pdf-lib copy each", "pdf-lib"),
    "mutool merge": _by("mutool", "merge", "-o", "OUT", "IN"),
    "poppler": _by("pdfunite", "IN", "OUT"),
}
"""Programs that make a file of the pages of one or several files."""

SAVING: dict[str, Rewrite] = {
    "pdf-lib save": _by_node("pdf-lib save", "pdf-lib"),
    "pdf.js save": _by_node("pdf.js save", "pdfjs-dist"),
    "mutool clean": _by("mutool", "clean", "-gggz", "IN", "OUT"),
    "qpdf linearize": _by("qpdf", "--linearize", "IN", "OUT"),
    "qpdf without object streams": _by("qpdf", "--object-streams=disable", "--stream-data=uncompress", "IN", "OUT"),
    "qpdf with a password of its owner, RC4": _by(
        "qpdf", "--allow-weak-crypto", "--encrypt", "", "x", "128", "--", "IN", "OUT"
    ),
    "qpdf with a password of its owner, AES": _by(
        "qpdf", "--encrypt", "", "x", "256", "--print=none", "--", "IN", "OUT"
    ),
    "pdftk with a password of its owner": _by("pdftk", "IN", "output", "OUT", "owner_pw", "x"),
    "pdftk uncompress": _by("pdftk", "IN", "output", "OUT", "uncompress"),
}  # fmt: skip
"""Programs that save one file anew."""

PRINTING: dict[str, Rewrite] = {
    "cairo": _by("pdftocairo", "-pdf", "IN", "OUT"),
    "pdftk flatten": _by("pdftk", "IN", "output", "OUT", "flatten"),
    "Ghostscript": _by("gs", "-q", "-dBATCH", "-dPreserveAnnots=false", "-sDEVICE=pdfwrite", "-o", "OUT", "IN"),
}  # fmt: skip
"""Programs that print to a PDF."""
