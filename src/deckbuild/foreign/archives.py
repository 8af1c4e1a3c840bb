"""Unpacks zip files that others made. What a header says of a part's size is not trusted: no more is unpacked."""

from __future__ import annotations

import errno
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj

from deckbuild.diagnostics import Phrase, RefusedError
from deckbuild.foreign.files import MB, Limits

_ENTRY = b"PK\x01\x02"
"""The beginning of an entry in a zip file's directory (APPNOTE 4.3.12)."""


class DamagedError(ValueError):
    """The bytes are no zip file, or a damaged one, or one with a password."""


class LockedArchiveError(DamagedError):
    """A part can't be unpacked without a password."""


class Archive:
    """A zip file that others made; its parts are unpacked one by one.

    Raises ``DamagedError``, and ``RefusedError`` when it has, or its parts unpack to, more than the limits allow.
    """

    def __init__(self, path: Path, data: bytes, limits: Limits) -> None:
        """Open ``data``. ``path`` is for messages."""
        if data.count(_ENTRY) > limits.parts:  # counted before zipfile makes an object of each
            reason = Phrase("it has more than {most} parts", {"most": str(limits.parts)})
            raise RefusedError(path, errno.EFBIG, reason)
        self._met: set[tuple[int, int]] = set()
        self._path, self._most, self._left = path, limits.unpacked, limits.unpacked
        with _telling_damage():
            self._archive = zipfile.ZipFile(BytesIO(data))
        self.entries = tuple(entry for entry in self._archive.infolist() if not entry.is_dir())
        self.names = tuple(entry.filename for entry in self.entries)

    def part(self, which: str | zipfile.ZipInfo) -> bytes:
        """Return the content of a part, which is told by its name or by its entry: names may repeat."""
        with _telling_damage():
            entry = self._archive.getinfo(which) if isinstance(which, str) else which
            if (entry.header_offset, entry.file_size) not in self._met:
                self._left -= entry.file_size
            self._met.add((entry.header_offset, entry.file_size))
            if self._left < 0:
                reason = Phrase("unpacked, it is larger than {most} MB", {"most": str(self._most // MB)})
                raise RefusedError(self._path, errno.EFBIG, reason)
            unpacked = BytesIO()  # a large part is in memory once only
            with self._archive.open(entry) as part:
                copyfileobj(part, unpacked, MB)  # at its end the check sum is compared
            return unpacked.getvalue()


@contextmanager
def _telling_damage() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise DamagedError(str(error)) from error
    except RuntimeError as error:  # zipfile's word for a password
        raise LockedArchiveError(str(error)) from error
    except OSError as error:
        raise error if isinstance(error, RefusedError) else DamagedError(str(error)) from error


def repacked(parts: dict[str, bytes]) -> BytesIO:
    """Return an archive of ``parts``, not compressed: for a library that unpacks without limits of its own."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    made.seek(0)
    return made
