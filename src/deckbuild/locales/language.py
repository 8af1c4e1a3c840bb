"""What languages differ in. Each language is one ``Language``, in a module that is called by its code (``da.py``).

Some texts are regular expressions; their docstrings say so. They become parts of larger expressions, which ignore case,
so they have no capturing groups.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.dataclass import dataclass
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
    """How dates are written. Months and weekdays have a capital if the language gives them one."""

    months: tuple[str, ...]
    """From January. Authors may write the first three letters only."""
    weekdays: tuple[str, ...]
    """From Monday."""
    before_date: tuple[str, ...]
    """Words that may stand before a date."""
    before_month: tuple[str, ...]
    """Words that may stand between the day and the month."""
    ordinals: tuple[str, ...]
    """Endings of ordinal numbers: the usual one, then those of 1, 2 and 3. Empty if a full stop is written instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonds:
    """Which neighbouring words stay on one line. Each field is a regular expression."""

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
    """How compounds are formed. A language that does not write them as one word leaves all of this out."""

    linking_s: bool = False
    """Whether an s may stand between the parts."""
    heads: str = ""
    """Words that compounds often end with, in texts of courses and the public sector. Spaces stand between them.

    Where one word ends with another, as ``forhold`` ends with ``hold``, both are listed. The longer one counts.
    """
    endings: str = ""
    """Their inflections, as a regular expression. The last consonant may be doubled before one (``proces-ser``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckWords:
    """Words of this language that authors write in the place of deck.yaml's own words."""

    keys: Mapping[str, str]
    """Word -> the keys it may mean, with spaces between them. The first one that is allowed in the place counts."""
    choices: Mapping[str, str]
    """Word -> the values it may mean, with spaces between them."""
    commands: Mapping[str, str]
    """Word -> the command that people mean by it."""
    running_text: tuple[str, ...]
    """Keys of deck.yaml that are also ordinary words of this language. In a text a colon may follow them."""
    yes: tuple[str, str]
    """The word, and the letter that may be typed instead."""
    no: tuple[str, str]
    whole_name: tuple[str, ...]
    """Heads of the column with the whole name, in a list of participants: words in small letters, without signs."""
    first_name: tuple[str, ...]
    """Heads of the column with first names."""
    last_name: tuple[str, ...]
    """Heads of the column with last names."""
    sums: tuple[str, ...]
    """How a row begins that sums up a list, in small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Words that are recognised in the author's text. Those that are no tuples are regular expressions."""

    picture_file: str
    """How cameras and programs begin a picture's file name, before a number."""
    articles: str
    """Articles: *a* and *the*."""
    picture: str
    """Words for a picture. A description that is only an article and one of these describes nothing."""
    vague_link: str
    """Link texts that do not say where the link leads."""
    if_not: str
    """How a second question begins that depends on the answer to the first: *if not*."""
    how: str
    """How a question begins that needs several lines."""
    thing: str
    """How a question begins that is answered with a thing, a person, a place or a time."""
    pages: str
    """The word before the pages of a source."""
    lines: str
    """Units that authors write after a number of lines or of points."""
    numbered: str
    """Words before a number that is an item's own: *Question 2:*. In small letters."""
    question: str
    """Words for questions and answers, before the number of one. In small letters."""
    joins: str
    """Words that may follow a hyphen and a space, as in *pre- and post-*."""
    codes: str
    """Words before figures that count nothing, such as a telephone number. In small letters."""
    clock: tuple[str, ...]
    """Words before a time of day. A full stop may follow them."""
    roughly: tuple[str, ...]
    """Words before it that say that it is not exact; they are printed. A full stop may follow them."""
    since: str
    """Words before the first of two times of day."""
    pause: str
    """What a break is called in a programme."""
    until: str
    """The word between two times of day."""


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
    """Words for what is numbered, as regular expressions. The first are one higher each time, such as a day. The last
    are what several days may share, such as a module."""
    number: str
    """A regular expression of what may stand between such a word and its number. Empty for nothing."""
    not_after: str
    """A word after which the first of ``counted`` means something else, as in ``i dag``. Empty for none."""
    out_of: str
    """A regular expression of the word before the total, as in *day 2 of 5*."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """One language. There is one object for each.

    A language that is much like another can be made from it with ``dataclasses.replace``.
    """

    code: str
    """What it is called in deck.yaml and by ``--lang``. Its module and its catalogue of messages have the same name."""
    english_name: str
    """A catalogue may translate it; else messages have the English name."""
    own_name: str
    """What its speakers call it."""
    also: tuple[str, ...] = ()
    """Other codes and names that people write for it, in small letters, such as ``nb`` for Norwegian."""
    letters: str = ""
    """Small letters that it has beside a to z, by which a text is told to be in it."""
    complete: bool = False
    """Whether the whole program speaks it: its catalogue has every message, and ``docs/`` has its generated pages."""
    windows: int
    """Its primary language identifier in Windows (``winnt.h``: ``LANG_DANISH`` is 0x06)."""
    labels: Labels
    names: Mapping[str, str]
    """English name in the code -> name in this language, for what PowerPoint shows in its panes and menus."""
    numerals: Numerals
    calendar: Calendar
    bonds: Bonds
    compounds: Compounds
    dictionaries: tuple[str, ...]
    """Names of dictionaries for Hunspell, in the order in which they are looked for."""
    words: DeckWords
    phrases: Phrases
    next_day: NextDay

    @property
    def called(self) -> frozenset[str]:
        """All that it is called, in small letters: its codes and names."""
        primary = self.tag.partition("-")[0]
        names = (self.code, primary, self.english_name, self.own_name, *self.also)
        return frozenset(name.casefold() for name in names)

    @property
    def tag(self) -> str:
        """The BCP 47 tag."""
        return self.labels.lang
