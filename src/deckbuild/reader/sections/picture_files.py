"""Checks that picture files are of a kind that can be shown, and are not damaged."""

from __future__ import annotations

from pathlib import Path

from deckbuild.diagnostics import because
from deckbuild.foreign import files as foreign
from deckbuild.foreign.kinds import FileKind, kind_of
from deckbuild.images.facts import check, is_drawing
from deckbuild.images.model import Flaw, ImageError
from deckbuild.reader.context import FAILED, Failed, Node, Reading
from deckbuild.reader.sections.files_beside import existing_file
from deckbuild.reader.values import scalars

SHOWN = (".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif", ".bmp", ".tif", ".tiff")
"""Suffixes of the kinds of picture that can be shown."""


def picture_file(node: Node, reading: Reading, key: str) -> Path | Failed:
    """Read the name of a picture file, relative to the deck, and check the file."""
    path = scalars.to_path(node, reading, key)
    if path is FAILED:
        return FAILED
    if path.suffix.lower() not in SHOWN and path.suffix:
        message, hint = _NO_PICTURE[_BY_NAME.get(path.suffix.lower())]
        reading.error("wrong-file", node, message, hint, name=path.name)
        return FAILED
    found = existing_file(path, SHOWN, node, reading, key)
    if found is FAILED:
        return FAILED
    return found if _shows(reading.file.path.parent / found, node, reading) else FAILED


_OFFICE = (
    ".doc",
    ".docx",
    ".docm",
    ".odt",
    ".ppt",
    ".pptx",
    ".pptm",
    ".potx",
    ".odp",
    ".xls",
    ".xlsx",
    ".xlsm",
    ".ods",
)
_BY_NAME: dict[str, FileKind | None] = {
    **dict.fromkeys(_OFFICE, FileKind.OFFICE), ".pdf": FileKind.PDF, ".htm": FileKind.WEB_PAGE,
    ".html": FileKind.WEB_PAGE, ".mht": FileKind.WEB_PAGE, ".webloc": FileKind.WEB_PAGE, ".url": FileKind.WEB_PAGE,
}  # fmt: skip
"""Suffix -> the kind of a file that is no picture."""
_NO_PICTURE: dict[FileKind | None, tuple[str, str]] = {
    None: (
        "“{name}” is not a kind of picture that the papers can show.",
        "Open it in a picture program and save it as PNG or JPEG.",
    ),
    FileKind.EMPTY: (
        "“{name}” is empty (0 bytes): there is no picture in it.",
        "Fetch the picture again. If it comes from OneDrive, wait until all of it has come.",
    ),
    FileKind.OFFICE: (
        "“{name}” is a document of Word, PowerPoint or Excel, not a picture.",
        "Open it there, right-click the picture, choose “Save as Picture” and PNG, and write that file's name here.",
    ),
    FileKind.PDF: (
        "“{name}” is a PDF, not a picture.",
        "Open it, copy what is to be shown with a picture of the screen, save that as PNG, and write its name here.",
    ),
    FileKind.WEB_PAGE: (
        "“{name}” is a web page, not a picture.",
        "Open the page in the browser, log in if it asks, right-click the picture itself and save that.",
    ),
}
_OTHERS = _NO_PICTURE.keys() - {None}
_FLAWS = {
    Flaw.BROKEN: (
        "“{name}” can't be opened as a picture.",
        "The file may be damaged or of another kind than its name says: save it again as PNG or JPEG.",
    ),
    Flaw.TOO_LARGE: (
        "“{name}” is too large: it would fill the computer's memory.",
        "Make it smaller in a picture program: 4,000 dots across are enough for any screen and any paper.",
    ),
    Flaw.NO_SIZE: (
        "“{name}” has no size: its height or width is missing or nothing.",
        "Save it anew from the program that made it, with a height and a width.",
    ),
    Flaw.ODD_SIZE: (
        "“{name}” is far too long, high or narrow to be shown.",
        "Save it anew from the program that made it, with a height and a width.",
    ),
    Flaw.TOO_MUCH_WORK: (
        "“{name}” takes too much time or memory to draw.",
        "Save it as PNG from the program that made it.",
    ),
}


def _shows(path: Path, node: Node, reading: Reading) -> bool:
    """Return whether a picture can be shown; report why not, or warn of what will be missing in it."""
    try:
        foreign.opened(path, foreign.DRAWING if is_drawing(path) else foreign.PICTURE).close()
        known = check(path)
    except OSError as error:
        message, hint = "“{name}” can't be opened: {reason}.", "May you read it, and is it open in another program?"
        reading.error("unreadable-file", node, message, hint, name=path.name, reason=because(error))
        return False
    except ImageError as fault:
        message, hint = _FLAWS[fault.flaw]
        if fault.flaw is Flaw.BROKEN and (kind := kind_of(foreign.content(path, foreign.PICTURE))) in _OTHERS:
            message, hint = _NO_PICTURE[kind]
        reading.error("wrong-file", node, message, hint, name=path.name)
        return False
    if known.moving:
        reading.warning(
            "picture-moves",
            node,
            "“{name}” moves; the papers show its first picture, standing still.",
            "Save the picture you want to be seen as PNG, or put the film on the slide in PowerPoint.",
            name=path.name,
        )
    if known.cleaned:
        reading.warning(
            "picture-left-out",
            node,
            "“{name}” is shown without what it would run, fetch from elsewhere or draw with effects.",
            "If something is missing in the picture, save it as PNG, or as plain SVG with everything in it.",
            name=path.name,
        )
    return True
