"""Questions on paper: number, text, and under them the ways to answer. Each question is one strip."""

from __future__ import annotations

from functools import partial
from itertools import accumulate

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Choice, Item, Ruling, WriteBox
from deckbuild.frame.text import Par
from deckbuild.handout.blocks.answer_room import least_lines, most_lines
from deckbuild.handout.blocks.choices import AnswerPart, circles, scale, yes_no, yes_no_width
from deckbuild.handout.furniture.marks import dot, question_number, star
from deckbuild.handout.strip import MOSTLY, References, Strip, in_pairs, sheet_question
from deckbuild.handout.style.context import Number, PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par, optical
from deckbuild.handout.style.style import STAR, PaperStyle
from deckbuild.layout.text.paragraph import baseline, set_par
from deckbuild.model.block import Answer
from deckbuild.model.deck import Question
from deckbuild.model.text import Run, Text
from deckbuild.units import Pt, Rect, mm

_YES_NO_ROW = mm(6.5)
"""The least height of a question that has the circles of yes and no on its line."""
_ABOVE_STAR = mm(3)
"""White above the line that says where the answer is carried on to."""
_PAGE = 88
"""A page number to measure with while the pages are not known; as wide as most."""
_GROUNDS = {Answer.BOX: Ruling.FRAME, Answer.DOTS: Ruling.DOTS, Answer.BLANK: Ruling.BLANK}
"""The ruling of each kind of field to write or draw in."""
_WRITTEN = (Answer.LINES, Answer.WORD, *_GROUNDS)
_BOX_LINES = 6
"""The height in write lines of a box to draw in, when the author gives none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question, and how it is printed in one place. Lengths are in points."""

    question: Question
    number: Number | None
    """Returns its number; ``None`` prints none."""
    name: str
    """The id of its write box: the question's own id, or one made from it where the question is asked again."""
    indent: Pt
    before: Pt
    aside: str = ""
    """A note flush right on the question's line; ``{page}`` is the page it is first asked on."""
    least: int | None = None
    """The write lines it has before it grows; ``None`` for what the question itself asks for."""
    most: int | None = None
    dotted: bool = False
    """Whether it has a warm dot although it is answered elsewhere, in the table or drawing under it."""
    carried: bool = True
    """Whether it says which sheet its answer is carried on to."""
    about: str = ""
    """What it is asked about, such as the head of a card, where the same question is asked several times."""

    @property
    def label(self) -> str:
        """The text of the question, after what it is asked about."""
        asked = self.question.ask.plain
        return f"{self.about}: {asked}" if self.about else asked

    @property
    def shown(self) -> str:
        """Its number as printed, or nothing. Ask only after all strips of the slide have been made."""
        return self.number() if self.number else ""

    def choice(self, kind: Answer) -> Choice:
        """Return the choice that the circles of this ``kind`` belong to."""
        one = kind is not Answer.TICK
        return Choice(id=f"{self.name}/{kind.value}", label=self.label, number=self.shown, one=one)

    def written(self, kind: Answer) -> str:
        """Return the id of this ``kind``'s write box: ``name`` for the first way to write, else one made from it."""
        first = next(k for k in self.question.answer if k in _WRITTEN)
        return self.name if kind is first else f"{self.name}/{kind.value}"


def indent(context: PaperContext) -> Pt:
    """Return how far right of its number the text of a question starts in this column, in points."""
    style = context.style
    return style.wide_indent if context.width > mm(130) else style.narrow_indent


def question_strips(questions: tuple[Question, ...], context: PaperContext, *, extra: bool) -> list[Strip]:
    """Return a strip for each question. ``extra`` questions stand on paper only; their numbers come last."""
    before = context.style.between_questions
    made = []
    for question in questions:
        number = context.extra_number(question) if extra else context.next_number(question)
        asking = Asking(question=question, number=number, name=question.id, indent=indent(context), before=before)
        made.append(asked(asking, context))
    return in_pairs(made, context.style.room, MOSTLY)


def asked(asking: Asking, context: PaperContext) -> Strip:
    """Return a question with its ways to answer as a strip."""
    style = context.style
    question = asking.question
    width = context.width - asking.indent
    kinds = question.answer
    # in a narrow column there is no room for a dot beside the number, so that the circles stand under the question
    on_line = Answer.YES_NO in kinds and asking.indent >= style.wide_indent and style.side_notes
    aside = style.sized(mm(24)) if asking.aside else 0.0
    room = width - (yes_no_width(context) if on_line else aside)
    par = fair_par(question.ask, style.question, room, context.display)
    top = max(0.0, _YES_NO_ROW - par.leading) / 2 if on_line and len(par.lines) == 1 else 0.0
    head = par.height + 2 * top
    parts = _parts(asking, context, width, on_line=on_line)
    least = head + sum(part.height for part in parts)
    growing = next((part for part in parts if part.most), None)
    ends = list(accumulate((part.height for part in parts), initial=head))[1:]
    marked = asking.dotted or (kinds != (Answer.NONE,) and not any(part.dotted for part in parts))

    def build(extra: int, references: References) -> tuple[Item, ...]:
        items: list[Item] = list(_head(asking, par, top, context, references, dotted=marked))
        if on_line:
            items += yes_no(
                asking.name, asking.choice(Answer.YES_NO), context, context.width, top + optical(style.question.step)
            )
        y = head
        for part in parts:
            grown = extra if part is growing else 0
            items += part.build(asking.indent, y, grown, references)
            y += part.height + grown * style.pitch
        return tuple(items)

    return Strip(
        height=least,
        build=build,
        before=asking.before,
        grow=growing.grow if growing else 0.0,
        most=growing.most if growing else 0,
        step=style.pitch,
        line=next((end for part, end in zip(parts, ends, strict=True) if part.lined), None),
        questions=(asking.name,) if question.id else (),
        span=question.span,
    )


