"""Named fields: places to write and draw in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.items import WRITE_PITCH, Item, Ruling, WriteBox
from deckbuild.handout.furniture.marks import question_number
from deckbuild.handout.strip import References, Strip
from deckbuild.handout.style.context import Number, PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par
from deckbuild.model.block import Answer
from deckbuild.model.deck import Question
from deckbuild.model.text import Text
from deckbuild.units import Pt, Rect, mm

_COLUMNS = 3
_LABEL_GAP = mm(2)
_BAND = 0.45
"""The height of a field as wide as the page, as a share of that of one beside others: about the same area."""
_FIELD = mm(50)
"""The least width of a field."""


def field_strips(name: str, head: Text | None, items: Sequence[Text], context: PaperContext) -> list[Strip]:
    """Return the fields in rows of up to three, with their numbers and names above them."""
    style = context.style
    strips = []
    if head:
        par = fair_par(head, style.note, context.width, context.settings)
        strips.append(
            Strip(
                height=par.height,
                build=lambda _steps, _references: (box(f"{name}/head", [par], 0.0, 0.0, context.width, head.span),),
                before=mm(0.5),
                keep=True,
                under_title=True,
            )
        )
    most = max(1, min(_COLUMNS, int((context.width + style.frame_gap) // (style.sized(_FIELD) + style.frame_gap))))
    if most < min(_COLUMNS, len(items)):  # else the last row would have fewer fields, of another width
        most = 1
    rows = -(-len(items) // most)
    across = -(-len(items) // rows)
    about = f"{head.plain}: " if head else ""
    for first in range(0, len(items), across):
        row = items[first : first + across]
        wide = (context.width - style.frame_gap * (across - 1)) / across
        strips.append(_row(name, about, first, row, wide, context))
    if across == 1 and rows <= _COLUMNS:  # fields that would share a row on a wider page stay together
        strips = [*(replace(strip, keep=True) for strip in strips[:-1]), strips[-1]]
    return strips


def _row(name: str, about: str, first: int, items: Sequence[Text], wide: Pt, context: PaperContext) -> Strip:
    style = context.style
    names = [f"{name}/{first + index + 1}" for index in range(len(items))]
    numbers: list[Number] = [
        context.next_number(Question(ask=item, answer=(Answer.BOX,), id=own))
        for item, own in zip(items, names, strict=True)
    ]
    labels = [fair_par(item, style.question, wide - style.narrow_indent, context.display) for item in items]
    top = max(label.height for label in labels) + _LABEL_GAP
    tall = style.frame_height * (1.0 if wide < context.width else _BAND * style.pitch / WRITE_PITCH)

    def build(steps: int, _references: References) -> tuple[Item, ...]:
        made: list[Item] = []
        for index, (own, item, label, number) in enumerate(zip(names, items, labels, numbers, strict=True)):
            x = index * (wide + style.frame_gap)
            y = top - _LABEL_GAP - label.height
            first = Rect(x, y, style.narrow_indent, style.question.step.leading)
            made += question_number(own, number(), first, style.question.step, style, context.display)[0]
            made.append(
                box(
                    f"{own}/name",
                    [label],
                    x + style.narrow_indent,
                    y,
                    wide - style.narrow_indent,
                    item.span,
                )
            )
            frame = Rect(x, top, wide, tall + steps * style.pitch)
            made.append(
                WriteBox(
                    id=own, box=frame, ruling=Ruling.FRAME, pitch=style.pitch, label=about + item.plain, number=number()
                )
            )
        return tuple(made)

    return Strip(
        height=top + tall,
        build=build,
        before=style.gap(mm(7)),
        # no `most`: it grows only on a page that nothing else can fill
        grow=1.0,
        step=style.pitch,
        together=name,
        questions=tuple(names),
    )
