"""Suggestions for a word that is not known: the nearest known word, or the translation of an author's word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Literal
from unicodedata import category

from deckbuild.diagnostics import Words
from deckbuild.locales import every_language
from deckbuild.model.slug import slug

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "_": "-", " ": "-"})
_DISTINCTIVE = re.compile(r"\d+|(?<![^\W_])[^\W\d_](?![^\W_])")
"""Numbers and single letters: names that differ in these are different names, not slips."""
_FEW, _SOME, _LONG = 4, 7, 11
"""The lengths from which a word may have one, two and three slips."""
_STRAY = 2
"""So many slips a letter is that was typed too early or too late, as in ``awnser``; it counts as one."""
_ALIKE = 0.55
"""How much of a name must be the same for another to be proposed, in ``difflib``'s measure."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or an empty text."""
    known = tuple(known)
    return same(word, known) or next((name for _, name in _close(word, known)), "") or _begun(word, known)


def alike(name: str, known: Iterable[str]) -> str:
    """Return the name that was probably meant, also one with other words in it; an empty text if there is none."""
    known = tuple(known)
    written = {slug(each): each for each in known if _distinctive(_plain(each)) == _distinctive(_plain(name))}
    close = get_close_matches(slug(name), written, 1, _ALIKE)
    return nearest(name, known) or (written[close[0]] if close else "")


def sure(word: str, known: Iterable[str]) -> str:
    """Return the known word that was certainly meant, so that a fix may write it; otherwise an empty text.

    It differs only in capitals, spaces and hyphens, or in one letter while no other known word is close.
    """
    known = tuple(known)
    if meant := same(word, known):
        return meant
    close = _close(word, known)
    return close[0][1] if len(close) == 1 and close[0][0] == 1 else ""


def same(word: str, known: Iterable[str]) -> str:
    """Return the known word that equals ``word`` apart from capitals, spaces and hyphens, or that translates it.

    Returns an empty text if there is none.
    """
    plain, known = _plain(word), tuple(known)
    equal, bare = _by_spelling(known)
    if plain in equal:
        return equal[plain]
    if len(found := bare.get(_bare(plain), ())) == 1:
        return found[0]
    words = (table.get(plain) or table.get(_bare(plain), ()) for table in _tables())
    return next((name for names in words for name in names if name in known), "")


def meant_keys(word: str) -> tuple[str, ...]:
    """Return the keys that an author's word may mean, from the languages' tables of words."""
    return _tables()[0].get(_plain(word), ())


def _begun(word: str, known: tuple[str, ...]) -> str:
    """Return the known word that begins with ``word``, if only one does: ``svaret`` for ``svar``, but not 19 for 1."""
    plain = _plain(word)
    if len(plain) < _FEW:
        return ""
    begins = re.compile(rf"{re.escape(plain)}(?!(?<=\d)\d)")
    longer = [name for name in known if begins.match(_plain(name))]
    return longer[0] if len(longer) == 1 else ""


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    letters = "".join(letter for letter in word if category(letter) != "Cf").strip("“”„\"' ")
    return letters.casefold().translate(_LETTERS)


def _distinctive(plain: str) -> list[str]:
    return sorted(_DISTINCTIVE.findall(plain))


def _bare(plain: str) -> str:
    return plain.replace("-", "")


@cache
def _tables() -> tuple[Mapping[str, tuple[str, ...]], ...]:
    """Return two tables for the words of all languages: word -> keys, and word -> values."""
    words = [language.words for language in every_language()]
    charts = [{name: kind for kind, name in language.labels.charts.items()} for language in every_language()]
    return _table(each.keys for each in words), _table([*(each.choices for each in words), *charts])


def _table(languages: Iterable[Mapping[str, str]]) -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for words in languages:
        for word, meant in words.items():
            table[_plain(word)] = (*table.get(_plain(word), ()), *meant.split())
    return table


@lru_cache(maxsize=64)
def _by_spelling(known: tuple[str, ...]) -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    """Return two tables of the known words: plain -> the first of them, and without hyphens -> all of them."""
    equal: dict[str, str] = {}
    bare: dict[str, tuple[str, ...]] = {}
    for name in known:
        equal.setdefault(_plain(name), name)
        bare[_bare(_plain(name))] = (*bare.get(_bare(_plain(name)), ()), name)
    return equal, bare


@lru_cache(maxsize=64)
def _written(known: tuple[str, ...]) -> tuple[tuple[str, str, list[str], frozenset[str]], ...]:
    """Return the known words and their translations: (plain, known word, what is distinctive, letters)."""
    written = [(_plain(name), name) for name in known]
    for table in _tables():
        for foreign, names in table.items():
            written += [(foreign, name) for name in names if name in known][:1]
    return tuple((plain, name, _distinctive(plain), frozenset(plain)) for plain, name in written)


@lru_cache(maxsize=4096)
def _close(word: str, known: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """Return (slips, known word) for the known words and their translations within few slips, the nearest first."""
    plain = _plain(word)
    distinctive, signs = _distinctive(plain), frozenset(plain)
    slips: dict[str, int] = {}
    for other, name, theirs, letters in _written(known):
        longest = max(len(other), len(plain))
        moved = sorted(other) == sorted(plain)
        most = max(moved, (longest >= _FEW) + (longest >= _SOME) + (longest >= _LONG))
        # A slip changes one letter, so that most words are told apart by the letters that they have.
        if abs(len(other) - len(plain)) > most or len(signs - letters) > most or len(letters - signs) > most:
            continue
        count = _slips(plain, other) if distinctive == theirs else most + 1
        if moved and count == _STRAY:
            count = 1
        if count <= most:
            slips[name] = min(count, slips.get(name, count))
    return tuple(sorted(((count, name) for name, count in slips.items()), key=lambda each: each[0]))


def _slips(one: str, other: str) -> int:
    """Return how many letters are wrong, missing, too many or swapped with the next: the optimal string alignment."""
    before: list[int] = []
    row: list[int] = [*range(len(other) + 1)]
    for i, left in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            count: int = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                count = min(count, above[j - 2] + 1)
            row.append(count)
    return row[-1]


def listed(names: Iterable[str], last: Literal["and", "or"] = "and") -> Words:
    """Return names for a message, each in backquotes."""
    return Words(tuple(f"`{name}`" for name in names), last)
