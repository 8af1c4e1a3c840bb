"""Checks the dates in the head of the deck and in programmes.

They are printed as written; dates that don't exist are reported.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span
from deckbuild.locales import any_of, every_language
from deckbuild.model.deck import DeckInfo
from deckbuild.model.text import Text
from deckbuild.reader.context import Node, Reading
from deckbuild.reader.language.suggest import sure

ODD_DATE = "odd-date"
"""The code of these findings."""
_CALENDARS = [language.calendar for language in every_language()]
_SHORT = 3
"""How many letters a short form of a month's name has; a full stop may follow it."""
_NUMBER = {name.lower(): n for calendar in _CALENDARS for n, name in enumerate(calendar.months, 1)}
_MONTHS = tuple(_NUMBER)
_NUMBER |= {name[:_SHORT]: n for name, n in _NUMBER.items()}
_WEEKDAY = any_of(*(name for calendar in _CALENDARS for name in calendar.weekdays))
_ARTICLE = any_of(*(re.escape(word) for calendar in _CALENDARS for word in calendar.before_date))
_ORDINAL = any_of(*(ending for calendar in _CALENDARS for ending in calendar.ordinals))
_OF = any_of(*(word for calendar in _CALENDARS for word in calendar.before_month))
_BEFORE = rf"(?:\b(?P<weekday>{_WEEKDAY})\b,?\s+)?(?:{_ARTICLE}\s+)?"
_YEAR = r"(?:\s*,?\s*(?P<year>\d{4})\b)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_BEFORE}(?P<day>\b\d{{1,2}})(?:\.|{_ORDINAL})?\s*(?:{_OF}\s+)?(?P<month>[^\W\d_]{{3,}})\b\.?{_YEAR}",
        rf"{_BEFORE}(?P<month>\b[a-z]{{3,}})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL}?\b(?!\.){_YEAR}",
        rf"{_BEFORE}\b(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})\b",
        rf"{_BEFORE}\b(?P<day>\d{{1,2}})[./-]\s?(?P<month>\d{{1,2}})[./ -]\s?(?P<year>\d{{4}})\b",
    )
)
_SERIAL = re.compile(r"(?P<days>[345]\d{4})(?:[.,]\d+)?")
"""Matches a date as a spreadsheet counts it, in days; these are the years from 1982 to 2064."""
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of spreadsheets."""
_LAST_MONTH = 12
_LEAP = 2000
"""A leap year, for dates without a year: they may be the 29th of February."""


@dataclass(frozen=True, slots=True)
class _Date:
    """A date as it is written; ``weekday`` and ``month`` are in small letters, ``weekday`` may be empty."""

    text: str
    weekday: str
    month: str
    day: int
    year: int | None


def _dates(text: str) -> Iterator[_Date]:
    """Yield what looks like a date: a number beside a word for a month, or numbers with a year."""
    for form in _FORMS:
        for found in form.finditer(text):
            year = found["year"]
            yield _Date(
                found[0].strip(), (found["weekday"] or "").lower(), found["month"].lower(), int(found["day"]),
                int(year) if year else None,
            )  # fmt: skip


def days_of_the_calendar(info: DeckInfo, node: Node, reading: Reading) -> DeckInfo:
    """Warn of dates that don't exist, have the wrong weekday or a misspelt month. Returns ``info`` as it is."""
    for key in ("title", "subtitle", "date"):
        if text := getattr(info, key):
            check_dates(text, info.at(key), node, reading)
    return info


def check_dates(text: Text, at: Span | None, node: Node, reading: Reading) -> None:
    """Warn of what is wrong with the dates in a text that stands in ``node``, ``at`` a place of its own."""
    if (serial := _SERIAL.fullmatch(text.plain.strip())) and at:
        _check_serial(serial, at, reading)
    for found in _dates(text.plain):
        place = reading.within(node, found.text)
        _check(found, place if place != reading.span(node) else at or place, reading)


def _check_serial(found: re.Match[str], place: Span, reading: Reading) -> None:
    """Report the number that a spreadsheet shows for a date in a cell without a format."""
    day, calendar = _FIRST_DAY + timedelta(int(found["days"])), reading.language.calendar
    written = f"{day.day}{'' if calendar.ordinals else '.'} {calendar.months[day.month - 1]} {day.year}"
    reading.warning(
        ODD_DATE, place, "“{number}” is a date as Excel counts it, in days, and is printed as this number.",
        "Write `{date}`, if that is the day.", number=found[0], date=written, edits=reading.swap(place, written),
    )  # fmt: skip


def _check(found: _Date, place: Span, reading: Reading) -> None:
    """Report what is wrong with one date."""
    month = int(found.month) if found.month.isdecimal() else _NUMBER.get(found.month, 0)
    if found.month.isalpha() and not month:
        if near := sure(found.month, _MONTHS):
            reading.warning(
                ODD_DATE, place, "“{month}” is no month.", "Did you mean `{near}`?", month=found.month, near=near
            )
        return
    if not 1 <= month <= _LAST_MONTH:
        reading.warning(
            ODD_DATE, place, "“{date}” is no date: there are twelve months.",
            "Write the day first, then the month: 12 March 2027.", date=found.text,
        )  # fmt: skip
        return
    days = monthrange(found.year or _LEAP, month)[1]
    if not 1 <= found.day <= days:
        reading.warning(
            ODD_DATE, place, "“{date}” is no date: that month has {days} days.", "Look the date up in a calendar.",
            date=found.text, days=days,
        )  # fmt: skip
        return
    if not (found.weekday and found.year):
        return
    names = next(calendar.weekdays for calendar in _CALENDARS if found.weekday in map(str.lower, calendar.weekdays))
    right = names[date(found.year, month, found.day).weekday()]
    if right.lower() != found.weekday:
        reading.warning(
            ODD_DATE, place, "“{date}” is a “{right}”.", "Correct the weekday or the date.",
            date=found.text, right=right,
        )  # fmt: skip
