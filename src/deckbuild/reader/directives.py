"""Directives for the handout that the slide has no use for."""

from __future__ import annotations

from deckbuild.blocks.bullets import Bullets
from deckbuild.blocks.cards import Cards
from deckbuild.blocks.comparison import Comparison
from deckbuild.blocks.definition import Definition
from deckbuild.blocks.diagram import Diagram
from deckbuild.blocks.figure import FigureUse
from deckbuild.blocks.hub import Hub
from deckbuild.blocks.ladder import Ladder
from deckbuild.blocks.numbered import Numbered
from deckbuild.blocks.prose import Prose
from deckbuild.blocks.registry import KINDS
from deckbuild.blocks.table import Table
from deckbuild.model.deck import Block, Slide
from deckbuild.model.walk import blocks
from deckbuild.reader.keys import listed
from deckbuild.reader.reading import Reading

_DIAGRAMS = tuple(kind for kind in KINDS if issubclass(kind, Diagram))
NEEDS: dict[str, tuple[type[Block], ...]] = {
    "each": (Cards, Hub, *_DIAGRAMS, FigureUse),
    "column": (Table,),
    "ticks": (Bullets, Numbered, Definition, Prose),
    "mark": (FigureUse, Ladder, Hub, *_DIAGRAMS),
    "crosses": (Comparison,),
}
"""A directive -> the kinds it works on."""


def check_handout(slide: Slide, reading: Reading) -> None:
    """Warn of directives without effect."""
    handout = slide.handout
    if not handout.places:
        return
    kinds = {type(block) for block in blocks(slide.body)}
    for name, needs in NEEDS.items():
        place = handout.places.get(name)
        if place and not kinds & set(needs):
            reading.warning(
                "no-effect",
                place,
                "`{key}:` has no effect on this slide: it works on {kinds}.",
                "Remove the line, or move it to the slide it belongs to.",
                key=name,
                kinds=listed(kind.KIND for kind in needs),
            )
    if handout.skip and len(handout.places) > 1:
        other = next(name for name in handout.places if name != "skip")
        reading.warning(
            "no-effect",
            handout.places[other],
            "`{key}:` has no effect: `skip: yes` leaves the slide out of the handout.",
            "Remove one of the two lines.",
            key=other.replace("_", "-"),
        )
