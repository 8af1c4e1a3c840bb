"""Layout of one slide: choose the type size, place the blocks, and continue on further frames when they don't fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Frame
from deckbuild.frame.items import Item, LayoutKind, Role, TableItem, TextBox
from deckbuild.frame.text import Par
from deckbuild.frame.transform import scaled
from deckbuild.layout.slides.arrangement.choice import arranged
from deckbuild.layout.slides.bounds import check_foot
from deckbuild.layout.slides.carried import sheet_lines, with_sheets
from deckbuild.layout.slides.clicks import check_build, with_clicks
from deckbuild.layout.slides.context import Placement, Rooms, SlideContext
from deckbuild.layout.slides.designs.registry import design_of
from deckbuild.layout.slides.furniture import foot, title_box
from deckbuild.layout.slides.lists import running_text, text_box
from deckbuild.layout.slides.outline import below_first, list_alone, with_levels_for
from deckbuild.layout.slides.placeholders import with_placeholder_boxes
from deckbuild.layout.slides.plates import over_picture, plates
from deckbuild.layout.slides.short import short_body, short_stack
from deckbuild.layout.slides.sources import slide_source
from deckbuild.layout.slides.whole_words import divided
from deckbuild.layout.text.bullets import dash, numeral
from deckbuild.layout.text.evening import preferred
from deckbuild.layout.text.hyphenation import hyphenator
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, set_par, stack
from deckbuild.layout.text.splitting import split_stack
from deckbuild.locales import language_of, language_tag
from deckbuild.model.block import Block
from deckbuild.model.deck import Build, Deck, Slide, continued_title
from deckbuild.model.slide_layouts import BLEEDS, SlideLayout
from deckbuild.model.text import Paragraph, ParagraphKind
from deckbuild.model.theme import Step, Theme
from deckbuild.units import Pt, Rect

BETWEEN_BLOCKS: Pt = 24
"""White space between two blocks."""
_LEAST_ELASTIC: Pt = 72
"""The least height of an elastic block (figure, picture, board) on a slide with other blocks."""
_FREE_AT_BOTTOM: Pt = 16
"""White space kept above the footer at the two largest type sizes. Text that would fill it is set smaller instead."""

_Body: TypeAlias = tuple[Item, ...]
"""The blocks' items on one frame."""


def lay_out_slide(
    deck: Deck, slide: Slide, number: int, theme: Theme, settings: TextSettings, diagnostics: Diagnostics
) -> list[Frame]:
    """Return the slide's frames, all with slide number ``number``: what they ask is numbered as in the deck file."""
    context = SlideContext(
        deck=deck, slide=slide, number=number, theme=theme, settings=_in_language(settings, slide),
        diagnostics=diagnostics, step=theme.scale.body[0],
    )  # fmt: skip
    notes = note_pars(slide.notes, context)
    if slide.opens_section:
        check_build(slide, (), diagnostics)
        return [_section_frame(context, settings, notes)]
    usual, blocks = arranged(context)
    name_of = deck.titles[slide.id]
    slide_layout = theme.slide_master.layouts[usual]
    title = title_box(slide.id, name_of, slide_layout, context)
    if slide_layout.over and title.box.w > slide_layout.boxes[Role.TITLE].w:
        slide_layout = slide_layout.over
    _check_title(title, slide_layout, slide, diagnostics)

    def head_of(name: str, further: int) -> TextBox:
        labels = language_of(slide.lang or deck.info.language).labels
        return title_box(name, continued_title(name_of, labels, further), slide_layout, context)

    def below(head: TextBox) -> Rect:
        return slide_layout.room.below(0.0 if slide_layout.beside else head.box.h - slide_layout.boxes[Role.TITLE].h)

    rooms = Rooms(below(title), lambda: below(head_of(slide.id, 2)))
    source = slide_source(slide, deck, bleeds=usual in BLEEDS)
    frames = []
    for index, body in enumerate(_with_sheets(blocks, rooms, replace(context, bleeds=usual in BLEEDS))):
        name = slide.id if index == 0 else f"{slide.id}-{index + 1}"
        head = head_of(name, index)
        layout = with_levels_for(body, list_alone(body, slide_layout, theme) or usual)
        shown = with_clicks(body, layout) if slide.build is Build.CLICK else body
        described = [*_described(shown, name_of.plain)]
        with_room = with_placeholder_boxes(described, theme.slide_master.layouts[layout])
        items = [
            *over_picture(head, (*plates(shown, theme), *with_room), slide_layout),
            *design_of(theme).marks(name, slide_layout, slide.section, deck, theme, settings),
            *foot(name, layout, slide.section, source, number, deck, theme, settings),
        ]
        frames.append(
            Frame(
                id=name, slide=slide.id, number=number, title=head.pars[0].plain, layout=layout,
                own_layout=slide.own_layouts.get(layout), section=slide.section, items=tuple(items),
                notes=() if index else notes, lang=context.settings.lang, hidden=slide.hidden, span=slide.span,
            )
        )  # fmt: skip
    check_build(slide, frames, diagnostics)
    check_foot(frames[0], source, diagnostics)
    return frames


