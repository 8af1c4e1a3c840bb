"""Lists and running text on slides, as paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.diagnostics import Span
from deckbuild.frame.items import Role, TextBox
from deckbuild.frame.text import Bullet, Par, Tag
from deckbuild.layout.slides.context import SlideContext
from deckbuild.layout.text.bullets import dash, hanging_indent, numeral
from deckbuild.layout.text.evening import unbroken
from deckbuild.layout.text.paragraph import ParStyle, height, set_par, stack
from deckbuild.model.block import Block
from deckbuild.model.deck import ListItem
from deckbuild.model.text import Paragraph, ParagraphKind, Text
from deckbuild.units import Pt, Rect

COLUMN_GAP: Pt = 32
"""White between columns of text."""
BETWEEN: Pt = 8
BEFORE_HEAD: Pt = 24
"""Space before a heading."""


def text_box(name: str, pars: Sequence[Par], region: Rect, role: Role, span: Span | None = None) -> TextBox:
    """Return paragraphs as a text box of their height at the top of ``region``."""
    placed = stack(pars)
    return TextBox(id=name, box=replace(region, h=height(placed)), pars=placed, role=role, span=span)


def running_text(blocks: Sequence[Block], width: Pt, context: SlideContext) -> Sequence[Par]:
    """Set the running text of all blocks as one sequence of paragraphs, with words on one line where that is free."""
    return unbroken(lambda wide: running_text_in(blocks, wide, context), width, context.settings.fill)


def running_text_in(blocks: Sequence[Block], width: Pt, context: SlideContext) -> list[Par]:
    """Set the running text of all blocks in ``width`` points. Questions are numbered on."""
    pars: list[Par] = []
    asked = context.question
    for block in blocks:
        made: list[Par] = block.pars(width, replace(context, question=asked))
        asked += block.asks
        if pars and made and made[0].tag is not Tag.HEAD:
            made[0] = replace(made[0], before=max(made[0].before, 16.0))
        if pars and pars[-1].tag is Tag.HEAD and made:
            made[0] = replace(made[0], before=8.0)
        pars += made
    return pars


def head_par(head: Text, width: Pt, context: SlideContext) -> Par:
    """Set the heading above a list."""
    style = ParStyle(context.step, context.accent, bold=True, before=BEFORE_HEAD, tag=Tag.HEAD)
    return set_par(head, style, width, context.settings)


def list_pars(
    items: Sequence[ListItem], width: Pt, context: SlideContext, *, numbered: bool, first: int = 1
) -> list[Par]:
    """Set the items of a list in ``width`` points. Nested lists are bulleted; ``first`` is the first number."""
    pars: list[Par] = []
    _add(pars, items, width, context, 0, first if numbered else 0, 0.0)
    return pars


def _add(
    pars: list[Par], items: Sequence[ListItem], width: Pt, context: SlideContext, level: int, number: int, at: Pt
) -> None:
    step = _hang(context, numbered=number > 0)
    if number + len(items) > 10 and number:
        step += context.step.size * 0.5
    if number:
        step = hanging_indent([str(number + len(items) - 1)], context.step, step, context.settings)
    for index, item in enumerate(items):
        style = ParStyle(
            context.step,
            indent=at + step,
            hang=step,
            before=context.between if level == 0 else context.between / 2,
            tag=Tag.ITEM,
            level=level,
        )
        mark = _mark(item.text, number + index if number else 0, style, context)
        pars.append(set_par(item.text, style, width, context.settings, mark))
        _add(pars, item.sub, width, context, level + 1, 0, at + step)


def _hang(context: SlideContext, *, numbered: bool) -> Pt:
    """Return how far the text of items hangs from their signs."""
    if context.short:
        return context.step.size
    return context.theme.number_indent if numbered else context.theme.indent


def _mark(text: Text, number: int, style: ParStyle, context: SlideContext) -> Bullet:
    """Return an item's number, or its dash when ``number`` is 0. It is bold when the first run is, as in PowerPoint."""
    bold = bool(text.runs) and text.runs[0].bold
    color = context.theme.bullet_color or context.accent
    if number:
        return numeral(number, style, color, bold=bold)
    return dash(style, color, bold=bold, sign=context.theme.bullet, share=context.theme.bullet_share)


def prose_pars(paragraphs: Sequence[Paragraph], width: Pt, context: SlideContext) -> list[Par]:
    """Set running text in ``width`` points."""
    pars: list[Par] = []
    for paragraph in paragraphs:
        match paragraph.kind:
            case ParagraphKind.HEAD:
                pars.append(head_par(paragraph.text, width, context))
            case ParagraphKind.BODY:
                marked = context.accent if context.short else None
                style = ParStyle(context.step, bold_color=marked, before=context.between * 1.5)
                pars.append(set_par(paragraph.text, style, width, context.settings))
            case ParagraphKind.IN_ITEM:
                step = _hang(context, numbered=paragraph.number > 0)
                style = ParStyle(context.step, indent=step * (paragraph.level + 1), before=context.between / 2)
                pars.append(set_par(paragraph.text, style, width, context.settings))
            case ParagraphKind.BULLET | ParagraphKind.NUMBER:
                numbered = paragraph.kind is ParagraphKind.NUMBER
                step = _hang(context, numbered=numbered)
                style = ParStyle(
                    context.step, indent=step * (paragraph.level + 1), hang=step, before=context.between,
                    tag=Tag.ITEM, level=paragraph.level,
                )  # fmt: skip
                mark = _mark(paragraph.text, paragraph.number if numbered else 0, style, context)
                pars.append(set_par(paragraph.text, style, width, context.settings, mark))
    return pars
