"""Whether somebody has a paper open: Office and LibreOffice then lay a file beside it."""

from __future__ import annotations

from pathlib import Path

from deckbuild.diagnostics import Diagnostic, DiagnosticError


def refuse_open(path: Path) -> None:
    """Raise ``DiagnosticError`` when the file of a program that has ``path`` open lies beside it."""
    name = path.name
    for beside in (f"~${name}", f"~${name[2:]}", f".~lock.{name}#"):
        if path.with_name(beside).exists():
            raise DiagnosticError(
                Diagnostic(
                    "file-in-use",
                    None,
                    "Somebody has “{path}” open: “{beside}” lies beside it.",
                    "Close it there, then run the command again. If nobody has it open, delete “{beside}”.",
                    {"path": str(path), "beside": beside},
                )
            )