def _section_frame(context: SlideContext, settings: TextSettings, notes: tuple[Par, ...]) -> Frame:
    """Return the slide that opens a section. ``settings`` are those of the deck, whatever the slide's language."""
    slide, theme = context.slide, context.theme
    section = context.deck.sections[slide.section - 1]
    items = design_of(theme).section(slide.id, section, context.deck, theme, settings)
    return Frame(
        id=slide.id, slide=slide.id, number=context.number, title=section.title.plain, layout=LayoutKind.SECTION,
        section=slide.section, items=tuple(items), notes=notes, lang=context.settings.lang, hidden=slide.hidden,
        span=slide.span,
    )  # fmt: skip


def _check_title(title: TextBox, slide_layout: SlideLayout, slide: Slide, diagnostics: Diagnostics) -> None:
    """Report a title that does not fit its place; in a template it takes from the room below, at most a third."""
    if Role.TITLE not in slide_layout.placeholders and len(title.pars[0].lines) > slide_layout.title_lines:
        diagnostics.error(
            "title-too-long",
            slide.at("title"),
            "The title takes {lines} lines on the slide; there is room for two.",
            "Shorten the title, or move part of it into the text.",
            lines=len(title.pars[0].lines),
        )
    elif title.box.h - slide_layout.boxes[Role.TITLE].h > slide_layout.room.h / 3:
        diagnostics.error(
            "title-too-long",
            slide.at("title"),
            "The title does not fit its place in the template, even when it is set smaller.",
            "Shorten the title, or move part of it into the text.",
        )


def _in_language(settings: TextSettings, slide: Slide) -> TextSettings:
    if slide.lang is None:
        return settings
    lang = language_tag(slide.lang)
    return replace(settings, lang=lang, hyphenate=hyphenator(lang))


def _described(items: Sequence[Item], title: str) -> Iterator[Item]:
    """Yield the items. A table without alternative text gets the slide's title."""
    for item in items:
        yield replace(item, alt=title) if isinstance(item, TableItem) and not item.alt else item


def _with_sheets(blocks: Sequence[Block], rooms: Rooms, context: SlideContext) -> list[_Body]:
    """Return the items of the slide's blocks for each frame, with the sheets that answers are carried to.

    These stand below the blocks where one frame has room for all, or the last of several; else the foot names them.
    """
    name = context.slide.id
    ways = sheet_lines(context.slide, context.theme)
    for lines in ways:
        found = Diagnostics()
        above = replace(rooms, first=replace(rooms.first, h=rooms.first.h - lines.height))
        made = _bodies(blocks, above, replace(context, diagnostics=found))
        if len(made) == 1 and not found.has_errors and lines.fit(made[0], rooms.first):
            for finding in found:
                context.diagnostics.add(finding)
            return [with_sheets(name, made[0], rooms.first, lines, context)]
    *before, last = _bodies(blocks, rooms, context)
    room = rooms.of(len(before))
    if before and (fitting := next((each for each in ways if each.fit(last, room)), None)):
        last = with_sheets(f"{name}-{len(before) + 1}", last, room, fitting, context)
    return [*before, last]


def _bodies(blocks: Sequence[Block], rooms: Rooms, context: SlideContext) -> list[_Body]:
    """Return the items of the blocks for each frame, at the largest type size at which they fit.

    Blocks that don't fit together go on several frames. A single block that doesn't fit is split, or reported. The
    dense steps of the scale are tried when that does not help.
    """
    scale, found = context.theme.scale, Diagnostics()
    made = _spread(blocks, rooms, replace(context, diagnostics=found))
    if found.has_errors and (scale.dense or scale.dense_table):
        return _spread(blocks, rooms, replace(context, dense=True))
    for finding in found:
        context.diagnostics.add(finding)
    return made


def _spread(blocks: Sequence[Block], rooms: Rooms, context: SlideContext) -> list[_Body]:
    """Return the items of the blocks for each frame, at the largest of the steps that ``context`` allows."""
    if all(block.flowing for block in blocks):
        return _flowed(blocks, rooms, context)
    if short := short_stack(blocks, rooms.first, context, lambda room, own: _fitting(blocks, room, own)):
        return [tuple(short)]
    scale = context.theme.scale
    steps = (*scale.body, *(scale.dense if context.dense else scale.together if len(blocks) > 1 else ()))
    last = replace(context.at_step(steps[-1]), tight=True)
    if all(block.OWN_STEP for block in blocks):
        steps = steps[:1]
    tried = (_stacked(blocks, rooms.first, own) for own in (*(context.at_step(step) for step in steps), last))
    if made := preferred((items for items, fits in tried if fits), lambda items: not divided(items)):
        return [tuple(made)]
    if len(blocks) > 1:
        return _split_between_blocks(blocks, rooms, context, last)
    parts = list(blocks[0].split(rooms, last))
    if len(parts) > 1:
        placed = [_stacked([part], rooms.of(n), replace(last, split=True)) for n, part in enumerate(parts)]
        if all(fits for _, fits in placed):
            return [tuple(items) for items, _ in placed]
    for share in context.theme.scale.shrunk:
        items, fits = _stacked(blocks, scaled(rooms.first, 1 / share), last)
        if fits:
            return [scaled(tuple(items), share)]
    span = next((b.span for b in blocks if b.span), context.slide.span)
    context.diagnostics.error(
        "does-not-fit",
        span,
        "This does not fit on the slide, even at the smallest size.",
        "Shorten the texts, or spread them over two slides.",
    )
    return [tuple(_stacked(blocks, rooms.first, last)[0])]


