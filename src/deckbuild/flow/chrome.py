"""What stands on every page: the running head, the section's tab and the foot."""

from __future__ import annotations

from deckbuild.flow.setting import paper_setting
from deckbuild.flow.style import (
    FOOT_TOP,
    HEAD_TOP,
    INNER,
    OUTER,
    PAGE_NUMBER,
    PAGE_WIDTH,
    RUNNING,
    RUNNING_FOOT,
    TAB_BOTTOM,
    TAB_EDGE,
    TAB_HEIGHT,
    TAB_NUMBER,
    TAB_PITCH,
    TAB_TOP,
    TAB_WIDTH,
    TABS,
    WIDTH,
)
from deckbuild.flow.text import furniture, one_line
from deckbuild.frame.items import Item, Shape, ShapeKind
from deckbuild.layout.text import ParStyle, baseline, set_par, stack
from deckbuild.model.deck import Deck
from deckbuild.model.text import Run
from deckbuild.model.theme import Color, Step, accent
from deckbuild.units import Pt, Rect, mm

_PAGE_ROOM = mm(20)
_FIGURE_MIDDLE = 0.358
"""From the baseline to the middle of a figure, in em."""


def left_margin(page: int) -> Pt:
    """Return the left margin of page ``page`` (from 1): the inner one on odd pages."""
    return INNER if page % 2 else OUTER


def chrome(deck: Deck, page: int, pages: int, section: int, title: str) -> tuple[Item, ...]:
    """Return running head, tab and foot of a page; ``title`` heads pages that belong to no section."""
    x = left_margin(page)
    items: list[Item] = list(_head(deck, section, title, x))
    if section:
        items.append(_tab(section, len(deck.sections), page))
    items += _foot(deck, page, pages, x)
    return tuple(items)


def _head(deck: Deck, section: int, title: str, x: Pt) -> list[Item]:
    setting = paper_setting(deck.labels.lang, always=False)
    if not section:
        return [furniture("head", one_line(title, RUNNING, WIDTH, setting), x, HEAD_TOP, WIDTH)]
    name = next(s.title.plain for s in deck.sections if s.number == section)
    style = ParStyle(RUNNING.step, accent(section), tag=RUNNING.tag)
    runs = (Run(str(section), bold=True), Run(f"\u2002{name}"))
    par = set_par(runs, style, WIDTH, setting)
    if len(par.lines) > 1:
        par = one_line(f"{section}\u2002{name}", style, WIDTH, setting)
    return [furniture("head", par, x, HEAD_TOP, WIDTH)]


def _tab(section: int, sections: int, page: int) -> Shape:
    """Return the section's tab at the outer edge; many sections share the same height."""
    pitch, high = TAB_PITCH, TAB_HEIGHT
    if sections > TABS:
        pitch = (TAB_BOTTOM - TAB_TOP) / sections
        high = pitch * TAB_HEIGHT / TAB_PITCH
    x = PAGE_WIDTH - TAB_EDGE - TAB_WIDTH if page % 2 else TAB_EDGE
    box = Rect(x, TAB_TOP + (section - 1) * pitch, TAB_WIDTH, high)
    return tab_shape("tab", section, box, accent(section), TAB_NUMBER)


def tab_shape(name: str, number: int, box: Rect, color: Color, style: ParStyle) -> Shape:
    """Return a filled field with a section's number in its middle."""
    if style.step.leading > box.h:
        style = ParStyle(Step(box.h * 0.7, box.h), style.color, bold=style.bold, align=style.align, tag=style.tag)
    par = set_par((Run(str(number)),), style, box.w, paper_setting("da-DK", always=False))
    # figures are as high as capitals: their middle, not the line's, stands in the middle of the field
    middle = baseline(style.step) - _FIGURE_MIDDLE * style.step.size
    pars = stack([par], top=box.h / 2 - middle)
    return Shape(id=name, kind=ShapeKind.RECT, box=box, fill=color, pars=pars)


def _foot(deck: Deck, page: int, pages: int, x: Pt) -> list[Item]:
    setting = paper_setting(deck.labels.lang, always=False)
    title = deck.info.title.plain
    if deck.info.subtitle:
        subtitle = deck.info.subtitle.plain
        title += f" – {subtitle[:1].lower()}{subtitle[1:]}"
    left = one_line(title, RUNNING_FOOT, WIDTH - _PAGE_ROOM, setting)
    before, _, after = deck.labels.page_of.partition("{page}")
    runs = (Run(before), Run(str(page), bold=True), Run(after.format(pages=pages)))
    right = set_par(tuple(r for r in runs if r.text), PAGE_NUMBER, _PAGE_ROOM, setting)
    return [
        furniture("foot", left, x, FOOT_TOP, WIDTH - _PAGE_ROOM),
        furniture("page", right, x + WIDTH - _PAGE_ROOM, FOOT_TOP, _PAGE_ROOM),
    ]
