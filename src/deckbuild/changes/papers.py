"""The papers behind a name: of a deck as it would be built, of a folder, or one paper alone."""

from __future__ import annotations

from pathlib import Path

from deckbuild.diagnostics import Diagnostic, DiagnosticError, Diagnostics, because

_SLIDES_AS_PDF = "-slides.pdf"
"""The ending of slides as PDF: beside the .pptx they tell nothing more."""


def papers_at(path: Path) -> tuple[dict[str, bytes], Diagnostics]:
    """Return the papers (file name -> content) at ``path``, and what was found in a deck on the way.

    A deck with errors gives no papers. Raises ``DiagnosticError`` when there is nothing to compare at ``path``.
    """
    if path.suffix.lower() in (".yaml", ".yml"):
        return _of_deck(path)
    try:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        papers = {file.name: file.read_bytes() for file in files if _is_paper(file)}
    except OSError as error:
        raise DiagnosticError(
            Diagnostic("cannot-read", None, "“{path}” can't be read: {reason}.", "Check the name.",
                       {"path": str(path), "reason": because(error)})
        ) from error  # fmt: skip
    if any(name.lower().endswith(".pptx") for name in papers):
        papers = {name: content for name, content in papers.items() if not name.lower().endswith(_SLIDES_AS_PDF)}
    if not papers:
        raise DiagnosticError(
            Diagnostic("no-papers", None, "There is nothing to compare in “{path}”.",
                       "Name a deck (deck.yaml), a paper (.pptx or .pdf) or a folder with papers, such as output.",
                       {"path": str(path)})
        )  # fmt: skip
    return papers, Diagnostics()


def _is_paper(file: Path) -> bool:
    return file.suffix.lower() in (".pptx", ".pdf") and not file.name.startswith((".", "~$"))


def _of_deck(path: Path) -> tuple[dict[str, bytes], Diagnostics]:
    """Make the slides and the handout's editions of a deck, without writing them."""
    from deckbuild.pipeline import PaperKind, lay_out_deck, paper_name, render_paper

    laid_out, diagnostics = lay_out_deck(path)
    if laid_out is None:
        return {}, diagnostics
    deck = laid_out.deck
    papers = {paper_name(deck, PaperKind.SLIDES): render_paper(laid_out, PaperKind.SLIDES)}
    for edition in deck.handout.editions:
        name = paper_name(deck, PaperKind.HANDOUT, edition)
        papers[name] = render_paper(laid_out, PaperKind.HANDOUT, edition)
    return papers, diagnostics
