"""Where the words of a compound meet: ``uddannelses-niveau``, ``fremmed-reference``.

Patterns tell where a syllable may end, not where a word does. A joint is known by what stands at it: the linking s
before it, or after it a word that often ends compounds. A compound that neither tells is taken to be one word; the
author's soft hyphen says otherwise.
"""

from __future__ import annotations

import re
from functools import lru_cache

_EDGE_LINKED = 5
"""Letters a word has at least on either side of a linking s."""
_EDGE = 4
"""Letters a word has at least before one that ends compounds."""
_AFTER_S = "tkplmnv"
"""After a linking s a word may begin with s and one of these: ``andenordens-strategi``."""
_SUFFIX = re.compile("ning|ling|lig|else")
"""Where these follow an s, one word goes on: ``oplys-ninger`` is no compound."""
_LINKING = ("da", "nb", "nn", "no", "sv", "de")
"""Languages that link with s."""

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
"""Words that often end compounds where courses are held and a public sector is run.

A word that ends in another one, as ``forhold`` in ``hold``, stands here too: the joint is before the longest.
"""
_ENDINGS = {"da": r"(?:e?n|e?t|e|e?r|e?rne|e?ne)?s?"}
"""How they are inflected; a consonant may be doubled before it (``proces-ser``)."""


@lru_cache(maxsize=8)
def _ended(lang: str) -> re.Pattern[str] | None:
    """Return what matches where a word begins that often ends compounds, inflected or not."""
    if lang not in _HEADS:
        return None
    heads = "|".join(f"{head}{head[-1]}?" for head in _HEADS[lang].split())
    return re.compile(rf"(?<=\w{{{_EDGE}}})(?=(?:{heads}){_ENDINGS[lang]}$)")


def joints(word: str, syllables: list[int], lang: str) -> list[int]:
    """Return where the words of a compound in language ``lang`` meet, in characters.

    ``syllables`` are the points at which the language's patterns let it be hyphenated.
    """
    primary = lang.partition("-")[0]
    ended = _ended(primary)
    found = [match.start() for match in ended.finditer(word.lower())][:1] if ended else []
    if primary in _LINKING:
        found += [at for at in syllables if _linked(word, at) and all(abs(at - other) >= _EDGE for other in found)]
    return sorted(found)


def _linked(word: str, at: int) -> bool:
    """Whether an s links two words at ``at``."""
    if word[at - 1] != "s" or min(at, len(word) - at) < _EDGE_LINKED:
        return False
    begins = word[at] != "s" or word[at + 1] in _AFTER_S
    return begins and not word[:at].endswith("trans") and not _SUFFIX.match(word, at)
