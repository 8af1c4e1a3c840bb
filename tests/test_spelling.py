"""``deckbuild check --spelling``, with small dictionaries of our own: which words are told, and which are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.pipeline.check import check_deck
from deckbuild.reader.checks import spelling
from deckbuild.reader.checks.spelling import dictionary_folders

pytest.importorskip("hunspell", reason="the library for spelling is not installed")

AFFIXES = """SET UTF-8
WORDCHARS -.
COMPOUNDMIN 2
COMPOUNDFLAG c
SFX a Y 2
SFX a 0 en .
SFX a 0 s .
"""
DANISH = [
    "vi",
    "ser",
    "på",
    "velfærd/c",
    "velfærds/c",
    "transformation/ca",
    "i",
    "dag",
    "jf.",
    "kursus/c",
    "bord/ca",
    "og",
    "det",
    "er",
    "her",
    "en/c",
    "hus/ca",
]
ENGLISH = ["wicked", "problems", "we", "look", "at", "it"]

TEXTS = {
    "every word known": ("Vi ser på velfærd", []),
    "a compound of known words": ("Velfærdstransformationen er kursusbord", []),
    "a slip": ("Vi ser på velfæd", [("5:21", "velfæd")]),
    "a slip, told once": ("Velfæd og velfæd", [("5:11", "Velfæd")]),
    "an abbreviation": ("Det er her, jf. NL og 12b", []),
    "addresses": ("Vi ser på https://kommunen.dk/sti og ole@kommunen.dk", []),
    "the deck's own word": ("Vi ser på Ledestjerns bord", []),
    "a short form and its genitive": ("Det er RLs bord", []),
    "a name among the sources": ("Vi ser på Torfings bord", []),
    "English in Danish": ("Det er wicked", [("5:18", "wicked")]),
    "English marked as such": ('"Det er [wicked problems]{lang=en}"', []),
    "a slip in marked English": ('"Det er [wickd]{lang=en}"', [("5:20", "wickd")]),
    "a language we have no words for": ('"Det er [schön]{lang=de}"', []),
    "hyphens": ("Det er velfærds-bord", []),
    "the word for what it stands on": ("Det er her på slidet", []),
}
DECK = """\
deck: {{title: Det er her, spelling: [Ledestjern]}}
words: {{RL: en}}
slides:
  - title: I dag
    text: {text}
    source: torfing
sources:
  torfing: {{number: 1, authors: Jacob Torfing, title: Samarbejde}}
"""


def write(folder: Path, name: str, words: list[str]) -> None:
    (folder / f"{name}.aff").write_text(AFFIXES, "utf-8")
    (folder / f"{name}.dic").write_text(f"{len(words)}\n" + "\n".join(words) + "\n", "utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, "da_DK", DANISH)
    write(tmp_path, "en_GB", ENGLISH)
    monkeypatch.setenv("DICPATH", str(tmp_path))
    spelling._dictionary.cache_clear()
    yield tmp_path
    spelling._dictionary.cache_clear()


@pytest.mark.parametrize("case", TEXTS)
def test_words_told(folder, case):
    text, expected = TEXTS[case]
    (folder / "deck.yaml").write_text(DECK.format(text=text), "utf-8")
    found = [d for d in check_deck(folder / "deck.yaml", spelling=True) if d.code == "spelling"]
    assert [(f"{d.span.line}:{d.span.column}", d.args["word"]) for d in found] == expected


def test_suggestions_and_the_other_language(folder):
    (folder / "deck.yaml").write_text(DECK.format(text="Det er velfærdd og wicked"), "utf-8")
    first, second = (d for d in check_deck(folder / "deck.yaml", spelling=True) if d.code == "spelling")
    assert first.remedy().startswith("Did you mean `velfærd")
    assert second.text() == "“wicked” is not Danish but English."
    assert "[wicked]{lang=en}" in second.remedy()


def test_only_when_asked(folder):
    (folder / "deck.yaml").write_text(DECK.format(text="velfæd"), "utf-8")
    assert list(check_deck(folder / "deck.yaml")) == []


def test_without_a_dictionary_it_says_so_once(folder, monkeypatch):
    monkeypatch.setattr(spelling, "_folders", lambda _language: iter([folder / "nothing"]))
    (folder / "deck.yaml").write_text(DECK.format(text="velfæd og andet"), "utf-8")
    assert [d.code for d in check_deck(folder / "deck.yaml", spelling=True)] == ["no-dictionary"]


PROFILE = "4/user/uno_packages/cache/uno_packages/lu1.tmp_/dict-da.oxt"


@pytest.mark.parametrize(
    ("platform", "kept"),
    [
        ("win32", "Programmer/LibreOffice/share/extensions/dict-da"),
        ("win32", f"roaming/LibreOffice/{PROFILE}/dictionaries"),
        ("darwin", "Applications/LibreOffice.app/Contents/Resources/extensions/dict-da"),
        ("darwin", "home/Applications/LibreOffice.app/Contents/Resources/extensions/dict-da"),
        ("darwin", "home/Library/Spelling"),
        ("darwin", f"home/Library/Application Support/LibreOffice/{PROFILE}"),
        ("linux", "usr/lib/libreoffice/share/extensions/dict-da"),
        ("linux", "opt/libreoffice25.2/share/extensions/dict-da"),
        ("linux", f"home/.config/libreoffice/{PROFILE}"),
        ("linux", "usr/share/hunspell"),
    ],
)
def test_dictionaries_are_looked_for_where_each_system_keeps_them(tmp_path, platform, kept):
    (tmp_path / kept).mkdir(parents=True)
    environ = {"ProgramFiles": str(tmp_path / "Programmer"), "APPDATA": str(tmp_path / "roaming")}
    looked_in = [*dictionary_folders("da", platform, environ, tmp_path / "home", tmp_path)]
    assert tmp_path / kept in looked_in
