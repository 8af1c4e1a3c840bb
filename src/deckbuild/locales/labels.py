"""The words the papers print by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """One language's words for the papers."""

    lang: str
    """BCP 47 tag written into both papers."""
    editions: Mapping[str, str]
    """What the end of each edition's file name says it is, by the edition's name in deck.yaml."""
    handout_page: str
    write_on_page: str
    source: str
    and_: str
    paraphrase: str
    continued: str
    own_notes: str
    yes: str
    no: str
    a_word: str
    """Heads the lines for a word beside what is ticked."""
    carried_to: str
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
    """The head of the column that says which file answers came from."""
    answers_sheet: str
    """The name of the sheet of collected answers."""
    slide: str
    numbered_title: str
    """The title of a slide, numbered because other slides have the same title."""
    opening: str
    """What stands before the first section, where the deck is called like one of its sections."""
    time: str
    point: str
    theme: str
    named: str
    """What the end of a name says of a folder of copies with names on them."""
    guide: str
    """What the course team's edition is called."""
    how_to_read: str
    sheet_answers: str
    """Where a sheet is, and which answers are carried to it."""
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
    """What each way of answering is called, by its name in deck.yaml."""
    each_answer: str
    """How each of a slide's questions is answered, when it is the same for all."""
    answer_of: str
    """How some of a slide's questions are answered."""
    empty_column: str
    row_crosses: str
    ticks: str
    ticks_and_word: str
    marks: str
    board: str
    charts: Mapping[str, str]
    """What a chart of each kind is called, by the kind's name in deck.yaml."""
    unknown: str
    """Where a number is missing."""
    months: tuple[str, ...]
    """Their short names, from January."""
    day_of_month: str
    number_range: str
    """A range of numbers, from the first to the last."""
