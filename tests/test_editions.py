"""Editions of the handout: which are made, what their files are called, and what the slides point to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commands import deckbuild
from deckbuild.cli.commands.handout import handout
from deckbuild.locales import LANGUAGES, language_of
from deckbuild.model.edition import Edition
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.pipeline.papers import PaperKind, paper_name

DECK = """\
deck:
  title: Prøve
  language: {language}
slides:
  - title: Punkter
    bullets:
      - Et punkt
{handout}"""


def deck(folder: Path, handout: str = "", language: str = "da") -> Path:
    path = folder / "deck.yaml"
    path.write_text(DECK.format(handout=handout, language=language), "utf-8")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_edition_has_a_file_name_of_its_own(language):
    names = language_of(language).labels.editions
    assert list(names) == [edition.value for edition in Edition]
    assert len(set(names.values())) == len(Edition)


def test_a_deck_that_lists_none_is_made_for_participants(tmp_path):
    made, _ = lay_out_deck(deck(tmp_path))
    assert made
    assert list(made.documents) == [Edition.PARTICIPANT]


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("form", ["{}", "[{}]", "[participant, {}, {}]"])
def test_the_deck_lists_the_editions_it_is_made_in(tmp_path, edition, form):
    path = deck(tmp_path, f"handout: {{editions: {form.replace('{}', edition.value)}}}\n")
    made, diagnostics = lay_out_deck(path)
    assert made, list(diagnostics)
    assert set(made.documents) == {Edition.PARTICIPANT, edition}


@pytest.mark.parametrize("edition", Edition)
def test_slides_are_the_same_whichever_editions_are_made(tmp_path, edition):
    path = deck(tmp_path)
    alone, _ = lay_out_deck(path)
    more, _ = lay_out_deck(path, editions=(edition,))
    assert alone
    assert more
    assert more.presentation == alone.presentation
    assert more.document == alone.document


def test_all_editions_are_made_at_once_and_each_is_summed_up(tmp_path):
    path = deck(tmp_path, language="en")
    done = deckbuild("handout", "--edition", "all", "-o", ".", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    made, _ = lay_out_deck(path)
    assert made
    names = [paper_name(made.deck, PaperKind.HANDOUT, edition) for edition in Edition]
    assert {p.name for p in tmp_path.glob("*.pdf")} == set(names)
    assert [line.split("  ")[0] for line in done.stdout.splitlines() if ".pdf" in line] == names
    counted = re.compile(r"\((1 page|1 sheet|[0-9]+ (pages|sheets)), ")
    assert all(counted.search(line) for line in done.stdout.splitlines() if ".pdf" in line)


def test_the_command_offers_every_edition():
    option = next(parameter for parameter in handout.params if parameter.name == "named")
    assert list(getattr(option.type, "choices", ())) == [*(edition.value for edition in Edition), "all"]
