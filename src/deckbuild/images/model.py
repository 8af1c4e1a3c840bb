"""What is known of a picture file, and what may be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Flaw(Enum):
    """Why a picture can't be shown."""

    BROKEN = "broken"
    """Damaged, or of another kind than its name says."""
    TOO_LARGE = "too large"
    """So many dots that unpacking them would fill the memory."""
    NO_SIZE = "no size"
    """It has no height or width."""


class ImageError(ValueError):
    """A picture file that can't be shown."""

    def __init__(self, flaw: Flaw, message: str) -> None:
        super().__init__(message)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class Facts:
    """A picture as it is shown: turned upright."""

    width: float
    """In dots; of a drawing in its own units."""
    height: float
    drawing: bool = False
    """Whether it is an SVG, sharp at any size."""
    moving: bool = False
    """Whether it is a film, of which only the first picture is shown."""
    cleaned: bool = False
    """Whether parts were left out that run or are fetched from elsewhere."""

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
    """The SVG it was made of, cleaned."""


Stamp = tuple[int, int]
"""Size and time of change: another file may come to lie under the same name."""


def stamp(path: Path) -> Stamp:
    """Return what changes when a file does. Raises ``ImageError``."""
    try:
        status = path.stat()
    except OSError as error:
        raise ImageError(Flaw.BROKEN, str(error)) from error
    return status.st_size, status.st_mtime_ns


Rgb = tuple[float, float, float]
OutlineStep = tuple[str, tuple[float, ...]]
"""``m`` x y, ``l`` x y, ``c`` six coordinates, ``h``: as a PDF names them (ISO 32000-1, 8.5.2)."""


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
    """A drawing that is safe to show: nothing in it runs, moves or is fetched; its size is in CSS pixels."""

    data: bytes
    width: float
    height: float
    cleaned: bool
    moving: bool
