"""What stands on every slide: title, tab, foot."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.fonts.faces import Style
from deckbuild.frame.items import Item, Role, Shape, ShapeKind, TextBox
from deckbuild.frame.masters import (
    HEIGHT,
    NUMBER_FOOT,
    SECTION_FOOT,
    SOURCE_FOOT,
    TAB_WIDTH,
    TITLE_BOX,
    WRITE_DOT,
    WRITE_FOOT,
)
from deckbuild.frame.text import Align, Tag
from deckbuild.layout.context import SlideContext
from deckbuild.layout.text import ParStyle, Setting, set_par, stack, text_width
from deckbuild.model.deck import Deck
from deckbuild.model.text import Run, Text, plain
from deckbuild.model.theme import INK, MARK, ON_ACCENT, SOFT, Step, Theme, accent
from deckbuild.units import Pt, Rect

MOST_TITLE_LINES = 2


def title_box(name: str, text: Text, context: SlideContext) -> TextBox:
    """Set the title; a second line makes the box taller."""
    style = ParStyle(context.theme.scale.title, INK, bold=True, tag=Tag.TITLE)
    pars = stack([set_par(text, style, TITLE_BOX.w, context.setting)])
    box = Rect(TITLE_BOX.x, TITLE_BOX.y, TITLE_BOX.w, max(TITLE_BOX.h, pars[0].height))
    return TextBox(id=f"{name}/title", box=box, pars=pars, role=Role.TITLE, span=text.span)


def tab(name: str, section: int, total: int, setting: Setting) -> list[Item]:
    """Return the coloured part of the left edge that shows where in the day we are."""
    if not section or not total:
        return []
    high = HEIGHT / total
    box = Rect(0, (section - 1) * high, TAB_WIDTH, high)
    step = Step(14, 18) if high >= 20 else Step(10, 12)
    style = ParStyle(step, ON_ACCENT, bold=True, align=Align.CENTER, tag=Tag.ARTIFACT)
    par = set_par(plain(str(section)), style, box.w, setting)
    pars = stack([par], top=(high - par.height) / 2)
    return [Shape(id=f"{name}/tab", kind=ShapeKind.RECT, box=box, fill=accent(section), pars=pars)]


def foot(name: str, section: int, source: Text, number: int, deck: Deck, theme: Theme, setting: Setting) -> list[Item]:
    """Return section, source and number at the foot of a slide."""
    step = theme.scale.foot
    items: list[Item] = []
    if section:
        title = deck.sections[section - 1].title.plain
        place = Text((Run(str(section), bold=True), Run(f"\u2002{title}")))
        items.append(
            _line(f"{name}/section", place, SECTION_FOOT, Role.SECTION, ParStyle(step, accent(section)), setting)
        )
    else:
        items.append(
            _line(f"{name}/section", deck.info.title, SECTION_FOOT, Role.SECTION, ParStyle(step, SOFT), setting)
        )
    if source:
        items.append(_line(f"{name}/source", source, SOURCE_FOOT, Role.SOURCE, ParStyle(step, SOFT), setting))
    style = ParStyle(step, SOFT, bold=True, align=Align.RIGHT)
    items.append(_line(f"{name}/number", plain(str(number)), NUMBER_FOOT, Role.NUMBER, style, setting))
    return items


def pointer(name: str, text: str, theme: Theme, setting: Setting) -> list[Item]:
    """Return the warm dot and the page of the handout where participants write."""
    style = ParStyle(theme.scale.foot, INK)
    return [
        Shape(id=f"{name}/dot", kind=ShapeKind.ELLIPSE, box=WRITE_DOT, fill=MARK),
        _line(f"{name}/write", plain(text), WRITE_FOOT, Role.WRITE, style, setting),
    ]


def _line(name: str, text: Text, box: Rect, role: Role, style: ParStyle, setting: Setting) -> TextBox:
    """Set one line of the foot, shortened with an ellipsis when it is too long for its box."""
    text = shortened(text, style, box.w, setting)
    pars = stack([set_par(text, style, box.w, setting)])
    return TextBox(id=name, box=box, pars=pars, role=role, artifact=True)


def shortened(text: Text, style: ParStyle, width: Pt, setting: Setting) -> Text:
    """Return ``text`` cut at a word and ended with an ellipsis, so that it fits on one line."""
    if sum(
        text_width(r.text, Style.of(bold=r.bold or style.bold, italic=r.italic), style.step.size) for r in text.runs
    ) <= (width * setting.fill):
        return text
    *before, last = text.runs
    words = last.text.split(" ")
    while len(words) > 1:
        words.pop()
        tried = Text((*before, replace(last, text=" ".join(words) + " …")), text.span)
        if len(set_par(tried, style, width, setting).lines) == 1:
            return tried
    letters = last.text
    while letters:
        letters = letters[:-1]
        tried = Text((*before, replace(last, text=letters + "…")), text.span)
        if len(set_par(tried, style, width, setting).lines) == 1:
            return tried
    return Text(tuple(before), text.span)
