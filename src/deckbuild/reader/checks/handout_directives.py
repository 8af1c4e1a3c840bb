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
from deckbuild.model.deck import Block, Show, Slide
from deckbuild.model.text import ParagraphKind
from deckbuild.model.walk import blocks
from deckbuild.reader.context import Reading
from deckbuild.reader.language.suggest import listed

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
    if slide.opens_section:
        for name, where in handout.places.items():
            if name != "skip":
                reading.warning(
                    "no-effect",
                    where,
                    "`{key}:` has no effect: a section's slide has no place of its own in the handout.",
                    "Move the line to a slide of the section.",
                    key=name.replace("_", "-"),
                )
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
    _check_list(slide, reading)
    _check_instruction(slide, reading)
    _check_shown(slide, reading)
    if handout.skip and len(handout.places) > 1:
        other = next(name for name in handout.places if name != "skip")
        reading.warning(
            "no-effect",
            handout.places[other],
            "`{key}:` has no effect: `skip: yes` leaves the slide out of the handout.",
            "Remove one of the two lines.",
            key=other.replace("_", "-"),
        )


def _check_list(slide: Slide, reading: Reading) -> None:
    """Warn of ticks on text and definitions in which there is no list to tick."""
    place = slide.handout.places.get("ticks")
    able = [block for block in blocks(slide.body) if isinstance(block, NEEDS["ticks"])]
    if place and able and not any(map(_has_list, able)):
        reading.warning(
            "no-effect",
            place,
            "`ticks:` has no effect on this slide: there is no list in it.",
            "Make a list of what is to be ticked, each item on its own line after a hyphen, or remove the line.",
        )


def _has_list(block: Block) -> bool:
    match block:
        case Prose():
            return any(par.kind in (ParagraphKind.BULLET, ParagraphKind.NUMBER) for par in block.paragraphs)
        case Definition():
            return bool(block.points)
        case _:
            return True


def _check_instruction(slide: Slide, reading: Reading) -> None:
    """Warn of an instruction beside another."""
    places = slide.handout.places
    if "ask" in places and "mark" in places:
        reading.warning(
            "no-effect",
            places["ask"],
            "`ask:` has no effect beside `mark:`, which is itself the instruction.",
            "Write both in one line after `mark:`, or remove one of the two.",
        )


def _check_shown(slide: Slide, reading: Reading) -> None:
    """Warn of what would stand in the slide's content when the content is not printed."""
    handout = slide.handout
    if handout.show not in (Show.NOTHING, Show.THUMBNAIL):
        return
    for name in ("column", "ticks", "crosses", "mark"):
        if name in handout.places:
            reading.warning(
                "no-effect",
                handout.places[name],
                "`{key}:` has no effect: with `show: {shown}` the handout leaves the content out.",
                "Remove one of the two lines.",
                key=name,
                shown=handout.show.value,
            )
