"""Short content: a few questions, bullets or paragraphs, set large in the optical middle of the room.

It fills its room, so a slide is never half empty. What is longer flows down from the top of the room. The layouts for
short content hold their text in the middle: what somebody adds in PowerPoint keeps it there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from deckbuild.frame.items import Anchor, Item, LayoutKind, Role, TextBox, extent
from deckbuild.frame.text import Par, Tag
from deckbuild.frame.transform import moved
from deckbuild.layout.slides.context import SlideContext
from deckbuild.layout.slides.lists import running_text_in
from deckbuild.layout.text.evening import even_width
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.model.block import Block
from deckbuild.model.theme import LONE_LINES, SHORT_FORMS, ShortForm, Step
from deckbuild.units import Pt, Rect, union

_RAISED: Pt = 24
"""How much lower the room's foot is than that of the text: the optical middle is half of it above the middle."""
_FURTHER = 3
"""How many of the largest steps that fit are compared: the largest at which every paragraph is one line is taken."""
_HIGHEST: Pt = 144
"""The most height of a question with a plate."""
_LONE: Pt = 44
"""The largest size of one question or item alone."""
_CLOSE = 0.4
"""The white above what belongs to the paragraph before it, as a share of that between others."""


def short_body(blocks: Sequence[Block], room: Rect, context: SlideContext) -> TextBox | None:
    """Return the running text of a slide set large in the middle of ``room``; ``None`` if it isn't short."""
    form = _form(blocks, context)
    if form is None:
        return None
    scale = context.theme.scale
    box = replace(room, h=room.h - _RAISED)
    steps = form.steps(scale)
    if not steps:
        return None
    least = _pars(blocks, box.w, steps[-1], context)
    if len(least) == 1:
        form = replace(form, each=LONE_LINES, sizes=(form.sizes[0], max(form.sizes[1], _LONE)))
        steps = form.steps(scale)
    if not _fits(least, form, box):
        return None  # nor does it at a larger step, and most slides end here
    fitting = [step for step in steps if _fits(_pars(blocks, box.w, step, context), form, box)]
    if not fitting:
        return None
    chosen = next((step for step in fitting[:_FURTHER] if _single(_pars(blocks, box.w, step, context))), fitting[0])
    wide = even_width(lambda width: _pars(blocks, width, chosen, context), box.w, context.settings.fill)
    made = _pars(blocks, wide, chosen, context)
    rows = context.theme.plates is not None and blocks[0].asks
    pars = _rows(made, form, box) if rows else _spread(made, form, chosen, box)
    high = height(pars)
    placed = Rect(box.x, box.y + (box.h - high) / 2, wide, high)
    return TextBox(
        id=blocks[0].id, box=placed, pars=pars, role=Role.BODY, anchor=Anchor.MIDDLE, room=box, span=blocks[0].span
    )


def short_stack(
    blocks: Sequence[Block], room: Rect, context: SlideContext, place: Callable[[Rect, SlideContext], list[Item] | None]
) -> list[Item] | None:
    """Return blocks of text that are not all running text, set large in the middle of ``room``; ``None`` if not short.

    ``place`` returns the items of the blocks where they fit from the top of a room.
    """
    form = _form(blocks, context)
    if form is None or (context.sole(blocks[0]) and blocks[0].EVENT):
        return None
    fitting: list[list[Item]] = []
    box = replace(room, h=min(room.h - _RAISED, form.high))
    for step in form.steps(context.theme.scale):
        items = place(box, replace(context, step=step, short=True))
        if items and all(_few(pars, form) for pars in _texts(items)):
            fitting.append(items)
    if not fitting:
        return None
    chosen = next((items for items in fitting[:_FURTHER] if all(_single(pars) for pars in _texts(items))), fitting[0])
    stands = union([extent(item) for item in chosen])
    return [*moved(chosen, 0.0, room.y + (room.h - _RAISED - stands.h) / 2 - stands.y)]


def _texts(items: Sequence[Item]) -> list[tuple[Par, ...]]:
    return [item.pars for item in items if isinstance(item, TextBox)]


def _form(blocks: Sequence[Block], context: SlideContext) -> ShortForm | None:
    """Return the form that blocks have if they are short; ``None`` if they are never set large."""
    kinds = {block.brief for block in blocks}
    if context.slide.layout or not context.whole(blocks) or None in kinds:
        return None
    if len(blocks) == 1:
        return SHORT_FORMS[next(kind for kind in kinds if kind)]
    return None if LayoutKind.QUESTIONS in kinds else SHORT_FORMS[LayoutKind.TEXT]


def _pars(blocks: Sequence[Block], width: Pt, step: Step, context: SlideContext) -> list[Par]:
    return running_text_in(blocks, width, replace(context, step=step, short=True))


def _single(pars: Sequence[Par]) -> bool:
    return all(len(par.lines) == 1 for par in pars)


def _few(pars: Sequence[Par], form: ShortForm) -> bool:
    counts = [len(par.lines) for par in pars]
    return len(pars) <= form.most and sum(counts) <= form.lines and max(counts) <= form.each


def _fits(pars: Sequence[Par], form: ShortForm, box: Rect) -> bool:
    """Whether paragraphs are short at their step."""
    high = sum(par.height for par in pars) + form.gap[0] * pars[0].leading * sum(_shares(pars))
    return _few(pars, form) and high <= min(form.high, box.h)


def _shares(pars: Sequence[Par]) -> list[float]:
    """Return the white above each paragraph, as a share of the usual: less in inner lists and under a heading."""
    return [_CLOSE if below.level or above.tag is Tag.HEAD else 1.0 for above, below in pairwise(pars)]


def _rows(pars: Sequence[Par], form: ShortForm, box: Rect) -> tuple[Par, ...]:
    """Place paragraphs in the middles of rows of one height, for plates of one height behind their numbers."""
    row = min(_HIGHEST, min(form.high, box.h) / len(pars))
    above = (0.0, *(par.height for par in pars))
    return stack(
        replace(par, before=max(form.gap[0] * par.leading, row - (before + par.height) / 2))
        for par, before in zip(pars, above, strict=False)
    )


def _spread(pars: Sequence[Par], form: ShortForm, step: Step, box: Rect) -> tuple[Par, ...]:
    """Place paragraphs with equal white between them, half as much above and below, within the form's bounds."""
    least, most = (share * step.leading for share in form.gap)
    shares = _shares(pars)
    free = (min(form.high, box.h) - sum(par.height for par in pars)) / (sum(shares) + 1)
    gap = max(least, min(most, free))
    return stack(replace(par, before=round(gap * share)) for par, share in zip(pars, (1.0, *shares), strict=True))
