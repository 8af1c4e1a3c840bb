"""Which kind of file one is: told by what it begins with, whatever its name says."""

from __future__ import annotations

import re
from enum import Enum, auto

BEGINNING = 4096
"""How many bytes of a file tell its kind, except which program of Office an archive is of."""


class FileKind(Enum):
    """A kind of file that people take for another."""

    EMPTY = auto()
    OFFICE = auto()
    """A document of Word, PowerPoint or Excel, also an old one."""
    ARCHIVE = auto()
    PDF = auto()
    RTF = auto()
    PICTURE = auto()
    WEB_PAGE = auto()


_BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (rb"\Z", FileKind.EMPTY),
    (rb"PK\x03\x04(?s:.*)(?:\[Content_Types\]|word/|ppt/|xl/|mimetypeapplication/vnd\.oasis)", FileKind.OFFICE),
    (rb"\xd0\xcf\x11\xe0", FileKind.OFFICE),
    (rb"PK\x03\x04", FileKind.ARCHIVE),
    (rb"%PDF", FileKind.PDF),
    (rb"\{\\rtf", FileKind.RTF),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP", FileKind.PICTURE),
    (rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<!--.{0,200}?-->\s*)?<(?:!doctype html|html|head|body)\b", FileKind.WEB_PAGE),
)
_COMPILED = [(re.compile(beginning), kind) for beginning, kind in _BEGINNINGS]


def kind_of(data: bytes) -> FileKind | None:
    """Return the kind of a file by what it begins with; ``None`` for a text, or what is not known."""
    return next((kind for beginning, kind in _COMPILED if beginning.match(data[:BEGINNING])), None)
