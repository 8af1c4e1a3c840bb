"""The Danish of messages keeps to one glossary, at the head of da.po; here are the words that are not used."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from messages import LOCALES

NOT_USED = {
    r"\b(?-i:deck(et|ets|fil\w*)?)\b(?![:.}-])": "kursusfilen, filen",
    r"\bpapirer": "filer, materialer, hæfter",
    r"i hånden": "manuelt",
    r"\bmakker": "mangler det afsluttende tegn",
    r"skråstreg bagud": "omvendt skråstreg",
    r"punkter (pr\. tomme|på tværs)": "pixel",
    r"\bklamme": "krøllede parenteser",
    r"\beditoren\b": "skriveprogram, VS Code",
    r"ladt ude": "udeladt",
    r"\bfundene\b": "fejlene",
    r"^sig\b": "vis, skriv",
    r"slutter med \d": "giver kode",
    r"et andet build": "en anden kørsel",
    r"på den (lange|korte) led|vendt om den korte": "på den lange kant, på den korte kant",
    r"på ny hver gang": "på ny, hver gang",
    r"[^,] og hvem der": ", og hvem der",
    r"\budsnit\b": "lagkagestykke",
    r"\bbooklet\b|A5-hæfte": "foldehæfte",
    r"af denne skrivemåde": "når slides er skrevet sådan",
    r"\bmulighed": "tilvalg",
    r"\bpixels\b": "pixel",
    r"\bsliden\b": "slidet",
    r"\bwebside": "hjemmeside",
    r"\blad d(en|et|em)( ene)? ude\b": "udelad",
    r"\bsig (det )?(i|med|ved)\b": "skriv",
    r"!r\}": "»…«",
    r"\bstreg(er)? \(-": "bindestreg",
    r"hvis den har et\b": "Kursusdagens nummer",
    r"\bpå sin plads\b": "der er ikke plads til",
    r"har ikke noget mærke": "kan ikke skrives på den måde",
}
"""Pattern of words that a native editor would not leave -> what stands instead."""
ROOT = Path(__file__).parent.parent
PAGES = (
    ROOT / "deck.yaml",
    ROOT / "src/deckbuild/drafting/starters/da.yaml",
    *sorted((ROOT / "docs").glob("*.da.md")),
    ROOT / "docs/kursusdagen.md",
)


@pytest.mark.parametrize("pattern", NOT_USED)
def test_no_message_has_the_word(pattern):
    texts = [entry.msgstr for entry in polib.pofile(str(LOCALES / "da.po"))]
    found = [text for text in texts if re.search(pattern, re.sub("`[^`]*`", "", text), re.IGNORECASE)]
    assert not found, f"write {NOT_USED[pattern]}"


@pytest.mark.parametrize("pattern", NOT_USED)
def test_no_page_for_the_staff_has_the_word(pattern):
    for page in PAGES:
        lines = re.sub("```.*?```|`[^`]*`", "", page.read_text("utf-8"), flags=re.DOTALL).splitlines()
        written = [
            line for line in lines if page.suffix == ".md" or re.match(r" *# \S", line)
        ]  # of the deck its comments
        found = [line for line in written if re.search(pattern, line, re.IGNORECASE)]
        assert not found, f"{page.name}: write {NOT_USED[pattern]}"
