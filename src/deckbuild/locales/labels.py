"""The words the papers print by themselves."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language for the papers."""

    lang: str
    """The language's BCP 47 tag, which is written into every paper."""
    editions: Mapping[str, str]
    """Name of an edition in deck.yaml -> the end of its file's name."""
    handout_page: str
    write_on_page: str
    source: str
    and_: str
    paraphrase: str
    continued: str
    continued_again: str
    """The same from the second time on."""
    own_notes: str
    shared_notes: str
    """Replaces ``own_notes`` where notes are collected."""
    yes: str
    no: str
    a_word: str
    """The head of the lines for a word beside what is ticked."""
    carried_to: str
    answers_carried_to: str
    """Says the same of some of a slide's questions."""
    from_page: str
    words_and_literature: str
    words: str
    literature: str
    in_handout: str
    page_abbr: str
    legend_write: str
    legend_carried: str
    legend_id: str
    legend_tick: str
    quote_open: str
    quote_close: str
    page_of: str
    name: str
    file: str
    """The head of the column that says which file the answers came from."""
    answers_sheet: str
    """The name of the sheet of collected answers."""
    slide: str
    numbered_title: str
    """The title of a slide when other slides have the same title."""
    opening: str
    """The name of what stands before the first section, when a section has the deck's own title."""
    time: str
    point: str
    theme: str
    named: str
    """The end of the name of a folder that holds copies with names on them."""
    former: str
    """The name of the folder in which copies for former people are put."""
    new: str
    """What the name of a paper says that is written beside the one before, because that is open."""
    guide: str
    """The name of the course team's edition."""
    how_to_read: str
    sheet_answers: str
    """Says where a sheet is, and which answers are carried to it."""
    day: str
    day_lasts: str
    day_lasts_unbroken: str
    duration: str
    hours: str
    minutes: str
    slides: str
    page: str
    sections: str
    hidden: str
    not_in_handout: str
    hint: str
    answers: Mapping[str, str]
    """A way of answering, by its name in deck.yaml -> what the guide calls it."""
    each_answer: str
    """Says how the questions of a slide are answered, when it is the same for all."""
    answer_of: str
    """Says how some of a slide's questions are answered."""
    empty_column: str
    row_crosses: str
    ticks: str
    ticks_and_word: str
    marks: str
    board: str
    charts: Mapping[str, str]
    """A kind of chart, by its name in deck.yaml -> what it is called."""
    unknown: str
    """Stands where a number is missing."""
    months: tuple[str, ...]
    """Short names of the months, from January."""
    day_of_month: str
    number_range: str
    """Describes a row of numbers: how many, the first and last, the lowest and highest."""
