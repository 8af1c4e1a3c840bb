"""QR codes (ISO/IEC 18004): the dark squares of an address that a phone can read."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from deckbuild.frame.items import Shape, ShapeKind
from deckbuild.model.contrast import luminance
from deckbuild.model.theme import INK, PAPER, Theme
from deckbuild.units import Rect

_QUIET = 4
"""How many squares around the code stay light (ISO/IEC 18004, 5.3.8)."""
MOST = 300
"""The most characters of an address: more make squares that a phone can't tell apart across a room."""


@lru_cache(maxsize=16)
def squares(address: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Return how many squares a side of the code has, and its dark stretches: row, first column and length.

    The level of error correction is M: 15 % of the code may be lost.
    """
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel  # only for a code

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(address))
    code.make()
    found = []
    for row, line in enumerate(code.modules):
        column = 0
        for dark, same in groupby(line):
            length = len(list(same))
            if dark:
                found.append((row, column, length))
            column += length
    return code.moduleCount, tuple(found)


_WEB = re.compile(r"(?:https?://)?[^\s/.,@:]+(?:\.[^\s/.,@:]+)+(?::\d+)?(?:[/?#]\S*)?")
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+\.[^\s@]+")


def leads_somewhere(address: str) -> bool:
    """Whether it is an address on the web, or one for mail with ``mailto:`` before it."""
    return bool(_WEB.fullmatch(address) or _MAIL.fullmatch(address))


def with_points(address: str) -> str:
    """Return an address whose host has commas with full stops for them, if that leads somewhere; else nothing."""
    scheme, _, rest = address.rpartition("://")
    host, slash, path = rest.partition("/")
    meant = f"{scheme}{'://' if scheme else ''}{host.replace(',', '.')}{slash}{path}"
    return meant if "," in host and leads_somewhere(meant) else ""


def target(address: str) -> str:
    """Return the address with the scheme that a phone and PowerPoint need."""
    return address if address.startswith(("http://", "https://", "mailto:")) else f"https://{address}"


def shown(address: str) -> str:
    """Return the address as people write it."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("mailto:").removesuffix("/")


def qr_shapes(name: str, address: str, box: Rect, theme: Theme) -> list[Shape]:
    """Return the code in a square ``box``: dark on light, with a plate where the theme's paper is dark."""
    count, dark = squares(target(address))
    ink, ground = sorted((INK, PAPER), key=lambda color: luminance(theme.hex(color)))
    plate = [] if ground == PAPER else [Shape(id=f"{name}/plate", kind=ShapeKind.RECT, box=box, fill=ground)]
    inset = box.w * _QUIET / (count + 2 * _QUIET) if plate else 0.0
    inner = Rect(box.x + inset, box.y + inset, box.w - 2 * inset, box.h - 2 * inset)
    side = inner.w / count
    cells = tuple(Rect(column * side, row * side, length * side, side) for row, column, length in dark)
    return [*plate, Shape(id=name, kind=ShapeKind.CELLS, box=inner, fill=ink, cells=cells, alt=target(address))]
