"""``quote:`` a quotation, or a paraphrase that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from deckbuild.frame.items import Connector, Item, LayoutKind, Role, TextBox
from deckbuild.handout.blocks.prose import quote_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.sources import attribution
from deckbuild.layout.text.paragraph import ParStyle, height, middle, set_par, stack
from deckbuild.model.block import Block
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import SOFT, Step
from deckbuild.model.written import Notation
from deckbuild.units import Rect

_BY = Step(18, 26)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Block):
    """``quote:`` a quotation, or a paraphrase that says so."""

    KIND: ClassVar[str] = "quote"
    SHORTHAND: ClassVar[str] = "text"
    BESIDE_NOTES: ClassVar[bool] = True

    text: Text
    """The words quoted."""
    paraphrase: bool = False
    """Told in our own words: printed without quote marks, as «after …»."""
    by: Text | None = None
    """Who said it; without it the slide's source."""
    lang: Annotated[str | None, Notation.ANY_LANGUAGE] = None
    """The quotation's language when it differs from the deck's."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.QUOTE
    WIDE: ClassVar[bool] = False

    def words(self, context: SlideContext) -> Text:
        """The words as printed: in quote marks unless they are a paraphrase."""
        runs = tuple(replace(r, lang=r.lang or self.lang) for r in self.text.runs)
        if not self.paraphrase:
            labels = context.labels
            runs = (Run(labels.quote_open), *runs, Run(labels.quote_close))
        return Text(runs, self.text.span)

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the words large, and under them who they are by."""
        style = ParStyle(context.display)
        pars = stack([set_par(self.words(context), style, region.w, context.settings)])
        high = height(pars)
        items: list[Item] = [
            TextBox(id=self.id, box=Rect(region.x, region.y, region.w, high), pars=pars, role=Role.BODY, span=self.span)
        ]
        by = attribution(context.deck, context.slide.source, paraphrase=self.paraphrase, by=self.by)
        if by and (context.alone or self.by):
            top = region.y + high + 36
            wide = region.w - 44
            own = stack([set_par(by, ParStyle(_BY, SOFT), wide, context.settings)])
            y = top + middle(_BY)
            items.append(
                Connector(
                    id=f"{self.id}/stroke", x1=region.x, y1=y, x2=region.x + 32, y2=y, color=context.accent, width=2
                )
            )
            box = Rect(region.x + 44, top, wide, height(own))
            items.append(TextBox(id=f"{self.id}/by", box=box, pars=own, role=Role.BODY2))
            high = box.bottom - region.y
        return Placement(tuple(items), high)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the words, and who they are by."""
        return quote_strips(self.id, self.text, paraphrase=self.paraphrase, by=self.by, lang=self.lang, context=context)
