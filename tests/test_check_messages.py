"""Every deck in tests/broken has what the user is told of it beside it: .txt in English, .da.txt in Danish.

So it has for each language that is complete.

``pytest tests/test_check_messages.py --update-references`` writes the texts anew; read the diff before you commit it.
"""

from __future__ import annotations

import re
from contextlib import chdir
from functools import cache
from pathlib import Path
from unicodedata import normalize

import pytest

from deckbuild.diagnostics import Diagnostics
from deckbuild.diagnostics.render import render, summary
from deckbuild.locales import SOURCE, translator
from deckbuild.reader import read
from deckbuild.reader.language.vocabulary import all_words
from messages import COMPLETE

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path.stem for path in BROKEN.glob("*.yaml"))


ENDINGS = {code: ".txt" if code == SOURCE else f".{code}.txt" for code in COMPLETE}


@cache
def found(name: str) -> Diagnostics:
    with chdir(BROKEN):
        result = read(Path(f"{name}.yaml"))
    assert (result.deck is None) == result.diagnostics.has_errors
    return result.diagnostics


def reported(name: str, language: str) -> str:
    translate = translator(language)
    return f"{render(found(name), translate=translate)}\n\n{summary(found(name), translate)}\n"


@pytest.mark.parametrize("name", CASES)
def test_messages(name: str, *, update_references: bool) -> None:
    for language, ending in ENDINGS.items():
        text = reported(name, language)
        reference = BROKEN / f"{name}{ending}"
        if update_references:
            reference.write_text(text, "utf-8")
        assert reference.is_file(), f"no {reference}: run pytest with --update-references and read what it says"
        assert text == reference.read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_fault_is_told_once(name: str) -> None:
    """One fault gives one finding on its line, and a deck called five-… at least five."""
    assert len(found(name)) >= (5 if name.startswith("five-") else 1)
    lines = [each.span.line for each in found(name) if each.span]
    assert len(lines) == len(found(name))


DANISH = """
    af afsaet andet anden borgeren dag dagens den der det dette dine du eller er et fed figur fra fredag før første
    gælder har hedder her hos hvad hvem hvis hvor hvordan ikke kaffe kan kryds kursiv med mellem navn og også om på
    rundt sidste skriv slidet som spørgsmål står sæt tabel tal tekst tema tid til tre trin ud uden ved vi ville være
"""
ENGLISH = """
    and are be before but can cross day does each first here how if inside into is it its last like name named not
    numbers of on only or out round second should so such than that the then there these they this three until was who
    whose without words would write you your
"""
OTHERS_WORDS = {"en": {*DANISH.split()}, "da": {*ENGLISH.split()} - all_words()}
"""Common words of the other language, and some of its examples. In Danish the keys of deck.yaml are English."""
QUOTED = re.compile(r"“[^”]*”|»[^«]*«")
LETTERS = re.compile(r"[^\W\d_²³₂]+")


@pytest.mark.parametrize("name", CASES)
def test_each_language_has_its_own_words(name: str) -> None:
    """What is quoted, or stands in the deck or in the name of a file beside it, may be in any language."""
    files = [path.name for path in BROKEN.rglob("*")]
    deck = (BROKEN / f"{name}.yaml").read_bytes().decode("utf-8", "replace").lower()
    own = {*LETTERS.findall(deck), *LETTERS.findall(" ".join(files).lower()), "mørk"}
    for language, words in OTHERS_WORDS.items():
        translate = translator(language)
        for each in found(name):
            text = QUOTED.sub("", f"{each.text(translate)} {each.remedy(translate)}").lower()
            told = {*LETTERS.findall(text)} - own
            foreign = told & words | {w for w in told if language == "en" and not normalize("NFKC", w).isascii()}
            assert foreign == set(), text


def test_no_reference_without_deck() -> None:
    assert sorted(path.name for path in BROKEN.glob("*.txt")) == sorted(n + e for n in CASES for e in ENDINGS.values())
