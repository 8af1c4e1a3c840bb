"""A dataclass's fields -> the keys an author writes for them."""

from __future__ import annotations

import dataclasses
from typing import Any

from deckbuild.blocks.chart import Chart
from deckbuild.blocks.columns import Column
from deckbuild.blocks.figure import FigureUse
from deckbuild.model.deck import Block, Node

HIDDEN: dict[type[Node], set[str]] = {Chart: {"numbers"}, Column: {"body"}, FigureUse: {"figure"}}
"""Fields the author never writes."""


def yaml_key(name: str) -> str:
    """Return a field's key in deck.yaml."""
    return name.rstrip("_").replace("_", "-")


def keys_of(cls: type[Node]) -> dict[str, dataclasses.Field[Any]]:
    """Return the fields that an author writes, by their keys, in the order of the class."""
    hidden = {"span", "places"} | HIDDEN.get(cls, set()) | ({"id"} if issubclass(cls, Block) else set())
    return {yaml_key(field.name): field for field in dataclasses.fields(cls) if field.name not in hidden}
