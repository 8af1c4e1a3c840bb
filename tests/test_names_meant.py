"""Names typed on the command line that there are not: the one that was probably meant is offered."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuild.cli.main import main

DECK = "deck: {title: A, language: en}\nslides:\n  - title: B\n    bullets: [a]\n"


def said(*arguments: str, language: str = "en") -> str:
    """Return what a command that fails prints."""
    done = CliRunner().invoke(main, [*arguments, "--lang", language])
    assert done.exit_code in (1, 2)
    return " ".join(done.output.split())


@pytest.mark.parametrize(
    ("there", "typed"),
    [
        ("deck.yaml", "deck"),
        ("deck.yaml", "deck.yml"),
        ("deck.yaml", "DECK.yaml"),
        ("deck.yml", "deck.yaml"),
        ("Deck.YAML", "deck.yaml"),
        ("deck (1).yaml", "deck.yaml"),
        ("deck - Kopi.yaml", "deck.yaml"),
        ("deck - Copy (2).yaml", "deck.yaml"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_deck_with_nearly_that_name_is_offered(command: str, there: str, typed: str, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path(there).write_text(DECK, "utf-8")
    Path("other.yaml").write_text(DECK, "utf-8")
    assert f"Did you mean “{there}”?" in said(command, typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("stor-skrift", "large-print"), ("Stor skrift", "large-print"), ("STORSKRIFT", "large-print"),
     ("folde-hæfte", "booklet"), ("foldehaefte", "booklet"), ("Graatoner", "greyscale"),
     ("Large Print", "large-print")],
)  # fmt: skip
def test_an_edition_may_be_written_in_many_ways(typed: str, meant: str, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("deck.yaml").write_text(DECK, "utf-8")
    done = CliRunner().invoke(main, ["handout", "--edition", typed, "--json"])
    assert (done.exit_code, f'"edition": "{meant}"' in done.output) == (0, True)


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("da", "xyz", "Udgaverne er deltager, storskrift, gråtoner, foldehæfte, vejledning, udfyldelig, alle."),
        ("en", "xyz", "The editions are participant, large-print, greyscale, booklet, guide, fillable, all."),
        ("da", "folde", "Mente du `--edition foldehæfte`?"),
        ("en", "bookler", "Did you mean `--edition booklet`?"),
    ],
)
def test_an_edition_that_there_is_not(language: str, typed: str, expected: str):
    assert expected in said("handout", "--edition", typed, language=language)


@pytest.mark.parametrize(
    ("typed", "meant"), [("byg", "build"), ("Tjek", "check"), ("næste", "next"), ("chek", "check"), ("make", "build")]
)
def test_a_command_in_another_word_is_answered_with_the_command(typed: str, meant: str):
    done = CliRunner().invoke(main, [typed])
    assert (done.exit_code, f"{meant}" in done.output) == (2, True)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("check –fix", "“–fix” begins with a long dash, such as Word makes of hyphens: write `--fix`."),
        ("check ——fix", "write `--fix`."),
        ("check deck.yaml —fix", "write `--fix`."),
        ("handout –edition=guide", "write `--edition=guide`."),
        ("build –o papers", "write `-o`."),
        ("build –edition guide", "write `--edition`."),
        ("check -fix", "There is no “-fix”. Did you mean `--fix`?"),
        ("build -output papers", "Did you mean `--output`?"),
        ("check --edition guide", "`--edition` belongs to `deckbuild handout`, not to `deckbuild check`."),
        ("next --quiet", "`deckbuild watch`, `deckbuild render`, not to `deckbuild next`."),
        ("next --date 1. maj 2027", 'Put quotation marks around what has spaces: `--date "1. maj 2027"`.'),
        ("next deck.yaml --date 1. maj", '`--date "1. maj"`.'),
        ("next --date 1. maj deck.yaml", '`--date "1. maj"`.'),
        ("next --date 1. maj --day 2", '`--date "1. maj"`.'),
        ("next --date=1. maj 2027", '`--date "1. maj 2027"`.'),
        ("check -- fix", "There is a space in “-- fix”. Write `--fix`."),
        ("check – fix", "Write `--fix`."),
        ("new --title Godt samarbejde mappe", '`--title "Godt samarbejde"`.'),
        ("new mappe --title Godt samarbejde", '`--title "Godt samarbejde"`.'),
        ("handout -o course.pdf", "`-o` names a folder, not a file: write `-o output`."),
        ("slides -o Day.PPTX", "write `-o output`."),
    ],
)
def test_an_option_that_is_typed_otherwise(typed: str, expected: str, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("deck.yaml").write_text(DECK, "utf-8")
    assert expected in said(*typed.split())
    assert [path.name for path in tmp_path.iterdir()] == ["deck.yaml"]


@pytest.mark.parametrize(
    "typed",
    [
        ["check", "–fix.yaml"],
        ["next", "--date", "april", "deck.yaml"],
        ["next", "--date", "1. maj 2027", "deck.yaml"],
        ["next", "--date", "–", "deck.yaml"],
        ["next", "--date=1. maj 2027", "deck.yaml"],
        ["next", "--date=maj"],
        ["check", "--", "deck.yaml"],
        ["new", "--title", "–fix", "mappe"],
        ["new", "--title", "Kursus", "mappe"],
        ["build", "-o", "papers.pdf"],
    ],
)
def test_what_is_typed_as_it_is_meant(typed: list[str], tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("deck.yaml", "–fix.yaml"):
        Path(name).write_text(DECK, "utf-8")
    Path("papers.pdf").mkdir()
    done = CliRunner().invoke(main, typed)
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ("deck.docx", "There is “deck.docx”, a document with formatting. Open it in Word"),
        ("Deck.RTF", "There is “Deck.RTF”"),
        ("deck.yaml.docx", "There is “deck.yaml.docx”"),
        ("deck - Kopi.odt", "There is “deck - Kopi.odt”"),
        ("deck.txt", "There is “deck.txt”. Open it in Notepad"),
        ("deck.pdf", "There is “deck.pdf”, but a deck is plain text."),
        ("kursus maj/deck.yaml", 'It lies in the folder “kursus maj”. Go there first: `cd "kursus maj"`.'),
        ("maj/deck.yaml", "Go there first: `cd maj`."),
        ("maj/other.yaml", "Go to the folder that holds the deck file"),
        ("program.docx", "Go to the folder that holds the deck file"),
        (".git/deck.yaml", "Go to the folder that holds the deck file"),
    ],
)
def test_a_deck_that_lies_elsewhere_or_is_of_another_kind(there: str, expected: str, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path(there).parent.mkdir(exist_ok=True)
    Path(there).write_text(DECK, "utf-8")
    assert expected in said("check")


def test_of_decks_in_several_folders_none_is_named(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("april", "maj"):
        Path(name).mkdir()
        Path(name, "deck.yaml").write_text(DECK, "utf-8")
    assert "Go to the folder that holds the deck file" in said("check")


def test_a_deck_named_without_its_ending_is_called_rightly(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("deck.yaml").write_text(DECK, "utf-8")
    assert "Write its whole name." in said("check", "deck")


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (["moede.png"], "In that folder there is only “moede.png”: write `file: assets/moede.png`"),
        (
            ["a.png", "b.png"],
            "In that folder there is: a.png and b.png. Write one of them, such as `file: assets/a.png`",
        ),
    ],
)
def test_pictures_are_offered_with_their_folder(there: list[str], expected: str, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("assets").mkdir()
    for name in there:
        Path("assets", name).touch()
    Path("deck.yaml").write_text(DECK + "    picture: {file: assets/kursus.png, alt: A}\n", "utf-8")
    assert expected in said("check")


def test_what_collect_finds_nothing_in_is_quoted_in_the_language(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("svar").mkdir()
    Path("deck.yaml").write_text(DECK, "utf-8")
    assert "i »svar«." in said("collect", "svar", language="da")
