"""Greyscale: a theme in greys instead of colours.

A grey with the luminance of its colour keeps the contrast (WCAG 2.1 measures contrast by luminance alone), but colours
of equal luminance become the same grey. The accents are about equally dark, so they are spread over the greys that
have enough contrast to paper. The number, name and place of a section identify it too.
"""

from __future__ import annotations

from dataclasses import replace

from deckbuild.model.contrast import contrast, luminance
from deckbuild.model.edition import Edition
from deckbuild.model.theme import ACCENTS, Theme
from deckbuild.model.themes import paper_theme

TEXT_CONTRAST = 7.0
"""The least contrast of text to paper (WCAG 2.1, 1.4.6)."""
_DARKEST, _LIGHTEST = 17.0, 7.2
"""The contrasts of the first and the last accent to paper; the others lie between them."""
_TEXTS = ("ink", "soft", "mark")
"""The colours of text, besides the accents."""


def edition_theme(theme: Theme, edition: Edition) -> Theme:
    """Return the theme in which an edition of the handout is printed."""
    printed = paper_theme(theme)
    return grey_theme(printed) if edition is Edition.GREYSCALE else printed


def grey_theme(theme: Theme) -> Theme:
    """Return ``theme``, which is for white paper, in greys. Text and marks get a contrast of at least 7:1."""
    paper = theme.colors["paper"]
    colors = {name: grey(luminance(color)) for name, color in theme.colors.items()}
    for name in _TEXTS:
        if contrast(colors[name], paper) < TEXT_CONTRAST:
            colors[name] = _at(TEXT_CONTRAST + 0.1)
    for number in range(ACCENTS):
        share = number / (ACCENTS - 1)
        colors[f"accent{number + 1}"] = _at(_DARKEST * (_LIGHTEST / _DARKEST) ** share)
    colors["on-accent"] = paper
    slides = theme.slide_colors and {name: grey(luminance(color)) for name, color in theme.slide_colors.items()}
    return replace(theme, name=f"{theme.name} grey", colors=colors, slide_colors=slides, grey=True)


def grey(light: float) -> str:
    """Return the grey of a relative luminance from 0 to 1, as RRGGBB."""
    share = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    value = round(255 * min(1.0, max(0.0, share)))
    return f"{value:02X}" * 3


def _at(ratio: float) -> str:
    """Return the grey of a contrast on white."""
    return grey(1.05 / ratio - 0.05)
