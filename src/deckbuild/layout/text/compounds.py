"""The joints of compounds, where two of their words meet: ``uddannelses-niveau``, ``fremmed-reference``.

Hyphenation patterns find syllables, not words. A joint is recognised by a linking s before it, or by a common last word
of compounds after it. Other compounds are taken for single words; the author can put a soft hyphen into them.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LEAST_AT_LINKING_S = 5
"""The fewest letters on either side of a joint after a linking s."""
_LEAST_BEFORE_HEAD = 4
"""The fewest letters before a joint in front of a known last word, and between two joints."""
_AFTER_S = "tkplmnv"
"""Consonants that may follow an s at the start of a word, here after a linking s: ``andenordens-strategi``."""
_SUFFIX = re.compile("ning|ling|lig|else")
"""Suffixes. An s before one is no linking s: ``oplys-ninger`` is no compound."""
_LINKING = ("da", "nb", "nn", "no", "sv", "de")
"""Languages whose compounds have a linking s."""

_HEADS = {
    "da": """
        adgang afdeling afhandling afholdelse afløsning afsnit afstand aftale aktivitet analyse ansvar arbejde
        behandling beholdning behov beregning beskrivelse beslutning bestyrelse besøg betingelse bevidsthed bevægelse
        brug center chef dagsorden deltagelse deltager direktør drift effekt eksempel faglighed figur forandring
        forankring forbedring forbrug forening forhandling forhold forløb form formand forretning forskel forståelse
        forsvar forsøg forvaltning fællesskab gevinst grundlag gruppe handling hjælp hold holdning hverdag inddragelse
        indhold indretning indsats indsigt innovation institution interesse kapital kompetence konference konflikt
        kontekst kontrakt kontrol koordinator kraft krav kultur kursus kvalitet ledelse leder litteratur løfte løsning
        materiale medarbejder metode middel miljø misbrug model mulighed myndighed møde måling netværk niveau nævn
        område opgave ophold oplevelse oplysning opløsning ordning organisation overblik papir partner person
        perspektiv plads plan plejer politik praksis princip problem proces produkt program projekt punkt rapport
        reference refleksion reform regel relation repræsentant ressource resultat retning rolle samarbejde samfund
        samspil samtale side sikkerhed situation skema skole slide spil sprog spørgsmål strategi struktur styring
        støtte svar system tekst tilbud tilgang tjeneste transformation træning tænkning uddannelse udfordring udgift
        udvalg udvikling uklarhed underretning undersøgelse undervisning usikkerhed vejleder vejledning venlighed
        verden viden virksomhed værdi værksted værktøj økonomi øvelse
    """,
}
"""Heads: the common last words of compounds, in the texts of courses and of the public sector.

Where one head ends in another, as ``forhold`` ends in ``hold``, both are listed. The joint is before the longer one.
"""
_ENDINGS = {"da": r"(?:e?n|e?t|e|e?r|e?rne|e?ne)?s?"}
"""Their inflections. The head's last letter may be doubled before one (``proces-ser``)."""


@lru_cache(maxsize=8)
def _head_pattern(lang: str) -> re.Pattern[str] | None:
    """Return a pattern that matches at the offset of a head that ends the word; ``None`` without heads."""
    if lang not in _HEADS:
        return None
    heads = "|".join(f"{head}{head[-1]}?" for head in _HEADS[lang].split())
    return re.compile(rf"(?<=\w{{{_LEAST_BEFORE_HEAD}}})(?=(?:{heads}){_ENDINGS[lang]}$)")


def joints(word: str, syllables: list[int], lang: str) -> list[int]:
    """Return the joints of ``word`` as character offsets in ascending order; none for a word that is no known compound.

    ``syllables`` are the offsets at which hyphenation patterns divide it; ``lang`` is a tag such as ``da-DK``.
    """
    primary = lang.partition("-")[0]
    head = _head_pattern(primary)
    found = [match.start() for match in head.finditer(word.lower())][:1] if head else []
    if primary in _LINKING:
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
