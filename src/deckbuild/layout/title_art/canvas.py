"""What a title art is drawn from, and where: the same on the title slide and on a cover."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.deck import DaySection
from deckbuild.units import Pt, Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtCanvas:
    """The place of a title art, and what it shows. A deck without sections has none."""

    name: str
    """What the ids of its items begin with."""
    box: Rect
    """The area it may use, on its page."""
    unit: Pt
    """How long a point of the title slide is here: strokes and type are as many times as large."""
    sections: tuple[DaySection, ...]
    shares: tuple[float, ...]
    """The share of each section in the slides of all sections."""
    named: bool
    """Whether it names the sections; on a cover the contents do."""
    settings: TextSettings
