"""``fields:`` named boxes to write or draw in."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Item, LayoutKind, Role, Shape, ShapeKind, TextBox
from deckbuild.frame.text import Par
from deckbuild.handout.blocks.fields import field_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.plates import LEAST_INSET
from deckbuild.layout.text.bullets import hanging, hanging_indent
from deckbuild.layout.text.paragraph import ParStyle, height, set_par, stack
from deckbuild.model.block import Block
from deckbuild.model.text import Text
from deckbuild.model.theme import LINE, MARK, SOFT
from deckbuild.model.written import Between
from deckbuild.units import Pt, Rect

_GAP: Pt = 16
"""White between the boxes, and between two rows of them."""
_UNDER_NAME: Pt = 8
_FEWEST_OF_TWO_ROWS = 4
_NAMES = (Role.BODY2, Role.BODY3, Role.BODY4)
_MOST_LINES = 4
"""The most lines of a name; a name in more lines has too narrow a place."""
_LEAST: Pt = 72
"""The least height of a box, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields(Block):
    """``fields:`` named boxes to write or draw in."""

    KIND: ClassVar[str] = "fields"
    SHORTHAND: ClassVar[str] = "items"

    items: Annotated[tuple[Text, ...], Between(1, 8)]
    """The boxes' names."""
    head: Text | None = None
    """What to do in them."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.FIELDS
    ELASTIC: ClassVar[bool] = True
    FOOT_BIDS_WRITE: ClassVar[bool] = True
    FRAMES_DAY: ClassVar[bool] = True

    @property
    def asks(self) -> int:
        """How many question numbers it uses up: one for each box."""
        return len(self.items)

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the boxes side by side, their numbers and names above them.

        Four or more stand in two rows when their names need different numbers of lines side by side.
        """
        items: list[Item] = []
        room = region
        if self.head:
            pars = stack([set_par(self.head, ParStyle(context.step, SOFT), region.w, context.settings)])
            box = Rect(region.x, region.y, region.w, height(pars))
            items.append(TextBox(id=f"{self.id}/head", box=box, pars=pars, role=Role.BODY))
            room = region.below(height(pars) + 8)
        names = self._names(room.w, 1, context)
        lines = {len(pars[0].lines) for pars in names}
        rows = 2 if len(lines) > 1 and len(names) >= _FEWEST_OF_TWO_ROWS and len(names) % 2 == 0 else 1
        if rows > 1:
            names = self._names(room.w, rows, context)
        across = len(names) // rows
        heads = [max(height(pars) for pars in names[row * across :][:across]) + _UNDER_NAME for row in range(rows)]
        high = (room.h - sum(heads) - _GAP * (rows - 1)) / rows
        for index, pars in enumerate(names):
            row = index // across
            y = room.y + sum(heads[: row + 1]) + row * (high + _GAP)
            field = Rect(room.x, y, room.w, high).columns(across, _GAP)[index % across]
            box = Rect(field.x, y - _UNDER_NAME - height(pars), field.w, height(pars))
            role = _NAMES[index] if index < len(_NAMES) and rows == 1 else Role.NONE
            items += (
                TextBox(id=f"{self.id}/name{index + 1}", box=box, pars=pars, role=role, span=self.items[index].span),
                Shape(
                    id=f"{self.id}/field{index + 1}", kind=ShapeKind.ROUND, box=field, stroke=LINE, width=1, radius=6
                ),
            )
        readable = all(len(pars[0].lines) <= _MOST_LINES for pars in names)
        return Placement(tuple(items), region.h if readable and high >= _LEAST else region.h + 1)

    def _names(self, width: Pt, rows: int, context: SlideContext) -> list[tuple[Par, ...]]:
        """Set the names with their numbers, as wide as the boxes are in so many rows of ``width`` points."""
        wide = Rect(0, 0, width, 0).columns(len(self.items) // rows, _GAP)[0].w
        numbers = [f"{context.number}.{context.question + index}" for index in range(len(self.items))]
        inset = LEAST_INSET if context.theme.plates else 0.0
        hang = hanging_indent(numbers, context.step, 0.0, context.settings) + 2 * inset
        style = ParStyle(context.step, indent=hang, hang=hang - inset)
        return [
            stack([set_par(name, style, wide, context.settings, hanging(number, style, MARK))])
            for name, number in zip(self.items, numbers, strict=True)
        ]

    def headed(self, head: Text) -> Block | None:
        """Return the boxes under a head, if they have none."""
        return None if self.head is not None else replace(self, head=head)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the boxes, numbered."""
        return field_strips(self.id, self.head, self.items, context)
