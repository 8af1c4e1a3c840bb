"""Cards on paper: two by two around a hairline cross, with the same questions in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.flow.answers import least_lines
from deckbuild.flow.context import Number, PaperContext
from deckbuild.flow.marks import rule, upright
from deckbuild.flow.moving import moved
from deckbuild.flow.questions import Asking, asked
from deckbuild.flow.strip import References, Strip
from deckbuild.flow.text import box, fair_par
from deckbuild.frame.items import Item
from deckbuild.frame.text import Par
from deckbuild.model.deck import Question
from deckbuild.model.text import Text, joined
from deckbuild.units import Pt, mm

_CARD, _SECOND, _CROSS = mm(74), mm(90), mm(82)
"""Width of a card, where the right one starts, and where the cross stands between them."""
_ABOVE_RULE, _BELOW_RULE = mm(7), mm(7.5)
_TO_QUESTION, _BETWEEN = mm(3.5), mm(6)


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says."""

    head: Text
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class _Printed:
    """A card that has been set: its paragraphs, and its questions as strips."""

    head: Par
    text: Par | None
    asked: tuple[Strip, ...]
    question: str
    """The id of all it asks together; empty when it asks nothing."""

    @property
    def top(self) -> Pt:
        """Height of head and text."""
        return self.head.height + (mm(1) + self.text.height if self.text else 0.0)


def card_strips(name: str, cards: Sequence[CardText], context: PaperContext) -> list[Strip]:
    """Return a strip for each row of two cards; ``each`` question stands in every card, one number a card."""
    own = context.column(_CARD)
    printed = [_print(name, card, number, own) for number, card in enumerate(cards, 1)]
    rows = [printed[at : at + 2] for at in range(0, len(printed), 2)]
    return [
        _row(f"{name}/{place + 1}", row, cards[2 * place : 2 * place + 2], context, first=place == 0,
             last=place == len(rows) - 1)
        for place, row in enumerate(rows)
    ]  # fmt: skip


def _print(name: str, card: CardText, place: int, context: PaperContext) -> _Printed:
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
            before=_BETWEEN if index else _TO_QUESTION,
            least=_lines(question),
            most=0 if question.lines is not None else style.most_lines,
        )
        strips.append(asked(asking, context))
    return _Printed(
        fair_par(card.head, style.field_head(context.accent), context.width, context.display),
        fair_par(card.text, style.text, context.width, context.setting) if card.text else None,
        tuple(strips),
        whole.id if whole else "",
    )


def _asked(name: str, card: CardText, each: Sequence[Question]) -> Question:
    """Return what a card asks as one question, for they have one number."""
    hints = [question.hint for question in each if question.hint]
    return Question(
        ask=joined([card.head, *(question.ask for question in each)], (": ", " ")),
        answer=tuple(dict.fromkeys(kind for question in each for kind in question.answer)),
        choices=each[0].choices,
        id=name,
        hint=joined(hints, (" ",)) if hints else None,
    )


def _lines(question: Question) -> int:
    """Return a card question's least lines: one fewer than over the full width."""
    return question.lines if question.lines is not None else max(2, least_lines(question) - 1)


def _row(
    name: str, row: Sequence[_Printed], texts: Sequence[CardText], context: PaperContext, *, first: bool, last: bool
) -> Strip:
    """Return two cards side by side; their questions start at the same height."""
    style = context.style
    top = 0.0 if first else _BELOW_RULE
    start = top + max(card.top for card in row)
    count = len(row[0].asked)
    heights = [max(card.asked[i].height for card in row) for i in range(count)]
    befores = [row[0].asked[i].before for i in range(count)]
    high = start + sum(heights) + sum(befores) + (0.0 if last else _ABOVE_RULE)
    each = context.directives.each
    growing = [i for i, q in enumerate(each) if q.lines is None]
    most = sum(style.most_lines - 4 for _ in growing)

    def build(steps: int, references: References) -> tuple[Item, ...]:
        tall = high + steps * style.pitch
        items: list[Item] = []
        for column, (card, text) in enumerate(zip(row, texts, strict=True)):
            x = column * _SECOND
            items.append(box(f"{name}/{column + 1}/head", [card.head], x, top, _CARD, text.head.span))
            if card.text and text.text:
                y = top + card.head.height + mm(1)
                items.append(box(f"{name}/{column + 1}/text", [card.text], x, y, _CARD, text.text.span))
            items += _answers(card, x, start, steps, references)
        items.append(upright(f"{name}/cross", _CROSS, 0.0, tall))
        if not last:
            items.append(rule(f"{name}/rule", 0.0, context.width, tall))
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
        before=0.0 if not first else mm(4.5),
        grow=float(len(growing)),
        step=style.pitch,
        most=most,
        together=name.rpartition("/")[0],
        questions=(
            *(q.id for q in each if q.id and first),
            *(card.question for card in row if card.question),
        ),
    )


def _share(steps: int, place: int, among: int) -> int:
    """Return how many of ``steps`` extra lines the question at ``place`` gets: the first ones first."""
    return steps // among + (place < steps % among)
