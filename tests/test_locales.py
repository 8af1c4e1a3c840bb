"""Messages in the user's language: complete catalogues, and which language is chosen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from polib import POFile, pofile

from commands import deckbuild
from deckbuild.diagnostics import Counted, Diagnostic, Words, decimal
from deckbuild.locales import SOURCE, deck_language, every_language, system_language, translator
from deckbuild.reader import read
from messages import COMPLETE, LOCALES, messages, names_in

CATALOGUES = sorted(path.stem for path in LOCALES.glob("*.po"))
NAMES = {language.english_name for language in every_language()}
"""A catalogue may have the names of languages."""
BROKEN = Path(__file__).parent / "broken"


@pytest.fixture(scope="module", params=CATALOGUES)
def catalogue(request: pytest.FixtureRequest) -> POFile:
    return pofile(str(LOCALES / f"{request.param}.po"))


def test_danish_and_english_are_complete():
    assert {"da", "en"} <= {*COMPLETE}


@pytest.mark.parametrize("code", [code for code in COMPLETE if code != SOURCE])
def test_every_message_is_translated(code):
    """``python tests/messages.py da`` prints those that are not, to be filled in."""
    known = {entry.msgid for entry in pofile(str(LOCALES / f"{code}.po")).translated_entries()}
    assert sorted(messages().keys() - known) == []


def test_what_a_catalogue_lacks_is_said_in_english(tmp_path, monkeypatch):
    """An entry may be absent, empty or fuzzy, and a language may have no catalogue."""
    entries = 'msgid "error"\nmsgstr "feil"\n\nmsgid "help"\nmsgstr ""\n\n#, fuzzy\nmsgid "warning"\nmsgstr "hjelp"\n'
    (tmp_path / "xx.po").write_text(
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n{entries}', "utf-8"
    )
    monkeypatch.setattr("deckbuild.locales.catalogue.FOLDER", tmp_path)
    said = [translator("xx")(message) for message in ("error", "help", "warning", "slide")]
    assert said == ["feil", "help", "warning", "slide"]
    assert translator("yy")("error") == "error"


def test_no_translation_is_left_over(catalogue):
    ours = {entry.msgid for entry in catalogue if not {("click", ""), ("schema", "")} & {*entry.occurrences}}
    assert sorted(ours - messages().keys() - NAMES) == []


def test_a_message_stands_once(catalogue):
    ids = [entry.msgid for entry in catalogue]
    assert len(ids) == len(set(ids))


def test_translations_have_the_same_names(catalogue):
    said = catalogue.translated_entries()
    assert [e.msgid for e in said if not names_in(e.msgstr) <= names_in(e.msgid)] == []
    assert [
        e.msgid for e in said if ("click", "") not in e.occurrences and names_in(e.msgstr) != names_in(e.msgid)
    ] == []


def keys(text: str) -> set[str]:
    """The keys of deck.yaml between backquotes."""
    return set(re.findall(r"`[- ]*([a-z-]+|\{\w+\}):", text)) - {"key"}


def test_what_can_be_typed_is_the_same(catalogue):
    """A translation may say more of what to type, never less or something else."""
    for entry in catalogue.translated_entries():
        assert keys(entry.msgid) <= keys(entry.msgstr), entry.msgid


@pytest.mark.parametrize("word", ["nøgle", "mapping", "streng", "“", "”", "string"])
def test_danish_without_jargon(word):
    danish = pofile(str(LOCALES / "da.po"))
    assert [entry.msgstr for entry in danish if word in entry.msgstr.lower()] == []


def test_what_is_told_is_found_in_the_source():
    """The messages of real faults are among those the source was searched for."""
    for path in sorted(BROKEN.glob("*.yaml")):
        for found in read(path).diagnostics:
            helps = (found.help,) if isinstance(found.help, str) else found.help
            assert {found.message, *filter(None, helps)} <= messages().keys(), path.name


@pytest.mark.parametrize(
    ("deck", "language"),
    [
        ("deck:\n  title: Prøve\n  language: da\n", "da"),
        ("deck:\n  language: en\n  title: Trial\n", "en"),
        ("deck: {title: Trial, language: en}\n", "en"),
        ("deck:\r\n  title: Trial\r\n  language: 'en'\r\n", "en"),
        ("\ufeffdeck:\n\n  # hvem\n  sprog: DA\n", "da"),
        ("deck:\n  title: Prøve\nslides:\n  - title: x\n    language: en\n", None),
        ("deck:\n  title: [Prøve\n  language: da\n  -x: y: z\n", "da"),
        ("deck:\n  title: Prøve\n", None),
        ("deck:\n  language: dansk\n", "da"),
        ("deck:\n  language: Danish # or English\n", "da"),
        ("deck:\n  language: da_DK\n", "da"),
        ("deck:\n  language: 'en-GB'\n", "en"),
        ("deck:\n  language: fransk\n", None),
        ("language: da\n", "da"),
        ("deck\n  title: Trial\n  language: en\nslides:\n  - title: Prøve\n", "en"),
        ("deck\n  title: Prøve\nslides:\n", "da"),
        ("deck\n  title: Trial\nslides:\n", None),
        ("", None),
    ],
)
def test_language_of_a_deck(tmp_path, deck, language):
    (tmp_path / "deck.yaml").write_bytes(deck.encode())
    assert deck_language(tmp_path / "deck.yaml") == language


@pytest.mark.parametrize("deck", ["", "# nothing yet\n"])
def test_of_a_deck_without_words_the_other_decks_tell_the_language(tmp_path, deck):
    (tmp_path / "day-1.yaml").write_text("deck:\n  title: Day 1\n  language: da\n")
    (tmp_path / "day-2.yaml").write_text(deck)
    assert deck_language(tmp_path / "day-2.yaml") == "da"


def test_language_of_what_is_no_deck(tmp_path):
    assert deck_language(tmp_path) is None
    assert deck_language(tmp_path / "nothing.yaml") is None


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "da_DK"}, "da"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_language_of_the_system(monkeypatch, environment, language):
    for name in ("LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


@pytest.mark.parametrize(
    ("value", "english", "danish"),
    [
        (Words(("a",)), "a", "a"),
        (Words(("a", "b")), "a and b", "a og b"),
        (Words(("a", "b", "c"), "or"), "a, b or c", "a, b eller c"),
        (Words(()), "", ""),
        (Counted(1, "1 item", "{count} items"), "1 item", "1 punkt"),
        (Counted(3, "1 item", "{count} items"), "3 items", "3 punkter"),
        (2.6, "2.6", "2,6"),
    ],
)
def test_what_fills_a_name(value, english, danish):
    found = Diagnostic("code", None, "{x}", args={"x": value})
    assert (found.text(), found.text(translator("da"))) == (english, danish)


def test_numbers_have_the_mark_of_the_language():
    assert (decimal(0.25), decimal(12.34, translator("da"))) == ("0.2", "12,3")


# The commands --------------------------------------------------------------------------------------------------------

DECK = "deck:\n  title: Prøve\n  language: {language}\nslides:\n  - title: Punkter\n    bullets:\n      - Et punkt\n"


def told(*arguments: str, folder: Path, lang: str = "C") -> str:
    done = deckbuild(*arguments, folder=folder, LC_ALL=lang, COLUMNS="120")
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    ("deck", "arguments", "system", "reported"),
    [
        ("da", (), "C", "Ingen fejl fundet."),
        ("en", (), "da_DK.UTF-8", "No faults found."),
        ("en", ("--lang", "da"), "C", "Ingen fejl fundet."),
        ("da", ("--lang", "en"), "da_DK.UTF-8", "No faults found."),
        ("dansk", (), "C", "Skriv `language: da`"),
        ("da_DK", (), "C", "Skriv `language: da`"),
        ("Danish", (), "C", "Skriv `language: da`"),
        ("en-GB", (), "da_DK.UTF-8", "Write `language: en`"),
        ("fransk", (), "C", "Write `language: da` for Danish"),
        ("fransk", (), "da_DK.UTF-8", "Skriv `language: da` for dansk"),
    ],
)
def test_the_language_spoken(tmp_path, deck, arguments, system, reported):
    (tmp_path / "deck.yaml").write_text(DECK.format(language=deck), "utf-8")
    assert reported in told("check", *arguments, folder=tmp_path, lang=system)


def test_lang_before_the_command_counts_too(tmp_path):
    (tmp_path / "deck.yaml").write_text(DECK.format(language="en"), "utf-8")
    assert "Ingen fejl fundet." in told("--lang", "da", "check", folder=tmp_path)


def test_a_build_sums_up_in_danish(tmp_path):
    (tmp_path / "deck.yaml").write_text(DECK.format(language="da"), "utf-8")
    reported = told("build", folder=tmp_path)
    assert "2 slides, " in reported
    assert "Færdig på 0," in reported or "Færdig på " in reported
    assert "uændret" in told("build", folder=tmp_path)


ENGLISH = {"the", "Usage", "Options", "Commands", "Show", "Error", "Invalid", "Make", "such", "default", "help."}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        *((command, "--help") for command in ("build", "slides", "handout", "check", "render")),
        ("bild",),
        ("build", "--fast"),
        ("build", "--outptu", "x"),
        ("build", "-o"),
        ("build", "a", "b"),
        ("check", "--format", "xml"),
        ("render", "--pages", "3-1"),
        ("render", "--width", "3"),
        ("render", "--width", "bred"),
    ],
    ids=" ".join,
)
def test_no_english_in_danish(tmp_path, arguments):
    """Help and complaints are Danish to the last word, also those that click says itself."""
    reported = told("--lang", "da", *arguments, folder=tmp_path)
    words = {word.strip("«»'():;,") for word in reported.split()}
    assert words & ENGLISH == set()
    assert reported.startswith(("Brug: ", "Fejl: "))
