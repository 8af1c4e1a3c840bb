"""The days by the clock: which slides belong to which row of the programme."""

from __future__ import annotations

from itertools import pairwise

from deckbuild.dataclass import dataclass
from deckbuild.locales.labels import Labels
from deckbuild.model.clock import ProgrammeRow, minutes
from deckbuild.model.deck import Deck
from deckbuild.model.walk import Day, blocks, days_of

_HOUR = 60


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A row of the programme, and its slides."""

    slot: ProgrammeRow
    slides: tuple[str, ...] = ()
    """Ids of the slides shown in it, in order; empty when the row names no slide and none has its title."""
    day: str = ""
    """The name of its day; empty when the deck has one day, without a name."""
    opens: str = ""
    """The id of the slide with which its day begins; empty when the slides of all days stand together."""

    @property
    def lasts(self) -> int:
        """How long it lasts, in minutes; 0 when its time has no end."""
        span = minutes(self.slot.time)
        return span[1] - span[0] if span else 0


def sessions(deck: Deck) -> tuple[ClockRow, ...]:
    """Return the rows of the deck's programmes, day by day, each with its slides.

    The first slide of a row is the one that it names, or else the next one of its day with the same title. The last is
    the one before the first slide of the next row, or before the slide with which the next day begins.
    """
    days = days_of(deck)
    ids = [slide.id for slide in deck.slides]
    opens = _openings(deck, days)
    starts: list[tuple[int, ProgrammeRow, int | None]] = []
    after = 0
    for number, day in enumerate(days):
        after = max(after, opens[number] or 0)
        end = _end(opens, number, len(ids))
        for slot in day.rows:
            start = ids.index(slot.slide) if slot.slide in ids else _titled(deck, slot, after, end)
            starts.append((number, slot, start))
            after = after if start is None else start + 1
    several = len(days) > 1
    made = []
    for place, (number, slot, start) in enumerate(starts):
        slides: tuple[str, ...] = ()
        if start is not None:
            limits = (next((s for *_, s in starts[place + 1 :] if s is not None), len(ids)), _end(opens, number, 0))
            slides = tuple(ids[start : min(limit for limit in (*limits, len(ids)) if limit > start)])
        opening = opens[number]
        name = days[number].name.plain if several or days[number].named else ""
        made.append(ClockRow(slot, slides, name, "" if opening is None else ids[opening]))
    return tuple(made)


def _openings(deck: Deck, days: tuple[Day, ...]) -> list[int | None]:
    """Return for each day the index of the slide with which it begins, if its slides stand apart from earlier ones.

    They do when there are slides of content between its programme and the one before it.
    """
    content = [not slide.opens_section and not any(b.programme for b in blocks(slide.body)) for slide in deck.slides]
    ids = [slide.id for slide in deck.slides]
    found: list[int | None] = [None] * min(1, len(days))
    for before, day in pairwise(days):
        first, last = ids.index(before.slide), ids.index(day.slide)
        found.append(last if any(content[first:last]) else None)
    return found


def _end(opens: list[int | None], number: int, otherwise: int) -> int:
    """Return the index of the slide with which a later day than ``number`` begins."""
    return next((opening for opening in opens[number + 1 :] if opening is not None), otherwise)


def _titled(deck: Deck, slot: ProgrammeRow, after: int, end: int) -> int | None:
    """Return the index of the first slide from ``after`` to before ``end`` whose title is the row's text, if any."""
    name = slot.item.plain.casefold()
    return next((n for n in range(after, end) if deck.slides[n].title.plain.casefold() == name), None)


def duration(length: int, labels: Labels) -> str:
    """Return a number of minutes in words, such as ``2 t. 40 min.``."""
    hours, rest = divmod(length, _HOUR)
    parts = [labels.hours.format(n=hours)] if hours else []
    if rest or not hours:
        parts.append(labels.minutes.format(n=rest))
    return " ".join(parts)
