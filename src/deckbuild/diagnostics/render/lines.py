"""One line for each finding: ``concise`` for people and editors, ``github`` for GitHub's annotations."""

from __future__ import annotations

from deckbuild.diagnostics.diagnostic import Diagnostic, Diagnostics, Severity
from deckbuild.diagnostics.filling import Translate


def concise(diagnostics: Diagnostics, translate: Translate) -> str:
    """Return ``file:line:column: code message`` for each finding."""
    return "\n".join(_concise(found, translate) for found in diagnostics)


def _concise(found: Diagnostic, translate: Translate) -> str:
    place = f"{found.span.path}:{found.span.line}:{found.span.column}: " if found.span else ""
    return f"{place}{found.code} {_one_line(found.text(translate))}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def github(diagnostics: Diagnostics, translate: Translate) -> str:
    """Return a workflow command of GitHub Actions for each finding: ``::error file=…,line=…::message``."""
    return "\n".join(_command(found, translate) for found in diagnostics)


def _command(found: Diagnostic, translate: Translate) -> str:
    word = "notice" if found.severity is Severity.NOTE else found.severity.value
    settings = {"title": found.code}
    if found.span:
        settings = (
            {
                "file": found.span.path.as_posix(),
                "line": str(found.span.line),
                "col": str(found.span.column),
                "endLine": str(found.span.end_line),
            }
            | ({"endColumn": str(found.span.end_column)} if found.span.end_line == found.span.line else {})
            | settings
        )
    text = found.text(translate)
    if remedy := found.remedy(translate):
        text += "\n" + remedy
    return f"::{word} {','.join(f'{key}={_setting(value)}' for key, value in settings.items())}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _setting(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
