"""Diagrams. Slides and paper share one geometry; only a ``DiagramLook`` differs."""

from deckbuild.layout.diagrams.canvas import Canvas, DrawnDiagram, Part
from deckbuild.layout.diagrams.cycle import cycle_items
from deckbuild.layout.diagrams.hub import HUB_HEIGHT, HUB_WIDTH, hub_items
from deckbuild.layout.diagrams.ladder import Rung, ladder_items
from deckbuild.layout.diagrams.pyramid import pyramid_items
from deckbuild.layout.diagrams.quadrant import quadrant_items
from deckbuild.layout.diagrams.steps import steps_items
from deckbuild.layout.diagrams.timeline import timeline_items

__all__ = [
    "HUB_HEIGHT", "HUB_WIDTH", "Canvas", "DrawnDiagram", "Part", "Rung", "cycle_items", "hub_items", "ladder_items",
    "pyramid_items", "quadrant_items", "steps_items", "timeline_items",
]  # fmt: skip
