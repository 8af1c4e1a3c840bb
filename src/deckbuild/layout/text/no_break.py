"""No-break spaces: an abbreviation stays with its word, a figure with its unit, initials with the name.

They are put in when text is set. The author's text, the ids made from it and the text that a reader can search for keep
plain spaces.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from deckbuild.model.text import Run

NO_BREAK_SPACE = "\u00a0"

_BOUND_TO_NEXT = {
    "da": r"fx|f\.eks\.|jf\.|ca\.|bl\.a\.|dvs\.|pr\.|hhv\.|inkl\.|ekskl\.|maks\.|iht\.|ift\.|mht\.|pga\.|vedr\.|sml\.|"
    r"hr\.|fr\.|dr\.|prof\.|tlf\.|mi[oa]\.|§§?|é[nt]",
    "en": r"e\.g\.|i\.e\.|cf\.|ca\.|approx\.|incl\.|max\.|Mr\.|Mrs\.|Ms\.|Dr\.|Prof\.|St\.|vs\.|§§?",
}
"""Abbreviations and small words that stay with the next word, whatever it is. *én*, with its accent, is a number."""
_BOUND_TO_NEXT_FIGURE = {
    "da": r"kl\.|s\.|ss\.|nr\.|kap\.|stk\.|art\.|afs\.|fig\.|tab\.|bd\.|min\.|"
    r"side|kapitel|tekst|figur|tabel|trin|bilag",
    "en": r"p\.|pp\.|no\.|nos\.|vol\.|ch\.|sec\.|art\.|fig\.|min\.|page|chapter|text|figure|table|step|appendix",
}
"""Words that stay with the next word when it begins with a digit."""
_UNITS = {
    "da": r"%|‰|°C|pct\.?|procent|kr\.?|kroner|mio\.?|mia\.?|millioner|milliarder|sek\.?|sekunder|min\.?|minut(?:ter)?|"
    r"timer?|dage?|uger?|måned(?:er)?|år|gange?|mm|cm|m|km|g|kg|personer|deltagere|borgere|kommuner|sider?|linjer?",
    "en": r"%|‰|°C|percent|million|billion|sec|seconds?|min|minutes?|hours?|days?|weeks?|months?|years?|times|mm|cm|m|"
    r"km|g|kg|people|participants|citizens|municipalities|pages?|lines?",
}
"""Units and nouns that are often counted: they stay with the figure before them."""
_BOUND_TO_PREVIOUS = {"da": r"m\.m\.|m\.fl\.|m\.v\.|mv\.|osv\.|o\.l\.|ff\.", "en": r"etc\.|et al\.|ff\."}
"""Abbreviations that stay with the word before them."""
_INITIALS = r"(?-i:[A-ZÆØÅ]\. (?=[A-ZÆØÅ]))"
_WORD_START, _WORD_END = r"(?<![\w.\-])", r"(?![\w\-])"


@lru_cache(maxsize=8)
def _bound_text(lang: str) -> re.Pattern[str] | None:
    """Return a pattern that matches up to and including each space at which a line must not end.

    ``lang`` is a code such as ``da``. Return ``None`` for a language without rules here.
    """
    if lang not in _BOUND_TO_NEXT:
        return None
    rules = (
        rf"{_WORD_START}(?:{_BOUND_TO_NEXT[lang]}) (?=\S)",
        rf"{_WORD_START}(?:{_BOUND_TO_NEXT_FIGURE[lang]}) (?=\d)",
        rf"\d (?=(?:{_UNITS[lang]}){_WORD_END})",
        rf"(?<=\S) (?=(?:{_BOUND_TO_PREVIOUS[lang]}){_WORD_END})",
        rf"{_WORD_START}{_INITIALS}",
    )
    return re.compile("|".join(rules), re.IGNORECASE)


@lru_cache(maxsize=4096)
def with_no_break_spaces(runs: tuple[Run, ...], lang: str) -> tuple[Run, ...]:
    """Return the runs of a paragraph with no-break spaces where the rules of ``lang``, such as ``da-DK``, want them.

    Return ``runs`` itself when nothing changes.
    """
    pattern = _bound_text(lang.partition("-")[0])
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
