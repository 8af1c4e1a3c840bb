"""The sheets at the back: each repeats the questions that are carried to it, with write lines for the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckbuild.frame.items import Item
from deckbuild.handout.blocks.answer_room import SHEET
from deckbuild.handout.blocks.questions import Asking, asked
from deckbuild.handout.furniture.marks import star
from deckbuild.handout.furniture.slide_title import Header
from deckbuild.handout.pagination.unit import Unit
from deckbuild.handout.strip import MOSTLY, References, in_pairs, sheet_question
from deckbuild.handout.style.context import Number, PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par
from deckbuild.handout.style.settings import deck_settings
from deckbuild.handout.style.style import BIG_STAR, PaperStyle
from deckbuild.layout.slides.carried import Carried, sheets_of
from deckbuild.model.block import Answer
from deckbuild.model.deck import Deck, Question, Slide
from deckbuild.model.text import Run, Text, plain
from deckbuild.model.theme import Theme
from deckbuild.model.walk import blocks
from deckbuild.units import mm

_TEXT_X = mm(18)
"""Where the title stands, from the left edge; the star stands before it."""
_STAR_SHARE = 0.9
"""The radius of the star beside a smaller title, as a share of the title's leading."""
_STAR_APART = mm(2)
"""White between the star and the running head."""
_TO_INTRO = mm(1)
_BETWEEN = mm(9)


def sheet_names(deck: Deck, questions: Sequence[Question]) -> list[str]:
    """Return the names of the sheets: those under ``sheets:`` in that order, then those that only questions name."""
    mentioned = [q.carry_to for q in questions if q.carry_to]
    return list(dict.fromkeys([*deck.handout.sheets, *mentioned]))


def carried_from(slide: Slide, references: References) -> list[Carried]:
    """Return the sheets that answers to the questions on a slide are carried to, with their pages."""
    shown = {question.id for block in blocks(slide.body) for question in block.posed}
    asked = [each for each in references.asked.get(slide.id, ()) if each.question.id in shown]
    alone = sum(block.asks for block in slide.body) == 1
    made = []
    for sheet in sheets_of(slide):
        own = [each for each in asked if each.question.carry_to == sheet]
        if own:
            page = references.questions[sheet_question(sheet, own[0].question.id)]
            made.append(Carried(sheet, page, () if alone else tuple(each.number for each in own)))
    return made


def sheet_unit(
    deck: Deck, name: str, questions: Sequence[Question], numbers: Mapping[str, Number], theme: Theme, style: PaperStyle
) -> Unit:
    """Return the sheet ``name`` as a unit with the questions carried to it."""
    settings = deck_settings(deck)
    page = Slide(id=f"sheet/{name}", title=plain(name), body=())
    context = PaperContext(
        deck=deck, slide=page, number=0, theme=theme, settings=settings, style=style, width=style.width
    )
    strips = []
    for question in questions:
        again = Question(ask=question.ask, answer=(Answer.LINES,), id=question.id, span=question.span)
        asking = Asking(
            question=again,
            number=numbers.get(question.id),
            name=sheet_question(name, question.id),
            indent=style.wide_indent,
            before=style.gap(_BETWEEN),
            aside=deck.labels.from_page,
            least=style.lines(SHEET),
            most=max(0, style.most_lines - style.lines(SHEET) + 2),
            carried=False,
        )
        strips.append(asked(asking, context))
    return Unit(
        id=page.id,
        style=style,
        title=name,
        section=0,
        group=page.id if style.own_pages else "back",
        head=lambda big, continued: _header(deck, name, style, big=big, continued=continued),
        strips=tuple(in_pairs(strips, style.room, MOSTLY)),
    )


def _header(deck: Deck, name: str, style: PaperStyle, *, big: bool, continued: bool) -> Header:
    """Return the star, the sheet's name and its introduction."""
    settings = deck_settings(deck, always=False)
    width = style.width - _TEXT_X
    shown = f"{name} {deck.labels.continued}" if continued else name
    title = fair_par((Run(shown),), style.page_title if big else style.slide_title, width, settings)
    above = style.title_top - style.head_top - style.running.step.leading - _STAR_APART
    radius = min(BIG_STAR, title.leading * _STAR_SHARE, title.leading / 2 + above)
    items: list[Item] = [
        star(f"sheet/{name}", BIG_STAR - mm(0.4), title.leading / 2, radius),
        box(f"sheet/{name}/title", [title], _TEXT_X, 0.0, width),
    ]
    high = title.height
    intro = deck.handout.sheets.get(name, Text(()))
    if intro and not continued:
        par = fair_par(intro, style.text_soft, width, settings)
        items.append(box(f"sheet/{name}/intro", [par], _TEXT_X, high + _TO_INTRO, width, intro.span))
        high += _TO_INTRO + par.height
    return Header(high, tuple(items))
