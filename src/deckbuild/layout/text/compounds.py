"""The joints of compounds, where two of their words meet: ``uddannelses-niveau``, ``fremmed-reference``.

Hyphenation patterns find syllables, not words. A joint is recognised by a linking s before it, or by a common last word
of compounds after it. Other compounds are taken for single words; the author can put a soft hyphen into them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from deckbuild.locales import known_language

_LEAST_AT_LINKING_S = 5
"""The fewest letters on either side of a joint after a linking s."""
_LEAST_BEFORE_HEAD = 4
"""The fewest letters before a joint in front of a known last word, and between two joints."""
_AFTER_S = "tkplmnv"
"""Consonants that may follow an s at the start of a word, here after a linking s: ``andenordens-strategi``."""
_SUFFIX = re.compile("ning|ling|lig|else")
"""Where these follow an s, one word goes on: ``oplys-ninger`` is no compound."""
_LINKING = ("nb", "nn", "no", "sv", "de")
"""Languages that link words with an s and have no module here, but are quoted."""


@lru_cache(maxsize=8)
def _head_pattern(lang: str) -> re.Pattern[str] | None:
    """Return a pattern that matches at the offset of a head that ends the word; ``None`` without heads."""
    language = known_language(lang)
    if language is None or not language.compounds.heads:
        return None
    heads = "|".join(f"{head}{head[-1]}?" for head in language.compounds.heads.split())
    return re.compile(rf"(?<=\w{{{_LEAST_BEFORE_HEAD}}})(?=(?:{heads}){language.compounds.endings}$)")


def joints(word: str, syllables: list[int], lang: str) -> list[int]:
    """Return the joints of ``word`` as character offsets in ascending order; none for a word that is no known compound.

    ``syllables`` are the offsets at which hyphenation patterns divide it; ``lang`` is a tag such as ``da-DK``.
    """
    language, head = known_language(lang), _head_pattern(lang)
    found = [match.start() for match in head.finditer(word.lower())][:1] if head else []
    if language.compounds.linking_s if language else lang.partition("-")[0] in _LINKING:
        found += [
            at
            for at in syllables
            if _linked(word, at) and all(abs(at - other) >= _LEAST_BEFORE_HEAD for other in found)
        ]
    return sorted(found)


def _linked(word: str, at: int) -> bool:
    """Whether a linking s stands before offset ``at`` of ``word``."""
    if word[at - 1] != "s" or min(at, len(word) - at) < _LEAST_AT_LINKING_S:
        return False
    begins = word[at] != "s" or word[at + 1] in _AFTER_S
    return begins and not word[:at].endswith("trans") and not _SUFFIX.match(word, at)
