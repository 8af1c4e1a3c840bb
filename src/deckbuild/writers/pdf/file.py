"""Writes a PDF with object streams and a cross-reference stream (ISO 32000-1, 7.5.7, 7.5.8).

reportlab writes each object by itself, with 20 bytes in a cross-reference table. A structure tree has many small
objects, so the file would be three times as large.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from hashlib import sha256
from itertools import accumulate

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END = b"endstream"
_TOGETHER = 200
"""Objects in one object stream. A larger number makes viewers slow: they decode a whole stream to read one object."""


class PdfFile:
    """The objects of a PDF file, numbered from 1 in the order in which they are added."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def reserve(self) -> int:
        """Return the number of a new object; ``put`` sets its body later."""
        self._bodies.append(b"null")
        return len(self._bodies)

    def add(self, body: bytes) -> int:
        """Add an object; return its number."""
        self._bodies.append(body)
        return len(self._bodies)

    def put(self, number: int, body: bytes) -> None:
        """Set the body of an object."""
        self._bodies[number - 1] = body

    def body(self, number: int) -> bytes:
        """Return the body of an object."""
        return self._bodies[number - 1]

    def put_stream(self, number: int, data: bytes, entries: str = "", *, compress: bool = True) -> None:
        """Set the body of an object to a stream, with ``entries`` added to its dictionary."""
        self.put(number, _stream(data, entries, compress=compress))

    def extend(self, number: int, entries: str) -> None:
        """Append ``entries`` to an object that is a dictionary. Raises ``ValueError`` if it is none."""
        body = self._bodies[number - 1].rstrip()
        if not body.endswith(b">>"):
            raise ValueError(f"object {number} is no dictionary")
        self._bodies[number - 1] = body[:-2] + entries.encode() + b">>"

    def add_stream(self, data: bytes, entries: str) -> int:
        """Add a stream with ``entries`` added to its dictionary; return its number."""
        number = self.reserve()
        self.put_stream(number, data, entries)
        return number

    def write(self, catalog: int, information: int) -> bytes:
        """Return the bytes of the file. ``catalog`` and ``information`` are object numbers.

        The file identifier is made from the content, so that the same content gives the same bytes.
        """
        streams = {n: _ended(b) for n, b in enumerate(self._bodies, 1) if b.rstrip().endswith(_STREAM_END)}
        alone = {**streams, catalog: self._bodies[catalog - 1]}
        packed = [n for n in range(1, len(self._bodies) + 1) if n not in alone]
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        following = len(self._bodies) + 1
        for start in range(0, len(packed), _TOGETHER):
            members = packed[start : start + _TOGETHER]
            alone[following] = self._object_stream(members)
            places.update((n, (2, following, at)) for at, n in enumerate(members))
            following += 1
        parts = [_HEADER]
        offset = len(_HEADER)
        for number, body in alone.items():
            part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            places[number] = (1, offset, 0)
            parts.append(part)
            offset += len(part)
        places[following] = (1, offset, 0)
        identifier = sha256(b"".join(parts)).hexdigest()[:32]
        rows = b"".join(
            kind.to_bytes(1, "big") + where.to_bytes(4, "big") + rest.to_bytes(2, "big")
            for kind, where, rest in (places[n] for n in range(following + 1))
        )
        table = _stream(
            rows,
            f"/Type/XRef/Size {following + 1}/W[1 4 2]/Root {catalog} 0 R/Info {information} 0 R"
            f"/ID[<{identifier}><{identifier}>]",
        )
        parts.append(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (following, table, offset))
        return b"".join(parts)

    def _object_stream(self, members: Sequence[int]) -> bytes:
        bodies = [self._bodies[n - 1] for n in members]
        offsets = accumulate((len(body) + 1 for body in bodies), initial=0)
        head = " ".join(f"{n} {offset}" for n, offset in zip(members, offsets, strict=False)).encode() + b"\n"
        return _stream(head + b"\n".join(bodies), f"/Type/ObjStm/N {len(members)}/First {len(head)}")


def _stream(data: bytes, entries: str, *, compress: bool = True) -> bytes:
    """Return a stream object with ``entries`` in its dictionary."""
    if compress:
        data, entries = zlib.compress(data), entries + "/Filter/FlateDecode"
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def _ended(body: bytes) -> bytes:
    """Return a stream object of reportlab's with a line end before ``endstream`` (PDF/A-2, 6.1.7.1)."""
    return body.rstrip()[: -len(_STREAM_END)] + b"\nendstream" if not body.endswith(b"\nendstream") else body
