"""The first deck, and the deck for the next course day: text in, text out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import safe_load

from deckbuild.drafting import Content, follow, start
from deckbuild.drafting.scalars import scalar
from deckbuild.model.deck import Deck
from deckbuild.reader import read

ROOT = Path(__file__).parents[1]
LAST = """\
deck:
  title: Ledelse, dag 2   # dagens navn
  date: 12. marts 2027
  language: da
handout:
  sheets: {Min plan: Her står planen.}
slides:
  # programmet
  - title: Program
    agenda:
      - {time: 9.00-9.20, item: Tjek ind, slide: begreb}

  # om støj
  - title: Begreb
    id: begreb
    quote: Støj er viden
    notes: Vent lidt.

  - title: Refleksion
    reflection:
      - Hvad nu?   # altid
      - {ask: "Hvad gør du: *i morgen*?", carry-to: Min plan}
"""
NEXT = """\
deck:
  title: Ledelse, dag 3   # dagens navn
  date: "9. april 2027"
  language: da
handout:
  sheets: {Min plan: Her står planen.}
slides:
  # programmet
  - title: Program
    agenda:
      - {time: 9.00-9.20, item: Tjek ind, slide: begreb}

  # Det, deltagerne tog med fra 12. marts 2027
  - title: Siden sidst
    reflection:
      - "Hvad gør du: *i morgen*?"

  # om støj
  - title: Begreb
    id: begreb
    text: Skriv her

  - title: Refleksion
    reflection:
      - Hvad nu?   # altid
      - {ask: "Hvad gør du: *i morgen*?", carry-to: Min plan}
"""


def deck_of(text: str) -> Deck:
    result = read(Path("deck.yaml"), text.encode())
    assert result.deck is not None, [d.text() for d in result.diagnostics]
    return result.deck


def test_the_next_day_keeps_the_frame_and_every_comment():
    made = follow(deck_of(LAST), date="9. april 2027")
    assert made.text == NEXT
    assert (made.emptied, made.carried) == (1, 1)


def test_slides_are_kept_when_asked():
    made = follow(deck_of(LAST), content=Content.KEEP)
    assert made.emptied == 0
    assert "quote: Støj er viden" in made.text


def test_the_day_after_the_next_asks_only_once():
    third = follow(deck_of(NEXT), date="7. maj 2027").text
    assert third.count("Siden sidst") == 1
    assert "# Det, deltagerne tog med fra 9. april 2027" in third
    assert "title: Ledelse, dag 4" in third


@pytest.mark.parametrize(
    ("head", "arguments", "expected"),
    [
        ("deck: {title: Kursusdag 1}", {}, "deck: {title: Kursusdag 2}"),
        ("deck: {title: Kursusdag 1}", {"day": 5}, "deck: {title: Kursusdag 5}"),
        (
            "deck: {title: Kursus, language: en}",
            {"day": 2},
            "deck: {title: Kursus, output: kursus-day-2, language: en}",
        ),
        ("deck: {title: Kursus}", {"date": "9. maj"}, 'deck: {title: Kursus, date: "9. maj", output: kursus-9-maj}'),
        ("deck:\n  title: Kursus\n  output: a-dag-1", {}, "deck:\n  title: Kursus\n  output: a-dag-2"),
        ("deck:\n  title: Kursus\n  output: a", {}, "deck:\n  title: Kursus\n  output: a-naeste"),
        (
            "deck:\n  title: >-\n    Kursusdag\n    3\n  date: 1. maj",
            {"date": "2. maj", "day": 4},
            'deck:\n  title: >-\n    Kursusdag\n    3\n  output: kursusdag-3-dag-4\n  date: "2. maj"',
        ),
    ],
)
def test_date_number_and_name_of_the_papers(head, arguments, expected):
    slides = "\nslides:\n  - {title: A, reflection: [b]}\n"
    assert follow(deck_of(head + slides), **arguments).text == expected + slides


def test_the_course_days_next_day_reads_and_changes_nothing_else():
    old = read(ROOT / "deck.yaml").deck
    assert old is not None
    made = follow(old, date="9. april 2027")
    new = read(ROOT / "deck.yaml", made.text.encode()).deck
    assert new is not None
    assert {s.id for s in old.slides} < {s.id for s in new.slides}
    kept = [line for line in (ROOT / "deck.yaml").read_text("utf-8").splitlines() if line.startswith("  # ")]
    assert [line for line in kept if line not in made.text.splitlines()] == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_first_deck_reads_without_a_word(language, tmp_path):
    text = start(language, 'Dag 1: "ledelse"', "12. marts", "")
    (tmp_path / "deck.yaml").write_text(text, "utf-8")
    result = read(tmp_path / "deck.yaml")
    assert [d.text() for d in result.diagnostics] == []
    assert result.deck is not None
    assert (result.deck.info.title.plain, result.deck.info.owner) == ('Dag 1: "ledelse"', None)


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\u00ad\ufeff"), min_size=1)
)
def test_what_is_written_reads_back(text):
    assert safe_load(f"- a: {scalar(text)}")[0]["a"] == text


def deckbuild(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "deckbuild", *arguments]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL
    )


def test_from_nothing_to_the_second_day(tmp_path):
    made = deckbuild("new", "dag", "--title", "Kursusdag 1", "--lang", "da", folder=tmp_path)
    assert (made.returncode, "deckbuild build" in made.stdout) == (0, True), made.stderr
    again = deckbuild("new", "dag", "--lang", "en", folder=tmp_path)
    assert (again.returncode, "is there already" in again.stderr) == (1, True)
    following = deckbuild("next", "dag/deck.yaml", "--date", "9. april", folder=tmp_path)
    assert (following.returncode, "1 spørgsmål" in following.stdout) == (0, True), following.stderr
    for name in ("deck.yaml", "deck-2.yaml"):
        built = deckbuild("build", f"dag/{name}", folder=tmp_path)
        assert built.returncode == 0, built.stderr
    names = {path.name for path in (tmp_path / "dag" / "output").iterdir() if path.suffix == ".pptx"}
    assert names == {"kursusdag-1.pptx", "kursusdag-2.pptx"}
    third = deckbuild("next", "dag/deck-2.yaml", folder=tmp_path)
    assert (third.returncode, (tmp_path / "dag" / "deck-3.yaml").is_file()) == (0, True), third.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["next", "missing.yaml"], 1, "missing.yaml"),
        (["next", "bad.yaml"], 1, "titel"),
        (["next", "deck.yaml", "-o", "deck.yaml"], 1, "is there already"),
        (["next", "deck.yaml", "-o", "../other.yaml"], 2, "belongs in the folder"),
        (["next", "deck.yaml", "--day", "0"], 2, "--day"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_written(arguments, code, said, tmp_path):
    (tmp_path / "deck.yaml").write_text(LAST, "utf-8")
    (tmp_path / "bad.yaml").write_text(LAST.replace("title: Begreb", "titel: Begreb"), "utf-8")
    done = deckbuild(*arguments, "--lang", "en", folder=tmp_path)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (code, True, False), done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"deck.yaml", "bad.yaml"}
