"""Finds the number of a course day in a text: ``Ledelse, dag 2``, ``3. kursusdag``, ``Day 2 of 5``; not in a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckbuild.dataclass import dataclass
from deckbuild.locales import any_of, every_language

_LANGUAGES = every_language()
_WRITTEN = [language.next_day for language in _LANGUAGES]
WORDS = tuple("|".join(words) for words in zip(*(texts.counted for texts in _WRITTEN), strict=True))
"""Patterns of words that are counted (day, meeting, module ...), in all languages.

The first are words for what has a new number each time; the last are for what can last several days.
"""
MONTH = "|".join(f"{name}|{name[:3]}" for language in _LANGUAGES for name in map(str.lower, language.calendar.months))
_BEFORE_MONTH = any_of(*(word for language in _LANGUAGES for word in language.calendar.before_month))
_NO_DATE = rf"(?![.\s-]*(?:{_BEFORE_MONTH}\s+)?(?:{MONTH})\b)(?!\s?[./]\s?\d)(?!\s?[–-]\s?\d)"
"""What must not follow a number: a date or a range, as in ``Kursusdag 12. marts``, ``Dag 12/3``, ``Dag 1-2``."""
_OF = re.compile(rf"\s+{any_of(*(texts.out_of for texts in _WRITTEN))}\s+(\d+)\b", re.IGNORECASE)
_NUMBER = any_of(*(texts.number for texts in _WRITTEN))
_NOT_AFTER = "".join(rf"(?<!\b{texts.not_after}\s)" for texts in _WRITTEN if texts.not_after)
_ORDINALS = [language.calendar.ordinals for language in _LANGUAGES if language.calendar.ordinals]
_ORDINAL = any_of(*(ending for endings in _ORDINALS for ending in endings))


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in ``[begin, end)`` of a text, and the ``text`` to replace it with."""

    begin: int
    end: int
    text: str
    beyond: bool
    """Whether the new number is greater than the total after it, as in ``dag 6 af 5``."""


def counted_word(texts: Sequence[str]) -> str:
    """Return the pattern of the word that is counted in these texts; empty when there is none."""
    return next((word for word in WORDS if any(any(_found(text, word)) for text in texts)), "")


def numbers(text: str, word: str, day: int | None = None) -> list[Number]:
    """Return the numbers of days in a text. The replacement is the number plus one, or ``day`` if it is given."""
    found = []
    for match in _found(text, word) if word else ():
        number = int(match["number"])
        new = number + 1 if day is None else day
        total = _OF.match(text, match.end())
        beyond = total is not None and new > int(total[1]) >= number
        ending = match.groupdict().get("ending") or ""
        begin, end = match.span("number")
        if endings := next((endings for endings in _ORDINALS if ending.lower() in endings), None):
            end += len(ending)
            ending = endings[0 if new % 100 in (11, 12, 13) or new % 10 >= len(endings) else new % 10]
            found.append(Number(begin, end, f"{new}{ending}", beyond))
        else:
            found.append(Number(begin, end, str(new), beyond))
    return found


def counted(text: str, word: str, day: int | None = None) -> str:
    """Return a text with the numbers of its days increased by one, or set to ``day`` if it is given."""
    for number in reversed(numbers(text, word, day)):
        text = text[: number.begin] + number.text + text[number.end :]
    return text


def _found(text: str, word: str) -> Iterator[re.Match[str]]:
    after = rf"{_NOT_AFTER}\b(?:{word})(?:\s+{_NUMBER})?[\s-]+(?P<number>\d{{1,3}})\b{_NO_DATE}"
    before = rf"\b(?P<number>\d{{1,3}})(?P<ending>\.[\s-]*|{_ORDINAL}(?=[\s-])|-(?=\w))[\s-]*(?:{word})\b(?![\s-]+\d)"
    yield from re.finditer(after, text, re.IGNORECASE)
    yield from re.finditer(before, text, re.IGNORECASE)
