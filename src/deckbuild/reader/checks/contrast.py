"""Checks the contrast of the author's colours. A finding stands at the colour in the file that has to change."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from deckbuild.dataclass import dataclass
from deckbuild.model.contrast import DRAWN, LARGE, SEEN, TEXT, contrast, luminance, nearest_passing
from deckbuild.model.theme import ACCENTS, Theme
from deckbuild.model.theme_settings import Swatch
from deckbuild.model.themes import is_dark, recolored
from deckbuild.reader.context import Node, Reading

NEEDS = {
    TEXT: "`{front}` ({front_hex}) has a contrast of {found}:1 on `{ground}` ({ground_hex}); text needs 7:1.",
    LARGE: "`{front}` ({front_hex}) has a contrast of {found}:1 on `{ground}` ({ground_hex}); marks and large text "
    "need 4.5:1.",
    DRAWN: "`{front}` ({front_hex}) has a contrast of {found}:1 on `{ground}` ({ground_hex}); frames need 3:1.",
    SEEN: "`{front}` ({front_hex}) has a contrast of {found}:1 on `{ground}` ({ground_hex}); rules need 1.3:1.",
}


@dataclass(frozen=True, slots=True)
class ColorPair:
    """A colour that is drawn on another, and the contrast ratio it needs there."""

    front: str
    ground: str
    least: float

    def ratio(self, theme: Theme) -> float:
        """Return the contrast ratio that the pair has in a theme."""
        return contrast(theme.colors[self.front], theme.colors[self.ground])

    def passes(self, theme: Theme) -> bool:
        """Whether the pair has the contrast it needs in a theme."""
        return self.ratio(theme) >= self.least


def _pairs() -> Iterator[ColorPair]:
    yield ColorPair("ink", "paper", TEXT)
    yield ColorPair("soft", "paper", TEXT)
    yield ColorPair("mark", "paper", LARGE)
    yield ColorPair("line", "paper", DRAWN)
    yield ColorPair("hair", "paper", SEEN)
    yield ColorPair("on-accent", "ink", LARGE)
    for number in range(1, ACCENTS + 1):
        yield ColorPair(f"accent{number}", "paper", TEXT)
        yield ColorPair("on-accent", f"accent{number}", LARGE)
        yield ColorPair("ink", f"wash{number}", TEXT)


PAIRS = tuple(_pairs())


def check_contrast(theme: Theme, base: Theme, colors: Mapping[str, Swatch], node: Node, reading: Reading) -> None:
    """Report each of the author's ``colors`` that lacks contrast, once, for the pair in which it lacks most."""
    worst: dict[str, ColorPair] = {}
    for pair in PAIRS:
        name = _written(pair, colors)
        if name is None or pair.passes(theme):
            continue
        other = worst.get(name)
        if other is None or pair.ratio(theme) / pair.least < other.ratio(theme) / other.least:
            worst[name] = pair
    given = {name: swatch.hex for name, swatch in colors.items()}
    for name, pair in worst.items():
        error = pair.least >= LARGE and pair.ratio(theme) < LARGE
        near = _nearest(name, base, given)
        args: dict[str, Any] = {
            "front": pair.front,
            "front_hex": theme.colors[pair.front],
            "ground": pair.ground,
            "ground_hex": theme.colors[pair.ground],
            "found": math.floor(pair.ratio(theme) * 10) / 10,
            "name": name,
            "near": near,
        }
        report = reading.error if error else reading.warning
        report("low-contrast", colors[name].span or node, NEEDS[pair.least], _hint(name, near, base, given), **args)


def _written(pair: ColorPair, colors: Mapping[str, Swatch]) -> str | None:
    """Return which of the author's colours has to change for a pair, or ``None``.

    A wash is made from its accent and the paper, so those are the author's colours behind it.
    """
    return next(
        (name for name in (pair.front, pair.ground, pair.ground.replace("wash", "accent"), "paper") if name in colors),
        None,
    )


def _nearest(name: str, base: Theme, given: dict[str, str]) -> str | None:
    """Return the nearest colour with which all pairs of ``name`` pass, or ``None``."""

    def passes(color: str) -> bool:
        theme = recolored(base, {**given, name: color})
        return all(pair.passes(theme) for pair in PAIRS if name in (pair.front, pair.ground))

    return nearest_passing(given[name], passes)


def _hint(name: str, near: str | None, base: Theme, given: dict[str, str]) -> str:
    if name == "paper" and is_dark(base) != (luminance(given["paper"]) < luminance("777777")):
        return (
            "On light paper begin with the light theme: `base: lys`."
            if is_dark(base)
            else "On dark paper begin with the dark theme: `base: mørk`."
        )
    if near is None:
        return "No lighter or darker shade of it reads. Leave the line out to have the theme's own colour."
    if luminance(near) < luminance(given[name]):
        return 'The nearest darker colour that reads is `{name}: "{near}"`.'
    return 'The nearest lighter colour that reads is `{name}: "{near}"`.'
