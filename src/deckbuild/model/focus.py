"""Where the important part of a picture is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Focus:
    """A place in a picture: shares of its width from the left, of its height from the top."""

    x: float = 0.5
    y: float = 0.5


MIDDLE = Focus()
