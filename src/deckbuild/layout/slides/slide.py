"""From a Slide to its Frames: choose the step, place the blocks, continue on a further frame where it can't all fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeAlias, runtime_checkable

from deckbuild.diagnostics import Diagnostics, Span
from deckbuild.frame.document import Frame
from deckbuild.frame.items import Item, LayoutKind, Role, TableItem, TextBox
from deckbuild.frame.text import Par, Tag
from deckbuild.layout.slides import template_slides as furnished
from deckbuild.layout.slides.clicks import check_build, with_clicks
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.furniture import MOST_TITLE_LINES, foot, tab, title_box
from deckbuild.layout.slides.opening import section_items
from deckbuild.layout.slides.placeholders import settled
from deckbuild.layout.slides.sources import caption_foot, source_foot
from deckbuild.layout.text.hyphenation import hyphenator
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, dash, height, numeral, set_par, stack
from deckbuild.layout.text.splitting import split_stack
from deckbuild.model.deck import Build, Deck, Figure, Slide, SourceRef, continued_title
from deckbuild.model.labels import LABELS, language_tag
from deckbuild.model.text import Paragraph, ParagraphKind, Text
from deckbuild.model.theme import Step, Theme
from deckbuild.units import Pt, Rect

BETWEEN_BLOCKS: Pt = 24
_LEAST_ELASTIC: Pt = 72
"""A figure, picture or board beside other blocks gets no less than this height."""
_AIR: Pt = 16
"""Left free above the foot at the larger sizes: text that fills a slide to the brim is set smaller instead."""

_CAPTION_IN_FOOT = ("table", "chart")
"""The kinds of block whose caption stands in the foot of the slide."""


@runtime_checkable
class Placeable(Protocol):
    """What layout asks of a block; every kind in ``deckbuild.blocks`` answers it."""

    KIND: str
    LAYOUT: LayoutKind
    ELASTIC: bool
    id: str
    span: Span | None

    @property
    def wide(self) -> bool:
        """Whether it uses the slide's full width."""

    @property
    def flowing(self) -> bool:
        """Whether it is running text."""

    @property
    def asks(self) -> int:
        """How many question numbers it uses up."""

    def pars(self, width: Pt, context: SlideContext) -> list[Par]:
        """Return running text set in ``width`` points."""

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place it from the top of ``region``."""

    def split(self, region: Rect, context: SlideContext) -> Sequence[Placeable]:
        """Return parts that fit ``region`` each."""


_Page: TypeAlias = tuple[Item, ...]
"""The body of one frame."""


def lay_out_slide(
    deck: Deck, slide: Slide, number: int, theme: Theme, settings: TextSettings, diagnostics: Diagnostics
) -> list[Frame]:
    """Return the slide's frames, the first numbered ``number``."""
    context = SlideContext(
        deck=deck, slide=slide, number=number, theme=theme, settings=_in_language(settings, slide),
        diagnostics=diagnostics, step=theme.scale.body[0],
    )  # fmt: skip
    notes = note_pars(slide.notes, context)
    lang = context.settings.lang
    if slide.opens_section:
        check_build(slide, (), diagnostics)
        section = deck.sections[slide.section - 1]
        if theme.slide_master.template:
            items = furnished.section_items(slide.id, section, theme, settings)
        else:
            items = section_items(slide.id, section, deck, theme, settings)
        return [
            Frame(
                id=slide.id, slide=slide.id, number=number, title=section.title.plain, layout=LayoutKind.SECTION,
                section=slide.section, items=tuple(items), notes=notes, lang=lang, hidden=slide.hidden,
                span=slide.span,
            )
        ]  # fmt: skip
    blocks = [block for block in slide.body if isinstance(block, Placeable)]
    layout = blocks[0].LAYOUT
    name_of = deck.titles[slide.id]
    title = title_box(slide.id, name_of, layout, context)
    if len(title.pars[0].lines) > MOST_TITLE_LINES:
        diagnostics.error(
            "title-too-long",
            slide.at("title"),
            "The title takes {lines} lines on the slide; there is room for two.",
            "Shorten the title, or move part of it into the text.",
            lines=len(title.pars[0].lines),
        )
    elif height(title.pars) > title.box.h + 1:
        diagnostics.error(
            "title-too-long",
            slide.at("title"),
            "The title does not fit its place in the template, even when it is set smaller.",
            "Shorten the title, or move part of it into the text.",
        )
    slide_layout = theme.slide_master.layouts[layout]
    region = slide_layout.room.below(title.box.h - slide_layout.boxes[Role.TITLE].h)
    pages = _pages(blocks, region, context)
    source = _source(slide, blocks, deck)
    frames = []
    for index, page in enumerate(pages):
        name = slide.id if index == 0 else f"{slide.id}-{index + 1}"
        head = title if index == 0 else title_box(name, _continued(name_of, deck, slide), layout, context)
        shown = with_clicks(page, layout) if slide.build is Build.CLICK else page
        items = [
            head,
            *settled(_described(shown, name_of.plain), slide_layout),
            *tab(name, slide.section, len(deck.sections), theme.slide_master, settings),
            *foot(name, layout, slide.section, source, number + index, deck, theme, settings),
        ]
        frames.append(
            Frame(
                id=name, slide=slide.id, number=number + index, title=head.pars[0].plain, layout=layout,
                section=slide.section, items=tuple(items), notes=notes if index == 0 else (), lang=lang,
                hidden=slide.hidden, span=slide.span,
            )
        )  # fmt: skip
    check_build(slide, frames, diagnostics)
    return frames


