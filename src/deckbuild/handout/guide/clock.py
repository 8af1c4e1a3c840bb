"""The day by the clock: which slides belong to which row of the programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deckbuild.locales.labels import Labels
from deckbuild.model.clock import ProgrammeRow, minutes
from deckbuild.model.deck import Deck

_HOUR = 60


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A row of the programme, and its slides."""

    slot: ProgrammeRow
    slides: tuple[str, ...] = ()
    """Ids of the slides shown in it, in order; empty when the row names no slide and none has its title."""

    @property
    def lasts(self) -> int:
        """How long it lasts, in minutes; 0 when its time has no end."""
        span = minutes(self.slot.time)
        return span[1] - span[0] if span else 0


def sessions(deck: Deck) -> tuple[ClockRow, ...]:
    """Return the rows of the deck's programmes, each with its slides.

    The first slide of a row is the one that it names, or else the next one with the same title. The last is the one
    before the first slide of the next row. A row that is repeated on a later slide counts once.
    """
    rows = list(_once(row for slide in deck.slides for block in slide.body for row in block.programme))
    ids = [slide.id for slide in deck.slides]
    starts: list[tuple[ProgrammeRow, int | None]] = []
    after = 0
    for slot in rows:
        start = ids.index(slot.slide) if slot.slide in ids else _titled(deck, slot, after)
        starts.append((slot, start))
        after = after if start is None else start + 1
    made = []
    for place, (slot, start) in enumerate(starts):
        end = next((s for _, s in starts[place + 1 :] if s is not None), len(ids))
        made.append(ClockRow(slot, () if start is None else tuple(ids[start:end])))
    return tuple(made)


def _once(rows: Iterable[ProgrammeRow]) -> Iterator[ProgrammeRow]:
    """Yield each row once: a row with the time and text of an earlier one is left out."""
    seen: set[tuple[str, str]] = set()
    for slot in rows:
        key = (slot.time, slot.item.plain)
        if key not in seen:
            seen.add(key)
            yield slot


def _titled(deck: Deck, slot: ProgrammeRow, after: int) -> int | None:
    """Return the index of the first slide, from ``after`` on, whose title is the row's text; ``None`` for none."""
    name = slot.item.plain.casefold()
    return next((n for n, s in enumerate(deck.slides) if n >= after and s.title.plain.casefold() == name), None)


def duration(length: int, labels: Labels) -> str:
    """Return a number of minutes in words, such as ``2 t. 40 min.``."""
    hours, rest = divmod(length, _HOUR)
    parts = [labels.hours.format(n=hours)] if hours else []
    if rest or not hours:
        parts.append(labels.minutes.format(n=rest))
    return " ".join(parts)
