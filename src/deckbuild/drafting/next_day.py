"""Makes the file for the next course day from the last day's, by changing lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from enum import Enum

from deckbuild.characters import indent
from deckbuild.dataclass import dataclass
from deckbuild.drafting.boards import asks_for, set_boards
from deckbuild.drafting.emptied_slides import emptied, place
from deckbuild.drafting.heading import Heading, set_heading
from deckbuild.drafting.since_last_time import LastAnswers, asked_again, made_before, ours, what_was_answered
from deckbuild.drafting.unused_definitions import take_out_unused
from deckbuild.editing import OtherWritingError, SourceOutline, known
from deckbuild.editing.slide_numbers import renumbered
from deckbuild.model.deck import Deck, Slide
from deckbuild.model.walk import blocks, days_of, questions

BY_NUMBER = re.compile(r" *(?:- )?slide: +(\d+)\s*(?:#.*)?$")
"""A row of the programme that names its slide by number."""


class Content(Enum):
    """What happens to slides about the last day's subject."""

    EMPTY = "empty"
    """They keep only their titles, and the questions that participants answer on paper."""
    KEEP = "keep"
    """They are not changed."""


@dataclass(frozen=True, slots=True)
class Following:
    """The next day's file, and a summary of what was changed."""

    text: str
    """The file's text, with the same line ends as the last day's."""
    heading: Heading
    """What was changed in its head."""
    emptied: int
    """Number of slides that were emptied."""
    carried: int
    """Number of questions from the last day that are asked again."""
    answered: int
    """Number of these questions whose collected answers are shown."""
    kept: tuple[Slide, ...]
    """Slides made for the last day only, which stay because somebody changed them or links lead to them."""
    unused: tuple[str, ...]
    """Names of figures and tables that were removed, since no slide shows them any more."""
    boards: int
    """Number of boards that now refer to the new day's answers."""
    days: tuple[str, ...]
    """The days that the programmes still say."""


def follow(
    deck: Deck,
    *,
    written: str | None = None,
    name: str = "",
    date: str = "",
    day: int | None = None,
    content: Content = Content.EMPTY,
    answers: LastAnswers | None = None,
    taken: Collection[str] = (),
) -> Following:
    """Return the file for the day after that of ``deck``, on ``date`` in the author's words.

    The number of the day counts on, or becomes ``day``, in title, subtitle and name of the papers. The questions that
    were carried to a sheet stand on a slide of their own after the programme, and after it a slide for each that shows
    what was answered. What isn't changed stays to the letter: ``written`` is the deck's file with the line ends it has.

    ``name`` is the new file's without its ending, ``taken`` are names of papers that belong to other decks. Raises
    ``OtherWritingError`` when the file is written in a way that can't be changed line by line.
    """
    if not deck.slides:
        raise ValueError("a deck without slides has no next day")
    page = SourceOutline(known(deck.slides[0].span).file, written)
    own = deck.slides
    places = {slide.id: place(slide, page) for slide in own}
    carried = [question for slide in own for question in questions(slide) if question.carry_to]
    bare = [slide for slide in own if content is Content.EMPTY and not _is_frame(slide)]
    gone = [question for slide in bare for question in slide.handout.each]
    bare += [slide for slide in own if slide not in bare and asks_for(slide, gone)]
    before = made_before([slide for slide in own if slide not in bare], page)
    replaced = [slide for slide in before.unchanged if carried or not _is_linked(slide, page)]
    ids = {slide.id for slide in own if slide not in replaced}
    begins = [asked_again(deck, carried, page, ids)] if carried else []
    shown = what_was_answered(deck, carried, answers, page, ids) if carried and answers else []
    for slide in bare:
        first, end, _ = places[slide.id]
        page.editor.replace_lines(first, end, emptied(slide, page, deck.info.language))
    for slide in replaced:
        _take_away(places[slide.id], page)
    programme = next((slide for slide in own if any(block.programme for block in blocks(slide.body))), None)
    if begins:
        _put_in([*begins, *shown], places[(programme or own[0]).id], page, after=programme is not None)
    heading = set_heading(deck.info, page, name, date, day, {deck.name, *taken})
    unused = take_out_unused(deck, bare, page)
    stay = [slide for slide in own if slide not in bare and slide not in replaced]
    boards = set_boards(stay, page, deck.path.stem, name)
    _count_on(own, replaced, len(begins) + len(shown), programme, page)
    days = tuple(day.name.plain for day in days_of(deck) if day.named)
    kept = tuple(slide for slide in (*before.unchanged, *before.changed) if slide not in replaced)
    return Following(page.editor.text(), heading, len(bare), len(carried), len(shown), kept, unused, boards, days)


