"""Read the form fields of a filled handout. Any file that can't be read gives a ``DiagnosticError``."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError

from deckbuild.diagnostics import Diagnostic, DiagnosticError, Reason, Severity, because
from deckbuild.frame.form import Form

_HEADER, _END = b"%PDF-", b"%%EOF"
_NEAR = 2048
"""The number of bytes at either end of a file in which the header and the end marker are searched for."""
_TABLE_AT, _TABLE = re.compile(rb"startxref\s+(\d+)"), re.compile(rb"\s*(xref|\d+\s+\d+\s+obj)\b")
"""The offset of the cross-reference table at the end of a file, and how such a table or stream begins (ISO 32000-1,
7.5)."""
_DEEPEST = 32
"""The deepest nesting of fields that is followed. Fields of our own handouts are not nested."""


@dataclass(frozen=True, slots=True)
class FilledField:
    """A form field of a filled handout."""

    label: str
    """The question it answers, as the handout has it."""
    circles: bool
    """Whether it is answered by crossing off circles (radio buttons or check boxes)."""
    value: str
    """The typed text, or the state that its circles are in; empty when nothing is filled in."""
    meanings: Mapping[str, str]
    """State of its circles -> the option that it means, as the handout has it."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The form of a filled handout, with the deck and the version it was made from."""

    path: Path
    deck: str
    version: str
    fields: Mapping[str, FilledField]
    """Field name -> field, without the hidden field that holds deck and version."""


def read_filled(path: Path) -> FilledForm:
    """Read a filled handout. Raises ``DiagnosticError`` when the file is no such handout or can't be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise report(
            "unreadable-pdf", path, "“{file}” can't be read: {reason}.", "Check the name, and whether you may open it.",
            reason=because(error),
        ) from error  # fmt: skip
    if _HEADER not in data[:_NEAR]:
        raise report("not-a-pdf", path, "“{file}” is no PDF.", "Ask for the filled handout as a PDF.")
    if _END not in data[-_NEAR:]:
        raise report("cut-off-pdf", path, "“{file}” is cut off: its end is missing.", "Ask for it once more.")
    try:
        form = _form(data)
    except _LockedError:
        raise report(
            "locked-pdf", path, "“{file}” is protected with a password.", "Ask for it without a password."
        ) from None
    except Exception as error:  # a damaged file can make a PDF library fail in any way
        raise report(
            "damaged-pdf",
            path,
            "“{file}” is damaged and can't be read.",
            "Open it in a PDF reader and save it anew.",
        ) from error
    if not form:
        raise report(
            "flat-pdf", path, "“{file}” has no fields: it was printed to a PDF, or isn't the handout for a screen.",
            "Ask for the handout as it was saved in the PDF reader.",
        )  # fmt: skip
    marker = form.pop(Form.MARKER, None)
    deck, _, version = marker.value.rpartition(" ") if marker else ("", "", "")
    if not deck or not version:
        raise report(
            "foreign-pdf", path, "“{file}” is a form, but none of deckbuild's.", "Leave it out, or ask for the handout."
        )
    return FilledForm(path, deck, version, form)


class _LockedError(Exception):
    """The file needs a password."""


def _form(data: bytes) -> dict[str, FilledField]:
    """Return the form fields of a PDF by name.

    Raises ``_LockedError`` when it needs a password, and any exception of the PDF library when it is damaged.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it logs repairs that don't concern the user
    _check_end(data)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise _LockedError
    except DependencyError:  # pypdf needs another library for this encryption
        raise _LockedError from None
    form = _resolved(_resolved(reader.trailer["/Root"]).get("/AcroForm"))
    found: dict[str, FilledField] = {}
    for name, node in _terminals(_resolved(form.get("/Fields")) if form else (), "", {}, 0):
        found.setdefault(name, _field(node))
    return found


def _check_end(data: bytes) -> None:
    """Raise ``ValueError`` when the cross-reference table is not where the end of the file says.

    The PDF library would then search for objects itself, and might find old ones from before the last answers were
    saved.
    """
    places = _TABLE_AT.findall(data)
    start = data.find(_HEADER)
    if not places or not any(_TABLE.match(data, int(places[-1]) + shift) for shift in {0, start}):
        raise ValueError("the table of objects is not where the file says")


def _resolved(value: Any) -> Any:
    """Return the object that an indirect reference refers to; any other value as it is."""
    return value.get_object() if hasattr(value, "get_object") else value


def _terminals(
    nodes: Any, above: str, inherited: Mapping[str, Any], depth: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the terminal fields with their full names and inherited entries (ISO 32000-1, 12.7.3).

    ``above`` is the name of the parent field, ``inherited`` its entries.
    """
    for reference in nodes or ():
        node = _resolved(reference)
        own = {**inherited, **{key: node.get(key) for key in ("/FT", "/V", "/TU", "/Ff") if key in node}}
        part = _resolved(node.get("/T"))
        name = ".".join(filter(None, (above, str(part) if part is not None else "")))
        kids = [_resolved(kid) for kid in _resolved(node.get("/Kids")) or ()]
        if any("/T" in kid for kid in kids) and depth < _DEEPEST:
            yield from _terminals(kids, name, own, depth + 1)
        elif name:
            yield name, {**own, "/Kids": kids or [node]}


def _field(node: Mapping[str, Any]) -> FilledField:
    """Return the field of a terminal field's dictionary."""
    circles = _resolved(node.get("/FT")) == "/Btn"
    label = _text(node.get("/TU"))
    value = _text(node.get("/V"))
    meanings: dict[str, str] = {}
    if circles:
        value = value.removeprefix("/")
        for kid in node["/Kids"]:
            option = _text(kid.get("/TU")).removeprefix(f"{label}: ")
            for state in _resolved(_resolved(kid.get("/AP", {})).get("/N", {})):
                meanings[str(state).removeprefix("/")] = option
        value = "" if value == "Off" else value
    return FilledField(label, circles, value, meanings)


def _text(value: Any) -> str:
    """Return the text of a PDF string or stream, with line feeds for all line ends; empty for ``None``."""
    value = _resolved(value)
    if value is None:
        return ""
    if hasattr(value, "get_data"):
        value = value.get_data()
    if isinstance(value, bytes):
        utf16 = value[:2] in (b"\xfe\xff", b"\xff\xfe")
        value = value.decode("utf-16" if utf16 else "cp1252", "replace")
    text = str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def report(code: str, path: Path, message: str, hint: str, **args: str | Reason) -> DiagnosticError:
    """Return the error to raise for a file that is left out. Its diagnostic is a warning."""
    return DiagnosticError(Diagnostic(code, None, message, hint, {"file": str(path), **args}, Severity.WARNING))
