"""A filled handout read: every field by its name. What can't be read is a diagnostic, whatever it is."""

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
"""Bytes at a file's ends in which its header and its end mark are looked for, as readers do."""
_TABLE_AT, _TABLE = re.compile(rb"startxref\s+(\d+)"), re.compile(rb"\s*(xref|\d+\s+\d+\s+obj)\b")
"""Where a file says its table of objects is, and how the table begins (ISO 32000-1, 7.5)."""
_DEEPEST = 32
"""Fields within fields; ours are not nested at all."""


@dataclass(frozen=True, slots=True)
class FilledField:
    """A field as it came back."""

    label: str
    """What the handout asks there."""
    circles: bool
    """Whether it is answered by crossing."""
    value: str
    """The text typed, or the state of its circles; empty when there is none."""
    words: Mapping[str, str]
    """State of a circle -> what the handout says a cross there means."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A handout that came back."""

    path: Path
    deck: str
    version: str
    fields: Mapping[str, FilledField]
    """By name, but for the one that says where the handout comes from."""


def read_filled(path: Path) -> Filled:
    """Read a handout that was filled in. Raises ``DiagnosticError`` when it isn't one or can't be read."""
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
    return Filled(path, deck, version, form)


class _LockedError(Exception):
    """The file needs a password."""


def _form(data: bytes) -> dict[str, FilledField]:
    """Return the fields of a PDF by name."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends in silence is none of the user's business
    _check_end(data)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise _LockedError
    except DependencyError:  # encrypted in a way that pypdf needs a further library for
        raise _LockedError from None
    form = _resolved(_resolved(reader.trailer["/Root"]).get("/AcroForm"))
    found: dict[str, FilledField] = {}
    for name, node in _terminals(_resolved(form.get("/Fields")) if form else (), "", {}, 0):
        found.setdefault(name, _field(node))
    return found


def _check_end(data: bytes) -> None:
    """Raise when the end of a file doesn't lead to its table of objects.

    A reader then looks for objects itself, and may find those from before the last answers were saved.
    """
    places = _TABLE_AT.findall(data)
    start = data.find(_HEADER)
    if not places or not any(_TABLE.match(data, int(places[-1]) + shift) for shift in {0, start}):
        raise ValueError("the table of objects is not where the file says")


def _resolved(value: Any) -> Any:
    """Return what a reference leads to."""
    return value.get_object() if hasattr(value, "get_object") else value


def _terminals(
    nodes: Any, above: str, inherited: Mapping[str, Any], depth: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the fields that hold values, with the entries they inherit (ISO 32000-1, 12.7.3)."""
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
    circles = _resolved(node.get("/FT")) == "/Btn"
    label = _text(node.get("/TU"))
    value = _text(node.get("/V"))
    words: dict[str, str] = {}
    if circles:
        value = value.removeprefix("/")
        for kid in node["/Kids"]:
            says = _text(kid.get("/TU")).removeprefix(f"{label}: ")
            for state in _resolved(_resolved(kid.get("/AP", {})).get("/N", {})):
                words[str(state).removeprefix("/")] = says
        value = "" if value == "Off" else value
    return FilledField(label, circles, value, words)


def _text(value: Any) -> str:
    """Return a text as it was typed, its lines ended one way; long ones may be streams."""
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
    """Return the finding that a file is left out, to be raised."""
    return DiagnosticError(Diagnostic(code, None, message, hint, {"file": str(path), **args}, Severity.WARNING))
