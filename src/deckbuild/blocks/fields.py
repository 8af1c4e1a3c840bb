"""``fields:`` named boxes to write or draw in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from deckbuild.frame.items import Item, LayoutKind, Role, Shape, ShapeKind, TextBox
from deckbuild.handout.blocks.fields import field_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.text.bullets import hanging, hanging_indent
from deckbuild.layout.text.paragraph import ParStyle, height, set_par, stack
from deckbuild.model.block import Block
from deckbuild.model.text import Text
from deckbuild.model.theme import LINE, MARK, SOFT
from deckbuild.model.written import Between
from deckbuild.units import Rect

_GAP = 16
_NAMES = (Role.BODY2, Role.BODY3, Role.BODY4)
_MOST_LINES = 4
"""The most lines of a name; a name in more lines has too narrow a place."""
_LEAST = 72
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
        """Place the boxes side by side, their numbers and names above them."""
        items: list[Item] = []
        top = region.y
        step = context.step
        if self.head:
            pars = stack([set_par(self.head, ParStyle(step, SOFT), region.w, context.settings)])
            box = Rect(region.x, top, region.w, height(pars))
            items.append(TextBox(id=f"{self.id}/head", box=box, pars=pars, role=Role.BODY))
            top += height(pars) + 8
        count = len(self.items)
        wide = (region.w - _GAP * (count - 1)) / count
        numbers = [f"{context.number}.{context.question + index}" for index in range(count)]
        hang = hanging_indent(numbers, step, 0.0, context.settings)
        labels = []
        for name, number in zip(self.items, numbers, strict=True):
            style = ParStyle(step, indent=hang, hang=hang)
            labels.append(stack([set_par(name, style, wide, context.settings, hanging(number, style, MARK))]))
        high = max(height(label) for label in labels)
        for index, pars in enumerate(labels):
            x = region.x + index * (wide + _GAP)
            box = Rect(x, top + high - height(pars), wide, height(pars))
            role, span = _NAMES[index] if index < len(_NAMES) else Role.NONE, self.items[index].span
            items.append(TextBox(id=f"{self.id}/name{index + 1}", box=box, pars=pars, role=role, span=span))
            field = Rect(x, top + high + 8, wide, region.bottom - top - high - 8)
            items.append(
                Shape(id=f"{self.id}/field{index + 1}", kind=ShapeKind.ROUND, box=field, stroke=LINE, width=1, radius=6)
            )
        readable = all(len(label[0].lines) <= _MOST_LINES for label in labels)
        enough = readable and region.bottom - top - high - 8 >= _LEAST
        return Placement(tuple(items), region.h if enough else region.h + 1)

    def headed(self, head: Text) -> Block | None:
        """Return the boxes under a head, if they have none."""
        return None if self.head is not None else replace(self, head=head)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the boxes, numbered."""
        return field_strips(self.id, self.head, self.items, context)
