"""``lys``: white paper, dark ink. What a theme is left to say nothing of is as here."""

from __future__ import annotations

from deckbuild.model.theme import Theme

LIGHT = Theme()
"""The accents have a contrast of 8.3:1 to the paper."""
