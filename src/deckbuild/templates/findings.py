"""What there is to report about the use of a template."""

from __future__ import annotations

from dataclasses import field

from deckbuild.dataclass import dataclass


@dataclass(slots=True)
class Findings:
    """What is reported to the author about the use of a template."""

    recolored: list[str] = field(default_factory=list)
    """Colours with too little contrast, and what replaces them: ``accent1 FFC000 (1.6:1) → 7A5C00``."""
    missing: set[str] = field(default_factory=set)
    """Layout kinds without a placeholder for their text; it is put into text boxes."""
    covered: set[str] = field(default_factory=set)
    """Names of layouts whose decoration stands where the content does."""
    undrawn: bool = False
    """Whether slides.pdf lacks some of the decoration."""
    table: str = ""
    """The id of the style of tables, if nobody but the template's maker knows what it looks like."""
    fonts: dict[str, float] = field(default_factory=dict)
    """Font family whose letters are, or may be, wider than those that we measure -> the factor of room kept for it."""