def _in_language(settings: TextSettings, slide: Slide) -> TextSettings:
    if slide.lang is None:
        return settings
    lang = language_tag(slide.lang)
    return replace(settings, lang=lang, hyphenate=hyphenator(lang))


def _continued(title: Text, deck: Deck, slide: Slide) -> Text:
    return continued_title(title, LABELS[slide.lang or deck.info.language].continued)


def _described(items: Sequence[Item], title: str) -> Iterator[Item]:
    """Yield the items; a table that says nothing of itself is called what its slide is."""
    for item in items:
        yield replace(item, alt=title) if isinstance(item, TableItem) and not item.alt else item


def _source(slide: Slide, blocks: Sequence[Placeable], deck: Deck) -> Text:
    """Return the foot's source: a figure's or table's caption with its work, else the slide's works."""
    for block in blocks:
        figure = getattr(block, "figure", None)
        caption: Text | None = figure.caption if isinstance(figure, Figure) else getattr(block, "caption", None)
        if isinstance(figure, Figure) or block.KIND in _CAPTION_IN_FOOT:
            refs: Sequence[SourceRef] = figure.source if isinstance(figure, Figure) else getattr(block, "source", ())
            if caption:
                return caption_foot(deck, caption, refs or slide.source)
    return source_foot(deck, slide.source)


def _pages(blocks: Sequence[Placeable], region: Rect, context: SlideContext) -> list[_Page]:
    if all(block.flowing for block in blocks):
        return _flowed(blocks, region, context)
    last = replace(context.at_step(context.theme.scale.body[-1]), tight=True)
    for own in (*(context.at_step(step) for step in context.theme.scale.body), last):
        items, fits = _stacked(blocks, region, own)
        if fits:
            return [tuple(items)]
    if len(blocks) > 1:
        return _spread(blocks, region, context, last)
    parts = list(blocks[0].split(region, last))
    if len(parts) > 1:
        made = [_stacked([part], region, replace(last, split=True)) for part in parts]
        if all(fits for _, fits in made):
            return [tuple(items) for items, _ in made]
    span = next((b.span for b in blocks if b.span), context.slide.span)
    context.diagnostics.error(
        "does-not-fit",
        span,
        "This does not fit on the slide, even at the smallest size.",
        "Shorten the texts, or spread them over two slides.",
    )
    return [tuple(items)]


def _spread(blocks: Sequence[Placeable], region: Rect, context: SlideContext, last: SlideContext) -> list[_Page]:
    """Share blocks that don't fit together among frames: as many on each as do; questions count on."""
    groups: list[list[Placeable]] = []
    for block in blocks:
        if groups and _together([*groups[-1], block], region, last):
            groups[-1].append(block)
        else:
            groups.append([block])
    pages: list[_Page] = []
    for group in groups:
        pages += _pages(group, region, context)
        context = replace(context, question=context.question + sum(block.asks for block in group))
    return pages


def _together(blocks: Sequence[Placeable], region: Rect, context: SlideContext) -> bool:
    """Whether blocks fit on one frame at the smallest step."""
    if all(block.flowing for block in blocks):
        return height(stack(_joined(blocks, context.theme.slide_master.beside(region).w, context))) <= region.h
    return _stacked(blocks, region, context)[1]


def _measures(region: Rect, context: SlideContext, *, wide: bool) -> Iterator[tuple[Rect, Step, bool]]:
    """Yield the columns and steps to try for running text and whether white is given up; the most beautiful first."""
    body, slide_master = context.theme.scale.body, context.theme.slide_master
    if wide:  # questions bring their own hanging column
        asked = replace(region, w=min(slide_master.asked, region.w))
        yield from ((asked, step, False) for step in body[:3])
        yield (region, body[2], False)
        yield (asked, body[-1], False)
        yield (region, body[-1], False)
        return
    wider = slide_master.beside(region)
    text = replace(wider, w=min(slide_master.measure, wider.w))
    yield from ((text, step, False) for step in body[:3])
    yield from ((wider, step, False) for step in body[2:])
    yield (wider, body[-1], True)
    yield from ((region, step, False) for step in body[2:])


