"""Data about picture files: their facts, their encoded form, their flaws."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from deckbuild.dataclass import dataclass


class Flaw(Enum):
    """Why a picture can't be shown."""

    BROKEN = "broken"
    """Damaged, or of another kind than its name says."""
    TOO_LARGE = "too large"
    """It has so many pixels that unpacking them would fill the memory."""
    NO_SIZE = "no size"
    """It has no height or width."""
    ODD_SIZE = "odd size"
    """It is many times longer than high, or the reverse; or its size is a number without sense."""
    TOO_MUCH_WORK = "too much work"
    """Drawing it takes too long, or too much memory."""


MOST_ACROSS = 4000
"""The greatest width in pixels that a picture has in a paper."""


class ImageError(ValueError):
    """A picture file that can't be shown."""

    def __init__(self, flaw: Flaw, message: str) -> None:
        super().__init__(message)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a picture. Width and height are those of the upright picture."""

    width: float
    """In pixels; for a drawing in CSS pixels."""
    height: float
    drawing: bool = False
    """Whether it is an SVG, sharp at any size."""
    moving: bool = False
    """Whether it is animated; only the first picture is shown."""
    cleaned: bool = False
    """Whether scripts, or references to other files, were removed from it."""

    @property
    def ratio(self) -> float:
        """Width divided by height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture ready to be embedded."""

    data: bytes
    kind: str
    """``png`` or ``jpeg``."""
    drawing: bytes = b""
    """The cleaned SVG that ``data`` was made from; empty for a bitmap."""


Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds. A cache key, since a file can be replaced."""


def stamp(path: Path) -> Stamp:
    """Return the stamp of a file: it changes when the file does. Raises ``ImageError``."""
    try:
        status = path.stat()
    except OSError as error:
        raise ImageError(Flaw.BROKEN, str(error)) from error
    return status.st_size, status.st_mtime_ns


Rgb = tuple[float, float, float]
OutlineStep = tuple[str, tuple[float, ...]]
"""A path operator of PDF (ISO 32000-1, 8.5.2) and its operands: ``m`` x y, ``l`` x y, ``c`` six numbers, ``h``."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A path to paint, in the drawing's units, y downward."""

    steps: tuple[OutlineStep, ...]
    fill: Rgb | None
    stroke: Rgb | None
    width: float
    even_odd: bool
    cap: int
    join: int
    miter: float


@dataclass(frozen=True, slots=True)
class Svg:
    """A drawing without scripts, animations and references to other files. Its size is in CSS pixels."""

    data: bytes
    width: float
    height: float
    cleaned: bool
    moving: bool
    light: bool = True
    """Whether it is sure to take but a moment to draw, in any size."""
