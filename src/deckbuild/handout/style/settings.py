"""How lines are broken on paper: long compounds are divided at their joints, so that lines are full."""

from __future__ import annotations

from functools import lru_cache

from deckbuild.fonts.faces import Family
from deckbuild.layout.text.hyphenation import hyphenator
from deckbuild.layout.text.line_breaking import WHOLE_LINE
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.deck import Deck

_HYPHENATION_ZONE = 0.3
"""The share of a line that may stay empty; only when more would, a compound is divided."""


def deck_settings(deck: Deck, *, always: bool = True) -> TextSettings:
    """Return the text settings of a deck's paper, in its language and typefaces; see ``paper_settings``."""
    return paper_settings(deck.labels.lang, always=always, families=deck.theme.families)


@lru_cache(maxsize=16)
def paper_settings(
    lang: str, *, always: bool = True, families: tuple[Family, Family] = (Family.SANS, Family.SANS)
) -> TextSettings:
    """Return the text settings of paper for the language tag ``lang``.

    With ``always`` a compound is divided wherever a line would otherwise end far from the margin; without it only
    words wider than the line are divided. ``families`` are those of text and of headings.
    """
    family, heading = families
    return TextSettings(
        lang=lang, fill=1.0, hyphenate=hyphenator(lang), hyphenation_zone=_HYPHENATION_ZONE if always else WHOLE_LINE,
        family=family, heading=heading,
    )  # fmt: skip
