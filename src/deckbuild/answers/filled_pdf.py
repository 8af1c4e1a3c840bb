"""The objects of a PDF that somebody sent: never of an older version of it, and with bounded work."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw
from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_HEADER, _END = b"%PDF-", b"%%EOF"
_NEAR = 2048
"""The number of bytes at the beginning of a file in which the header is searched for."""
_TABLE_AT, _TABLE = re.compile(rb"startxref\s+(\d{1,12})"), re.compile(rb"\s*(xref|\d+\s+\d+\s+obj)\b")
"""The offset of the cross-reference table at the end of a file, and how such a table or stream begins (ISO 32000-1,
7.5)."""
_SAVED_LATER, _BEGUN = re.compile(rb"\d+\s+\d+\s+obj\b|xref"), re.compile(rb"\s*(\d+(\s+(\d+(\s+(ob?)?)?)?)?|xr?e?)")
"""What stands after the end of a file when a later save of it is cut off: an object or a table, or its beginning."""
_MOST_OBJECTS, _MOST_TOGETHER = 200_000, 5_000
"""The most objects that are read of a file, and the most in one object stream (programs write some 200)."""
_UNPACKED, _TIMES = 4_000_000, 40
"""The bytes that a stream may have when it is unpacked; all streams together may have as many, and this many times the
size of the file."""


class FilledPdfError(Exception):
    """Why a file is not read."""


class DamagedPdfError(FilledPdfError):
    """The file is damaged."""


class NotPdfError(FilledPdfError):
    """The file is no PDF."""


class CutOffError(FilledPdfError):
    """The end of the file is missing."""


class LockedPdfError(FilledPdfError):
    """The file needs a password to be opened."""


class TooMuchWorkError(FilledPdfError):
    """The file takes more work than any handout."""


@contextmanager
def bounded() -> Iterator[None]:
    """Bound the work of the PDF library on one file. Raises ``TooMuchWorkError`` when that is exceeded."""
    with apply_configuration(zlib_maximum_output_length=_UNPACKED):
        try:
            yield
        except LimitReachedError as error:
            raise TooMuchWorkError from error


class FilledPdf:
    """A PDF that was opened, within ``bounded``.

    Raises ``NotPdfError``, ``CutOffError``, ``LockedPdfError``, ``TooMuchWorkError``, and any exception of the PDF
    library when the file is damaged. A damaged file is never repaired: the library would search for objects itself, and
    might find old ones from before the last answers were saved.
    """

    def __init__(self, data: bytes) -> None:
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it logs repairs that don't concern the user
        self._data = _whole(data)
        try:
            reader = PdfReader(BytesIO(self._data))
            locked = reader.is_encrypted
        except DependencyError:  # pypdf needs another library for this encryption
            locked = True
        if locked:
            self._data = _unlocked(self._data)
            reader = PdfReader(BytesIO(self._data))
        self._reader = reader
        self._objects: set[tuple[int, int]] = set()
        self._kids: dict[int, frozenset[int]] = {}
        self._left = _UNPACKED + _TIMES * len(self._data)

    @property
    def catalog(self) -> DictionaryObject:
        """The document's catalog."""
        return self.dictionary(self._reader.trailer.raw_get("/Root"))

    def pages(self) -> Iterator[DictionaryObject]:
        """Yield the pages in order."""
        waiting = [self.catalog.get("/Pages")]
        met: set[int] = set()
        while waiting:
            node = self.dictionary(waiting.pop())
            if id(node) in met:
                continue
            met.add(id(node))
            if "/Kids" in node:
                waiting += reversed(self.array(node.get("/Kids")))
            else:
                yield node

    def dictionary(self, value: Any) -> DictionaryObject:
        """Return the dictionary that ``value`` is or refers to; an empty one when it is something else."""
        found = self.resolve(value)
        return found if isinstance(found, DictionaryObject) else DictionaryObject()

    def array(self, value: Any) -> list[Any]:
        """Return the members of the array that ``value`` is or refers to; none when it is something else."""
        found = self.resolve(value)
        return list(found) if isinstance(found, ArrayObject) else []

    def is_kid(self, node: DictionaryObject, parent: DictionaryObject) -> bool:
        """Whether ``parent`` lists ``node`` among its kids."""
        if id(parent) not in self._kids:
            self._kids[id(parent)] = frozenset(id(self.resolve(kid)) for kid in self.array(parent.get("/Kids")))
        return id(node) in self._kids[id(parent)]

    def resolve(self, value: Any) -> Any:
        """Return the object that an indirect reference refers to; any other value as it is."""
        if not isinstance(value, IndirectObject):
            return value
        key = (value.generation, value.idnum)
        if key not in self._objects:
            if len(self._objects) >= _MOST_OBJECTS:
                raise TooMuchWorkError
            self._objects.add(key)
            self._check(*key)
        return value.get_object()

    def _check(self, generation: int, number: int) -> None:
        """Check that an object is where the file says, and that the stream it is packed in is no larger than usual."""
        packed = self._reader.xref_objStm.get(number) if generation == 0 else None
        if packed:
            place = (0, packed[0])
            if place in self._objects:
                return
            self._objects.add(place)
            self._check(*place)
            stream: Any = IndirectObject(packed[0], 0, self._reader).get_object()
            self._left -= len(stream.get_data())
            if self._left < 0 or int(stream.get("/N", 0)) > _MOST_TOGETHER:
                raise TooMuchWorkError
            return
        start = self._reader.xref.get(generation, {}).get(number)
        if start is None or self._reader.xref_free_entry.get(generation, {}).get(number):
            return
        if not re.compile(rb"\s*%d\s+%d\s+obj\b" % (number, generation)).match(self._data, start):
            raise ValueError(f"object {number} is not where the file says")


def _whole(data: bytes) -> bytes:
    """Return the file from its header to its end marker, without what programs put before and after them.

    Raises ``ValueError`` when the cross-reference table is not where the end of the file says.
    """
    start = data.find(_HEADER, 0, _NEAR)
    if start < 0:
        raise NotPdfError
    end = data.rfind(_END)
    if end < 0 or _SAVED_LATER.search(data, end + len(_END)) or _BEGUN.fullmatch(data, end + len(_END)):
        raise CutOffError
    places = _TABLE_AT.findall(data, max(0, end - _NEAR), end)
    if places and _TABLE.match(data, int(places[-1])):
        return data[: end + len(_END)]
    if places and _TABLE.match(data, int(places[-1]) + start):
        return data[start : end + len(_END)]
    raise ValueError("the table of objects is not where the file says")


def _unlocked(data: bytes) -> bytes:
    """Return a file that opens without a password, as a file without encryption.

    Raises ``LockedPdfError`` when it needs one.
    """
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise LockedPdfError from error
    out = BytesIO()
    try:
        pdf.save(out, flags=pdfium_raw.FPDF_REMOVE_SECURITY)
    finally:
        pdf.close()
    return out.getvalue()
