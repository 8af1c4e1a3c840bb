"""Pictures keep their proportions: the largest box of their shape in the room there is."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from deckbuild.model.contrast import contrast
from deckbuild.units import Rect

_SEEN = 2.0
"""The contrast of a picture with its ground under which it is as good as invisible."""
_OPAQUE = 0.95
"""The share of a picture's surface that is not transparent from which on it brings its own ground."""


@lru_cache(maxsize=256)
def proportions(path: Path) -> float:
    """Return width divided by height. Raises ``OSError`` when the file is no picture."""
    from PIL import Image  # slow to import, and most decks have few pictures

    with Image.open(path) as picture:
        return picture.width / picture.height


def centered_in(box: Rect, room: Rect) -> Rect:
    """Return ``box`` moved to the middle of ``room`` from side to side."""
    return box.moved((room.w - box.w) / 2, 0.0)


def fitted(path: Path, room: Rect) -> Rect:
    """Return the largest box of the picture's proportions within ``room``, at its top left corner."""
    ratio = proportions(path)
    width = min(room.w, room.h * ratio)
    return Rect(room.x, room.y, width, width / ratio)


@lru_cache(maxsize=16)
def seen_on(path: Path, ground: str) -> bool:
    """Whether a picture with a transparent ground stands out from the colour ``ground``, given as RRGGBB."""
    from PIL import Image

    with Image.open(path) as picture:
        if "A" not in picture.mode and "transparency" not in picture.info:
            return True
        small = picture.convert("RGBA").resize((32, 32))
    data = small.tobytes()
    weight = sum(data[3::4]) / 255
    if weight >= _OPAQUE * len(data) / 4 or not weight:
        return True
    mean = (round(sum(a * b for a, b in zip(data[i::4], data[3::4], strict=True)) / 255 / weight) for i in range(3))
    return contrast("".join(f"{channel:02X}" for channel in mean), ground) >= _SEEN
