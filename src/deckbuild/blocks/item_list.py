"""What ``bullets:`` and ``numbered:`` have in common."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar

from deckbuild.blocks.base import FlowingBlock
from deckbuild.blocks.sides import side_by_side
from deckbuild.dataclass import dataclass
from deckbuild.frame.items import LayoutKind
from deckbuild.frame.text import Par
from deckbuild.handout.blocks.lists import flat_items, list_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.lists import head_par, list_pars
from deckbuild.model.block import Block
from deckbuild.model.deck import ListItem
from deckbuild.model.text import Text
from deckbuild.model.written import Between
from deckbuild.units import Pt, Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList(FlowingBlock):
    """A list of items, in one column or two."""

    NUMBERED: ClassVar[bool] = False
    """Whether the items are numbered."""
    SHORTHAND: ClassVar[str] = "items"
    OF_SENTENCES: ClassVar[bool] = True
    BESIDE_NOTES: ClassVar[bool] = True
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset({"ticks"})

    items: tuple[ListItem, ...]
    """The items; an item may hold a list of its own."""
    head: Text | None = None
    """A heading above the list."""
    columns: Annotated[int, Between(1, 2)] = 1
    """How many columns the list is set in: 1 or 2."""

    @property
    def wide(self) -> bool:
        """Whether it uses the slide's full width: in two columns."""
        return self.columns == 2

    @property
    def flowing(self) -> bool:
        """Whether it is running text: unless it stands in columns of its own."""
        return self.columns == 1

    @property
    def numbered(self) -> tuple[tuple[Text, ...], ...]:
        """Its items, if it numbers them."""
        return (tuple(item.text for item in self.items),) if self.NUMBERED else ()

    @property
    def brief(self) -> LayoutKind | None:
        """A list, in one column."""
        return LayoutKind.TEXT if self.columns == 1 else None

    @property
    def layouts(self) -> tuple[LayoutKind, ...]:
        """One column or two."""
        return (self.LAYOUT, LayoutKind.COLUMNS)

    def in_columns(self) -> Block:
        """Return the list in two columns."""
        return replace(self, columns=2)

    def pars(self, width: Pt, context: SlideContext) -> list[Par]:
        """Return head and items, set in ``width`` points."""
        head = [head_par(self.head, width, context)] if self.head else []
        return head + list_pars(self.items, width, context, numbered=self.NUMBERED)

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Stand in one box, or with ``columns: 2`` in two of like height."""
        if self.columns == 2:
            return side_by_side(self.id, self.head, self.items, region, context, numbered=self.NUMBERED)
        return FlowingBlock.place(self, region, context)

    def headed(self, head: Text) -> Block | None:
        """Return the list under a head, if it has none."""
        return None if self.head is not None else replace(self, head=head)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return head and items."""
        return list_strips(self.id, self.head, [*flat_items(self.items, numbered=self.NUMBERED)], context)
