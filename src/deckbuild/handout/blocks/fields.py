"""Named fields and the empty board: places to write and draw in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.items import WRITE_PITCH, Connector, Item, Ruling, WriteBox
from deckbuild.handout.strip import References, Strip
from deckbuild.handout.style.context import Number, PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par
from deckbuild.layout.text.paragraph import baseline, set_par
from deckbuild.model.answer import Answer
from deckbuild.model.deck import Question
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import INK
from deckbuild.units import Pt, Rect, mm

_COLUMNS = 3
_LABEL_GAP = mm(2)
_BOARD_LESS, _BOARD_STEP = mm(72), mm(5)
"""How much lower than the room of its page a board is before it grows, and the height of a step of its growth."""
_BOARD_TITLE = mm(22)
"""The height that a title takes of the room."""
_SHARED_BOARD = mm(80)
"""The least height of a board that shares its page."""
_BAND = 0.45
"""The height of a field as wide as the page, as a share of that of one beside others: about the same area."""
_FIELD = mm(50)
"""The least width of a field."""
_ARM, _CORNER = mm(7), 1.5


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
            figure = set_par((Run(number()),), style.question_id, style.narrow_indent + 1, context.display)
            made.append(
                box(
                    f"{own}/number",
                    [figure],
                    x,
                    y + baseline(style.question.step) - baseline(style.question_id.step),
                    style.narrow_indent,
                )
            )
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


def board_strips(name: str, ruling: Ruling, label: str, context: PaperContext) -> list[Strip]:
    """Return a board that fills its own page, between four corner marks."""
    style = context.style
    most = style.room - _BOARD_LESS
    least = most if style.own_pages else min(most, _SHARED_BOARD)

    def build(steps: int, _references: References) -> tuple[Item, ...]:
        area = Rect(0.0, 0.0, context.width, least + steps * _BOARD_STEP)
        count = int((area.h - _ARM) / style.pitch) if ruling is Ruling.LINES else 0  # clear of the corners below
        inner = Rect(area.x, area.y, area.w, count * style.pitch) if count else area
        writing = WriteBox(id=name, box=inner, ruling=ruling, count=count, pitch=style.pitch, label=label)
        return (*_corners(name, area), writing)

    return [
        Strip(
            height=least,
            build=build,
            before=style.between_questions,
            grow=1.0,
            most=round((style.room - _BOARD_TITLE - least) / _BOARD_STEP),
            step=_BOARD_STEP,
            alone=style.own_pages,
        )
    ]


def _corners(name: str, area: Rect) -> list[Item]:
    """Return the corner marks: two short strokes in each corner."""
    items: list[Item] = []
    corners = ((area.x, area.y), (area.right, area.y), (area.x, area.bottom), (area.right, area.bottom))
    for number, (x, y) in enumerate(corners, 1):
        inward = _ARM if x == area.x else -_ARM
        down = _ARM if y == area.y else -_ARM
        # each stroke goes half its width past the corner, so that the corner has no notch
        past = _CORNER / 2 if inward > 0 else -_CORNER / 2
        items.append(
            Connector(id=f"{name}/corner{number}", x1=x - past, y1=y, x2=x + inward, y2=y, color=INK, width=_CORNER)
        )
        items.append(Connector(id=f"{name}/corner{number}b", x1=x, y1=y, x2=x, y2=y + down, color=INK, width=_CORNER))
    return items
