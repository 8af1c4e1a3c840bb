"""``picture:`` a picture file, never stretched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from deckbuild.blocks.base import ContentBlock
from deckbuild.flow.context import PaperContext
from deckbuild.flow.figures import picture_strips
from deckbuild.flow.strip import Strip
from deckbuild.frame.items import Item, Layout, TextBox
from deckbuild.frame.items import Picture as PictureItem
from deckbuild.layout.context import Placement, SlideContext
from deckbuild.layout.pictures import centered_in, fitted, seen_on
from deckbuild.layout.text import ParStyle, height, set_par, stack
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import PAPER, SOFT
from deckbuild.units import Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(ContentBlock):
    """``picture:`` a picture file, never stretched."""

    KIND: ClassVar[str] = "picture"
    BESIDE_NOTES: ClassVar[bool] = True

    file: Path
    """The file, relative to the deck."""
    alt: str
    """What it shows, for those who can't see it."""
    credit: Text | None = None
    """Who made it."""
    caption: Text | None = None
    """Printed under it."""

    LAYOUT: ClassVar[Layout] = Layout.FIGURE
    DRAWING: ClassVar[bool] = True
    ELASTIC: ClassVar[bool] = True

    @property
    def under(self) -> Text | None:
        """What stands under it: caption and credit."""
        runs = [*(self.caption.runs if self.caption else ())]
        if self.credit:
            runs += [*([Run(" · ")] if runs else []), *self.credit.runs]
        return Text(tuple(runs), self.span) if runs else None

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the picture as large as ``region`` allows, caption and credit under it."""
        items: list[Item] = []
        room = region
        if self.under:
            pars = stack([set_par(self.under, ParStyle(context.theme.scale.foot, SOFT), region.w, context.setting)])
            high = height(pars)
            room = Rect(region.x, region.y, region.w, region.h - high - 8)
            box = Rect(region.x, region.bottom - high, region.w, high)
            items.append(TextBox(id=f"{self.id}/caption", box=box, pars=pars))
        path = context.deck.path.parent / self.file
        if not seen_on(path, context.theme.hex(PAPER)):
            context.diagnostics.warning(
                "picture-unseen",
                self.at("file"),
                "“{name}” has no ground of its own and can hardly be seen on the slide's.",
                "Save the picture with a white ground, or choose another `theme:`.",
                name=self.file.name,
            )
        items.insert(
            0,
            PictureItem(id=self.id, box=centered_in(fitted(path, room), room), path=path, alt=self.alt, span=self.span),
        )
        return Placement(tuple(items), region.h if room.h >= 60 else region.h + 1)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the picture with caption and credit."""
        path = context.deck.path.parent / self.file
        return picture_strips(self.id, path, self.alt, self.under, context, self.span)
