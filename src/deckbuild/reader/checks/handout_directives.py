"""Warnings of directives under ``handout:`` that have no effect on their slide."""

from __future__ import annotations

from deckbuild.blocks.registry import kinds
from deckbuild.diagnostics import Phrase
from deckbuild.model.deck import Show, Slide
from deckbuild.model.walk import blocks
from deckbuild.reader.context import Reading
from deckbuild.reader.language.suggest import listed

NEEDS = ("each", "column", "ticks", "mark", "crosses")
"""The directives that work on some kinds of block only."""


def check_handout(slide: Slide, reading: Reading) -> None:
    """Warn of each directive of a slide that has no effect."""
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
    works = {key for block in blocks(slide.body) for key in block.DIRECTIVES}
    able = [key for key in NEEDS if key in works and key not in handout.places]
    alone = len(handout.places) == 1
    for name in NEEDS:
        place = handout.places.get(name)
        if place and name not in works:
            reading.warning(
                "no-effect",
                place,
                "`{key}:` has no effect on this slide: it works on {kinds}.",
                (
                    "On this slide write one heading instead, such as `column: {when}`: it gives an empty column."
                    if "column" in able
                    else "On this slide {able} does something: write that instead."
                    if able
                    else "",
                    "Or remove `handout:` with all under it."
                    if alone and able
                    else "Or remove `{key}:`."
                    if able
                    else "Remove `handout:` with all under it, or move it to the slide it belongs to."
                    if alone
                    else "Remove `{key}:`, or move it to the slide it belongs to.",
                ),
                key=name,
                when=Phrase("When"),
                able=listed((f"{key}:" for key in able), "or"),
                kinds=listed(kind.KIND for kind in kinds() if name in kind.DIRECTIVES),
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
    """Warn of ``ticks:`` on text or definitions that contain no list."""
    place = slide.handout.places.get("ticks")
    able = [block for block in blocks(slide.body) if "ticks" in block.DIRECTIVES]
    if place and able and not any(block.tickable for block in able):
        reading.warning(
            "no-effect",
            place,
            "`ticks:` has no effect on this slide: there is no list in it.",
            "Make a list of what is to be ticked, each item on its own line after a hyphen, or remove `ticks:`.",
        )


def _check_instruction(slide: Slide, reading: Reading) -> None:
    """Warn of ``ask:`` beside ``mark:``, since both are instructions."""
    places = slide.handout.places
    if "ask" in places and "mark" in places:
        reading.warning(
            "no-effect",
            places["ask"],
            "`ask:` has no effect beside `mark:`, which is itself the instruction.",
            "Write both in one line after `mark:`, or remove one of the two.",
        )


def _check_shown(slide: Slide, reading: Reading) -> None:
    """Warn of directives for the slide's content when the handout does not print the content."""
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
