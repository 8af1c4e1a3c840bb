"""Writing values into YAML so that they read back as they are."""

from __future__ import annotations

import json
import re

from deckbuild.model.text import Run, Text

_PLAIN = re.compile(r"[^\W\d_][\w ,.()/?!»«–…-]*", re.UNICODE)
"""What needs no quotation marks: begins with a letter, and holds nothing that YAML gives a meaning."""
_WORDS = {"yes", "no", "true", "false", "on", "off", "null", "y", "n", "ja", "nej"}


def scalar(text: str) -> str:
    """Return ``text`` as a YAML value on one line."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS and not text.endswith(" "):
        return text
    return json.dumps(text, ensure_ascii=False)


def markup(text: Text) -> str:
    """Return a text as an author writes it."""
    return "".join(_run(run) for run in text.runs)


def _run(run: Run) -> str:
    text = re.sub(r"([*\\\[\]])", r"\\\1", run.text).replace("\n", " ")
    core = text.strip()
    if not core:
        return text
    mark = "**" * run.bold + "*" * run.italic
    shown = f"{mark}{core}{mark[::-1]}"
    if run.link:
        shown = f"[{shown}]({run.link})"
    return text.replace(core, shown, 1)
