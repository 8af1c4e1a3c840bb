"""No-break spaces: an abbreviation stays with its word, a figure with its unit, initials with the name.

They are put in when text is set. The author's text and the ids made from it keep plain spaces. On slides only figures
are bound: in PowerPoint a search for words with a space between them finds none with a no-break space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum
from functools import lru_cache

from deckbuild.characters import NO_BREAK_SPACE
from deckbuild.locales import known_language
from deckbuild.model.text import Run

_INITIALS = r"(?-i:[A-ZÆØÅ]\. (?=[A-ZÆØÅ]))"
_FIGURE = re.compile(r"\d")
_WORD_START, _WORD_END = r"(?<![\w.\-])", r"(?![\w\-])"


class Bound(Enum):
    """At which spaces a line must not end. Each kind includes the kinds after it."""

    WORDS = "a short form and its word, and figures"
    FIGURES = "a figure and its unit, and numbers"
    NUMBERS = "a figure and what it numbers, and thousands"


@lru_cache(maxsize=16)
def _bound_text(lang: str, bound: Bound) -> re.Pattern[str] | None:
    """Return a pattern that matches up to and including each space at which a line must not end.

    ``lang`` is a code or a tag. Return ``None`` for a language that has no module here.
    """
    language = known_language(lang)
    if language is None:
        return None
    patterns = [
        rf"{_WORD_START}(?:{language.bonds.before_figures}) (?=\d)",
        r"(?<![\d,.])\d{1,3} (?=\d{3}(?!\d))",
    ]
    if bound is not Bound.NUMBERS:
        patterns.append(rf"\d (?=(?:{language.bonds.after_figures}){_WORD_END})")
    if bound is Bound.WORDS:
        patterns += (
            rf"{_WORD_START}(?:{language.bonds.forward}) (?=\S)",
            rf"(?<=\S) (?=(?:{language.bonds.backward}){_WORD_END})",
            rf"{_WORD_START}{_INITIALS}",
        )
    return re.compile("|".join(patterns), re.IGNORECASE)


def bounds_in(runs: Iterable[Run], *, words: bool) -> Iterator[Bound]:
    """Yield the kinds of bound spaces to look for in a paragraph.

    ``words`` says whether those between words count. All others stand beside a figure: a text without one has none.
    """
    if words:
        yield Bound.WORDS
    if any(_FIGURE.search(run.text) for run in runs):
        yield from (Bound.FIGURES, Bound.NUMBERS)


@lru_cache(maxsize=4096)
def with_no_break_spaces(runs: tuple[Run, ...], lang: str, what: Bound = Bound.WORDS) -> tuple[Run, ...]:
    """Return the runs of a paragraph with no-break spaces where the rules of ``lang``, such as ``da-DK``, want them.

    Return ``runs`` itself when nothing changes.
    """
    pattern = _bound_text(lang, what)
    text = "".join(run.text for run in runs)  # as one string: a bound pair may lie in two runs
    bound = pattern.sub(lambda match: match[0][:-1] + NO_BREAK_SPACE, text) if pattern else text
    if bound == text:
        return runs
    made: list[Run] = []
    start = 0
    for run in runs:
        made.append(replace(run, text=bound[start : start + len(run.text)]))
        start += len(run.text)
    return tuple(made)
