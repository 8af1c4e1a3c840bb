"""The format for programs: a JSON list of objects."""

from __future__ import annotations

from json import dumps
from typing import Any

from deckbuild.diagnostics.diagnostic import Diagnostic, Diagnostics
from deckbuild.diagnostics.edit import Edit
from deckbuild.diagnostics.filling import Translate


def json(diagnostics: Diagnostics, translate: Translate) -> str:
    """Return the text of a JSON list with an object for each finding."""
    return dumps([as_object(found, translate) for found in diagnostics], ensure_ascii=False, indent=2)


def as_object(found: Diagnostic, translate: Translate) -> dict[str, Any]:
    """Return a finding as a JSON object: lines and columns from 1, ``None`` where there is no place or no help."""
    span = found.span
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.text(translate),
        "help": found.remedy(translate) or None,
        "file": span.path.as_posix() if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "edits": [_edit(edit) for edit in found.edits],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "line": edit.span.line,
        "column": edit.span.column,
        "end_column": edit.span.end_column,
        "text": edit.text,
    }
