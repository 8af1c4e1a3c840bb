"""``numbered:`` a numbered list."""

from __future__ import annotations

from typing import ClassVar

from deckbuild.blocks.item_list import ItemList
from deckbuild.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered(ItemList):
    """``numbered:`` a numbered list."""

    KIND: ClassVar[str] = "numbered"
    NUMBERED: ClassVar[bool] = True
