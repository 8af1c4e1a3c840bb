"""Answers that are given with a cross: yes or no, choices to tick, and scales."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Choice, Item, TextBox
from deckbuild.handout.furniture.marks import circle, dot, rule
from deckbuild.handout.strip import References
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par, optical
from deckbuild.layout.text.paragraph import set_par, text_width
from deckbuild.model.text import Run, Text
from deckbuild.units import Pt, mm

_BETWEEN_CHOICES = mm(9)
"""The least white between the word of a choice and the next circle."""
_ABOVE = mm(2.5)
"""White between a question and the circles under it."""
_YES_NO_APART = mm(9.5)
"""White between the word yes and the circle of no."""


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """One way to answer under a question: its height before it grows, in points, and what makes its items.

    ``build`` takes the place ``x`` and ``y``, the lines that it has grown by, and the references.
    """

    height: Pt
    build: Callable[[Pt, Pt, int, References], list[Item]]
    dotted: bool = False
    """Whether it draws a warm dot itself."""
    lined: bool = False
    """Whether it ends in a write line."""
    grow: float = 0.0
    most: int = 0


def _wide(text: str, context: PaperContext) -> Pt:
    return text_width(text, context.settings.face(), context.style.answer_label.step.size)


def yes_no_width(context: PaperContext) -> Pt:
    """Return the width that yes and no take at the right of a question, in points."""
    style = context.style
    words = _wide(context.labels.yes, context) + _wide(context.labels.no, context)
    return words + 4 * style.circle + 2 * style.circle_gap + _YES_NO_APART + mm(6)


def yes_no(name: str, choice: Choice, context: PaperContext, right: Pt, y: Pt) -> list[Item]:
    """Return the circles of yes and no with their words, flush right at ``right`` and centred on the height ``y``."""
    style = context.style
    items: list[Item] = []
    no = right - mm(1.8) - _wide(context.labels.no, context)
    yes = no - style.circle_gap - 2 * style.circle - _YES_NO_APART - _wide(context.labels.yes, context)
    for key, word, x in (("yes", context.labels.yes, yes), ("no", context.labels.no, no)):
        items.append(circle(f"{name}/{key}", x - style.circle_gap - style.circle, y, style.circle, word, choice))
        items.append(_label(f"{name}/{key}/word", word, x, y, _wide(word, context) + 1, context))
    return items


def _label(name: str, word: str, x: Pt, y: Pt, width: Pt, context: PaperContext) -> TextBox:
    style = context.style
    par = set_par((Run(word),), style.answer_label, width, context.display)
    return box(name, [par], x, y - optical(style.answer_label.step), width)


def circles(
    name: str, choice: Callable[[], Choice], choices: tuple[Text, ...], context: PaperContext, width: Pt
) -> AnswerPart:
    """Return circles with the choices at their right, in as many columns of equal width as fit ``width`` points."""
    style = context.style
    lead = 2 * style.circle + style.circle_gap
    widest = max((_wide(c.plain, context) for c in choices), default=0.0)
    columns = max(1, min(len(choices), int((width + _BETWEEN_CHOICES) // (lead + widest + _BETWEEN_CHOICES))))
    rows = -(-len(choices) // columns)
    columns = -(-len(choices) // rows)
    # columns stand close together, so that the eye reads them as one row
    apart = lead + widest + _BETWEEN_CHOICES if columns > 1 else width
    pars = [fair_par(c, style.answer_label, min(apart, width) - lead, context.settings) for c in choices]
    heights = [
        max(style.pitch, *(p.height + mm(2) for p in pars[row * columns : (row + 1) * columns])) for row in range(rows)
    ]

    def build(x: Pt, y: Pt, _extra: int, _: References) -> list[Item]:
        items: list[Item] = [dot(name, x - style.dot_out, y + _ABOVE + style.pitch / 2, style)]
        for index, (text, par) in enumerate(zip(choices, pars, strict=True)):
            row, column = divmod(index, columns)
            left = x + column * apart
            middle = y + _ABOVE + sum(heights[:row]) + style.pitch / 2
            items.append(circle(f"{name}/{index + 1}", left + style.circle, middle, style.circle, text.plain, choice()))
            items.append(
                box(
                    f"{name}/{index + 1}/word",
                    [par],
                    left + lead,
                    middle - optical(style.answer_label.step),
                    min(apart, width - column * apart) - lead,
                    text.span,
                )
            )
        return items

    return AnswerPart(_ABOVE + sum(heights), build, dotted=True)


def scale(
    name: str, choice: Callable[[], Choice], choices: tuple[Text, ...], context: PaperContext, width: Pt
) -> AnswerPart:
    """Return circles on a hairline with the choices under them; as a list of circles where the words are too wide."""
    style = context.style
    count = len(choices)
    cell = width / max(1, count)
    words = [word for choice in choices for word in choice.plain.split()]
    if max(
        (text_width(word, context.settings.face(), style.scale_label.step.size) for word in words), default=0.0
    ) > cell - mm(2):
        return circles(name, choice, choices, context, width)
    pars = [fair_par(c, style.scale_label, cell - mm(2), context.settings) for c in choices]
    under = 2 * style.circle + mm(1.2)
    high = _ABOVE + mm(1.5) + under + max((p.height for p in pars), default=0.0)

    def build(x: Pt, y: Pt, _extra: int, _: References) -> list[Item]:
        top = y + _ABOVE + mm(1.5)
        middles = [x + cell * index + style.circle for index in range(count)]
        items: list[Item] = [
            rule(
                f"{name}/rule{index + 1}",
                a + style.circle,
                b - style.circle,
                top + style.circle,
            )
            for index, (a, b) in enumerate(pairwise(middles))
        ]
        if middles:
            items.append(dot(name, middles[0] - style.circle - style.dot_out, top + style.circle, style))
        for index, (text, par, middle) in enumerate(zip(choices, pars, middles, strict=True)):
            items.append(circle(f"{name}/{index + 1}", middle, top + style.circle, style.circle, text.plain, choice()))
            left = middle - style.circle
            items.append(box(f"{name}/{index + 1}/word", [par], left, top + under, cell - mm(2), text.span))
        return items

    return AnswerPart(high, build, dotted=True)
