"""Text beside a picture or figure: the text in the middle of its column, the picture as large as its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Anchor, Item, Role, TextBox, extent
from deckbuild.frame.text import Par, Tag
from deckbuild.frame.transform import moved
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.lists import COLUMN_GAP, running_text
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.model.block import Block
from deckbuild.model.slide_layouts import LayoutKind
from deckbuild.units import Pt, Rect, union

_SPREAD = 0.66
"""White between the items of a list, in leadings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside(Block):
    """The blocks of a slide, of which one is drawn and the others are running text."""

    blocks: tuple[Block, ...]
    kind: LayoutKind
    """``PICTURE_TEXT`` for a picture that reaches the edges, else ``BESIDE``."""

    @property
    def _drawn(self) -> Block:
        return next(block for block in self.blocks if not block.flowing)

    @property
    def _texts(self) -> list[Block]:
        return [block for block in self.blocks if block.flowing]

    def fits(self, context: SlideContext) -> bool:
        """Whether the text has room in the smallest step."""
        box, _ = self._places(context.theme.slide_master.layouts[self.kind].room, context)
        pars = stack(running_text(self._texts, box.w, context.at_step(context.theme.scale.body[-1])))
        return height(pars) <= box.h

    def _places(self, region: Rect, context: SlideContext) -> tuple[Rect, Rect]:
        """Return where the text stands, and where the figure. ``region`` begins lower under a title of two lines."""
        slide_layout = context.theme.slide_master.layouts[self.kind]
        beside = region.columns(2, COLUMN_GAP)
        text = slide_layout.boxes.get(Role.BODY, beside[0])
        text = text.below(max(0.0, region.y - slide_layout.room.y))
        left = text.right + COLUMN_GAP
        return text, slide_layout.boxes.get(Role.PICTURE, Rect(left, region.y, region.right - left, region.h))

    def _ways(self, width: Pt, context: SlideContext) -> Iterator[Sequence[Par]]:
        """Yield the text, set in the ways to try at a step, the best first.

        A list or one paragraph is tried at the smallest step of short content too, and lists with more white.
        """
        scale = context.theme.scale
        contexts = [context]
        if context.step == scale.body[0] and scale.short:
            contexts.insert(0, replace(context, step=scale.short[-1], short=True))
        for each in contexts:
            pars = running_text(self._texts, width, each)
            if each is not context and len(pars) > 1 and any(len(par.lines) > 1 for par in pars):
                continue
            if all(par.tag is Tag.ITEM and not par.level for par in pars):
                yield [replace(par, before=round(_SPREAD * par.leading)) for par in pars]
            if each is context or len(pars) == 1:
                yield pars

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the text in the middle of its column, and the picture or figure beside it."""
        box, area = self._places(region, context)
        ways = (stack(way) for way in self._ways(box.w, context))
        pars = next((way for way in ways if height(way) <= box.h), None)
        if pars is None:
            return Placement((), region.h + 1)
        high = height(pars)
        text = TextBox(
            id=self._texts[0].id, box=replace(box, y=box.y + (box.h - high) / 2, h=high), pars=pars, role=Role.BODY,
            anchor=Anchor.MIDDLE, room=box, span=self._texts[0].span,
        )  # fmt: skip
        own = replace(context, alone=False, text_x=None, bleeds=self.kind is LayoutKind.PICTURE_TEXT)
        drawn: Placement = self._drawn.place(area, own)
        items = drawn.items
        if items and not own.bleeds:
            stands = union([extent(item) for item in items])
            items = moved(items, 0.0, (area.bottom - stands.bottom) / 2)
        made: list[Item] = [text, *items] if self.blocks[0].flowing else [*items, text]
        return Placement(tuple(made), region.h if drawn.height <= area.h + 0.01 else region.h + 1)
