"""Titles of slides on paper, with the works that a slide names: large on a page of its own, else smaller."""

from __future__ import annotations

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Item
from deckbuild.handout.furniture.marks import rule
from deckbuild.handout.style.paragraphs import box, fair_par
from deckbuild.handout.style.settings import paper_settings
from deckbuild.handout.style.style import PaperStyle
from deckbuild.layout.slides.sources import source_line
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.deck import Deck, Slide, continued_title
from deckbuild.model.text import BREAK
from deckbuild.units import Pt, mm

_TO_SOURCE, _TO_RULE = mm(0.6), mm(1.5)


@dataclass(frozen=True, slots=True)
class Header:
    """A title that has been set: its items, from its top left corner, and its height in points."""

    height: Pt
    items: tuple[Item, ...]


def slide_header(
    deck: Deck, slide: Slide, width: Pt, settings: TextSettings, style: PaperStyle, *, big: bool, continued: bool
) -> Header:
    """Return the title of a slide, and under it its works.

    ``big`` is for a slide with a page of its own, ``continued`` for its pages after the first.
    """
    whole = paper_settings(settings.lang, always=False, families=settings.families)
    title = deck.titles[slide.id]
    if continued:
        title = continued_title(title, deck.labels)
    par = fair_par(title, style.page_title if big else style.slide_title, width, whole)
    name = f"{slide.id}/title"
    items: list[Item] = [box(name, [par], 0.0, 0.0, width, slide.title.span)]
    high = par.height
    if slide.source and not continued:
        source = fair_par(source_line(deck, slide.source), style.source, width, whole)
        if len(source.lines) > 1:  # when they need several lines, each work gets its own
            source = fair_par(source_line(deck, slide.source, BREAK), style.source, width, whole)
        items.append(box(f"{slide.id}/source", [source], 0.0, high + _TO_SOURCE, width))
        high += _TO_SOURCE + source.height
    if big and deck.theme.paper.title_rule:
        high += _TO_RULE
        items.append(rule(f"{slide.id}/rule", 0.0, width, high))
    return Header(high, tuple(items))