def _flowed(blocks: Sequence[Placeable], region: Rect, context: SlideContext) -> list[_Page]:
    """Set running text in one placeholder, over several frames if need be."""
    wide = blocks[0].wide
    name = blocks[0].id
    for room, step, tight in _measures(region, context, wide=wide):
        pars = stack(_joined(blocks, room.w, replace(context, step=step, tight=tight)))
        air = _AIR if step in context.theme.scale.body[:2] else 0.0
        if height(pars) <= room.h - air:
            return [(_body(name, room, pars, blocks),)]
    step = context.theme.scale.body[2]
    slide_master = context.theme.slide_master
    room = replace(region, w=min(slide_master.asked, region.w)) if wide else slide_master.beside(region)
    unplaced = _joined(blocks, room.w, context.at_step(step))
    return [
        (_body(f"{name}-{i + 1}" if i else name, room, part, blocks),)
        for i, part in enumerate(split_stack(unplaced, room.h))
    ]


def _joined(blocks: Sequence[Placeable], width: Pt, context: SlideContext) -> list[Par]:
    """Set all blocks one after the other; questions count on."""
    pars: list[Par] = []
    asked = context.question
    for block in blocks:
        made = block.pars(width, replace(context, question=asked))
        asked += block.asks
        if pars and made and made[0].tag is not Tag.HEAD:
            made[0] = replace(made[0], before=max(made[0].before, 16.0))
        if pars and pars[-1].tag is Tag.HEAD and made:
            made[0] = replace(made[0], before=8.0)
        pars += made
    return pars


def _body(name: str, room: Rect, pars: tuple[Par, ...], blocks: Sequence[Placeable]) -> TextBox:
    box = Rect(room.x, room.y, room.w, height(pars))
    return TextBox(id=name, box=box, pars=pars, role=Role.BODY, span=blocks[0].span)


def _stacked(blocks: Sequence[Placeable], region: Rect, context: SlideContext) -> tuple[list[Item], bool]:
    """Place blocks under one another; elastic ones share what the others leave."""
    flowing = any(block.flowing for block in blocks)
    text_x = context.theme.slide_master.beside(region).x if flowing else None
    context = replace(context, alone=len(blocks) == 1, text_x=text_x)
    heights: list[Pt] = []
    asked = context.question
    for index, block in enumerate(blocks):
        if block.ELASTIC:
            heights.append(0.0)
        else:
            own = replace(context, first=index == 0, question=asked)
            heights.append(block.place(_column(block, region, context), own).height)
        asked += block.asks
    between = BETWEEN_BLOCKS / 2 if context.tight else BETWEEN_BLOCKS
    gaps = between * (len(blocks) - 1)
    elastic = sum(block.ELASTIC for block in blocks)
    spare = region.h - sum(heights) - gaps
    cramped = len(blocks) > 1 and elastic > 0 and spare / elastic < _LEAST_ELASTIC
    items: list[Item] = []
    y, asked, fits = region.y, context.question, spare >= -0.01 and not cramped
    for index, block in enumerate(blocks):
        high = max(spare, 0.0) / elastic if block.ELASTIC else heights[index]
        room = _column(block, Rect(region.x, y, region.w, high if len(blocks) > 1 else region.h), context)
        own = replace(context, first=index == 0, question=asked)
        placed = block.place(room, own)
        fits &= placed.height <= room.h + 0.01
        items += _with_roles(placed.items, index)
        y += placed.height + between
        asked += block.asks
    return items, fits


def _column(block: Placeable, region: Rect, context: SlideContext) -> Rect:
    return region if block.wide else context.theme.slide_master.beside(region)


def _with_roles(items: Sequence[Item], index: int) -> list[Item]:
    """Keep body placeholders for the first block; the text of further blocks stands in plain boxes."""
    if index == 0:
        return list(items)
    return [replace(i, role=Role.NONE) if isinstance(i, TextBox) and i.role is not Role.NONE else i for i in items]


def note_pars(paragraphs: Sequence[Paragraph], context: SlideContext) -> tuple[Par, ...]:
    """Return speaker notes as paragraphs; they are not broken into lines."""
    made = []
    for paragraph in paragraphs:
        style = ParStyle(Step(12, 16), bold=paragraph.kind is ParagraphKind.HEAD, level=paragraph.level)
        bullet = None
        if paragraph.kind is ParagraphKind.BULLET:
            bullet = dash(style, style.color)
        elif paragraph.kind is ParagraphKind.NUMBER:
            bullet = numeral(paragraph.number, style, style.color)
        made.append(set_par(paragraph.text, style, 10_000, context.settings, bullet))
    return tuple(made)
