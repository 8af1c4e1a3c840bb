"""Short content: a few questions, bullets or one paragraph, set large in the optical middle of the room.

It fills its room, so a slide is never half empty. What is longer flows down from the top of the room. The layouts for
short content hold their text in the middle: what somebody adds in PowerPoint keeps it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.frame.items import Anchor, LayoutKind, Role, TextBox
from deckbuild.frame.text import Par
from deckbuild.layout.slides.context import SlideContext
from deckbuild.layout.text.evening import even_width
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.model.block import Block
from deckbuild.model.theme import Step
from deckbuild.units import Pt, Rect

_RAISED: Pt = 24
"""How much lower the room's foot is than that of the text: the optical middle is half of it above the middle."""
_FURTHER = 3
"""The first so many steps that fit: the largest of them at which every paragraph is one line is better than larger."""
_LONE: Pt = 44
"""The largest size of one question or item alone."""
_LONE_LINES = 4
"""The most lines of it."""


@dataclass(frozen=True, slots=True)
class _Form:
    """When a kind of content is short, and how it is then set; lengths in points."""

    most: int
    """The most paragraphs."""
    lines: int
    """The most lines of all of them ..."""
    each: int
    """... and of each."""
    sizes: tuple[Pt, Pt]
    """The smallest and the largest size."""
    gap: tuple[float, float]
    """The least and the greatest white between paragraphs, in leadings."""
    high: Pt = 340
    """The most height."""


_FORMS = {
    LayoutKind.QUESTIONS: _Form(5, 10, 2, (28, 40), (0.7, 2.0), 352),
    LayoutKind.TEXT: _Form(6, 6, 2, (28, 36), (0.66, 0.66)),
    LayoutKind.PROSE: _Form(1, _LONE_LINES, _LONE_LINES, (36, 56), (0.66, 0.66)),
}


def short_body(blocks: Sequence[Block], room: Rect, context: SlideContext) -> TextBox | None:
    """Return the only block of a slide set large in the middle of ``room``; ``None`` if it isn't short."""
    block, scale = blocks[0], context.theme.scale
    if not context.sole(block) or block.BRIEF is None or not block.brief:
        return None
    form = _FORMS[block.BRIEF]
    box = replace(room, h=room.h - _RAISED)
    smallest = next((step for step in reversed(scale.short) if form.sizes[0] <= step.size), None)
    if smallest is None:
        return None
    least = _pars(block, box.w, smallest, context)
    if len(least) == 1:
        form = replace(form, each=_LONE_LINES, sizes=(form.sizes[0], max(form.sizes[1], _LONE)))
    if not _fits(least, form, box):
        return None  # nor does it at a larger step, and most slides end here
    steps = [step for step in scale.short if form.sizes[0] <= step.size <= form.sizes[1]]
    fitting = [step for step in steps if _fits(_pars(block, box.w, step, context), form, box)]
    if not fitting:
        return None
    chosen = next((step for step in fitting[:_FURTHER] if _single(block, box.w, step, context)), fitting[0])
    wide = even_width(lambda width: _pars(block, width, chosen, context), box.w)
    pars = _spread(_pars(block, wide, chosen, context), form, chosen, box)
    high = height(pars)
    placed = Rect(box.x, box.y + (box.h - high) / 2, wide, high)
    return TextBox(id=block.id, box=placed, pars=pars, role=Role.BODY, anchor=Anchor.MIDDLE, room=box, span=block.span)


def _pars(block: Block, width: Pt, step: Step, context: SlideContext) -> list[Par]:
    pars: list[Par] = block.pars(width, replace(context, step=step, short=True))
    return pars


def _single(block: Block, width: Pt, step: Step, context: SlideContext) -> bool:
    return all(len(par.lines) == 1 for par in _pars(block, width, step, context))


def _fits(pars: Sequence[Par], form: _Form, box: Rect) -> bool:
    """Whether paragraphs are short at their step."""
    counts = [len(par.lines) for par in pars]
    high = sum(par.height for par in pars) + form.gap[0] * pars[0].leading * (len(pars) - 1)
    few = len(pars) <= form.most and sum(counts) <= form.lines and max(counts) <= form.each
    return few and high <= min(form.high, box.h)


def _spread(pars: Sequence[Par], form: _Form, step: Step, box: Rect) -> tuple[Par, ...]:
    """Place paragraphs with equal white between them: as much as fits, within the bounds of the form."""
    least, most = (share * step.leading for share in form.gap)
    free = (min(form.high, box.h) - sum(par.height for par in pars)) / max(len(pars) - 1, 1)
    gap = round(max(least, min(most, free)))
    return stack(replace(par, before=gap) for par in pars)
