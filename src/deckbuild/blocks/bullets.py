"""``bullets:`` a list with dashes, nested as deep as needed."""

from __future__ import annotations

from typing import ClassVar

from deckbuild.blocks.item_list import ItemList
from deckbuild.dataclass import dataclass
from deckbuild.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets(ItemList):
    """``bullets:`` a list with dashes, nested as deep as needed."""

    KIND: ClassVar[str] = "bullets"
    WITH_NUMBERS: ClassVar[str] = "numbered"
    USUAL: ClassVar[bool] = True

    @property
    def bulleted(self) -> tuple[Text, ...]:
        """Its items."""
        return tuple(item.text for item in self.items)

    @property
    def drafted(self) -> tuple[Text, ...]:
        """The texts that may still wait for somebody to write them."""
        return tuple(item.text for item in self.items)
