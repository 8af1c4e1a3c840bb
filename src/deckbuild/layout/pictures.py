"""Where pictures stand: whole or filling their place, never stretched, never blown up until their dots show."""

from __future__ import annotations

import math
from pathlib import Path

from deckbuild.frame.items import UNCROPPED, Crop
from deckbuild.images import facts, sample
from deckbuild.model.contrast import contrast
from deckbuild.model.deck import MIDDLE, Focus
from deckbuild.units import Pt, Rect

COARSE = 110
"""Dots to the inch under which a picture looks coarse on a large screen and in print."""
_COARSEST = 72
"""A picture that is shown whole is not blown up beyond so few dots to the inch."""
_SEEN = 2.0
"""The contrast of a picture with its ground under which it is as good as invisible."""
_OPAQUE = 0.95
"""The share of a picture's surface that is not transparent from which on it brings its own ground."""
_SAMPLE = (32, 32)


def centered_in(box: Rect, room: Rect) -> Rect:
    """Return ``box`` moved to the middle of ``room`` from side to side."""
    return box.moved((room.w - box.w) / 2, 0.0)


def fitted(path: Path, room: Rect) -> Rect:
    """Return the largest box of the picture's proportions within ``room``, at its top left corner."""
    picture = facts(path)
    most: Pt = room.w if picture.drawing else picture.width * 72 / _COARSEST
    width = min(room.w, room.h * picture.ratio, most)
    return Rect(room.x, room.y, width, width / picture.ratio)


def placed(path: Path, room: Rect, *, fill: bool, focus: Focus = MIDDLE) -> tuple[Rect, Crop]:
    """Return the box of a picture in ``room``, and what it loses when it is to ``fill`` the room around ``focus``."""
    if not fill:
        return fitted(path, room), UNCROPPED
    ratio, wanted = facts(path).ratio, room.w / room.h
    left, right = _cut(1 - min(1.0, wanted / ratio), focus.x)
    top, bottom = _cut(1 - min(1.0, ratio / wanted), focus.y)
    return room, Crop(left, top, right, bottom)


def _cut(lost: float, at: float) -> tuple[float, float]:
    """Share what is lost so that ``at`` comes to stand in the middle of what is left, or as near as may be."""
    before = min(max(0.0, at - (1 - lost) / 2), lost)
    return before, lost - before


def density(path: Path, box: Rect, crop: Crop = UNCROPPED) -> float | None:
    """Return how many dots to the inch are shown in ``box``; nothing for drawings, which are sharp at any size."""
    picture = facts(path)
    return None if picture.drawing else picture.width * (1 - crop.left - crop.right) * 72 / box.w


def dots_wanted(path: Path, room: Rect, crop: Crop) -> int:
    """Return how many dots across the file should have to look sharp when it takes the ``room`` there is."""
    width = room.w if crop != UNCROPPED else min(room.w, room.h * facts(path).ratio)
    return math.ceil(width / 72 * COARSE / (1 - crop.left - crop.right))


def seen_on(path: Path, ground: str) -> bool:
    """Whether a picture with a transparent ground stands out from the colour ``ground``, given as RRGGBB."""
    data = sample(path, _SAMPLE)
    weight = sum(data[3::4]) / 255
    if weight >= _OPAQUE * len(data) / 4 or not weight:
        return True
    mean = (round(sum(a * b for a, b in zip(data[i::4], data[3::4], strict=True)) / 255 / weight) for i in range(3))
    return contrast("".join(f"{channel:02X}" for channel in mean), ground) >= _SEEN
