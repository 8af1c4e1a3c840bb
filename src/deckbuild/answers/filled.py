"""Read the form fields of filled handouts. Any file that can't be read gives a ``DiagnosticError``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deckbuild.answers.filled_pdf import (
    CutOffError,
    DamagedPdfError,
    FilledPdf,
    FilledPdfError,
    LockedPdfError,
    NotPdfError,
    TooMuchWorkError,
    bounded,
)
from deckbuild.answers.overlays import Overlay
from deckbuild.answers.told_apart import EntangledError, FilledField, fields_of, told_apart
from deckbuild.answers.widgets import filled_pages, loose_widgets
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Arg, Diagnostic, DiagnosticError, Severity, Template, because
from deckbuild.foreign.damage import telling_damage
from deckbuild.foreign.files import FORM, content
from deckbuild.frame.form import Form


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The form of a filled handout, with the deck and the version it was made from."""

    path: Path
    """The file it is in, as messages name it."""
    file: str
    """The file it is in, as the table names it."""
    deck: str
    version: str
    """Deck and version; both are empty when a program has thrown that away."""
    fields: Mapping[str, FilledField]
    """Field name -> field."""
    number: int = 0
    """Its number in a file with several handouts, from 1; 0 when it is alone there."""


@dataclass(frozen=True, slots=True)
class FilledFile:
    """A file with one filled handout or several."""

    path: Path
    """The file, as messages name it."""
    handouts: tuple[FilledForm, ...]
    overlays: tuple[Overlay, ...]
    """What was written over the form."""


def read_filled(path: Path) -> FilledFile:
    """Read a file of filled handouts. Raises ``DiagnosticError`` when it is no such file or can't be read."""
    return filled_file(bytes_of(path), path, path.name)


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file. Raises ``DiagnosticError`` when it can't be read, or is too large."""
    try:
        return content(path, FORM)
    except OSError as error:
        raise report(
            "unreadable-pdf", path, "“{file}” can't be read: {reason}.", "Check the name, and whether you may open it.",
            reason=because(error),
        ) from error  # fmt: skip


def filled_file(data: bytes, path: Path, name: str) -> FilledFile:
    """Read the filled handouts in the bytes of a file; ``name`` is what the table calls it.

    Raises ``DiagnosticError`` when there are none.
    """
    try:
        with telling_damage(DamagedPdfError, FilledPdfError, EntangledError), bounded():
            handouts, overlays = _read(data, path, name)
    except NotPdfError:
        raise report("not-a-pdf", path, "“{file}” is no PDF.", "Ask for the filled handout as a PDF.") from None
    except CutOffError:
        raise report("cut-off-pdf", path, "“{file}” is cut off: its end is missing.", "Ask for it once more.") from None
    except LockedPdfError:
        raise report(
            "locked-pdf", path, "“{file}” is protected with a password.", "Ask for it without a password."
        ) from None
    except TooMuchWorkError:
        raise too_large(path) from None
    except EntangledError:
        raise report(
            "mixed-handouts", path,
            "“{file}” holds several handouts, and it can't be told which answers belong to whom: it is left out.",
            "Ask for each handout as a file of its own.",
        ) from None  # fmt: skip
    except DamagedPdfError as error:
        raise report(
            "damaged-pdf",
            path,
            "“{file}” is damaged and can't be read.",
            "Open it in a PDF reader and save it anew.",
        ) from error
    if not handouts:
        raise report(
            "flat-pdf", path,
            "“{file}” has no fields: it is the handout for paper, it was printed to a PDF, or a program has thrown "
            "them away.",
            ("`deckbuild handout --edition fillable` makes the handout to fill in on a screen: give them that one.",
             "If they had it, ask for it as it was saved in the PDF reader."),
        )  # fmt: skip
    return FilledFile(path, handouts, overlays)


def _read(data: bytes, path: Path, name: str) -> tuple[tuple[FilledForm, ...], tuple[Overlay, ...]]:
    """Return the handouts in a file, and what was written over them."""
    pdf = FilledPdf(data)
    pages = list(filled_pages(pdf))
    found = told_apart([page.widgets for page in pages])
    loose = list(loose_widgets(pdf, {widget.field for page in pages for widget in page.widgets}))
    origins = {widget.value for widget in loose if widget.name == Form.MARKER}
    listed_deck, _, listed_version = origins.pop().rpartition(" ") if len(origins) == 1 else ("", "", "")
    if len(found) < 2 and (rest := [widget for widget in loose if widget.name != Form.MARKER]):
        found = [[*(found[0] if found else ()), *rest]]
    forms = []
    for number, widgets in enumerate(found, 1):
        origin = next((widget.origin for widget in widgets if widget.origin), None)
        deck, version = (origin.deck, origin.version) if origin else (listed_deck, listed_version)
        forms.append(FilledForm(path, name, deck, version, fields_of(widgets), number if len(found) > 1 else 0))
    return tuple(forms), tuple(overlay for page in pages for overlay in page.overlays)


def too_large(path: Path) -> DiagnosticError:
    """Return the error to raise for a file that is larger than any handout, or takes more work."""
    return report(
        "too-large-pdf", path, "“{file}” is larger than any handout: it is left out.",
        "Ask for the handout as it was saved in the PDF reader.",
    )  # fmt: skip


def report(code: str, path: Path, message: str, hint: Template, **args: Arg) -> DiagnosticError:
    """Return the error to raise for a file that is left out. Its diagnostic is a warning."""
    return DiagnosticError(Diagnostic(code, None, message, hint, {"file": str(path), **args}, Severity.WARNING))
