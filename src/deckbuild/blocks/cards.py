"""``cards:`` two to four cards around a cross."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Connector, LayoutKind, TextBox
from deckbuild.frame.text import Par, Tag
from deckbuild.handout.blocks.cards import card_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.diagrams import Part
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.text.paragraph import ParStyle, height, set_par, stack, text_width
from deckbuild.model.block import Block
from deckbuild.model.deck import Node
from deckbuild.model.slide_layouts import BODIES
from deckbuild.model.text import Text
from deckbuild.model.theme import HAIR, Step
from deckbuild.model.written import Between
from deckbuild.units import Pt, Rect

_GAP, _PAD = 32, 8
"""White between a card and the rule beside it, and above a card."""
_MOST = 4
"""The most cards."""
_LARGEST: Pt = 36
"""The largest size of heads when they and the texts are one line each; the texts have the smallest of short content."""
_RAISED: Pt = 8
"""How far above the middle of its cell a short text stands."""
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
class Cards(Block):
    """``cards:`` two to four cards around a cross."""

    KIND: ClassVar[str] = "cards"
    SHORTHAND: ClassVar[str] = "cards"

    cards: Annotated[tuple[Card, ...], Between(2, _MOST)]
    """The cards: left to right, top to bottom."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.CARDS
    ELASTIC: ClassVar[bool] = True
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset({"each"})

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the cards on the first grid whose cells hold them."""
        if short := self._short(region, context):
            return short
        body = min(context.step, context.theme.scale.body[1], key=lambda s: s.size)
        head = context.theme.scale.card_head if body.size >= _SMALL else context.theme.scale.body[0]
        words = [word for card in self.cards for word in card.head.plain.split()]
        for cells in _grids(len(self.cards), region):
            texts = [self._pars(card, cells[i].w, head, body, context) for i, card in enumerate(self.cards)]
            fits = all(height(pars) <= cell.h for pars, cell in zip(texts, cells, strict=True))
            wide = context.settings.fill * min(cell.w for cell in cells)
            if fits and all(text_width(word, context.settings.face(bold=True), head.size) <= wide for word in words):
                break
        return Placement(
            (*_rules(self.id, cells, region), *self._boxes(cells, texts)), region.h if fits else region.h + 1
        )

    def _boxes(self, cells: list[Rect], texts: list[tuple[Par, ...]]) -> list[TextBox]:
        """Return the cards' text from the top of each cell."""
        return [
            TextBox(
                id=f"{self.id}/card{index + 1}", box=replace(cell, h=height(pars)), pars=pars, role=BODIES[index],
                span=card.span,
            )
            for index, (card, cell, pars) in enumerate(zip(self.cards, cells, texts, strict=True))
        ]  # fmt: skip

    def _short(self, region: Rect, context: SlideContext) -> Placement | None:
        """Return the cards set large in the middle of their cells, when heads and texts are one line each."""
        heads = [step for step in context.theme.scale.short if step.size <= _LARGEST]
        cells = _grids(len(self.cards), region)[len(self.cards) < _MOST]
        if not context.sole(self) or not heads:
            return None
        head, body = heads[0], heads[-1]
        texts = [self._pars(card, cell.w, head, body, context) for card, cell in zip(self.cards, cells, strict=True)]
        if any(len(par.lines) > 1 for pars in texts for par in pars):
            return None
        middles = [
            replace(cell, y=cell.y + (cell.h - height(pars)) / 2 - _RAISED)
            for cell, pars in zip(cells, texts, strict=True)
        ]
        return Placement((*_rules(self.id, cells, region), *self._boxes(middles, texts)), region.h)

    def _pars(self, card: Card, width: Pt, head: Step, body: Step, context: SlideContext) -> tuple[Par, ...]:
        """Set a card's head and text."""
        heading = ParStyle(head, context.accent, bold=True, tag=Tag.HEAD)
        return stack(
            (
                set_par(card.head, heading, width, context.settings),
                set_par(card.text, ParStyle(body, before=8, level=1), width, context.settings),
            )
        )

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the cards around a cross, with what is asked in each."""
        return card_strips(self.id, [Part(card.head, card.text) for card in self.cards], context)


def _grids(count: int, region: Rect) -> list[list[Rect]]:
    """Return the ways to arrange the cards in the region, the best first: the cells that their text may fill.

    Two or three stand side by side, in the upper half if they can; else the third has a row of its own.
    """
    half = region.h / 2
    if count == _MOST:
        return [_row(region, 2, region.y, half) + _row(region, 2, region.y + half + 20, half)]
    beside = [_row(region, count, region.y, high) for high in (half, region.h)]
    if count < 3:
        return beside
    return [*beside, _row(region, 2, region.y, half) + _row(region, 1, region.y + half + 20, half)]


def _row(region: Rect, count: int, y: Pt, high: Pt) -> list[Rect]:
    """Return the cells of a row of ``high`` points."""
    return Rect(region.x, y + _PAD, region.w, high - 28).columns(count, 2 * _GAP)


def _rules(name: str, cells: list[Rect], region: Rect) -> list[Connector]:
    """Return the hairlines between the cells: upright ones within rows, and one between the rows."""
    across = next((cell.y - 24 for cell in cells if cell.y > cells[0].y), None)
    foot = region.bottom if len(cells) == _MOST else across or cells[0].bottom + 20
    beside = sorted({cell.x for cell in cells} - {region.x})
    lines = [("down", x - _GAP, region.y + _PAD, x - _GAP, foot) for x in beside]
    if across:
        lines.append(("across", region.x, across, region.right, across))
    return [
        Connector(id=f"{name}/{way}{n or ''}", x1=x1, y1=y1, x2=x2, y2=y2, color=HAIR, width=1)
        for n, (way, x1, y1, x2, y2) in enumerate(lines)
    ]
