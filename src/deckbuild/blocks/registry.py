"""The kinds of block: a line for each, in the order of the documentation; loaded when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module

from deckbuild.model.block import Block

KEYS = {
    "section": "section.Section",
    "agenda": "agenda.Agenda",
    "text": "prose.Prose",
    "bullets": "bullets.Bullets",
    "numbered": "numbered.Numbered",
    "definition": "definition.Definition",
    "quote": "quote.Quote",
    "table": "table.Table",
    "comparison": "comparison.Comparison",
    "cards": "cards.Cards",
    "hub": "hub.Hub",
    "ladder": "ladder.Ladder",
    "steps": "steps.Steps",
    "cycle": "cycle.Cycle",
    "timeline": "timeline.Timeline",
    "pyramid": "pyramid.Pyramid",
    "quadrant": "quadrant.Quadrant",
    "chart": "chart.Chart",
    "figure": "figure.FigureUse",
    "reflection": "reflection.Reflection",
    "fields": "fields.Fields",
    "board": "board.Board",
    "picture": "picture.Picture",
    "columns": "columns.Columns",
    "closing": "closing.Closing",
}
"""deck.yaml key -> the kind's file in this folder and its class."""


@cache
def kind(key: str) -> type[Block]:
    """Return the kind of a key. Raises ``KeyError`` when there is none."""
    module, _, name = KEYS[key].partition(".")
    found: type[Block] = getattr(import_module(f"deckbuild.blocks.{module}"), name)
    return found


def kind_or_any(key: str) -> type[Block]:
    """Return the kind of a key; ``Block``, with what all kinds have in common, if no kind has the key."""
    return kind(key) if key in KEYS else Block


def kinds() -> Iterator[type[Block]]:
    """Yield the kinds in order, each loaded when its turn comes."""
    return map(kind, KEYS)


def kind_defined_under(key: str) -> type[Block]:
    """Return the kind whose blocks are defined by name under a key at the top of the file, such as ``tables``."""
    return next(each for each in kinds() if key == each.DEFINED_UNDER)
