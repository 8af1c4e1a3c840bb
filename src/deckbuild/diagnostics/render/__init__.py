"""Findings -> text. ``full`` is for people, ``concise`` and ``github`` have a line for each, ``json`` is for programs.

Every text that a person reads goes through ``translate``. Words that programs read are the same in every language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from deckbuild.diagnostics.diagnostic import Diagnostics, Severity
from deckbuild.diagnostics.filling import Counted, Translate, untranslated
from deckbuild.diagnostics.render.full import full
from deckbuild.diagnostics.render.lines import concise, github
from deckbuild.diagnostics.render.objects import json

Format = Literal["full", "concise", "json", "github"]
FORMATS: tuple[str, ...] = get_args(Format)

_PLAIN: dict[str, Callable[[Diagnostics, Translate], str]] = {"concise": concise, "json": json, "github": github}


def render(
    diagnostics: Diagnostics,
    form: Format = "full",
    *,
    color: bool = False,
    translate: Translate = untranslated,
) -> str:
    """Return the findings in the order of the file, without a newline at the end."""
    if form == "full":
        return full(diagnostics, translate, color=color)
    return _PLAIN[form](diagnostics, translate)


def summary(diagnostics: Diagnostics, translate: Translate = untranslated) -> str:
    """Return one sentence that counts errors and warnings."""
    warnings = sum(found.severity is Severity.WARNING for found in diagnostics)
    errors = len(diagnostics) - warnings
    if not errors and not warnings:
        return translate("No faults found.")
    parts = []
    if errors:
        parts.append(Counted(errors, "1 error", "{count} errors").text(translate))
    if warnings:
        parts.append(Counted(warnings, "1 warning", "{count} warnings").text(translate))
    return translate("Found {what}.").format(what=", ".join(parts))


__all__ = ["FORMATS", "Format", "render", "summary"]
