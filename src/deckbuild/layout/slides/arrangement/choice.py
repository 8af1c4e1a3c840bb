"""How a slide's blocks stand to one another: which layouts suit them, and which one the slide has."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.layout.slides.arrangement.beside import Beside
from deckbuild.layout.slides.arrangement.side_by_side import SideBySide
from deckbuild.layout.slides.context import SlideContext
from deckbuild.model.block import Block
from deckbuild.model.deck import Slide
from deckbuild.model.slide_layouts import BLEEDS, TEXT_BESIDE, LayoutKind

_MOST_COLUMNS = 3
_DRAWN = {LayoutKind.FIGURE, LayoutKind.CHART}


def layouts_for(slide: Slide) -> tuple[LayoutKind, ...]:
    """Return the layouts that suit a slide; the first is what it has unless its author chooses another."""
    first, *others = slide.body
    if not others:
        return first.layouts
    under = LayoutKind.TEXT if first.EVENT else next(kind for kind in first.layouts if kind not in BLEEDS)
    found = [under, *_text_beside(slide.body)]
    if any(LayoutKind.PICTURE in block.layouts for block in slide.body):
        found = [*found[1:], under]
    if _may_share_row(slide.body):
        found.append(LayoutKind.COLUMNS)
    return tuple(found)


def _may_share_row(blocks: Sequence[Block]) -> bool:
    """Whether each of several blocks may have a column of its own."""
    return 1 < len(blocks) <= _MOST_COLUMNS and all(block.IN_COLUMN for block in blocks)


def _text_beside(blocks: Sequence[Block]) -> list[LayoutKind]:
    """Return the layouts for a picture or figure with text beside it, the usual first; none for other blocks."""
    drawn = [block for block in blocks if _DRAWN & {*block.layouts}]
    texts = [block for block in blocks if block.flowing and not block.wide]
    if len(drawn) != 1 or len(texts) != len(blocks) - 1:
        return []
    if LayoutKind.PICTURE not in drawn[0].layouts:
        return [LayoutKind.BESIDE]
    return [*TEXT_BESIDE] if drawn[0].layouts[0] is LayoutKind.PICTURE else [*reversed(TEXT_BESIDE)]


def arranged(context: SlideContext) -> tuple[LayoutKind, tuple[Block, ...]]:
    """Return the layout of a slide, and its blocks as they stand on it.

    Text that has no room beside a picture stands above or below it, unless the author chose that layout. In a template
    nothing stands beside or reaches the edges unless the author chose so.
    """
    slide, kinds = context.slide, layouts_for(context.slide)
    kind = slide.layout or kinds[0]
    blocks = _as_asked(slide, kind)
    cramped = isinstance(blocks[0], Beside) and not blocks[0].fits(context)
    if not slide.layout and (cramped or context.theme.slide_master.template):
        kind = next(each for each in kinds if each not in (*BLEEDS, *TEXT_BESIDE))
        blocks = _as_asked(slide, kind)
    return kind, blocks


def _as_asked(slide: Slide, kind: LayoutKind) -> tuple[Block, ...]:
    """Return the blocks of a slide in the arrangement of a layout."""
    first = slide.body[0]
    made: Block
    if kind in TEXT_BESIDE:
        made = Beside(id=first.id, span=first.span, blocks=slide.body, kind=kind)
    elif kind is LayoutKind.COLUMNS and _may_share_row(slide.body):
        made = SideBySide(id=first.id, span=first.span, blocks=slide.body)
    elif kind is LayoutKind.COLUMNS and len(slide.body) == 1:
        made = first.in_columns()
    else:
        return slide.body
    return (made,)
