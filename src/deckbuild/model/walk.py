"""What is found by going through the slides: blocks and questions, nested ones included, and the days of a deck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.dataclass import dataclass
from deckbuild.model.clock import Programme, ProgrammeRow, minutes
from deckbuild.model.deck import Block, Deck, Question, Slide
from deckbuild.model.text import Run, Text


def blocks(body: Sequence[Block]) -> Iterator[Block]:
    """Yield all blocks: each is followed by those inside it."""
    for block in body:
        yield block
        yield from blocks(block.inner)


def questions(slide: Slide) -> Iterator[Question]:
    """Yield the questions of a slide: those on the slide, then those that only the handout has."""
    for block in blocks(slide.body):
        yield from block.posed
    yield from slide.handout.each
    yield from slide.handout.write


@dataclass(frozen=True, slots=True)
class Day:
    """A day, with the rows of all its programmes."""

    name: Text
    """Its name in the author's words, or else the title of the slide that shows it first."""
    named: bool
    """Whether the author named it."""
    slide: str
    """The id of the slide that shows it first."""
    rows: tuple[ProgrammeRow, ...]
    """Each row once, in the order of the file."""
    titled: str
    """The title of that slide, with no regard to capitals."""

    @property
    def begins(self) -> int:
        """When it begins, in minutes after midnight; 0 when its first row does not say."""
        times = minutes(self.rows[0].time)
        return times[0] if times else 0

    @property
    def ends(self) -> int:
        """When it ends, in minutes after midnight."""
        return max((times[1] for row in self.rows if (times := minutes(row.time))), default=0)


def days_of(deck: Deck) -> tuple[Day, ...]:
    """Return the days of the deck, in the order in which slides show them.

    Programmes with the same ``day:`` are of one day. Without it a programme whose rows all stand in an earlier one is
    that one shown again; one under the same title that begins when the earlier has ended goes on with it. Any other is
    of a day of its own.
    """
    found: list[Day] = []
    for slide in deck.slides:
        for block in blocks(slide.body):
            if programme := block.programme:
                same = next((n for n, day in enumerate(found) if _is_of(programme, day, slide)), None)
                if same is None:
                    name = programme.day or _another(deck.titles[slide.id], found)
                    found.append(Day(name, programme.day is not None, slide.id, programme.rows, slide.title.folded))
                else:
                    found[same] = _with(found[same], programme)
    return tuple(found)


def _is_of(programme: Programme, day: Day, slide: Slide) -> bool:
    """Whether a programme on ``slide`` is of ``day``, which an earlier slide showed."""
    if programme.day:
        return day.named and programme.day.folded == day.name.folded
    known = {_row_key(row) for row in day.rows}
    if all(_row_key(row) in known for row in programme.rows):
        return True
    begins = minutes(programme.rows[0].time)
    return not day.named and day.titled == slide.title.folded and begins is not None and begins[0] >= day.ends


def _another(name: Text, days: Sequence[Day]) -> Text:
    """Return the name, with a number after it when ``days`` have it: those of one slide have one title."""
    names = {day.name.folded for day in days}
    tried = (name, *(Text((*name.runs, Run(f" ({number})")), name.span) for number in range(2, len(days) + 2)))
    return next(each for each in tried if each.folded not in names)


def _with(day: Day, programme: Programme) -> Day:
    """Return the day with those rows of the programme that it lacks."""
    known = {_row_key(row) for row in day.rows}
    return replace(day, rows=(*day.rows, *(row for row in programme.rows if _row_key(row) not in known)))


def _row_key(row: ProgrammeRow) -> tuple[str, str]:
    return row.time, row.item.plain
