"""``quote:`` a quotation, or a paraphrase that says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics, Edit, Span
from deckbuild.frame.items import Anchor, Connector, Item, LayoutKind, Role, TextBox, extent
from deckbuild.frame.text import Bullet, BulletKind, Par
from deckbuild.frame.transform import moved
from deckbuild.handout.blocks.prose import quote_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.furniture import styled
from deckbuild.layout.slides.lists import text_box
from deckbuild.layout.slides.sources import attribution
from deckbuild.layout.text.bullets import bullet_run
from deckbuild.layout.text.evening import even_width
from deckbuild.layout.text.paragraph import ParStyle, height, middle, set_par, stack, text_width
from deckbuild.model.block import Block
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import ON_ACCENT, SOFT, Step
from deckbuild.model.written import Notation
from deckbuild.units import Pt, Rect

_TO_BY: Pt = 36
"""White between the words and who they are by."""
_AFTER_STROKE: Pt = 12
"""White between the stroke before the name and the name."""
_LARGEST_HIGH: Pt = 204
"""The most height of words in the largest type, if three lines are no higher."""


_OPENING, _CLOSING = '“”„»«"', '“”»«"'
_IN_MARKS = re.compile(rf"[{_OPENING}][^{_OPENING}]+[{_CLOSING}]")
"""Matches words in one pair of quotation marks, as they are printed; a second pair may be a quotation in the words."""


def _as_written(place: Span) -> tuple[Span, ...]:
    """Return the places of the two marks around a text in the file, or nothing where there are others that YAML reads.

    Quotation marks of YAML around the text are none of them.
    """
    written = [
        Span(place.file, number, at, number, at + 1)
        for number in range(place.line, place.end_line + 1)
        for at, letter in enumerate(place.file.line(number), 1)
        if letter in _OPENING and (place.line, place.column) <= (number, at)
    ]
    own = written[1:-1] if place.text.startswith('"') else written
    return tuple(own) if len(own) == 2 and "\\" not in place.text else ()


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
    EVENT: ClassVar[bool] = True

    def checked(self, findings: Diagnostics) -> Quote:
        """Warn of quotation marks around all the words, which get a pair of their own."""
        words, place = self.text.plain.strip(), self.text.span
        if self.paraphrase or place is None or not _IN_MARKS.fullmatch(words):
            return self
        marks = _as_written(place)
        findings.warning(
            "said-twice",
            marks[0] if marks else place,
            "Two pairs of quotation marks are printed: `quote:` sets its own around these words.",
            "Delete the marks here, at the beginning and the end of the words.",
            edits=tuple(Edit(mark, "") for mark in marks),
        )
        return self

    @property
    def brief(self) -> LayoutKind | None:
        """Like a list, among other blocks; who it is by needs its own size."""
        return None if self.by else LayoutKind.TEXT

    def words(self, context: SlideContext) -> Text:
        """The words as printed: in quote marks unless they are a paraphrase."""
        runs = tuple(replace(r, lang=r.lang or self.lang) for r in self.text.runs)
        if not self.paraphrase:
            labels = context.labels
            runs = (Run(labels.quote_open), *runs, Run(labels.quote_close))
        return Text(runs, self.text.span)

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the words large, and under them who they are by."""
        if context.sole(self) and not context.theme.slide_master.template:
            return self._event(region, context)
        style = ParStyle(context.display)
        pars = [set_par(self.words(context), style, region.w, context.settings)]
        words = text_box(self.id, pars, region, Role.BODY, self.span)
        items: list[Item] = [words]
        high = words.box.h
        if self.by or context.alone:
            items += self._by(region.below(high + _TO_BY), context)
            high = max(extent(item).bottom for item in items) - region.y
        return Placement(tuple(items), high)

    def _by(self, region: Rect, context: SlideContext) -> list[Item]:
        """Return who the words are by, after a stroke, at the top of the region; nothing when nobody is told."""
        by = attribution(context.deck, context.slide.source, paraphrase=self.paraphrase, by=self.by)
        if not by:
            return []
        theme, step = context.theme, context.theme.scale.quote_by
        sole = context.sole(self)
        look = theme.look(Role.BODY2, self.LAYOUT)
        style = styled(look, step, context.slide.section) if sole else ParStyle(step, SOFT)
        long, thick = theme.quote_stroke
        aside = long + _AFTER_STROKE if long else 0.0
        pars = stack([set_par(by, style, region.w - aside, context.settings)])
        y = region.y + middle(step)
        box = Rect(region.x + aside, region.y, region.w - aside, height(pars))
        own = sole or theme.slide_master.template
        name = TextBox(id=f"{self.id}/by", box=box, pars=pars, role=Role.BODY2 if own else Role.NONE)
        if not long:
            return [name]
        color = ON_ACCENT if sole and theme.slide_master.layouts[self.LAYOUT].ground else context.accent
        stroke = Connector(
            id=f"{self.id}/stroke", x1=region.x, y1=y, x2=region.x + long, y2=y, color=color, width=thick
        )  # fmt: skip
        return [stroke, name]

    def _event(self, region: Rect, context: SlideContext) -> Placement:
        """Place words and name as one, in the middle of the layout's room; the words grow upward."""
        place = context.theme.slide_master.layouts[self.LAYOUT].boxes[Role.BODY]
        room = Rect(place.x, region.y, place.w, region.h)
        under = self._by(Rect(room.x, 0.0, room.w, 0.0), context)
        high = max((extent(item).bottom for item in under), default=-_TO_BY) + _TO_BY
        scale = context.theme.scale
        for step in (*scale.quote, *(s for s in scale.body if s.size < scale.quote[-1].size)):
            hang, large = self._large(step, context)
            full = stack(large(room.w + hang))
            if height(full) <= min(
                room.h - high, max(_LARGEST_HIGH, 3 * step.leading) if step == scale.quote[0] else room.h
            ):
                break
        pars = stack(large(even_width(large, room.w + hang, context.settings.fill)))
        top = max(room.y, room.y + (room.h - height(pars) - high) / 2)
        box = Rect(room.x - hang, top, room.w + hang, height(pars))
        words = TextBox(
            id=self.id, box=box, pars=pars, role=Role.BODY, anchor=Anchor.BOTTOM, span=self.span,
            room=Rect(box.x, room.y, box.w, max(box.bottom - room.y, box.h)),
        )  # fmt: skip
        placed = (words, *moved(under, 0.0, box.bottom + _TO_BY))
        return Placement(placed, max(region.h, box.bottom - room.y + high))

    def _large(self, step: Step, context: SlideContext) -> tuple[Pt, Callable[[Pt], list[Par]]]:
        """Return how far left of the words the opening quote mark hangs, and what sets them at a step in a width."""
        opening = "" if self.paraphrase else context.labels.quote_open
        look = context.theme.look(Role.BODY, self.LAYOUT)
        face = context.settings.face(bold=look.bold, italic=look.italic, heading=look.heading)
        hang = text_width(opening, face, step.size) + 1 if opening else 0.0
        style = replace(styled(look, step, context.slide.section), indent=hang, hang=hang)
        run = replace(bullet_run(opening, style, style.color), style=face)
        mark = Bullet(BulletKind.HANGING, run) if opening else None
        words = self.words(context)
        text = Text(words.runs[1:] if opening else words.runs, words.span)

        def pars(wide: Pt) -> list[Par]:
            return [set_par(text, style, wide, context.settings, mark)]

        return hang, pars

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the words, and who they are by."""
        return quote_strips(self.id, self.text, paraphrase=self.paraphrase, by=self.by, lang=self.lang, context=context)
