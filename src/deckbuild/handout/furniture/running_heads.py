"""The furniture of every page: the running head, the tab of the section and the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.items import Item, Ruling, TextBox, WriteBox
from deckbuild.frame.text import Align, Par
from deckbuild.handout.furniture.section_marks import SECTION_MARKS
from deckbuild.handout.style.paragraphs import furniture, one_line
from deckbuild.handout.style.settings import deck_settings
from deckbuild.handout.style.style import PaperStyle
from deckbuild.layout.text.paragraph import TextSettings, set_par
from deckbuild.model.deck import Deck
from deckbuild.model.text import Run
from deckbuild.model.theme import accent
from deckbuild.units import Pt, Rect, mm

_PAGE_ROOM, _ASIDE_ROOM = mm(20), mm(30)
"""The width of the page number in the foot, and of what stands before it there."""
_ASIDE_GAP = mm(4)
_NAME_APART, _NAME_LEAST, _NAME_MOST = mm(6), mm(25), mm(80)
"""White left of the participant's name in the running head, and the least and most width of its place."""


@dataclass(frozen=True, slots=True)
class Running:
    """The texts of running head and foot, besides the section and the page number."""

    title: str
    """The head of pages that belong to no section; empty for no head."""
    aside: str = ""
    """The text at the right of the head, such as the time of day in the guide; empty for none.

    Pages without a head have it in the foot, before the page number.
    """
    foot: str = ""
    """The text of the foot; when it is empty, the deck's title and subtitle."""


def left_margin(page: int, style: PaperStyle) -> Pt:
    """Return the left margin of page ``page`` (from 1), in points: the inner margin on odd pages."""
    return style.inner if page % 2 else style.outer


def chrome(deck: Deck, page: int, pages: int, section: int, running: Running, style: PaperStyle) -> tuple[Item, ...]:
    """Return the items of running head, tab and foot of page ``page`` of ``pages``, both from 1."""
    x = left_margin(page, style)
    items: list[Item] = _head(deck, section, running, x, style) if deck.theme.paper.heads or not section else []
    if section:
        items += SECTION_MARKS[deck.theme.design](deck, page, section, x, style)
    items += _foot(deck, page, pages, section, running, x, style)
    return tuple(items)


def _head(deck: Deck, section: int, running: Running, x: Pt, style: PaperStyle) -> list[Item]:
    settings = deck_settings(deck, always=False)
    room = style.width
    items: list[Item] = []
    if running.aside:
        aside = one_line(running.aside, replace(style.running, align=Align.RIGHT), style.width / 2, settings)
        items.append(furniture("aside", aside, x + style.width / 2, style.head_top, style.width / 2))
        room -= aside.lines[0].width + _ASIDE_GAP
    if section:
        name = next(s.title.plain for s in deck.sections if s.number == section)
        par = _section_head(section, name, room, style, settings)
    elif not running.title:
        return items
    else:
        par = one_line(running.title, style.running, room, settings)
    return [furniture("head", par, x, style.head_top, room), *items]


def _section_head(section: int, name: str, room: Pt, style: PaperStyle, settings: TextSettings) -> Par:
    """Set the number and name of a section on one line, shortened when it is wider than ``room`` points."""
    look = replace(style.running, color=accent(section))
    par = set_par((Run(str(section), bold=True), Run(f"\u2002{name}")), look, room, settings)
    return par if len(par.lines) == 1 else one_line(f"{section}\u2002{name}", look, room, settings)


def report_shortened(deck: Deck, style: PaperStyle, diagnostics: Diagnostics) -> None:
    """Warn of titles that are shortened in the running heads or feet."""
    settings = deck_settings(deck, always=False)
    for section in deck.sections:
        name = section.title.plain
        if _section_head(section.number, name, style.width, style, settings).plain != f"{section.number}\u2002{name}":
            diagnostics.warning(
                "title-shortened",
                section.title.span,
                "This title is too long for the head of the handout's pages: it is shortened there.",
                "Write a shorter title.",
            )
    title = deck.info.title
    if _foot_title(title.plain, style, settings, style.width - _PAGE_ROOM).plain != title.plain:
        diagnostics.warning(
            "title-shortened",
            title.span,
            "This title is too long for the foot of the handout's pages: it is shortened there.",
            "Write a shorter title.",
        )


def name_line(deck: Deck) -> str:
    """Return the id of the cover's line for the participant's name; empty when the cover has no lines.

    It is the line with the word for a name in the deck's language, or else the first.
    """
    lines = [label.plain.strip().lower() for label in deck.handout.cover]
    name = deck.labels.name.lower()
    return f"cover/{lines.index(name) + 1 if name in lines else 1}" if lines else ""


def running_name(deck: Deck, page: int, section: int, around: Sequence[Item], style: PaperStyle) -> Iterator[WriteBox]:
    """Yield the box right of the running head in which a form repeats the name from the cover, if there is room.

    ``around`` are the items of ``chrome``.
    """
    if section and not deck.theme.paper.heads:
        return  # what tells the section stands there
    x, name = left_margin(page, style), name_line(deck)
    heads = [item for item in around if isinstance(item, TextBox) and item.box.y == style.head_top]
    lines = [line for head in heads for par in head.pars for line in par.lines]
    room = style.width - max((line.width for line in lines), default=0.0) - _NAME_APART
    if name and room >= _NAME_LEAST:
        width = min(room, _NAME_MOST)
        area = Rect(x + style.width - width, style.head_top, width, style.running.step.leading)
        yield WriteBox(id=name, box=area, ruling=Ruling.BLANK, dot=False, label=deck.labels.name, echo=True)


def _foot_title(title: str, style: PaperStyle, settings: TextSettings, room: Pt) -> Par:
    return one_line(title, style.running_foot, room, settings)


def _foot(deck: Deck, page: int, pages: int, section: int, running: Running, x: Pt, style: PaperStyle) -> list[Item]:
    settings = deck_settings(deck, always=False)
    title = running.foot or deck.info.title.plain
    aside = running.aside if section and not deck.theme.paper.heads else ""
    own = _PAGE_ROOM + (_ASIDE_ROOM if aside else 0.0)
    room = style.width - own
    left = _foot_title(title, style, settings, room)
    if section and deck.theme.paper.section_in_foot:
        look = replace(style.running_foot, italic=True)
        left = one_line(deck.sections[section - 1].title.plain, look, room, settings)
    elif deck.info.subtitle and not running.foot:
        subtitle = deck.info.subtitle.plain
        whole = f"{title} – {subtitle[:1].lower()}{subtitle[1:]}"
        both = _foot_title(whole, style, settings, room)
        # the subtitle is left out when it doesn't fit whole
        left = both if both.plain == whole else left
    before, _, after = deck.labels.page_of.partition("{page}")
    time = f"{aside}\u2003" if aside else ""
    runs = (Run(time), Run(before), Run(str(page), bold=True), Run(after.format(pages=pages)))
    right = set_par(tuple(r for r in runs if r.text), style.page_number, own, settings)
    return [
        furniture("foot", left, x, style.foot_top, room),
        furniture("page", right, x + room, style.foot_top, own),
    ]
