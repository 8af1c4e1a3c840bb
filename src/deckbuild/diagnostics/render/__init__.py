"""Findings -> text. ``full`` is for people, ``concise`` and ``github`` have a line for each, ``json`` is for programs.

Every text that a person reads goes through ``translate``. Words that programs read are the same in every language.
"""

from __future__ import annotations

from collections import Counter
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
    """Return one sentence that counts errors, warnings and notes."""
    what = counted(diagnostics, translate)
    return translate("Found {what}.").format(what=what) if what else translate("No faults found.")


def counted(diagnostics: Diagnostics, translate: Translate = untranslated) -> str:
    """Return how many errors, warnings and notes there are, such as ``1 warning, 2 notes``; an empty text of none."""
    counts = Counter(found.severity for found in diagnostics)
    parts = (
        Counted(counts[Severity.ERROR], "1 error", "{count} errors"),
        Counted(counts[Severity.WARNING], "1 warning", "{count} warnings"),
        Counted(counts[Severity.NOTE], "1 note", "{count} notes"),
    )
    return ", ".join(part.text(translate) for part in parts if part.count)


__all__ = ["FORMATS", "Format", "counted", "render", "summary"]
