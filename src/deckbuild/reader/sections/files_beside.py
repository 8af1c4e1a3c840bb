"""Checks that files beside the deck exist and are spelt as on the disk."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from deckbuild.diagnostics import Arg, Span, Words
from deckbuild.foreign.files import names_in
from deckbuild.reader.context import FAILED, Failed, Node, Reading, ScalarNode
from deckbuild.reader.language.suggest import nearest
from deckbuild.reader.syntax.escapes import ELSEWHERE
from deckbuild.reader.values import scalars


def existing_file(path: Path, kinds: tuple[str, ...], node: Node, reading: Reading, key: str) -> Path | Failed:
    """Return the path of a file beside the deck as the disk spells it; report a file that doesn't exist.

    ``kinds`` are the suffixes, such as ``.png``, of the files that a message may suggest.
    """
    folder = reading.file.path.parent
    reading.files.append(folder / path)
    found = on_disk(folder, path)
    if found is None:
        _missing(folder, path, kinds, node, reading, key)
        return FAILED
    check_inside(found, node, reading, key)
    return found


def nearest_file(node: Node, reading: Reading, key: str, kinds: tuple[str, ...]) -> Path | Failed:
    """Read the name of a file of the theme, and return its path as the disk spells it.

    A file that doesn't exist is reported, with the nearest name in its folder that has one of the suffixes ``kinds``.
    """
    path = scalars.to_path(node, reading, key)
    if path is FAILED:
        return FAILED
    folder = reading.file.path.parent
    reading.files.append(folder / path)
    found = on_disk(folder, path)
    if found is not None:
        check_inside(found, node, reading, key)
        return found
    near = nearest(path.name, [name for name in _names(folder / path.parent) if Path(name).suffix.lower() in kinds])
    reading.error(
        "missing-file",
        node,
        "There is no file “{path}”.",
        "Did you mean `{key}: {near}`?"
        if near
        else "Put the file there, or correct the name. It is counted from the folder the deck lies in.",
        path=path.as_posix(),
        near=(path.parent / near).as_posix(),
        key=key,
    )
    return FAILED


def check_inside(path: Path, node: Node | Span, reading: Reading, key: str) -> None:
    """Warn of a file that is there, but not in the deck's folder, or called by its path on this computer alone."""
    folder = Path(os.path.normpath(reading.file.path.parent.absolute()))
    whole = Path(os.path.normpath(folder / path))  # links are not followed
    if whole.is_relative_to(folder):
        if not path.is_absolute():
            return
        inside = whole.relative_to(folder).as_posix()
        reading.warning(
            "outside-folder",
            node,
            "“{path}” is the file's place on this computer; on another it is not found there.",
            "Write where it is in the deck's folder: `{key}: {inside}`.",
            path=path.as_posix(),
            key=key,
            inside=inside,
            edits=reading.swap(node, inside) if isinstance(node, ScalarNode) and not node.style else (),
        )
        return
    reading.warning(
        "outside-folder",
        node,
        "“{path}” lies outside the deck's folder: whoever gets the folder does not get this file.",
        "Put it into the folder `assets` beside the deck, and write `{key}: {assets}`.",
        path=path.as_posix(),
        key=key,
        assets=f"assets/{path.name}",
    )


def on_disk(folder: Path, path: Path) -> Path | None:
    """Return ``path``, relative to ``folder``, as the disk spells it; ``None`` if there is no such file.

    Capital and small letters must be the same, so that the deck works on every system. Only the Unicode form of
    letters such as å (composed or not) may differ.
    """
    if path.is_absolute() or ".." in path.parts:
        return path if (folder / path).is_file() else None
    real = Path()
    for part in path.parts:
        names = _names(folder / real)
        exact = part if part in names else next((n for n in names if unicodedata.normalize("NFC", n) == part), None)
        if exact is None:
            return None
        real /= exact
    return real if (folder / real).is_file() else None


def _names(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def _missing(folder: Path, path: Path, kinds: tuple[str, ...], node: Node, reading: Reading, key: str) -> None:
    parent = folder / path.parent
    beside = _beside(folder, kinds)
    sought = path.as_posix()
    same = [name for name in beside if name.casefold() == sought.casefold()]
    named = same or [name for name in beside if Path(name).name.casefold() == path.name.casefold()]
    inside = [Path(name).name for name in beside if folder / Path(name).parent == parent]
    stem = [name for name in inside if re.match(rf"{re.escape(Path(name).stem)}[ ._(-]", path.name)]
    near = stem[0] if len(stem) == 1 else nearest(path.name, inside)
    whole = named[0] if named else (path.parent / near).as_posix() if near else ""
    message, hint = "There is no file “{path}”.", "Did you mean `{key}: {whole}`?"
    if (folder / path).is_dir():
        message, hint = "“{path}” is a folder, not a file.", "Write the name of a file in it."
    elif same:
        message = "There is no file “{path}”: capital and small letters differ."
        hint = "On the disk it is called `{near}`: write `{key}: {whole}`."
    elif ELSEWHERE.match(sought):
        message = "“{path}” lies elsewhere on your computer, so that only you have it."
        hint = "Put it into the folder `assets` beside the deck, and write `{key}: {assets}`."
        if named:
            hint = "It lies beside the deck too: write `{key}: {whole}`."
    elif whole:
        pass
    elif not parent.is_dir():
        message = "There is no folder “{folder}” beside the deck."
        hint = "Names are counted from the folder the deck lies in. Check the spelling, also capital and small letters."
    elif inside:
        hint = "In that folder there is: {there}. Write one of them, such as `{key}: {one}`, or put the file there."
        if len(inside) == 1:
            hint = "In that folder there is only “{there}”: write `{key}: {one}`, or put the file there."
    else:
        hint = "Put the file there, or correct the name. It is counted from the folder the deck lies in."
    sure = len(named) == 1 and isinstance(node, ScalarNode) and not node.style
    shown: dict[str, Arg] = {"path": sought, "folder": path.parent.as_posix(), "assets": f"assets/{path.name}"}
    shown["there"] = Words(names_in(parent, kinds))
    shown["one"] = (path.parent / inside[0]).as_posix() if inside else ""
    near = Path(whole).name
    edits = reading.swap(node, whole) if sure else ()
    reading.error("missing-file", node, message, hint, key=key, near=near, whole=whole, edits=edits, **shown)


def _beside(folder: Path, kinds: tuple[str, ...]) -> list[str]:
    """Return the files with some suffixes in a folder and in the folders directly in it, relative to it."""
    found = [name for name in _names(folder) if Path(name).suffix.lower() in kinds]
    for inner in _names(folder):
        if not inner.startswith(".") and (folder / inner).is_dir():
            found += [f"{inner}/{name}" for name in _names(folder / inner) if Path(name).suffix.lower() in kinds]
    return found
