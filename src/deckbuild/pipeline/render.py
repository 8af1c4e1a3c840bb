"""Renders a laid-out deck as the bytes of a paper."""

from __future__ import annotations

from deckbuild.model.edition import Edition
from deckbuild.model.greys import edition_theme
from deckbuild.pipeline.lay_out import LaidOut
from deckbuild.pipeline.papers import PaperKind
from deckbuild.writers import pdf


def render_paper(laid_out: LaidOut, kind: PaperKind, edition: Edition = Edition.PARTICIPANT) -> bytes:
    """Return the bytes of one paper; ``edition`` is that of a handout."""
    presentation, theme = laid_out.presentation, laid_out.theme
    match kind:
        case PaperKind.SLIDES:
            from deckbuild.writers import pptx

            return pptx.write(presentation, theme)
        case PaperKind.SLIDES_PDF:
            return pdf.write_slides(presentation, theme)
        case PaperKind.HANDOUT:
            document, fillable = laid_out.documents[edition], edition is Edition.FILLABLE
            return pdf.write_handout(document, presentation, edition_theme(theme, edition), fillable=fillable)
