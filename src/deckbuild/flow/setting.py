"""How paragraphs are set on paper: lines filled to the full, long words hyphenated."""

from __future__ import annotations

from functools import lru_cache

from deckbuild.layout.hyphenation import hyphenator
from deckbuild.layout.text import Setting


@lru_cache(maxsize=16)
def paper_setting(lang: str, *, always: bool = True) -> Setting:
    """Return the setting of paper in language ``lang``.

    ``always`` hyphenates wherever a line would end far from the margin; without it only words wider than the line.
    """
    return Setting(lang=lang, fill=1.0, hyphenate=hyphenator(lang), hyphenate_always=always)