def _is_frame(slide: Slide) -> bool:
    """Whether a slide is about what participants do on any day, such as the programme, and not about the subject."""
    return any(block.FRAMES_DAY for block in blocks(slide.body))


def _is_linked(slide: Slide, page: SourceOutline) -> bool:
    """Whether a link or a row of the programme leads to a slide."""
    link = re.compile(rf"(?:#|\bslide:\s*[\"']?){re.escape(slide.id)}\b")
    return any(link.search(line) for line in page.file.lines)


def _take_away(lines: tuple[int, int, str], page: SourceOutline) -> None:
    """Remove a slide, with the comment that we wrote above it and the blank lines after it."""
    first, end, _ = lines
    for number in range(page.above(first), first):
        if ours(page.line(number)):
            page.editor.replace_lines(number, number + 1, [])
    while page.is_blank(end) and end <= len(page.file.lines):
        end += 1
    page.editor.replace_lines(first, end, [])


def _put_in(slides: Sequence[Sequence[str]], lines: tuple[int, int, str], page: SourceOutline, *, after: bool) -> None:
    """Insert slides after (or before) the slide at ``lines``, with blank lines between them if the file has them."""
    first, end, _ = lines
    pad = indent(page.line(first))
    while page.is_comment(end) and len(indent(page.line(end))) > len(pad):  # an indented comment belongs to the slide
        end += 1
    apart = [""] if page.is_blank(end) or len(slides) > 1 else []
    line = end if after else page.above(first)
    made = [[f"{pad}{row}" for row in slide] for slide in slides]
    rows = [row for slide in made for row in ([*apart, *slide] if after else [*slide, *apart])]
    page.editor.insert_lines(line, rows)


def _count_on(
    own: Sequence[Slide], replaced: Sequence[Slide], added: int, after: Slide | None, page: SourceOutline
) -> None:
    """Update slide numbers in comments, except on lines that are replaced anyway."""
    numbers: dict[str, str] = {}
    number = 0 if after else added
    for old, slide in enumerate(own, 1):
        if slide in replaced:
            continue
        number += 1
        numbers[str(old)] = str(number)
        number += added * (slide is after)
    first = known(own[0].span)
    begin = first.line
    while begin > 1 and (page.is_comment(begin - 1) or page.is_blank(begin - 1)):
        begin -= 1
    for line in range(begin, len(page.file.lines) + 1):
        begun = BY_NUMBER.match(page.line(line))
        if begun and begun[1] in numbers and not page.editor.changes(line):
            page.editor.replace((line, begun.start(1) + 1), (line, begun.end(1) + 1), numbers[begun[1]])
        own_line = page.is_comment(line) and not page.editor.changes(line)
        if own_line and len(indent(page.line(line))) < first.column:
            _count_line(page, line, numbers)


def _count_line(page: SourceOutline, line: int, numbers: Mapping[str, str]) -> None:
    for start, end, number in renumbered(page.line(line), numbers):
        page.editor.replace((line, start + 1), (line, end + 1), number)


__all__ = ["Content", "Following", "OtherWritingError", "follow"]
