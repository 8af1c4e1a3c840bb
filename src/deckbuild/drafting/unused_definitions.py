"""Removes figures and tables that only emptied slides showed from the new file. The last day's file still has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckbuild.editing import SourceOutline
from deckbuild.model.deck import Deck, Slide
from deckbuild.model.walk import blocks


def take_out_unused(deck: Deck, emptied: Sequence[Slide], page: SourceOutline) -> tuple[str, ...]:
    """Remove definitions of figures and tables that no slide shows any more; return their names.

    Comments among them stay, and so do definitions in flow style (``{...}``).
    """
    rest = [slide for slide in deck.slides if slide not in emptied]
    taken: list[str] = []
    for top in page.pairs(page.collection(deck.span)) if deck.span else ():
        unused = _used(emptied, top.key) - _used(rest, top.key)
        if not unused or getattr(top.value, "flow_style", True):
            continue
        pairs = page.pairs(top.value, top.end)
        names = [pair.key for pair in pairs if pair.key in unused]
        taken += names
        if len(names) == len(pairs):
            first = top.first
            while first > 1 and page.is_blank(first - 1) and not page.editor.changes(first - 1):
                first -= 1
            page.editor.replace_lines(first, top.end, [*page.comments(top.first, top.end)])
            continue
        for pair in pairs:
            if pair.key in unused:
                end = pair.end
                while end < top.end and page.is_blank(end):
                    end += 1
                page.editor.replace_lines(pair.first, end, [*page.comments(pair.first, pair.end)])
    return tuple(taken)


def _used(slides: Iterable[Slide], key: str) -> set[str]:
    """Return the names of definitions under ``key`` that blocks on ``slides`` use."""
    return {block.used for slide in slides for block in blocks(slide.body) if key == block.DEFINED_UNDER}
