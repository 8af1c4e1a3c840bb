"""What shows the section of a page, for each design of a theme: a tab at the edge, a ribbon at the top, or a strip."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from deckbuild.frame.items import Item, Shape, ShapeKind
from deckbuild.frame.text import Align
from deckbuild.handout.style.paragraphs import furniture, one_line
from deckbuild.handout.style.settings import deck_settings
from deckbuild.handout.style.style import TABS, PaperStyle
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, baseline, set_par, stack
from deckbuild.layout.title_art.ribbons import MOST_WIDE, places, ribbon, ribbon_width
from deckbuild.model.deck import Deck
from deckbuild.model.text import Run
from deckbuild.model.theme import LINE, ON_ACCENT, Color, Step, accent
from deckbuild.units import Pt, Rect, mm

_FIGURE_MIDDLE = 0.358
"""Height from the baseline to the middle of a figure, in em."""
_RIBBON_TOP, _RIBBON_LONG, _RIBBON_WIDE, _TICK = mm(6), mm(15), mm(7), mm(1.4)
_RIBBON_UNIT = 0.8
"""How long a point of a ribbon on a slide is on paper."""
_STRIP_UP, _STRIP_HIGH, _LEAST_STRIP = mm(1), mm(7), mm(4)
"""How far above the running head the strip begins, its height, and the least height."""
_NAME_UNDER, _TO_TITLE = mm(1), mm(1.5)
_TICK_LINE, _STRIP_LINE = mm(0.2), mm(0.4)

Marks: TypeAlias = Callable[[Deck, int, int, Pt, PaperStyle], list[Item]]
"""Takes the deck, page and section (from 1), the left margin and the look of the paper."""


def tab_shape(name: str, number: int, box: Rect, color: Color, style: ParStyle, settings: TextSettings) -> Shape:
    """Return a filled box with the number of a section in its middle."""
    if style.step.leading > box.h:
        style = ParStyle(Step(box.h * 0.7, box.h), style.color, bold=style.bold, align=style.align, tag=style.tag)
    par = set_par((Run(str(number)),), style, box.w, settings)
    # figures are as high as capitals: the middle of the figures, not of the line, is the middle of the box
    middle = baseline(style.step) - _FIGURE_MIDDLE * style.step.size
    pars = stack([par], top=box.h / 2 - middle)
    return Shape(id=name, kind=ShapeKind.RECT, box=box, fill=color, pars=pars)


def _tab(deck: Deck, page: int, section: int, _left: Pt, style: PaperStyle) -> list[Item]:
    """Return the tab of a section at the outer edge. With more than ``TABS`` sections the tabs are lower."""
    sections = len(deck.sections)
    apart, high = style.tab_apart, style.tab_height
    if sections > TABS:
        apart = (style.tab_bottom - style.tab_top) / sections
        high = apart * style.tab_height / style.tab_apart
    x = style.page_width - style.tab_edge - style.tab_width if page % 2 else style.tab_edge
    box = Rect(x, style.tab_top + (section - 1) * apart, style.tab_width, high)
    return [tab_shape("tab", section, box, accent(section), style.tab_number, deck_settings(deck, always=False))]


def _ribbons(deck: Deck, _page: int, section: int, left: Pt, style: PaperStyle) -> list[Item]:
    """Return the ribbon of a section at the top of the page, and the outlined ends of the others."""
    total = len(deck.sections)
    wide = ribbon_width(total, _RIBBON_WIDE)
    long = min(_RIBBON_LONG, style.title_top - _RIBBON_TOP - _TO_TITLE)
    items: list[Item] = []
    for number, x in enumerate(places(left, style.width, wide, total), start=1):
        if number == section:
            items.append(
                ribbon(
                    "tab", number, Rect(x, _RIBBON_TOP, wide, long), _RIBBON_UNIT, (accent(section), ON_ACCENT),
                    deck_settings(deck, always=False), numbered=total <= MOST_WIDE,
                )
            )  # fmt: skip
        else:
            end = Rect(x, _RIBBON_TOP, wide, _TICK)
            items.append(Shape(id=f"end{number}", kind=ShapeKind.RECT, box=end, stroke=LINE, width=_TICK_LINE))
    return items


def _strip(deck: Deck, _page: int, section: int, left: Pt, style: PaperStyle) -> list[Item]:
    """Return a strip of cells, one for each section, this one filled; and its name under it, where there is room."""
    total, settings = len(deck.sections), deck_settings(deck, always=False)
    top, name_high = style.head_top - _STRIP_UP, style.running.step.leading
    room = style.title_top - top - _TO_TITLE
    named = room >= _LEAST_STRIP + _NAME_UNDER + name_high
    high = min(_STRIP_HIGH, room - (_NAME_UNDER + name_high if named else 0.0))
    wide = style.width / total
    items: list[Item] = []
    for each in deck.sections:
        own = each.number == section
        box = Rect(left + (each.number - 1) * wide, top, wide, high)
        number = ParStyle(
            style.tab_number.step, ON_ACCENT if own else accent(section), bold=True, align=Align.CENTER,
            tag=style.tab_number.tag, heading=True,
        )  # fmt: skip
        cell = tab_shape("tab" if own else f"cell{each.number}", each.number, box, accent(section), number, settings)
        fill = accent(section) if own else None
        items.append(replace(cell, fill=fill, stroke=accent(section), width=_STRIP_LINE))
    if named:
        look = ParStyle(style.running.step, accent(section), bold=True, tag=style.running.tag)
        par = one_line(deck.sections[section - 1].title.plain, look, style.width, settings)
        # a name longer than what is right of its cell ends where the strip does
        x = left + min((section - 1) * wide, style.width - par.lines[0].width - 1)
        items.append(furniture("head", par, x, top + high + _NAME_UNDER, left + style.width - x))
    return items


SECTION_MARKS: Mapping[str, Marks] = {"tabs": _tab, "ribbons": _ribbons, "strip": _strip}
"""The name of a design -> what shows the section on its pages."""
