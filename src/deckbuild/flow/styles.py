"""Which look a handout has."""

from __future__ import annotations

from deckbuild.flow.style import PaperStyle
from deckbuild.model.deck import HandoutSettings, Paper

_STYLES = {Paper.A4: PaperStyle()}


def paper_style(settings: HandoutSettings) -> PaperStyle:
    """Return the look that the deck file asks for."""
    return _STYLES[settings.paper]
