"""Placing pictures: whole, or cropped to fill a box. They are never distorted, nor enlarged until pixels show."""

from __future__ import annotations

import math
from pathlib import Path

from deckbuild.frame.items import UNCROPPED, Crop
from deckbuild.images.facts import facts, sample
from deckbuild.model.contrast import contrast
from deckbuild.model.deck import MIDDLE, Focus
from deckbuild.units import Pt, Rect

COARSE = 110
"""The resolution, in pixels to the inch, below which a picture looks coarse on a large screen and in print."""
_COARSEST = 72
"""A picture that is shown whole is not enlarged below this resolution, in pixels to the inch."""
_SEEN = 2.0
"""The contrast ratio with its background (1..21) below which a picture is as good as invisible."""
_OPAQUE = 0.95
"""The opaque share (0..1) of a picture from which on it has a background of its own."""
_SAMPLE = (32, 32)
"""The size in pixels at which a picture's mean colour is taken."""


def centered_in(box: Rect, room: Rect) -> Rect:
    """Return ``box``, which stands at the left of ``room``, centred in it horizontally."""
    return box.moved((room.w - box.w) / 2, 0.0)


def fitted(path: Path, room: Rect) -> Rect:
    """Return the largest box of the picture's proportions at the top left of ``room``; bitmaps are 72 dpi or more."""
    picture = facts(path)
    most: Pt = room.w if picture.drawing else picture.width * 72 / _COARSEST
    width = min(room.w, room.h * picture.ratio, most)
    return Rect(room.x, room.y, width, width / picture.ratio)


def placed(path: Path, room: Rect, *, fill: bool, focus: Focus = MIDDLE) -> tuple[Rect, Crop]:
    """Return the box of a picture in ``room``, and its crop.

    With ``fill`` it fills ``room`` and is cropped around ``focus`` (shares 0..1 of its width and height). Otherwise it
    is shown whole.
    """
    if not fill:
        return fitted(path, room), UNCROPPED
    ratio, wanted = facts(path).ratio, room.w / room.h
    left, right = _cut(1 - min(1.0, wanted / ratio), focus.x)
    top, bottom = _cut(1 - min(1.0, ratio / wanted), focus.y)
    return room, Crop(left, top, right, bottom)


def _cut(lost: float, at: float) -> tuple[float, float]:
    """Return the shares to crop at either end, ``lost`` together, so that ``at`` is as central as possible."""
    before = min(max(0.0, at - (1 - lost) / 2), lost)
    return before, lost - before


def density(path: Path, box: Rect, crop: Crop = UNCROPPED) -> float | None:
    """Return a bitmap's resolution in ``box``, in pixels to the inch; ``None`` for a vector drawing."""
    picture = facts(path)
    return None if picture.drawing else picture.width * (1 - crop.left - crop.right) * 72 / box.w


def dots_wanted(path: Path, room: Rect, crop: Crop) -> int:
    """Return how many pixels wide the file should be to look sharp in ``room``."""
    width = room.w if crop != UNCROPPED else min(room.w, room.h * facts(path).ratio)
    return math.ceil(width / 72 * COARSE / (1 - crop.left - crop.right))


def seen_on(path: Path, ground: str) -> bool:
    """Whether a picture can be seen on the background colour ``ground``, given as RRGGBB.

    Only a picture that is partly transparent can disappear: its mean colour is then compared with ``ground``.
    """
    data = sample(path, _SAMPLE)
    weight = sum(data[3::4]) / 255  # the opaque pixels, of RGBA data
    if weight >= _OPAQUE * len(data) / 4 or not weight:
        return weight > 0
    mean = (round(sum(a * b for a, b in zip(data[i::4], data[3::4], strict=True)) / 255 / weight) for i in range(3))
    return contrast("".join(f"{channel:02X}" for channel in mean), ground) >= _SEEN
