"""Questions whose answers are carried to a sheet: under them the slide shows the star, the sheet and its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.dataclass import dataclass
from deckbuild.frame.document import Frame
from deckbuild.frame.items import Anchor, Item, Shape, ShapeKind, TextBox, extent
from deckbuild.layout.slides.context import SlideContext
from deckbuild.layout.slides.sources import listed
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, middle, set_par, stack
from deckbuild.layout.text.shortening import shortened
from deckbuild.locales.labels import Labels
from deckbuild.model.deck import Slide
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import MARK, Step, Theme
from deckbuild.model.walk import blocks
from deckbuild.units import Pt, Rect, around

_ABOVE: tuple[Pt, Pt] = (28, 12)
"""White between the questions and the line that names a sheet, and where there is little room."""
_TOLERANCE: Pt = 0.01
_LEAD = 1.5
"""From the left edge of the star to the text after it, in type sizes."""
_APART: Pt = 8
"""The least white between the placeholder of the questions and that line."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A sheet that answers to a slide's questions are carried to."""

    sheet: str
    page: int
    """Its page in the handout."""
    numbers: tuple[str, ...] = ()
    """The numbers of these questions; none when they are all that the slide asks."""

    def said(self, labels: Labels) -> Text:
        """Return what the slide says of it."""
        numbers = listed(self.numbers, labels.and_)
        template = labels.answers_carried_to if numbers else labels.carried_to
        return _said(template, self.sheet, numbers=numbers, page=self.page)


def _said(template: str, sheet: str, **words: object) -> Text:
    """Return ``template`` with its words filled in, and the name of the sheet in bold."""
    before, _, after = template.partition("{sheet}")
    runs = (Run(before.format(**words)), Run(sheet, bold=True), Run(after.format(**words)))
    return Text(tuple(run for run in runs if run.text))


def sheets_of(slide: Slide) -> list[str]:
    """Return the sheets that the questions on a slide are carried to, each once."""
    asked = (question.carry_to for block in blocks(slide.body) for question in block.posed)
    return list(dict.fromkeys(sheet for sheet in asked if sheet))


@dataclass(frozen=True, slots=True)
class SheetLines:
    """How the lines that name a slide's sheets are set below its questions."""

    above: Pt
    """White above them."""
    steps: tuple[Step, ...]
    """The type sizes to choose from, largest first."""
    count: int

    @property
    def height(self) -> Pt:
        """The most height they need, the white above them included."""
        return self.above + self.count * self.steps[0].leading

    def fit(self, body: Sequence[Item], room: Rect) -> bool:
        """Whether they have room below the items of ``body``; not below several questions set large.

        *Reset slide* spreads these over the whole room.
        """
        large = any(isinstance(i, TextBox) and i.anchor is Anchor.MIDDLE and len(i.pars) > 1 for i in body)
        return not large and _foot(body) + self.height <= room.bottom + _TOLERANCE


def sheet_lines(slide: Slide, theme: Theme) -> tuple[SheetLines, ...]:
    """Return the ways to set the lines, the best first; none for a slide whose answers are carried to no sheet."""
    roomy, close = _ABOVE
    steps, count = theme.scale.body, len(sheets_of(slide))
    return (SheetLines(roomy, steps, count), SheetLines(close, steps[-1:], count)) if count else ()


def _foot(body: Sequence[Item]) -> Pt:
    return max(extent(item).bottom for item in body)


def with_sheets(
    name: str, body: Sequence[Item], room: Rect, lines: SheetLines, context: SlideContext
) -> tuple[Item, ...]:
    """Return the blocks' items on frame ``name`` and, below them, a line with a star for each sheet.

    The lines are a step smaller than the questions. They don't name the page yet: ``with_sheet_pages`` does.
    """
    asked = [item for item in body if isinstance(item, TextBox)][-1]
    own = asked.pars[-1]
    step = next((step for step in lines.steps if step.size < own.runs[0].size), lines.steps[-1])
    x, top = asked.box.x + own.indent, _foot(body) + lines.above
    if asked.anchor is Anchor.MIDDLE:  # clear of where *Reset slide* puts the text: in the middle of the whole room
        clear = _foot(body) + lines.height / 2 + _APART
        top = max(top, min(clear, room.bottom - lines.height + lines.above))
    items = [_freed(item, top) for item in body]
    for index, sheet in enumerate(sheets_of(context.slide), start=1):
        lead = _LEAD * step.size
        box = Rect(x + lead, top, room.right - x - lead, step.leading)
        star = around(x + step.size / 2, top + middle(step), step.size / 2)
        line = TextBox(id=f"{name}/sheet{index}", box=box, pars=())
        items += [
            Shape(id=f"{name}/star{index}", kind=ShapeKind.STAR, box=star, fill=MARK),
            _set(line, _said(context.labels.legend_carried, sheet), [step], context.settings),
        ]
        top += step.leading
    return tuple(items)


def with_sheet_pages(
    frame: Frame, carried: Sequence[Carried], labels: Labels, theme: Theme, settings: TextSettings
) -> Frame:
    """Return the frame with the pages of its sheets in the lines that name them; smaller where they are long."""
    said = {f"{frame.id}/sheet{index}": each.said(labels) for index, each in enumerate(carried, start=1)}
    items = []
    for item in frame.items:
        if isinstance(item, TextBox) and item.id in said:
            own = Step(item.pars[0].runs[0].size, item.pars[0].leading)
            smaller = (step for step in theme.scale.body if step.size < own.size)
            item = _set(item, said[item.id], [own, *smaller], settings)
        items.append(item)
    return replace(frame, items=tuple(items))


def names_sheets(frame: Frame) -> bool:
    """Whether a frame has lines that name its sheets."""
    return any(item.id == f"{frame.id}/sheet1" for item in frame.items)


def _set(line: TextBox, said: Text, steps: Sequence[Step], settings: TextSettings) -> TextBox:
    """Return ``line`` saying ``said`` at the first step at which it is whole; shortened at the last of them."""
    for step in steps:
        style = ParStyle(step)
        text = shortened(said, style, line.box.w, settings)
        if text == said:
            break
    top = middle(steps[0]) - middle(step)
    return replace(line, pars=stack([set_par(text, style, line.box.w, settings)], top=top))


def _freed(item: Item, top: Pt) -> Item:
    """Return text that stands in the middle of its placeholder with the placeholder ending above ``top``."""
    if not isinstance(item, TextBox) or item.anchor is not Anchor.MIDDLE or item.room is None:
        return item
    center = item.box.y + item.box.h / 2
    half = min(center - item.room.y, top - _APART - center)
    return replace(item, room=replace(item.room, y=center - half, h=2 * half))
