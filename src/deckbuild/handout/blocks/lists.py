"""Lists on paper: a strip for each item, so that a page can end between items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.dataclass import dataclass
from deckbuild.frame.text import Par, Tag
from deckbuild.handout.blocks.ticks import text_room, ticked_strips
from deckbuild.handout.strip import Strip, finished, fixed, in_pairs
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.paragraphs import box, cut_lines, fair_par
from deckbuild.layout.text.bullets import dash, numeral
from deckbuild.model.deck import ListItem
from deckbuild.model.text import Text
from deckbuild.units import Pt, mm

LONGEST = 24
"""A paragraph of at most so many lines stays on one page; a longer one may be divided."""


@dataclass(frozen=True, slots=True)
class FlatItem:
    """An item of a list without those nested in it, which follow it as items of a deeper level."""

    text: Text
    level: int = 0
    number: int = 0
    """Its number in a numbered list, from 1; 0 for an item with a dash."""
    continued: bool = False
    """Whether it is a further paragraph of the item before it."""


def flat_items(items: Sequence[ListItem], *, numbered: bool, level: int = 0) -> Iterator[FlatItem]:
    """Yield the items of a list and of the lists in them, from top to bottom."""
    for place, item in enumerate(items, 1):
        yield FlatItem(item.text, level, place if numbered else 0)
        yield from flat_items(item.sub, numbered=False, level=level + 1)


def list_strips(name: str, head: Text | None, items: Sequence[FlatItem], context: PaperContext) -> list[Strip]:
    """Return the strips of head and items, with circles when the slide asks for ticks."""
    ticks = context.directives.ticks
    if ticks:
        return ticked_strips(name, head, item_pars(items, text_room(ticks, context), context), ticks, context)
    pars = item_pars(items, context.width, context)
    if head:
        return head_strips(name, head, context) + par_strips(name, pars, context, before=context.style.between_items)
    return par_strips(name, pars, context)


def item_pars(items: Sequence[FlatItem], width: Pt, context: PaperContext) -> list[Par]:
    """Return the items as paragraphs set in ``width`` points."""
    style = context.style
    wide = style.number_indent + (mm(2) if any(item.number > 9 for item in items) else 0.0)
    numbered = any(item.number for item in items if item.level == 0)
    made = []
    for item in items:
        outer = wide if numbered else style.list_indent
        own = outer if item.level == 0 else style.list_indent
        left = own if item.level == 0 else outer + item.level * style.list_indent
        own_style = replace(
            style.text,
            indent=left,
            hang=own,
            before=style.between_items if item.level == 0 else style.between_items / 2,
            tag=Tag.PARAGRAPH if item.continued else Tag.ITEM,
            level=item.level,
        )
        if item.continued:
            made.append(fair_par(item.text, replace(own_style, hang=0.0), width, context.settings))
            continue
        mark = numeral(item.number, own_style, context.accent) if item.number else dash(own_style, context.accent)
        made.append(fair_par(item.text, own_style, width, context.settings, mark))
    return made


def head_strips(name: str, head: Text, context: PaperContext) -> list[Strip]:
    """Return the heading above a list."""
    par = fair_par(head, context.style.list_head(context.accent), context.width, context.display)

    build = fixed(box(f"{name}/head", [par], 0.0, 0.0, context.width, head.span))
    return [Strip(height=par.height, build=build, before=context.style.gap(mm(6)), keep=True, span=head.span)]


def par_strips(name: str, pars: Sequence[Par], context: PaperContext, before: Pt | None = None) -> list[Strip]:
    """Return a strip for each paragraph; the first two and the last two of a list keep together."""
    if before is None:
        before = context.style.between_blocks
    pieces = [piece for par in pars for piece in cut_lines(par, LONGEST)]
    strips = [
        par_strip(f"{name}/{index + 1}", par, context, before=par.before if index else before)
        for index, par in enumerate(pieces)
    ]
    return in_pairs(strips, context.style.room)


def par_strip(name: str, par: Par, context: PaperContext, *, before: Pt) -> Strip:
    """Return a paragraph as a strip."""
    return finished((box(name, [par], 0.0, 0.0, context.width),), par.height, before)