def _split_between_blocks(
    blocks: Sequence[Block], rooms: Rooms, context: SlideContext, last: SlideContext
) -> list[_Body]:
    """Put as many blocks on each frame as fit together. Questions are numbered on from frame to frame.

    ``last`` is the context with the smallest type size.
    """
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and _fit_together([*groups[-1], block], rooms.of(len(groups) - 1), last):
            groups[-1].append(block)
        else:
            groups.append([block])
    bodies: list[_Body] = []
    for group in groups:
        bodies += _spread(group, rooms.from_frame(len(bodies)), context)
        context = replace(context, question=context.question + sum(block.asks for block in group))
    return bodies


def _fit_together(blocks: Sequence[Block], region: Rect, context: SlideContext) -> bool:
    """Whether blocks fit on one frame at the type size of ``context``."""
    if all(block.flowing for block in blocks):
        return height(stack(running_text(blocks, context.theme.slide_master.beside(region).w, context))) <= region.h
    return _stacked(blocks, region, context)[1]


def _attempts(region: Rect, context: SlideContext, *, wide: bool) -> Iterator[tuple[Rect, Step, bool]]:
    """Yield what to try for running text, the best first: its box, its type size, and whether it is set tight."""
    body, slide_master = context.theme.scale.body, context.theme.slide_master
    if wide:  # questions have a hanging indent of their own
        asked = replace(region, w=min(slide_master.asked, region.w))
        yield from ((asked, step, False) for step in body[:2])
        yield from ((room, step, False) for step in body[2:] for room in (asked, region))
        return
    wider = slide_master.beside(region)
    text = replace(wider, w=min(slide_master.measure, wider.w))
    yield from ((text, step, False) for step in body[:3])
    yield from ((wider, step, False) for step in body[2:])
    yield (wider, body[-1], True)
    yield from ((region, step, False) for step in body[2:])


def _flowed(blocks: Sequence[Block], rooms: Rooms, context: SlideContext) -> list[_Body]:
    """Set running text in one placeholder, on several frames if it needs them.

    Then it is set at the largest size at which it needs no more frames than at the smallest but one.
    """
    if short := short_body(blocks, rooms.first, context):
        return [(short,)]
    wide = blocks[0].wide
    name = blocks[0].id

    def fitting() -> Iterator[TextBox]:
        for room, step, tight in _attempts(rooms.first, context, wide=wide):
            pars = stack(running_text(blocks, room.w, replace(context, step=step, tight=tight)))
            free = _FREE_AT_BOTTOM if step in context.theme.scale.body[:2] else 0.0
            if height(pars) <= room.h - free:
                yield text_box(name, pars, room, Role.BODY, blocks[0].span)

    if box := preferred(fitting(), lambda box: not divided([box])):
        return [(box,)]
    slide_master = context.theme.slide_master
    first, further = (
        replace(region, w=min(slide_master.asked, region.w)) if wide else slide_master.beside(region)
        for region in (rooms.first, rooms.further)
    )
    ways = [
        split_stack(running_text(blocks, first.w, context.at_step(step)), first.h, further.h)
        for step in context.theme.scale.body[:-1]
    ]
    parts = next(made for made in ways if len(made) == len(ways[-1]))
    return [
        (text_box(f"{name}-{i + 1}" if i else name, part, further if i else first, Role.BODY, blocks[0].span),)
        for i, part in enumerate(parts)
    ]


def _stacked(blocks: Sequence[Block], region: Rect, context: SlideContext) -> tuple[list[Item], bool]:
    """Place blocks under one another, and return their items and whether they fit.

    Elastic blocks share the height that the others leave.
    """
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
            stood: Placement = block.place(_column(block, region, context), own)
            heights.append(stood.height)
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
        placed: Placement = block.place(room, own)
        fits &= placed.height <= room.h + 0.01
        items += below_first(placed.items, items) if index else placed.items
        y += placed.height + between
        asked += block.asks
    return items, fits


def _fitting(blocks: Sequence[Block], region: Rect, context: SlideContext) -> list[Item] | None:
    items, fits = _stacked(blocks, region, context)
    return items if fits else None


def _column(block: Block, region: Rect, context: SlideContext) -> Rect:
    return region if block.wide or context.short else context.theme.slide_master.beside(region)


def note_pars(paragraphs: Sequence[Paragraph], context: SlideContext) -> tuple[Par, ...]:
    """Return speaker notes as paragraphs, set so wide that they are not broken into lines."""
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
