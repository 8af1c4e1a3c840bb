"""What languages differ in: one ``Language`` each, in a module called by its code (``da.py``).

Texts that are said to be regular expressions are parts of larger ones, matched without regard to capitals; they have no
groups that are counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckbuild.locales.labels import Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """How numbers are written: ``1.234,5 %`` in Danish, ``1,234.5%`` in English."""

    decimal: str
    """The sign before the decimals."""
    thousands: str
    """The sign between thousands."""
    percent_apart: bool
    """Whether there is a space before the per cent sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """How dates are written, with the capitals the language gives them."""

    months: tuple[str, ...]
    """From January. The first three letters stand for the whole."""
    weekdays: tuple[str, ...]
    """From Monday."""
    before_date: tuple[str, ...]
    """Words that may stand before a date."""
    before_month: tuple[str, ...]
    """Words that may stand between the day and the month."""
    ordinals: tuple[str, ...]
    """Letters that make *fourth* of a four, then of 1, 2 and 3; empty where a full stop does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonds:
    """Which neighbouring words stay on one line; each field is a regular expression."""

    forward: str
    """Abbreviations that stay with the next word, whatever it is."""
    before_figures: str
    """Words that stay with the next word when it is a figure."""
    after_figures: str
    """Units and nouns that are often counted. They stay with the figure before them."""
    backward: str
    """Abbreviations that stay with the word before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compounds:
    """How compounds are formed, in a language that writes them as one word."""

    linking_s: bool = False
    """Whether an s may link the parts."""
    heads: str = ""
    """Common last words of compounds in texts of courses and the public sector, with spaces between them.

    Where one ends in another, as ``forhold`` ends in ``hold``, both are listed. The joint is before the longer one.
    """
    endings: str = ""
    """Their inflections, a regular expression. The last consonant may be doubled before one (``proces-ser``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckWords:
    """What authors write in this language where deck.yaml has words of its own."""

    keys: Mapping[str, str]
    """Word -> the keys it may mean. The first one that is allowed in the place counts."""
    choices: Mapping[str, str]
    """Word -> the values it may mean, in the same way."""
    running_text: tuple[str, ...]
    """Keys of deck.yaml that are also ordinary words of this language, so that a colon may follow them in a text."""
    yes: tuple[str, str]
    """The word, and the letter that may be typed instead."""
    no: tuple[str, str]
    whole_name: tuple[str, ...]
    """Heads of the column with the whole name, in a list of participants; in small letters."""
    first_name: tuple[str, ...]
    last_name: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Words that are recognised in the author's text; each field is a regular expression, but for ``clock``."""

    picture_file: str
    """How cameras and programs begin a picture's file name, before a number."""
    articles: str
    picture: str
    """Words for a picture. A description made only of these describes nothing."""
    vague_link: str
    """Link texts that do not say where the link leads."""
    if_not: str
    """How a question begins that needs two answers: yes or no, and what follows."""
    how: str
    """How a question begins that needs several lines."""
    thing: str
    """How a question begins that is answered with a thing, a person, a place or a time."""
    pages: str
    """The word before the pages of a source."""
    lines: str
    """Units that authors write after a number of lines or of points."""
    clock: tuple[str, ...]
    """Words before a time of the day, with or without a full stop after them."""
    until: str
    """The word between two times of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDay:
    """The words that ``deckbuild next`` reads and writes in the next day's file."""

    placeholder: str
    """The text left on an emptied slide, until somebody writes the content."""
    since: str
    """The title of the slide that asks the last day's questions again."""
    wrote: str
    """The title of a slide that shows what was answered."""
    asked_again: str
    """The comment above the slide ``since``; ``{day}`` is the last day, ``{count}`` the number of questions."""
    last_day: str
    """What the last day is called when it has no date."""
    replaced: str
    """A comment: the next run replaces this slide."""
    shown: str
    """The comment above the slide ``wrote``; ``{file}`` holds the answers."""
    others: str
    """A comment: how to show the answers to another question."""
    day: str
    """The word before a day's number in a file name."""
    counted: tuple[str, str, str]
    """Words for what is numbered, as regular expressions: first what is one higher each time, such as a day; last what
    several days may share, such as a module."""
    number: str
    """What may stand between such a word and its number, a regular expression; empty for nothing."""
    not_after: str
    """A word after which the first of ``counted`` means something else, as in ``i dag``; empty for none."""
    out_of: str
    """The word before the total, as in *day 2 of 5*, a regular expression."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """All that is particular to one language. There is one object for each language.

    A language that differs little from another can be made from it with ``dataclasses.replace``.
    """

    code: str
    """Its name in deck.yaml and ``--lang``, and the name of its module and its catalogue of messages."""
    name: str
    """Its English name, which messages translate."""
    own_name: str
    """What its speakers call it."""
    windows: int
    """Its number among the primary languages in Windows's language ids."""
    labels: Labels
    names: Mapping[str, str]
    """English name in the code -> name in this language, for what PowerPoint shows in its panes and menus."""
    numerals: Numerals
    calendar: Calendar
    bonds: Bonds
    compounds: Compounds
    dictionaries: tuple[str, ...]
    """Hunspell's dictionaries, in the order in which they are looked for."""
    words: DeckWords
    phrases: Phrases
    next_day: NextDay

    @property
    def tag(self) -> str:
        """The BCP 47 tag."""
        return self.labels.lang
