"""A deck file that there is not: what lies beside it or below says which was meant, or what hinders."""

from __future__ import annotations

import os
import re
from pathlib import Path

from deckbuild.diagnostics import Diagnostics, Span, Words

_DECK_NAME = re.compile(r"(\.ya?ml|\.ya?ml\.txt)$", re.IGNORECASE)
_COPY = re.compile(r"( ?\(\d+\)| - (kopi|copy)( \(\d+\))?)$", re.IGNORECASE)
_WORD = (
    "There is “{text}”, a document with formatting. Open it in Word, choose “Save As”, the kind “Plain Text” and "
    "UTF-8, and call it {right}."
)
_OTHER_KINDS: dict[str, str] = {
    ".docx": _WORD,
    ".doc": _WORD,
    ".odt": _WORD,
    ".rtf": _WORD,
    ".txt": "There is “{text}”. Open it in Notepad, choose “Save As”, the kind “All files” and UTF-8, and call "
    "it {right}.",
    ".pdf": "There is “{text}”, but a deck is plain text. Copy what stands in it into Notepad, and save that under the "
    "name {right}, with the kind “All files” and UTF-8.",
}
"""What to do with a deck that was written in another kind of file."""


def report_missing(path: Path, place: Span, diagnostics: Diagnostics) -> None:
    """Report that there is no file at ``path``, with what helps to find it."""
    folder, right = path.parent, f"{path.stem}.yaml"
    names = sorted(entry.name for entry in folder.iterdir() if entry.is_file()) if folder.is_dir() else []
    beside = [name for name in names if Path(name).suffix in (".yaml", ".yml")]
    near = [name for name in names if _DECK_NAME.search(name) and _stem(name) == _stem(path.name)]
    texts = [name for name in names if Path(name).suffix.lower() in _OTHER_KINDS]
    text = next((name for name in texts if _stem(Path(name).stem) == _stem(path.name)), "")
    below = _below(folder, path.name)
    if Path(f"{path}.txt").is_file():
        hint = (
            "There is “{name}.txt”: Windows has put `.txt` after the name and does not show it. In the folder, switch "
            "on “File name extensions” under “View”, and remove `.txt` from the name."
        )
    elif near == [right]:
        hint = "Did you mean “{near}”? Write its whole name."
    elif len(near) == 1:
        hint = "Did you mean “{near}”? Write its whole name, or call it “{right}”."
    elif not folder.is_dir():
        hint = "The folder “{folder}” does not exist either. Check the spelling, or where the terminal stands."
    elif text:
        hint = _OTHER_KINDS[Path(text).suffix.lower()]
    elif len(below) == 1:
        hint = "It lies in the folder “{below}”. Go there first: `cd {typed}`."
    elif beside:
        hint = "In that folder there is: {beside}."
    else:
        hint = "Go to the folder that holds the deck file (`cd folder`), or write where it is: `folder/deck.yaml`."
    inner = below[0] if below else ""
    diagnostics.error(
        "no-file",
        place,
        "There is no file “{path}”.",
        hint,
        path=path,
        name=path.name,
        folder=folder,
        beside=Words(tuple(beside[:8])),
        near=near[0] if near else "",
        right=right,
        text=text,
        below=inner,
        typed=f'"{inner}"' if re.search(r"\s", inner) else inner,
    )


def _below(folder: Path, name: str) -> list[str]:
    """Return the folders in ``folder`` with a file called ``name``, as they are reached from the terminal's place."""
    try:
        inner = sorted(entry.path for entry in os.scandir(folder) if entry.is_dir() and not entry.name.startswith("."))
    except OSError:
        return []
    return [Path(each).as_posix() for each in inner if os.access(f"{each}/{name}", os.R_OK)]


def _stem(name: str) -> str:
    """Return what tells a deck's name from others': without its ending, and what programs add to that of a copy."""
    return _COPY.sub("", _DECK_NAME.sub("", name)).casefold()
