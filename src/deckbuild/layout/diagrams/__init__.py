"""Diagrams. Slides and paper share one geometry; only a ``DiagramLook`` differs."""

from deckbuild.layout.diagrams.canvas import Canvas, DrawnDiagram
from deckbuild.layout.diagrams.cycle import cycle_items
from deckbuild.layout.diagrams.hub import HUB_HEIGHT, HUB_WIDTH, hub_items
from deckbuild.layout.diagrams.ladder import Rung, ladder_items
from deckbuild.layout.diagrams.pyramid import pyramid_items
from deckbuild.layout.diagrams.quadrant import QuadrantLabel, quadrant_items
from deckbuild.layout.diagrams.steps import StepLabel, steps_items
from deckbuild.layout.diagrams.timeline import Moment, timeline_items

__all__ = [
    "HUB_HEIGHT", "HUB_WIDTH", "Canvas", "DrawnDiagram", "Moment",
    "QuadrantLabel", "Rung", "StepLabel", "cycle_items", "hub_items", "ladder_items", "pyramid_items",
    "quadrant_items", "steps_items", "timeline_items",
]  # fmt: skip
