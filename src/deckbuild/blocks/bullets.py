"""``bullets:`` a list with dashes, nested as deep as needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from deckbuild.blocks.item_list import ItemList


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets(ItemList):
    """``bullets:`` a list with dashes, nested as deep as needed."""

    KIND: ClassVar[str] = "bullets"
