"""Names for the next day's file and for its papers. They are easy to read and differ from those of other days."""

from __future__ import annotations

import re
from collections.abc import Collection

from deckbuild.drafting.day_numbers import MONTH, counted
from deckbuild.locales import any_of, every_language, language_of
from deckbuild.model.deck import DeckInfo
from deckbuild.model.slug import file_name, slug, title_name

_LONGEST = 40
"""The most letters of a date in a file name."""
_CALENDARS = [language.calendar for language in every_language()]
_WEEKDAY = any_of(*(slug(name) for calendar in _CALENDARS for name in calendar.weekdays))
_BEFORE = any_of(*(slug(word) for calendar in _CALENDARS for word in calendar.before_date))
_DATE = re.compile(rf"-(?:{_WEEKDAY}-)?(?:{_BEFORE}-)?(?:\d{{1,2}}-(?:{MONTH})|(?:{MONTH})-\d{{1,2}})(?:-\d{{4}})?$")
_COUNTER = re.compile(r"(.*?)(\d{1,3})")
_YEAR_LAST = re.compile(r"(?:.*\D)?(?:\d{4}|\d{4}-\d\d?-\d\d?)")


def following_stem(stem: str) -> str:
    """Return the next name: ``deck-2`` after ``deck``, ``deck-3`` after ``deck-2``. A year at the end doesn't count."""
    number = None if _YEAR_LAST.fullmatch(stem) else _COUNTER.fullmatch(stem)
    if number is None:
        return f"{stem}-2"
    return f"{number[1]}{int(number[2]) + 1:0{len(number[2])}}"


def paper_name(info: DeckInfo, stem: str, word: str, date: str, day: int | None, taken: Collection[str]) -> str:
    """Return the name of the next day's papers; empty when the name made from the title is free.

    ``taken`` are the names of other decks' papers, with those of the last day. The name is the last day's without its
    date, and with the next day's number. If it has no number, the new date is appended, or else the number in ``stem``,
    the new file's name.
    """
    former = file_name(info.output or "")
    base = _undated(former, info) if former else title_name(info.title.plain) or "deck"
    name = counted(base, word, day) if former else title_name(counted(info.title.plain, word, day)) or "deck"
    if name == base:
        ending = f"{language_of(info.language).next_day.day}-{day}" if day is not None else _short(slug(date))
        name = f"{base}-{ending}" if ending and not base.endswith(f"-{ending}") else base
    elif not former and name not in taken:
        return ""
    if name != base:
        return _free(name, taken, 2)
    found = _COUNTER.fullmatch(stem)
    number = int(found[2]) if found and not _YEAR_LAST.fullmatch(stem) else 2
    return _free(name, {*taken, title_name(info.title.plain)}, max(number, 2))


def _undated(name: str, info: DeckInfo) -> str:
    """Return a name without the date at its end."""
    date = _short(slug(info.date.plain)) if info.date else ""
    return _DATE.sub("", name.removesuffix(f"-{date}")) or name


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition("-")[0]


def _free(name: str, taken: Collection[str], number: int) -> str:
    """Return a name that isn't taken: ``name``, or ``name`` with ``number`` or the next free number after it."""
    lower = {other.casefold() for other in taken}
    if name.casefold() not in lower:
        return name
    before = re.sub(r"-\d{1,2}$", "", name)
    base = before if before.casefold() in lower else name
    while f"{base}-{number}".casefold() in lower:
        number += 1
    return f"{base}-{number}"
