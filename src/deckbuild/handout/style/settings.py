"""How paragraphs are set on paper: lines filled to the full, long compounds divided at their joints."""

from __future__ import annotations

from functools import lru_cache

from deckbuild.layout.text.hyphenation import hyphenator
from deckbuild.layout.text.line_breaking import WHOLE_LINE
from deckbuild.layout.text.paragraph import TextSettings

_HYPHENATION_ZONE = 0.3
"""The share of a line that may stay empty before a compound is divided."""


@lru_cache(maxsize=16)
def paper_settings(lang: str, *, always: bool = True) -> TextSettings:
    """Return the setting of paper in language ``lang``.

    ``always`` divides compounds wherever a line would end far from the margin; without it only words
    wider than the line are divided.
    """
    return TextSettings(
        lang=lang, fill=1.0, hyphenate=hyphenator(lang), hyphenation_zone=_HYPHENATION_ZONE if always else WHOLE_LINE
    )
