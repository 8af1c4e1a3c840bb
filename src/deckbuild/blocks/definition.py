"""``definition:`` a term and what it means, with up to three points under it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics, Edit, Span, shortened
from deckbuild.frame.items import Connector, Item, LayoutKind, Role, TextBox
from deckbuild.handout.blocks.prose import definition_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.lists import list_pars, text_box
from deckbuild.layout.text.paragraph import ParStyle, height, set_par, stack
from deckbuild.model.block import Block
from deckbuild.model.deck import ListItem
from deckbuild.model.text import Run, Text
from deckbuild.model.written import Between
from deckbuild.units import Pt, Rect

_ROLES = (Role.BODY2, Role.BODY3, Role.BODY4)
_POINT_GAP = 24
_MOST_POINT_LINES = 5
"""Longer points make a list instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Block):
    """``definition:`` a term and what it means, with up to three points under it."""

    KIND: ClassVar[str] = "definition"
    BESIDE_NOTES: ClassVar[bool] = True

    term: Text
    """The term: it begins the sentence."""
    text: Text
    """The rest of the sentence."""
    points: Annotated[tuple[Text, ...], Between(1, 3)] = ()
    """Short points that follow from it."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.DEFINITION
    WIDE: ClassVar[bool] = False
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset({"ticks"})

    @property
    def tickable(self) -> bool:
        """Whether it has points to tick."""
        return bool(self.points)

    @property
    def sentence(self) -> Text:
        """The whole sentence: the term in bold, then the rest."""
        bold = tuple(replace(run, bold=True) for run in self.term.runs)
        return Text((*bold, Run(" "), *self.text.runs), self.span)

    def checked(self, findings: Diagnostics) -> Definition:
        """Warn of a text that begins with the term, which stands before it already."""
        term, place = self.term.plain.strip(), self.text.span
        rest = self.text.plain.strip()[len(term) :]
        if not place or not term or not rest[:1].isspace() or not self.text.folded.startswith(self.term.folded):
            return self
        said = place.part(self.text.plain.strip()[: len(term)])
        line = said.file.line(said.line) if said else ""
        begins = said is not None and said.line == said.end_line and line[said.end_column - 1 :].strip() != ""
        findings.warning(
            "said-twice",
            said or place,
            "“{term}” is printed twice: `term:` stands before the text, which begins with the same.",
            "Delete “{term}” here: `text: {rest}`.",
            edits=(Edit(Span(said.file, said.line, said.column, said.line, said.end_column + 1), ""),)
            if said and begins and line[said.column - 2] not in "*_["
            else (),
            term=term,
            rest=shortened(rest),
        )
        return self

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the sentence large, and up to three points side by side under it."""
        style = ParStyle(context.display, bold_color=context.accent)
        set_sentence = [set_par(self.sentence, style, region.w, context.settings)]
        sentence = text_box(self.id, set_sentence, region, Role.BODY, self.span)
        if not self.points:
            return Placement((sentence,), sentence.box.h)
        points, tall = self._points(region, sentence.box.h, context)
        return Placement((sentence, *points), tall)

    def _points(self, region: Rect, high: Pt, context: SlideContext) -> tuple[list[Item], Pt]:
        """Place the points under a sentence ``high`` points tall: side by side when short, else as a list."""
        step = min(context.step, context.theme.scale.body[1], key=lambda s: s.size)
        columns = _columns(region, context)
        wide = columns[0].w
        own = [stack([set_par(point, ParStyle(step), wide, context.settings)]) for point in self.points]
        tallest = max(height(pars) for pars in own)
        if tallest > _MOST_POINT_LINES * step.leading:
            return self._listed(region, region.y + high + 20, context)
        top = region.y + high + 36
        if context.alone and 328 + 12 + tallest <= region.bottom:
            top = max(top, 328)
        items: list[Item] = []
        for index, (point, pars) in enumerate(zip(self.points, own, strict=True)):
            x = columns[index].x
            items.append(
                Connector(
                    id=f"{self.id}/rule{index + 1}", x1=x, y1=top, x2=x + wide, y2=top,
                    color=context.accent, width=2,
                )
            )  # fmt: skip
            items.append(
                TextBox(
                    id=f"{self.id}/point{index + 1}",
                    box=Rect(x, top + 12, wide, height(pars)),
                    pars=pars,
                    role=_ROLES[index],
                    span=point.span,
                )
            )
        return items, top + 12 + tallest - region.y

    def _listed(self, region: Rect, top: Pt, context: SlideContext) -> tuple[list[Item], Pt]:
        """Place the points as a list from ``top``."""
        points = [ListItem(text=point) for point in self.points]
        pars = stack(list_pars(points, region.w, context, numbered=False))
        box = Rect(region.x, top, region.w, height(pars))
        return [TextBox(id=f"{self.id}/points", box=box, pars=pars, role=Role.BODY2)], box.bottom - region.y

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the sentence and its points."""
        return definition_strips(self.id, self.term, self.text, self.points, context)


def _columns(region: Rect, context: SlideContext) -> list[Rect]:
    """Return where the points stand side by side: in the layout's placeholders, or else in thirds of the region."""
    boxes = context.theme.slide_master.layouts[LayoutKind.DEFINITION].boxes
    own = [boxes[role] for role in _ROLES if role in boxes]
    if len(own) == len(_ROLES) and own[0].x >= region.x and own[-1].right <= region.right:
        return own
    wide = (region.w - 2 * _POINT_GAP) / 3
    return [Rect(region.x + index * (wide + _POINT_GAP), region.y, wide, region.h) for index in range(3)]
