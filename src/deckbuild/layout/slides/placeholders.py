"""Text in a template's placeholders: in their format, but smaller where it would not fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckbuild.frame.items import Anchor, Item, TextBox, extent
from deckbuild.frame.text import Par, Tag
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, set_par, stack, widest_chunk
from deckbuild.model.slide_layouts import Placeholder, Role, SlideLayout
from deckbuild.model.text import Text
from deckbuild.model.theme import Color, Step
from deckbuild.units import Pt, Rect

_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35, 0.3, 0.25)
"""The type sizes to try, as shares of the placeholder's own."""
_SMALLER = (1.0, 0.8, 0.65)
"""The shares of the smallest of these at which words that are too wide are tried."""
_TOLERANCE: Pt = 0.5


def fill_placeholder(
    name: str,
    role: Role,
    texts: Sequence[Text],
    slide_layout: SlideLayout,
    settings: TextSettings,
    *,
    least: Pt,
    most_lines: int = 0,
    tag: Tag = Tag.PARAGRAPH,
) -> TextBox:
    """Set paragraphs in the placeholder of ``role``, at the largest type size that fits its box.

    The smallest size tried is ``least`` points. Text that does not fit even then is set at that size, or smaller where
    that keeps its words whole. ``most_lines`` is the most lines of a paragraph; 0 means any number.
    """
    placeholder, box = slide_layout.placeholders[role], slide_layout.boxes[role]
    own = replace(settings, fill=settings.fill_of(placeholder.wider))
    plain = [Text(tuple(replace(run, soft=False) for run in text.runs), text.span) for text in texts]

    def at(size: Pt) -> tuple[Par, ...]:
        style = placeholder_style(placeholder, size, tag)
        return stack(_par(text, style, placeholder, box.w, own) for text in plain)

    def whole(size: Pt) -> bool:
        style = placeholder_style(placeholder, size, tag)
        return _whole_words(plain, style, placeholder, box.w * own.fill, own)

    def fits(size: Pt) -> bool:
        pars = at(size)
        few = not most_lines or all(len(par.lines) <= most_lines for par in pars)
        return few and height(pars) <= box.h + _TOLERANCE and whole(size)

    sizes = [*_sizes(placeholder, least)]
    smaller = (sizes[-1] * share for share in _SMALLER)
    chosen = next((s for s in sizes if fits(s)), None) or next((s for s in smaller if whole(s)), sizes[-1])
    pars = at(chosen)
    return TextBox(id=name, box=box, pars=anchored(pars, box, placeholder.anchor), role=role, anchor=placeholder.anchor)


def _par(text: Text, style: ParStyle, placeholder: Placeholder, width: Pt, settings: TextSettings) -> Par:
    """Set a paragraph. Where the template shows capitals, these are measured; the runs keep the author's text."""
    made = set_par(text, style, width, settings)
    return replace(set_par(_shown(text, placeholder), style, width, settings), runs=made.runs)


def _shown(text: Text, placeholder: Placeholder) -> Text:
    """Return the text as the template shows it: in capitals where it does so."""
    if not placeholder.caps:
        return text
    return Text(tuple(replace(run, text=run.text.upper()) for run in text.runs), text.span)


def _whole_words(
    texts: Iterable[Text], style: ParStyle, placeholder: Placeholder, room: Pt, settings: TextSettings
) -> bool:
    """Whether each word fits ``room`` points as it is: a smaller size is better than a hyphen or a word in two."""
    return all(widest_chunk(_shown(text, placeholder).runs, style, settings) <= room for text in texts)


def _sizes(placeholder: Placeholder, least: Pt) -> Iterable[Pt]:
    least = min(least, placeholder.size)
    sizes = [placeholder.size * share for share in _SHARES]
    return (*(size for size in sizes if size > least), least)


def placeholder_style(placeholder: Placeholder, size: Pt, tag: Tag = Tag.PARAGRAPH) -> ParStyle:
    """Return the paragraph format of ``placeholder`` at ``size`` points."""
    return ParStyle(
        Step(size, size * placeholder.relative_leading),
        Color(placeholder.color),
        bold=placeholder.bold,
        align=placeholder.align,
        tag=tag,
    )


def anchored(pars: tuple[Par, ...], box: Rect, anchor: Anchor) -> tuple[Par, ...]:
    """Return stacked paragraphs moved to where ``anchor`` wants them in ``box``."""
    down = (box.h - height(pars)) * anchor.above
    return tuple(replace(par, top=par.top + down) for par in pars) if down else pars


def with_placeholder_boxes(items: Sequence[Item], slide_layout: SlideLayout) -> list[Item]:
    """Return the items; text that fills a placeholder has the room down to what stands below it.

    So somebody can add lines in PowerPoint before it makes the text smaller. Where that room is the placeholder's own
    box, the slide inherits it. Text narrower than its placeholder keeps its lines by a larger right inset.
    """
    filled = {id(item): item for item in items if isinstance(item, TextBox) and item.role in _CONTENT}
    return [
        _with_room(filled[id(item)], [extent(other) for other in items if other is not item], slide_layout)
        if id(item) in filled
        else item
        for item in items
    ]


def _with_room(item: TextBox, others: Sequence[Rect], slide_layout: SlideLayout) -> TextBox:
    box, whole = item.box, slide_layout.boxes.get(item.role)
    if whole is None or item.anchor is not Anchor.TOP:
        return item
    wide = max(box.w, whole.w) if abs(box.x - whole.x) < _TOLERANCE else box.w
    across = [other for other in others if other.x < box.x + wide and other.right > box.x]
    if any(other.bottom > box.y and other.y < box.bottom for other in across):
        return item
    below = [other.y - _GAP for other in across if other.y >= box.bottom]
    foot = max(box.bottom, min(below, default=max(whole.bottom, slide_layout.room.bottom)))
    room = Rect(box.x, box.y, wide, foot - box.y)
    if abs(box.y - whole.y) < _TOLERANCE and room.bottom > whole.bottom >= box.bottom:
        room = replace(room, h=whole.h)
    return replace(item, room=room)


_CONTENT = (Role.BODY, Role.BODY2, Role.BODY3, Role.BODY4, Role.BELOW, Role.BELOW2)
_GAP: Pt = 8
"""The least white between text and what stands below it."""
