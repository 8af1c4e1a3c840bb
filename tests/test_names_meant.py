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
        ("da", "folde", "Mente du »foldehæfte«?"),
        ("en", "bookler", "Did you mean “booklet”?"),
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
