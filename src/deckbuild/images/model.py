"""What is known of a picture file, and what may be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
