"""Cards on paper: two beside each other, with hairlines between them and the same questions in each."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Item
from deckbuild.frame.text import Par
from deckbuild.frame.transform import moved
from deckbuild.handout.blocks.answer_room import least_lines
from deckbuild.handout.blocks.questions import Asking, asked
from deckbuild.handout.furniture.marks import rule, upright
from deckbuild.handout.strip import MOSTLY, References, Strip, in_pairs
from deckbuild.handout.style.context import Number, PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par
from deckbuild.handout.style.style import PaperStyle
from deckbuild.layout.diagrams import Part
from deckbuild.model.deck import Question
from deckbuild.model.text import joined
from deckbuild.units import Pt, mm

_GAP = mm(16)
"""White between two cards; a hairline stands in its middle."""
_ABOVE_RULE, _BELOW_RULE = mm(7), mm(7.5)
_TO_QUESTION, _BETWEEN = mm(3.5), mm(6)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A card that has been set: its paragraphs, and its questions as strips."""

    head: Par
    text: Par | None
    asked: tuple[Strip, ...]
    question: str
    """The id of all its questions together; empty when it has none."""

    @property
    def top(self) -> Pt:
        """Height of head and text."""
        return self.head.height + (mm(1) + self.text.height if self.text else 0.0)


def card_strips(name: str, cards: Sequence[Part], context: PaperContext) -> list[Strip]:
    """Return a strip for each row of two cards. The questions under ``each:`` stand in every card, under one number.

    A card that is left over has a row to itself; on a narrow page every card has.
    """
    across = 2 if context.style.side_notes else 1
    strips = []
    for start in range(0, len(cards), across):
        row = cards[start : start + across]
        own = context.column((context.width - _GAP) / 2 if len(row) > 1 else context.width)
        printed = [_print(name, card, start + index, own) for index, card in enumerate(row, 1)]
        place, last = start // across, start + across >= len(cards)
        strips.append(_row(f"{name}/{place + 1}", printed, row, own, first=not start, last=last))
    return in_pairs(strips, context.style.room, MOSTLY) if across == 1 else strips


def _print(name: str, card: Part, place: int, context: PaperContext) -> _Printed:
    style = context.style
    each = context.directives.each
    whole = _asked(f"{name}/card{place}", card, each) if each else None
    number: Number | None = context.extra_number(whole) if whole else None
    strips = []
    for index, question in enumerate(each):
        asking = Asking(
            question=question,
            number=number if index == 0 else None,
            name=f"{question.id}/{place}",
            indent=style.narrow_indent,
            before=context.style.gap(_BETWEEN if index else _TO_QUESTION),
            least=_lines(question, context.style),
            about=card.head.plain,
            most=0 if question.lines is not None else style.most_lines,
        )
        strips.append(asked(asking, context))
    return _Printed(
        fair_par(card.head, style.field_head(context.accent), context.width, context.display),
        fair_par(card.text, style.text, context.width, context.settings) if card.text else None,
        tuple(strips),
        whole.id if whole else "",
    )


def _asked(name: str, card: Part, each: Sequence[Question]) -> Question:
    """Return the questions of a card joined into one, because they share one number."""
    hints = [question.hint for question in each if question.hint]
    return Question(
        ask=joined([card.head, *(question.ask for question in each)], (": ", " ")),
        answer=tuple(dict.fromkeys(kind for question in each for kind in question.answer)),
        choices=each[0].choices,
        id=name,
        hint=joined(hints, (" ",)) if hints else None,
    )


def _lines(question: Question, style: PaperStyle) -> int:
    """Return the write lines of a question in a card: one fewer than elsewhere, unless the author gave their number."""
    asked = least_lines(question, style)
    return asked if question.lines is not None else max(min(2 if style.side_notes else 1, asked), asked - 1)


def _row(
    name: str, row: Sequence[_Printed], texts: Sequence[Part], context: PaperContext, *, first: bool, last: bool
) -> Strip:
    """Return one or two cards side by side as a strip. Their questions start at the same height."""
    style, wide = context.style, context.width
    across = len(row) * (wide + _GAP) - _GAP
    top = 0.0 if first else style.gap(_BELOW_RULE)
    start = top + max(card.top for card in row)
    count = len(row[0].asked)
    heights = [max(card.asked[i].height for card in row) for i in range(count)]
    befores = [row[0].asked[i].before for i in range(count)]
    high = start + sum(heights) + sum(befores) + (0.0 if last else style.gap(_ABOVE_RULE))
    each = context.directives.each
    growing = [i for i, q in enumerate(each) if q.lines is None]
    most = sum(style.most_lines - 4 for _ in growing)

    def build(steps: int, references: References) -> tuple[Item, ...]:
        tall = high + steps * style.pitch
        items: list[Item] = []
        for column, (card, text) in enumerate(zip(row, texts, strict=True)):
            x = column * (wide + _GAP)
            items.append(box(f"{name}/{column + 1}/head", [card.head], x, top, wide, text.head.span))
            if card.text and text.text:
                y = top + card.head.height + mm(1)
                items.append(box(f"{name}/{column + 1}/text", [card.text], x, y, wide, text.text.span))
            items += _answers(card, x, start, steps, references)
        if len(row) > 1:
            items.append(upright(f"{name}/cross", wide + _GAP / 2, 0.0, tall))
        if not last:
            items.append(rule(f"{name}/rule", 0.0, across, tall))
        return tuple(items)

    def _answers(card: _Printed, x: Pt, y: Pt, steps: int, references: References) -> list[Item]:
        items: list[Item] = []
        for index, strip in enumerate(card.asked):
            y += befores[index]
            extra = _share(steps, growing.index(index), len(growing)) if index in growing else 0
            items += moved(strip.build(extra, references), x, y)
            y += heights[index] + extra * style.pitch
        return items

    return Strip(
        height=high,
        build=build,
        before=0.0 if not first else style.gap(mm(4.5)),
        grow=float(len(growing)),
        step=style.pitch,
        most=most,
        together=name.rpartition("/")[0],
        parting=not last,
        questions=(
            *(q.id for q in each if q.id and first),
            *(card.question for card in row if card.question),
        ),
    )


def _share(steps: int, place: int, among: int) -> int:
    """Return how many of ``steps`` lines the question at ``place`` gets, of ``among`` that share them.

    Lines that can't be shared evenly go to the first questions.
    """
    return steps // among + (place < steps % among)
