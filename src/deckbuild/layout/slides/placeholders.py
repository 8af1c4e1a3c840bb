"""Text in the placeholders of a template: in their size and look, smaller where it would not fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckbuild.fonts.faces import Style
from deckbuild.frame.items import Anchor, Item, TextBox
from deckbuild.frame.text import Par, Tag
from deckbuild.layout.text.line_breaking import SOFT_HYPHEN
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, set_par, stack, text_width
from deckbuild.model.slide_layouts import Placeholder, Role, SlideLayout
from deckbuild.model.text import Text
from deckbuild.model.theme import Color, Step
from deckbuild.units import Pt, Rect

_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""The sizes tried, as shares of the placeholder's own."""
_SHIFT = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}
_TOLERANCE = 0.5


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
    """Set paragraphs in the slot of ``role``: the largest that fits its box, none smaller than ``least`` points.

    ``most_lines`` is how many lines a paragraph may take before a smaller size is tried; 0 stands for any number.
    """
    placeholder, box = slide_layout.placeholders[role], slide_layout.boxes[role]
    own = replace(settings, fill=settings.fill_of(placeholder.wider))
    plain = [Text(tuple(replace(run, soft=False) for run in text.runs), text.span) for text in texts]
    for size in _sizes(placeholder, least):
        style = placeholder_style(placeholder, size, tag)
        pars = stack(_par(text, style, placeholder, box.w, own) for text in plain)
        few = not most_lines or all(len(par.lines) <= most_lines for par in pars)
        if few and height(pars) <= box.h + _TOLERANCE and _longest(pars, style) <= box.w * own.fill:
            break
    return TextBox(id=name, box=box, pars=anchored(pars, box, placeholder.anchor), role=role, anchor=placeholder.anchor)


def _par(text: Text, style: ParStyle, placeholder: Placeholder, width: Pt, settings: TextSettings) -> Par:
    """Set a paragraph; where the template shows capitals they are measured, and what was written stays as it is."""
    made = set_par(text, style, width, settings)
    if not placeholder.caps:
        return made
    capitals = Text(tuple(replace(run, text=run.text.upper()) for run in text.runs), text.span)
    return replace(set_par(capitals, style, width, settings), runs=made.runs)


def _longest(pars: Iterable[Par], style: ParStyle) -> Pt:
    """Return the width of the longest word as shown: one that is divided is worse than a smaller size."""
    face = Style.of(bold=style.bold, italic=False)
    words = (word for par in pars for word in _shown(par).split())
    return max((text_width(word, face, style.step.size) for word in words), default=0.0)


def _shown(par: Par) -> str:
    """Return the lines as one text, divided words put together."""
    lines = ("".join(piece.run.text for piece in line.pieces) for line in par.lines)
    return "".join(line[:-1] if line.endswith(SOFT_HYPHEN) else f"{line} " for line in lines)


def _sizes(placeholder: Placeholder, least: Pt) -> Iterable[Pt]:
    least = min(least, placeholder.size)
    sizes = [placeholder.size * share for share in _SHARES]
    return (*(size for size in sizes if size > least), least)


def placeholder_style(placeholder: Placeholder, size: Pt, tag: Tag = Tag.PARAGRAPH) -> ParStyle:
    """Return how text in ``placeholder`` is set at ``size`` points."""
    return ParStyle(
        Step(size, size * placeholder.pitch),
        Color(placeholder.color),
        bold=placeholder.bold,
        align=placeholder.align,
        tag=tag,
    )


def anchored(pars: tuple[Par, ...], box: Rect, anchor: Anchor) -> tuple[Par, ...]:
    """Return stacked paragraphs where ``anchor`` puts them in ``box``."""
    down = (box.h - height(pars)) * _SHIFT[anchor]
    return tuple(replace(par, top=par.top + down) for par in pars) if down else pars


def settled(items: Iterable[Item], slide_layout: SlideLayout) -> list[Item]:
    """Return the items; text that begins where its placeholder does fills it, and so can take its place from it."""
    made: list[Item] = []
    for item in items:
        if isinstance(item, TextBox) and item.role in slide_layout.placeholders:
            box = slide_layout.boxes[item.role]
            begins = abs(item.box.x - box.x) + abs(item.box.y - box.y) + abs(item.box.w - box.w) < _TOLERANCE
            if begins and item.box.h <= box.h:
                item = replace(item, box=box)
        made.append(item)
    return made
