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
    """Words that a line doesn't part from their neighbours, each a regular expression."""

    forward: str
    """Short forms that belong to the word after them, whatever it is."""
    before_figures: str
    """Words that belong to the figure after them."""
    after_figures: str
    """Units, and what is often counted: they belong to the figure before them."""
    backward: str
    """Short forms that belong to the word before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compounds:
    """How words are made of words, in a language that writes them together."""

    linking_s: bool = False
    """Whether an s may link them."""
    heads: str = ""
    """Words, with spaces between them, that often end compounds where courses are held and a public sector is run.

    A word that ends in another one, as ``forhold`` in ``hold``, stands here too: the joint is before the longest.
    """
    endings: str = ""
    """How they are inflected, a regular expression; a consonant may be doubled before it (``proces-ser``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckWords:
    """What authors write in this language where deck.yaml has words of its own."""

    keys: Mapping[str, str]
    """Word -> the keys that may be meant. Of several the first that may stand there is."""
    choices: Mapping[str, str]
    """Word -> the values that may be meant, likewise."""
    running_text: tuple[str, ...]
    """Keys that are words of this language, and stand before a colon in running text too."""
    yes: tuple[str, str]
    """The word, and the letter that may be typed for it."""
    no: tuple[str, str]
    whole_name: tuple[str, ...]
    """Heads of the column with the whole name, in a list of participants; in small letters."""
    first_name: tuple[str, ...]
    last_name: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """What is understood of the author's own text, each a regular expression."""

    picture_file: str
    """What programs begin the name of a picture with, before a number."""
    articles: str
    picture: str
    """What a picture is called; a description that says no more is none."""
    vague_link: str
    """A link's text that doesn't say where it leads."""
    if_not: str
    """Begins a question that two things are written to: whether, and what then."""
    how: str
    """Begins a question that takes some lines to answer."""
    thing: str
    """Begins a question that is answered with a thing, a person, a place or a time."""
    pages: str
    """Stands before the pages of a source."""
    lines: str
    """Units that authors write after a number of lines or of points."""
    clock: tuple[str, ...]
    """Words before a time of the day, with or without a full stop after them."""
    until: str
    """Stands between two times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDay:
    """What is read and written in the file for the next day."""

    placeholder: str
    """Stands on a slide until somebody writes what belongs there."""
    since: str
    """The title of the slide that asks the last day's questions again."""
    wrote: str
    """The title of a slide that shows what was answered."""
    asked_again: str
    """The comment above the first; ``{day}`` is the last day, ``{count}`` how many questions."""
    last_day: str
    """The last day, when it has no date."""
    replaced: str
    shown: str
    """The comment above the other; ``{file}`` holds the answers."""
    others: str
    day: str
    """Stands before a day's number in the name of a file."""
    counted: tuple[str, str, str]
    """What is counted, from what counts on each time to what several days may make up: regular expressions."""
    number: str
    """Stands between what is counted and its number, a regular expression; empty for nothing."""
    not_after: str
    """After this word the first of ``counted`` is another one, as in ``i dag``; empty for none."""
    out_of: str
    """Stands before how many there are, a regular expression."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """Everything that decks in one language have for themselves. There is one object of each.

    ``dataclasses.replace`` makes of one language a near relative.
    """

    code: str
    """What deck.yaml and ``--lang`` call it; its module and its catalogue of messages are called so too."""
    name: str
    """Its English name, which messages translate."""
    own_name: str
    """What its speakers call it."""
    windows: int
    """The primary language of Windows's language ids."""
    labels: Labels
    names: Mapping[str, str]
    """What PowerPoint's panes and menus call things: the English name in the code -> the name in this language."""
    numerals: Numerals
    calendar: Calendar
    bonds: Bonds
    compounds: Compounds
    dictionaries: tuple[str, ...]
    """Hunspell's dictionaries, the one looked for first before the others."""
    words: DeckWords
    phrases: Phrases
    next_day: NextDay

    @property
    def tag(self) -> str:
        """The BCP 47 tag."""
        return self.labels.lang
