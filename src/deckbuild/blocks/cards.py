"""``cards:`` two to four cards around a cross."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from deckbuild.blocks.base import ContentBlock
from deckbuild.flow.cards import CardText, card_strips
from deckbuild.flow.context import PaperContext
from deckbuild.flow.strip import Strip
from deckbuild.frame.items import Connector, Item, Layout, Role, TextBox
from deckbuild.frame.text import Tag
from deckbuild.layout.context import Placement, SlideContext
from deckbuild.layout.text import ParStyle, height, set_par, stack
from deckbuild.model.deck import Node
from deckbuild.model.text import Text
from deckbuild.model.theme import HAIR
from deckbuild.units import Rect

_SMALL = 20
"""Text under this size, in points, gets smaller heads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Node):
    """A head and a short text."""

    head: Text
    """The card's head."""
    text: Text
    """What it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards(ContentBlock):
    """``cards:`` two to four cards around a cross."""

    KIND: ClassVar[str] = "cards"
    SHORTHAND: ClassVar[str] = "cards"

    cards: tuple[Card, ...]
    """The cards: left to right, top to bottom."""

    LAYOUT: ClassVar[Layout] = Layout.CARDS
    ELASTIC: ClassVar[bool] = True

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the cards in two columns around a hairline cross."""
        rows = (len(self.cards) + 1) // 2
        middle, row = region.x + region.w / 2, region.h / rows
        foot = region.y + row + 4 if len(self.cards) == 3 else region.bottom
        items: list[Item] = [
            Connector(id=f"{self.id}/down", x1=middle, y1=region.y + 8, x2=middle, y2=foot, color=HAIR, width=1)
        ]
        if rows == 2:
            y = region.y + row + 4
            items.append(
                Connector(id=f"{self.id}/across", x1=region.x, y1=y, x2=region.right, y2=y, color=HAIR, width=1)
            )
        fits = True
        body = min(context.step, context.theme.scale.body[1], key=lambda s: s.size)
        head = context.theme.scale.card_head if body.size >= _SMALL else context.theme.scale.body[0]
        for index, card in enumerate(self.cards):
            x = region.x if index % 2 == 0 else middle + 32
            y = region.y + 8 + (index // 2) * (row + 20)
            alone = index == 2 and len(self.cards) == 3
            room = Rect(x, y, region.w if alone else region.w / 2 - 32, row - 28)
            pars = stack(
                (
                    set_par(
                        card.head, ParStyle(head, context.accent, bold=True, tag=Tag.HEAD), room.w, context.setting
                    ),
                    set_par(card.text, ParStyle(body, before=8), room.w, context.setting),
                )
            )
            fits &= height(pars) <= room.h
            items.append(
                TextBox(
                    id=f"{self.id}/card{index + 1}", box=Rect(x, y, room.w, height(pars)), pars=pars,
                    role=(Role.BODY, Role.BODY2, Role.BODY3, Role.BODY4)[index], span=card.span,
                )
            )  # fmt: skip
        return Placement(tuple(items), region.h if fits else region.h + 1)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the cards around a cross, with what is asked in each."""
        return card_strips(self.id, [CardText(card.head, card.text) for card in self.cards], context)
