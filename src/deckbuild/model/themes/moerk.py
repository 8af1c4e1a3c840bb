"""``mørk``: for dark rooms, dark slate with light ink."""

from __future__ import annotations

from deckbuild.model.theme import Theme

DARK = Theme(
    name="Deckbuild dark",
    colors={
        "ink": "EEF1F4", "soft": "BEC5CB", "line": "899098", "hair": "565F67", "mark": "FD884F", "paper": "1E2329",
        "on-accent": "1E2329",
        "accent1": "87C3F5", "accent2": "83CD9D", "accent3": "F0A8CA", "accent4": "D4BA85", "accent5": "C9B2F4",
        "wash1": "28333D", "wash2": "283435", "wash3": "333039", "wash4": "303232", "wash5": "2F313D",
    },
    tint=0.10,
)  # fmt: skip
"""The accents have the light theme's hues, at a contrast of 8.4:1."""
