"""Words that stay on one line: a short form with what it belongs to, a figure with its unit, initials with a name.

They are bound by spaces that don't break, when text is set: the author's text, its ids and what is searched for in the
papers keep plain spaces.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from deckbuild.model.text import Run

NO_BREAK_SPACE = "\u00a0"

_FORWARD = {
    "da": r"fx|f\.eks\.|jf\.|ca\.|bl\.a\.|dvs\.|pr\.|hhv\.|inkl\.|ekskl\.|maks\.|iht\.|ift\.|mht\.|pga\.|vedr\.|sml\.|"
    r"hr\.|fr\.|dr\.|prof\.|tlf\.|mi[oa]\.|§§?|é[nt]",
    "en": r"e\.g\.|i\.e\.|cf\.|ca\.|approx\.|incl\.|max\.|Mr\.|Mrs\.|Ms\.|Dr\.|Prof\.|St\.|vs\.|§§?",
}
"""Short forms that belong to the word after them, whatever it is. The accent of *én* makes a number of it."""
_BEFORE_FIGURES = {
    "da": r"kl\.|s\.|ss\.|nr\.|kap\.|stk\.|art\.|afs\.|fig\.|tab\.|bd\.|min\.|"
    r"side|kapitel|tekst|figur|tabel|trin|bilag",
    "en": r"p\.|pp\.|no\.|nos\.|vol\.|ch\.|sec\.|art\.|fig\.|min\.|page|chapter|text|figure|table|step|appendix",
}
"""Words that belong to the figure after them."""
_AFTER_FIGURES = {
    "da": r"%|‰|°C|pct\.?|procent|kr\.?|kroner|mio\.?|mia\.?|millioner|milliarder|sek\.?|sekunder|min\.?|minut(?:ter)?|"
    r"timer?|dage?|uger?|måned(?:er)?|år|gange?|mm|cm|m|km|g|kg|personer|deltagere|borgere|kommuner|sider?|linjer?",
    "en": r"%|‰|°C|percent|million|billion|sec|seconds?|min|minutes?|hours?|days?|weeks?|months?|years?|times|mm|cm|m|"
    r"km|g|kg|people|participants|citizens|municipalities|pages?|lines?",
}
"""Units, and what is often counted: they belong to the figure before them."""
_BACKWARD = {"da": r"m\.m\.|m\.fl\.|m\.v\.|mv\.|osv\.|o\.l\.|ff\.", "en": r"etc\.|et al\.|ff\."}
"""Short forms that belong to the word before them."""
_INITIALS = r"(?-i:[A-ZÆØÅ]\. (?=[A-ZÆØÅ]))"
_BEGINS, _ENDS = r"(?<![\w.\-])", r"(?![\w\-])"
"""Where a word does."""


@lru_cache(maxsize=8)
def _spaces(lang: str) -> re.Pattern[str] | None:
    """Return what ends in each space that must not break in text of ``lang``; nothing for a language not known here."""
    if lang not in _FORWARD:
        return None
    bonds = (
        rf"{_BEGINS}(?:{_FORWARD[lang]}) (?=\S)",
        rf"{_BEGINS}(?:{_BEFORE_FIGURES[lang]}) (?=\d)",
        rf"\d (?=(?:{_AFTER_FIGURES[lang]}){_ENDS})",
        rf"(?<=\S) (?=(?:{_BACKWARD[lang]}){_ENDS})",
        rf"{_BEGINS}{_INITIALS}",
    )
    return re.compile("|".join(bonds), re.IGNORECASE)


@lru_cache(maxsize=4096)
def with_bonds(runs: tuple[Run, ...], lang: str) -> tuple[Run, ...]:
    """Return the runs of a paragraph in language ``lang``, such as ``da-DK``, with spaces that don't break."""
    spaces = _spaces(lang.partition("-")[0])
    text = "".join(run.text for run in runs)  # emphasis may begin between the two
    bound = spaces.sub(lambda match: match[0][:-1] + NO_BREAK_SPACE, text) if spaces else text
    if bound == text:
        return runs
    made: list[Run] = []
    start = 0
    for run in runs:
        made.append(replace(run, text=bound[start : start + len(run.text)]))
        start += len(run.text)
    return tuple(made)