def _head(
    asking: Asking, par: Par, top: Pt, context: PaperContext, references: References, *, dotted: bool
) -> list[Item]:
    """Return the items of number, question, dot and aside."""
    style = context.style
    items: list[Item] = []
    beside = asking.indent - style.dot_out
    if asking.number:
        first = Rect(0.0, top, asking.indent, style.question.step.leading)
        number, ends = question_number(asking.name, asking.number(), first, style.question.step, style, context.display)
        # a long number leaves little room: the dot stands midway between it and the text
        beside = max(beside, (ends + asking.indent) / 2)
        items += number
    width = context.width - asking.indent
    items.append(box(f"{asking.name}/ask", [par], asking.indent, top, width, asking.question.span))
    if dotted:
        items.append(dot(asking.name, beside, top + optical(style.question.step), style))
    if asking.aside:
        page = references.questions.get(asking.question.id, 0)
        note = set_par((Run(asking.aside.format(page=page)),), style.note_right, context.width, context.display)
        y = top + baseline(style.question.step) - baseline(style.note_right.step)
        items.append(box(f"{asking.name}/aside", [note], 0.0, y, context.width))
    return items


def _parts(asking: Asking, context: PaperContext, width: Pt, *, on_line: bool) -> list[AnswerPart]:
    """Return the ways to answer the question, from top to bottom."""
    question = asking.question
    parts: list[AnswerPart] = []
    for kind in question.answer:
        choice = partial(asking.choice, kind)
        match kind:
            case Answer.LINES | Answer.WORD:
                parts.append(_lines(asking, kind, context.style, width))
            case Answer.BOX | Answer.DOTS | Answer.BLANK:
                parts.append(_field(asking, kind, context.style, width))
            case Answer.TICK:
                parts.append(circles(asking.name, choice, question.choices, context, width))
            case Answer.SCALE:
                parts.append(scale(asking.name, choice, question.choices, context, width))
            case Answer.YES_NO:
                if not on_line:
                    labels = (context.labels.yes, context.labels.no)
                    parts.append(circles(asking.name, choice, tuple(Text((Run(w),)) for w in labels), context, width))
            case Answer.NONE:
                pass
    if question.carry_to and asking.carried:
        parts.append(_carried(asking, question.carry_to, context, width))
    return parts


def _lines(asking: Asking, kind: Answer, style: PaperStyle, width: Pt) -> AnswerPart:
    """Return the write lines of an answer."""
    question = asking.question
    least = least_lines(question, style) if asking.least is None else asking.least
    most = most_lines(question, least, style) if asking.most is None else asking.most

    def build(x: Pt, y: Pt, extra: int, _: References) -> list[Item]:
        count = least + extra
        area = Rect(x, y, width, count * style.pitch)
        name = asking.written(kind)
        return [WriteBox(id=name, box=area, count=count, pitch=style.pitch, label=asking.label, number=asking.shown)]

    return AnswerPart(least * style.pitch, build, dotted=True, lined=True, grow=float(least), most=most)


def _field(asking: Asking, kind: Answer, style: PaperStyle, width: Pt) -> AnswerPart:
    """Return a field to write or draw in."""
    least = style.own_lines(asking.question.lines) if asking.question.lines else style.lines(_BOX_LINES)
    gap = mm(2)

    def build(x: Pt, y: Pt, extra: int, _: References) -> list[Item]:
        area = Rect(x, y + gap, width, (least + extra) * style.pitch)
        name = asking.written(kind)
        ground = _GROUNDS[kind]
        return [WriteBox(id=name, box=area, ruling=ground, pitch=style.pitch, label=asking.label, number=asking.shown)]

    most = 0 if asking.question.lines else 6
    return AnswerPart(least * style.pitch + gap, build, dotted=True, grow=float(least), most=most)


def _carried(asking: Asking, sheet: str, context: PaperContext, width: Pt) -> AnswerPart:
    """Return the star, with the sheet and page that the answer is carried on to."""
    lead = context.style.sized(mm(6.5))

    def said(page: int) -> Par:
        text = context.labels.carried_to.format(sheet=sheet, page=page)
        return set_par((Run(text),), context.style.note_ink, width - lead, context.display)

    high = _ABOVE_STAR + said(_PAGE).height
    style = context.style

    def build(x: Pt, y: Pt, _extra: int, references: References) -> list[Item]:
        par = said(references.questions.get(sheet_question(sheet, asking.question.id), 0))
        top = y + high - par.height
        return [
            star(asking.name, x + STAR, top + optical(style.note_ink.step)),
            box(f"{asking.name}/carried", [par], x + lead, top, width - lead),
        ]

    return AnswerPart(high, build)
