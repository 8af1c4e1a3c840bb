"""Short content: a few questions, bullets or one paragraph, set large in the optical middle of the room.

It fills its room, so a slide is never half empty. What is longer flows down from the top of the room. The layouts for
short content hold their text in the middle: what somebody adds in PowerPoint keeps it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.items import Anchor, Role, TextBox
from deckbuild.frame.text import Par
from deckbuild.layout.slides.context import SlideContext
from deckbuild.layout.text.evening import even_width
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.model.block import Block
from deckbuild.model.theme import LONE_LINES, SHORT_FORMS, ShortForm, Step
from deckbuild.units import Pt, Rect

_RAISED: Pt = 24
"""How much lower the room's foot is than that of the text: the optical middle is half of it above the middle."""
_FURTHER = 3
"""How many of the largest steps that fit are compared: the largest at which every paragraph is one line is taken."""
_HIGHEST: Pt = 144
"""The most height of a question with a plate."""
_LONE: Pt = 44
"""The largest size of one question or item alone."""


def short_body(blocks: Sequence[Block], room: Rect, context: SlideContext) -> TextBox | None:
    """Return the only block of a slide set large in the middle of ``room``; ``None`` if it isn't short."""
    block, scale = blocks[0], context.theme.scale
    if context.slide.layout or not context.sole(block) or block.BRIEF is None or not block.brief:
        return None
    form = SHORT_FORMS[block.BRIEF]
    box = replace(room, h=room.h - _RAISED)
    smallest = next((step for step in reversed(scale.short) if form.sizes[0] <= step.size), None)
    if smallest is None:
        return None
    least = _pars(block, box.w, smallest, context)
    if len(least) == 1:
        form = replace(form, each=LONE_LINES, sizes=(form.sizes[0], max(form.sizes[1], _LONE)))
    if not _fits(least, form, box):
        return None  # nor does it at a larger step, and most slides end here
    steps = [step for step in scale.short if form.sizes[0] <= step.size <= form.sizes[1]]
    fitting = [step for step in steps if _fits(_pars(block, box.w, step, context), form, box)]
    if not fitting:
        return None
    chosen = next((step for step in fitting[:_FURTHER] if _single(block, box.w, step, context)), fitting[0])
    wide = even_width(lambda width: _pars(block, width, chosen, context), box.w)
    made = _pars(block, wide, chosen, context)
    rows = context.theme.plates is not None and block.asks
    pars = _rows(made, form, box) if rows else _spread(made, form, chosen, box)
    high = height(pars)
    placed = Rect(box.x, box.y + (box.h - high) / 2, wide, high)
    return TextBox(id=block.id, box=placed, pars=pars, role=Role.BODY, anchor=Anchor.MIDDLE, room=box, span=block.span)


def _pars(block: Block, width: Pt, step: Step, context: SlideContext) -> list[Par]:
    pars: list[Par] = block.pars(width, replace(context, step=step, short=True))
    return pars


def _single(block: Block, width: Pt, step: Step, context: SlideContext) -> bool:
    return all(len(par.lines) == 1 for par in _pars(block, width, step, context))


def _fits(pars: Sequence[Par], form: ShortForm, box: Rect) -> bool:
    """Whether paragraphs are short at their step."""
    counts = [len(par.lines) for par in pars]
    high = sum(par.height for par in pars) + form.gap[0] * pars[0].leading * (len(pars) - 1)
    few = len(pars) <= form.most and sum(counts) <= form.lines and max(counts) <= form.each
    return few and high <= min(form.high, box.h)


def _rows(pars: Sequence[Par], form: ShortForm, box: Rect) -> tuple[Par, ...]:
    """Place paragraphs in the middles of rows of one height, for plates of one height behind their numbers."""
    row = min(_HIGHEST, min(form.high, box.h) / len(pars))
    above = (0.0, *(par.height for par in pars))
    return stack(
        replace(par, before=max(form.gap[0] * par.leading, row - (before + par.height) / 2))
        for par, before in zip(pars, above, strict=False)
    )


def _spread(pars: Sequence[Par], form: ShortForm, step: Step, box: Rect) -> tuple[Par, ...]:
    """Place paragraphs with equal white between them: as much as fits, within the bounds of the form."""
    least, most = (share * step.leading for share in form.gap)
    free = (min(form.high, box.h) - sum(par.height for par in pars)) / max(len(pars) - 1, 1)
    gap = round(max(least, min(most, free)))
    return stack(replace(par, before=gap) for par in pars)
