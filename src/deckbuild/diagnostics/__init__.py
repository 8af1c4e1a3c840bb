"""Findings as data: what is wrong, where, and what to do about it. ``diagnostics.render`` turns them into text."""

from deckbuild.diagnostics.diagnostic import Diagnostic, DiagnosticError, Diagnostics, Severity
from deckbuild.diagnostics.edit import Edit, insert, quoted
from deckbuild.diagnostics.filling import (
    Arg,
    Counted,
    Joined,
    Phrase,
    Template,
    Translate,
    Words,
    decimal,
    fill,
    shortened,
    untranslated,
)
from deckbuild.diagnostics.span import SourceFile, Span, lines_of
from deckbuild.diagnostics.system import Reason, RefusedError, because

__all__ = [
    "Arg",
    "Counted",
    "Diagnostic",
    "DiagnosticError",
    "Diagnostics",
    "Edit",
    "Joined",
    "Phrase",
    "Reason",
    "RefusedError",
    "Severity",
    "SourceFile",
    "Span",
    "Template",
    "Translate",
    "Words",
    "because",
    "decimal",
    "fill",
    "insert",
    "lines_of",
    "quoted",
    "shortened",
    "untranslated",
]
