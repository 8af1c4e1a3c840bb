"""Addresses that open a file at a line in an editor."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

EDITORS = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
    "jetbrains": "idea://open?file={path}&line={line}&column={column}",
    "none": "",
}
"""Editor -> the form of address that it has registered with the system; ``{path}`` begins with a slash."""

_ADDRESS = re.compile(r"(?!(?:javascript|data|blob|file|https?):)[a-z][a-z0-9+.-]*://.*", re.IGNORECASE)


def template(editor: str) -> str | None:
    """Return the address of a known editor, or ``editor`` itself if it is an address with ``{path}``, or None."""
    if editor in EDITORS:
        return EDITORS[editor]
    return editor if _ADDRESS.fullmatch(editor) and "{path}" in editor else None


def address(form: str, path: Path) -> str:
    """Return the address that opens a file; ``{line}`` and ``{column}`` are left to be filled in."""
    place = path.absolute().as_posix()
    return form.replace("{path}", quote(place if place.startswith("/") else f"/{place}", safe="/:"))
