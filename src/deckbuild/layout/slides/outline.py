"""Outline levels: which layout has those that a slide's text needs.

A paragraph takes its bullet, indent and size from its level on the slide layout. So there are layouts for lists with
bullets, for numbered lists, and for running text with heads and lists in it. *Reset slide* then changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckbuild.frame.items import Anchor, Connector, Item, LayoutKind, Role, TextBox
from deckbuild.frame.text import BulletKind, Par
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.model.theme import Theme

_LARGE = {
    LayoutKind.TEXT: LayoutKind.SHORT,
    LayoutKind.NUMBERED: LayoutKind.SHORT_NUMBERED,
    LayoutKind.PROSE: LayoutKind.SHORT_PROSE,
    LayoutKind.QUESTIONS: LayoutKind.SHORT_QUESTIONS,
}
"""Layout kind -> the one for short text, which stands in the middle."""
_BODIES = frozenset({Role.BODY, Role.BODY2, Role.BODY3})
_BELOW = frozenset({Role.BELOW, Role.BELOW2})
_OVER_TEXT = {
    **dict.fromkeys(
        (LayoutKind.TEXT, LayoutKind.DEFINITION, LayoutKind.QUOTE, LayoutKind.QUESTIONS), LayoutKind.STACKED
    ),
    LayoutKind.COLUMNS: LayoutKind.CONCLUDED,
    **dict.fromkeys((LayoutKind.AGENDA, LayoutKind.TABLE, LayoutKind.COMPARISON), LayoutKind.TABLE_TEXT),
    **dict.fromkeys((LayoutKind.FIGURE, LayoutKind.CHART, LayoutKind.BOARD), LayoutKind.FIGURE_TEXT),
}
"""Layout kind -> the one that has a placeholder for text under such content."""


def with_levels_for(items: Sequence[Item], layout: LayoutKind) -> LayoutKind:
    """Return ``layout``, or its variant whose placeholders and outline levels are those of the slide's text."""
    boxes = [item for item in items if isinstance(item, TextBox) and item.role in _BODIES]
    kinds = {_kind(par) for box in boxes for par in box.pars if not par.level}
    if any(isinstance(item, TextBox) and item.role in _BELOW for item in items):
        return _OVER_TEXT.get(layout, layout)
    if layout is LayoutKind.TEXT and any(box.role is Role.BODY2 for box in boxes):
        layout = LayoutKind.COLUMNS
    if layout is LayoutKind.TEXT and kinds == {BulletKind.NUMBER}:
        layout = LayoutKind.NUMBERED
    elif kinds - {BulletKind.CHARACTER}:
        layout = {LayoutKind.TEXT: LayoutKind.PROSE, LayoutKind.COLUMNS: LayoutKind.PROSE_COLUMNS}.get(layout, layout)
    large = any(box.anchor is Anchor.MIDDLE for box in boxes)
    return _LARGE.get(layout, layout) if large else layout


def list_alone(items: Sequence[Item], usual: SlideLayout, theme: Theme) -> LayoutKind | None:
    """Return the layout for lists where a slide of another kind goes on with a list alone, which has the same place."""
    text = theme.slide_master.layouts[LayoutKind.TEXT]
    boxes = [item for item in items if not isinstance(item, Connector)]
    kinds = {_kind(par) for box in boxes if isinstance(box, TextBox) for par in box.pars}
    listed = len(boxes) == 1 and kinds & {BulletKind.CHARACTER, BulletKind.NUMBER}
    return text.kind if listed and usual.boxes.get(Role.BODY) != text.boxes.get(Role.BODY) == usual.room else None


def below_first(items: Iterable[Item], taken: Iterable[Item]) -> list[Item]:
    """Return the items of a block that is not the first on its slide, with the roles of text under other content.

    ``taken`` are the items above them. A text for which no such role is left becomes a text box.
    """
    used = {item.role for item in taken if isinstance(item, TextBox)}
    free = [role for role in (Role.BELOW, Role.BELOW2) if role not in used]
    made: list[Item] = []
    for item in items:
        if isinstance(item, TextBox) and item.role is not Role.NONE:
            made.append(replace(item, role=free.pop(0) if free else Role.NONE))
        else:
            made.append(item)
    return made


def _kind(par: Par) -> BulletKind | None:
    return par.bullet.kind if par.bullet else None
