"""Running text, definitions and quotations on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from deckbuild.frame.text import Tag
from deckbuild.handout.blocks.lists import FlatItem, head_strips, list_strips, par_strip, par_strips
from deckbuild.handout.furniture.marks import rule
from deckbuild.handout.strip import Strip, finished
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par, optical
from deckbuild.handout.style.settings import paper_settings
from deckbuild.layout.slides.sources import attribution
from deckbuild.locales import language_tag
from deckbuild.model.text import Paragraph, ParagraphKind, Run, Text
from deckbuild.units import mm

_ITEMS = (ParagraphKind.BULLET, ParagraphKind.NUMBER, ParagraphKind.IN_ITEM)
_HEADS = 2
"""How many heads in a row stay with what is under them: a whole page of them could not be divided."""
_STROKE = mm(8)
"""The length of the stroke before the name under a quotation."""


def prose_strips(name: str, paragraphs: Sequence[Paragraph], context: PaperContext) -> list[Strip]:
    """Return paragraphs, heads and lists of running text."""
    style = context.style
    strips: list[Strip] = []
    groups = groupby(paragraphs, lambda p: p.kind in _ITEMS)
    heads = 0
    for place, (listed, group) in enumerate(groups):
        own = f"{name}/{place + 1}"
        if listed:
            heads = 0
            items = [
                FlatItem(
                    p.text,
                    p.level,
                    p.number if p.kind is not ParagraphKind.BULLET else 0,
                    continued=p.kind is ParagraphKind.IN_ITEM,
                )
                for p in group
            ]
            made = list_strips(own, None, items, context)
            strips += [replace(made[0], before=style.between_paragraphs), *made[1:]]
            continue
        for number, paragraph in enumerate(group):
            heads = heads + 1 if paragraph.kind is ParagraphKind.HEAD else 0
            if heads > _HEADS:
                strips[-1] = replace(strips[-1], keep=False)
            if heads:
                strips += head_strips(f"{own}/{number}", paragraph.text, context)
            else:
                par = fair_par(
                    paragraph.text,
                    replace(style.text, before=style.between_paragraphs),
                    context.width,
                    context.settings,
                )
                first = style.between_paragraphs if strips else style.between_blocks
                strips += par_strips(f"{own}/{number}", [par], context, first)
    return strips


def definition_strips(
    name: str, term: Text, text: Text, points: tuple[Text, ...], context: PaperContext
) -> list[Strip]:
    """Return the term in bold accent with its sentence, and the points with dashes."""
    runs = (*(replace(r, bold=True) for r in term.runs), Run(" "), *text.runs)
    style = replace(context.style.text, bold_color=context.accent)
    par = fair_par(Text(runs, text.span), style, context.width, context.settings)
    strips = par_strips(name, [par], context)
    if points:
        made = list_strips(f"{name}/points", None, [FlatItem(p) for p in points], context)
        strips += [replace(made[0], before=context.style.gap(mm(3))), *made[1:]]
    return strips


def quote_strips(
    name: str, text: Text, *, paraphrase: bool, by: Text | None, lang: str | None, context: PaperContext
) -> list[Strip]:
    """Return the quotation, and under it who it is by."""
    style = context.style
    runs = tuple(replace(r, lang=r.lang or lang) for r in text.runs)
    settings = context.settings
    if lang:
        settings = paper_settings(language_tag(lang), families=settings.families)
    if not paraphrase:
        runs = (Run(context.labels.quote_open), *runs, Run(context.labels.quote_close))
    par = fair_par(Text(runs, text.span), style.text, context.width, settings)
    strips = par_strips(name, [par], context)
    who = attribution(context.deck, context.slide.source, paraphrase=paraphrase, by=by)
    if not who:
        return strips
    strips[-1] = replace(strips[-1], keep=True)
    note = fair_par(who, style.note, context.width - _STROKE - mm(3), context.display)

    items = (
        rule(f"{name}/stroke", 0.0, _STROKE, optical(style.note.step), mm(0.5), context.accent),
        box(f"{name}/by", [note], _STROKE + mm(3), 0.0, context.width - _STROKE - mm(3)),
    )
    return [*strips, finished(items, note.height, style.gap(mm(3)))]


def note_strip(name: str, text: Text, context: PaperContext, *, keep: bool = False) -> Strip:
    """Return a caption or credit in small, soft type; in a caption ``Figur 19: …`` the figure's number is bold."""
    par = fair_par(_captioned(text), replace(context.style.note, tag=Tag.CAPTION), context.width, context.settings)
    return replace(par_strip(name, par, context, before=context.style.gap(mm(3))), keep=keep)


def _captioned(text: Text) -> Text:
    """Return ``Figur 19: …`` with the figure's number in bold."""
    first = text.runs[0].text if text.runs else ""
    number, colon, rest = first.partition(":")
    if not colon or len(number) > 24 or not number[-1:].isdigit():
        return text
    runs = (replace(text.runs[0], text=number + colon, bold=True), replace(text.runs[0], text=rest), *text.runs[1:])
    return Text(runs, text.span)
