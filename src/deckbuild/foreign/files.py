"""Opens files that others made, within limits. A pipe, a device or a folder is never read."""

from __future__ import annotations

import errno
import stat
from io import BufferedReader
from pathlib import Path

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Phrase, RefusedError

MB = 1_000_000
"""A megabyte, as files are measured in for people."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a kind of file may hold."""

    size: int
    """Bytes on the disk."""
    unpacked: int = 0
    """Bytes that all of its parts unpack to; 0 for a file that is no archive."""
    parts: int = 0
    """Parts of an archive."""


DECK = Limits(1 * MB)
"""A deck, which is text: a book of 500 pages."""
TABLE = Limits(20 * MB)
"""A list of participants, collected answers, a table as CSV: text."""
PICTURE = Limits(100 * MB)
DRAWING = Limits(20 * MB)
FONT = Limits(50 * MB)
FORM = Limits(50 * MB)
"""A filled handout. To take away its owner's password it is in memory several times."""
HANDOUTS = Limits(100 * MB, unpacked=500 * MB, parts=5000)
"""An archive of filled handouts. What the archives in it unpack to counts too."""
WORKBOOK = Limits(50 * MB, unpacked=100 * MB, parts=2000)
TEMPLATE = Limits(100 * MB, unpacked=100 * MB, parts=20_000)
"""A template may be a whole presentation; only the parts that are kept are unpacked and count."""
PAPER = Limits(500 * MB, unpacked=500 * MB, parts=20_000)
"""A paper that was made before."""
MOST_BYTES = 10_000_000
"""The most bytes of one part of a workbook, unpacked, and of a table that is text."""
MOST_ELEMENTS = 1_000_000
"""The most elements and attributes of an XML file: each takes some 100 bytes of memory, however short it is."""
MOST_ANSWERS = 300_000
"""The most signs and texts, for YAML's parser, of a file of collected answers; each takes a kilobyte of memory."""
MOST_MARKS = 400_000
"""The most elements and attributes of one part of a workbook: openpyxl makes larger objects of them than lxml."""
MOST_CELLS = 50_000
"""The most cells of a table with something in them."""
MOST_PLACES = 2_000_000
"""The most cells of a table that are gone through, with the empty ones before the last of each row."""
MOST_DOTS = 100_000_000
"""The largest picture that is shown, in pixels. Phones take smaller ones."""
MOST_DOTS_AT_ONCE = 40_000_000
"""The same for a file that can only be read in its full size: all but most JPEGs. It then takes some 160 MB."""


def opened(path: Path, limits: Limits) -> BufferedReader:
    """Open a file for reading. Raises ``OSError``; one that isn't a regular file, or too large, is refused by us."""
    try:
        status = path.stat()
    except ValueError as error:  # a zero byte, or a letter that the system's names can't hold
        raise RefusedError(path, errno.EINVAL, Phrase("no file can have such a name")) from error
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError(path, errno.ESPIPE, Phrase("it is a pipe or a device, not a file"))
    if status.st_size > limits.size:
        raise too_large(path, limits.size)
    return path.open("rb")


def content(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a file. Raises ``OSError`` as ``opened`` does."""
    with opened(path, limits) as file:
        data = file.read(limits.size + 1)
    if len(data) > limits.size:  # it grew, or the system doesn't tell its size
        raise too_large(path, limits.size)
    return data


def too_large(path: Path, most: int) -> RefusedError:
    """Return the error for a file with more than ``most`` bytes."""
    return RefusedError(path, errno.EFBIG, Phrase("it is larger than {most} MB", {"most": str(most // MB)}))


def too_many_elements(path: Path, most: int) -> RefusedError:
    """Return the error for a file with more than ``most`` elements."""
    return RefusedError(path, errno.EFBIG, Phrase("it has more than {most} elements", {"most": str(most)}))


def names_in(folder: Path, endings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of some files in a folder, for a message: the first eight that end so."""
    try:
        found = sorted(each.name for each in folder.iterdir() if each.suffix.lower() in endings)
    except OSError:
        return ()
    return tuple(found[:8])
