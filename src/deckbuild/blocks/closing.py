"""``closing:`` the last slide: thanks, what comes next, and an address with its QR code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from deckbuild.blocks.cards import Card
from deckbuild.frame.items import Item, LayoutKind, Role, TextBox
from deckbuild.frame.text import Align, Par, Tag
from deckbuild.handout.blocks.closing import closing_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.qr import MOST, qr_shapes, shown, target
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.text.bullets import hanging, hanging_indent
from deckbuild.layout.text.paragraph import ParStyle, height, set_par, stack
from deckbuild.model.block import Block
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import INK, SOFT, Step
from deckbuild.model.written import Between
from deckbuild.units import Pt, Rect

_ADDRESS = Step(14, 18)
_CODE: Pt = 192
"""The side of the QR code."""
_BESIDE: Pt = 72
"""White between the rows and the code."""
_LEAST: Pt = 16
"""The least white under the thanks."""
_UNDER: Pt = 8
"""White between the code and its address, and the least between two rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing(Block):
    """``closing:`` the last slide: thanks, what comes next, and an address with its QR code."""

    KIND: ClassVar[str] = "closing"

    text: Text | None = None
    """A line of thanks, under the title."""
    rows: Annotated[tuple[Card, ...], Between(1, 4)] = ()
    """What to remember, such as the next date: each with a head and a text."""
    link: str | None = None
    """An address on the web; its QR code is drawn."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.CLOSING
    ANY_OF: ClassVar[tuple[tuple[str, ...], ...]] = (("text",), ("rows",), ("link",))
    EVENT: ClassVar[bool] = True
    IN_COLUMN: ClassVar[bool] = False
    PRINTED_IN_FULL: ClassVar[bool] = True

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the thanks, and under them the rows beside the code."""
        items: list[Item] = []
        top = region.y
        if self.text:
            style = ParStyle(context.theme.scale.body[0], SOFT)
            pars = stack([set_par(self.text, style, region.w, context.settings)])
            box = Rect(region.x, top, region.w, height(pars))
            items.append(TextBox(id=f"{self.id}/thanks", box=box, pars=pars, role=Role.BODY, span=self.text.span))
            needed = _CODE + _UNDER + _ADDRESS.leading
            top = box.bottom + max(
                _LEAST, min(2 * context.theme.scale.closing_gap, region.bottom - needed - box.bottom)
            )
        foot = top
        if self.rows:
            wide = region.w - (_CODE + _BESIDE if self.link else 0.0)
            pars = self._rows(wide, context)
            box = Rect(region.x, top, wide, height(pars))
            items.append(TextBox(id=f"{self.id}/rows", box=box, pars=pars, role=Role.BODY2, span=self.span))
            foot = box.bottom
        if self.link:
            code = Rect(region.right - _CODE, top, _CODE, _CODE)
            items += qr_shapes(f"{self.id}/code", self.link, code, context.theme)
            style = ParStyle(_ADDRESS, SOFT, align=Align.RIGHT)
            text = Text((Run(shown(self.link), link=target(self.link)),))
            pars = stack([set_par(text, style, region.w, context.settings)])
            box = Rect(region.x, max(code.bottom, foot) + _UNDER, region.w, height(pars))
            items.append(TextBox(id=f"{self.id}/address", box=box, pars=pars))
            foot = box.bottom
        return Placement(tuple(items), foot - region.y if len(self.link or "") <= MOST else region.h + 1)

    def _rows(self, width: Pt, context: SlideContext) -> tuple[Par, ...]:
        """Set the rows, their heads in the hanging column, as far apart as fits beside the code."""
        heads = [row.head.plain for row in self.rows]
        step, gap = context.theme.scale.closing_row, context.theme.scale.closing_gap
        hang = hanging_indent(heads, step, context.theme.slide_master.hanging, context.settings)
        style = ParStyle(step, indent=hang, hang=hang, tag=Tag.ITEM)
        pars = [
            set_par(row.text, style, width, context.settings, hanging(head, style, INK))
            for row, head in zip(self.rows, heads, strict=True)
        ]
        free = (_CODE - sum(par.height for par in pars)) / max(len(pars) - 1, 1)
        return stack(replace(par, before=max(_UNDER, min(gap, free))) for par in pars)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the thanks, the rows, and the address beside its code."""
        rows = [(row.head, row.text) for row in self.rows]
        return closing_strips(self.id, self.text, rows, self.link or "", context)
