"""Pictures keep their proportions: the largest box of their shape in the room there is."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from deckbuild.units import Rect


@lru_cache(maxsize=256)
def proportions(path: Path) -> float:
    """Return width divided by height. Raises ``OSError`` when the file is no picture."""
    from PIL import Image  # slow to import, and most decks have few pictures

    with Image.open(path) as picture:
        return picture.width / picture.height


def fitted(path: Path, room: Rect) -> Rect:
    """Return the largest box of the picture's proportions within ``room``, at its top left corner."""
    ratio = proportions(path)
    width = min(room.w, room.h * ratio)
    return Rect(room.x, room.y, width, width / ratio)
