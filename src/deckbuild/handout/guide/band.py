"""A row of the programme as a heading over the full width of the guide: its time, its text and its length."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.frame.items import Item
from deckbuild.frame.text import Tag
from deckbuild.handout.furniture.marks import rule
from deckbuild.handout.guide.clock import ClockRow, duration
from deckbuild.handout.strip import Strip, finished
from deckbuild.handout.style.paragraphs import box, fair_par
from deckbuild.handout.style.settings import deck_settings
from deckbuild.handout.style.style import TITLE_RULE, PaperStyle
from deckbuild.layout.text.paragraph import baseline, set_par
from deckbuild.model.deck import Deck
from deckbuild.model.text import Run
from deckbuild.model.theme import INK, SOFT
from deckbuild.units import mm

_BEFORE = mm(10)
_BELOW = mm(3.5)
"""White that belongs to a row without slides, so that it does not look cut off at the foot of a page."""
_TO_TEXT = mm(2.5)
_GAP = mm(4)


def day_strip(name: str, deck: Deck, style: PaperStyle) -> Strip:
    """Return the name of a day as a strip on the page of its first row."""
    par = fair_par((Run(name),), style.page_title, style.width, deck_settings(deck, always=False))
    return finished((box(f"clock/{name}", [par], 0.0, 0.0, style.width),), par.height, _BEFORE, keep=True)


def band_strip(deck: Deck, session: ClockRow, style: PaperStyle, *, closed: bool) -> Strip:
    """Return a row of the programme as a strip on the page of the strip after it. A break is set in soft type.

    A row that is ``closed`` has a rule under it too: nothing comes after it.

    Time and length stand above the thumbnails, the text of the row above the text beside them.
    """
    settings = deck_settings(deck, always=False)
    color = SOFT if session.slot.pause else INK
    look = replace(style.subhead, color=color)
    x = style.width - style.measure
    title = fair_par(session.slot.item, replace(look, tag=Tag.HEAD), style.measure, settings)
    end = style.notes_width
    lasts = duration(session.lasts, deck.labels) if session.lasts else ""
    length = set_par((Run(lasts),), style.note_right, end / 2, settings)
    room = end - (max(line.width for line in length.lines) + _GAP if lasts else 0.0)
    time = set_par((Run(session.slot.time),), replace(look, tag=Tag.PARAGRAPH), room, settings)
    drop = baseline(look.step) - baseline(style.note_right.step)
    name = f"clock/{session.day}/{session.slot.time}" if session.day else f"clock/{session.slot.time}"

    below = 0.0 if session.slides else _BELOW
    high = _TO_TEXT + max(title.height, time.height) + below
    items: tuple[Item, ...] = (
        rule(f"{name}/rule", 0.0, style.width, 0.0, TITLE_RULE, color),
        box(name, [title], x, _TO_TEXT, style.measure, session.slot.item.span),
        box(f"{name}/time", [time], 0.0, _TO_TEXT, room),
        box(f"{name}/lasts", [length], end / 2, _TO_TEXT + drop, end / 2),
        *([rule(f"{name}/end", 0.0, style.width, high, TITLE_RULE, color)] if closed else []),
    )
    return finished(items, high, _BEFORE, keep=bool(session.slides))
