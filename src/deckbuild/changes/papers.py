"""The papers to compare: read from a folder, or a single file."""

from __future__ import annotations

from pathlib import Path

from deckbuild.diagnostics import Diagnostic, DiagnosticError, because
from deckbuild.foreign.files import PAPER, content

_SLIDES_AS_PDF = "-slides.pdf"
"""The ending of slides as PDF. They are left out when the .pptx is there, because it says the same."""


def papers_at(path: Path) -> dict[str, bytes]:
    """Return the papers (file name -> content) at ``path``, a folder with papers or one paper.

    Raises ``DiagnosticError`` when ``path`` can't be read or has no papers.
    """
    try:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        papers = {file.name: content(file, PAPER) for file in files if _is_paper(file)}
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
    return papers


def _is_paper(file: Path) -> bool:
    return file.suffix.lower() in (".pptx", ".pdf") and not file.name.startswith((".", "~$"))
