"""How well one colour reads on another. Colours are RRGGBB, contrasts go from 1 to 21.

The formulas are those of WCAG 2.1: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance and
https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio.
"""

from __future__ import annotations

from collections.abc import Callable

TEXT, LARGE, DRAWN, SEEN = 7.0, 4.5, 3.0, 1.3
"""Contrast ratios (WCAG 2.2) that are needed by text; large text and marks; lines to write on and frames; rules."""
_FINE = 200
"""How many mixtures are tried between a colour and black or white."""


def channels(color: str) -> tuple[int, int, int]:
    """Return red, green and blue, from 0 to 255."""
    return int(color[:2], 16), int(color[2:4], 16), int(color[4:], 16)


def luminance(color: str) -> float:
    """Return the relative luminance, from 0 (black) to 1 (white)."""
    red, green, blue = (linear(channel / 255) for channel in channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(share: float) -> float:
    """Return a channel, from 0 to 1, as a share of light (sRGB, IEC 61966-2-1)."""
    return share / 12.92 if share <= 0.03928 else float(((share + 0.055) / 1.055) ** 2.4)


def encoded(light: float) -> float:
    """Return the channel for a share of light: the inverse of ``linear``."""
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours; their order does not matter."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(color: str, ground: str, share: float) -> str:
    """Return a mixture of two colours: ``share`` (from 0 to 1) of ``color``, the rest ``ground``."""
    pairs = zip(channels(color), channels(ground), strict=True)
    return "".join(f"{round(share * a + (1 - share) * b):02X}" for a, b in pairs)


def nearest_passing(color: str, passes: Callable[[str], bool]) -> str | None:
    """Return the mixture with black or white nearest to ``color`` that ``passes``; ``None`` when none does."""
    for step in range(1, _FINE + 1):
        for end in ("000000", "FFFFFF"):
            tried = mixed(end, color, step / _FINE)
            if passes(tried):
                return tried
    return None
