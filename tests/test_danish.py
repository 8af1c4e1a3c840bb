"""The Danish of messages keeps to one glossary, at the head of da.po; here are the words that are not used."""

from __future__ import annotations

import re

import polib
import pytest

from messages import LOCALES

NOT_USED = {
    r"\bdeck(et|ets|fil)": "kursusfilen, filen",
    r"\bpapirer\b": "filer, materialer",
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
    r"på den lange led|vendt om den korte": "på den lange kant, på den korte kant",
    r"på ny hver gang": "på ny, hver gang",
    r"[^,] og hvem der": ", og hvem der",
    r"\budsnit\b": "lagkagestykke",
    r"\bbooklet\b|A5-hæfte": "foldehæfte",
    r"af denne skrivemåde": "når slides er skrevet sådan",
}
"""Pattern of words that a native editor would not leave -> what stands instead."""


@pytest.mark.parametrize("pattern", NOT_USED)
def test_no_message_has_the_word(pattern):
    texts = [entry.msgstr for entry in polib.pofile(str(LOCALES / "da.po"))]
    found = [text for text in texts if re.search(pattern, re.sub("`[^`]*`", "", text), re.IGNORECASE)]
    assert not found, f"write {NOT_USED[pattern]}"
