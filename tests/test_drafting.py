"""The first deck, and the deck for the next course day: text in, text out."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import safe_load

from commands import deckbuild
from deckbuild.cli.commands.new import quoted
from deckbuild.drafting import Content, LastAnswers, follow, start
from deckbuild.editing import scalar
from deckbuild.model.deck import Deck
from deckbuild.reader import read
from deckbuild.reader.sections.board_answers import read_answered

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

  # Det, deltagerne tog med fra 12. marts 2027 (1 spørgsmål)
  # Næste gang bliver slidet skiftet ud; skriver du selv noget på det, bliver det stående.
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


def deck_of(text: str, folder: Path = Path()) -> Deck:
    result = read(folder / "deck.yaml", text.encode())
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
    assert "# Det, deltagerne tog med fra 9. april 2027 (1 spørgsmål)" in third
    assert "title: Ledelse, dag 4" in third
    assert "\n\n\n" not in third


def test_comments_that_number_the_slides_count_on():
    text = LAST.replace("  # programmet\n", "  # 1\n").replace(
        "  # om støj\n", "  # Afsnit: slide 2–3, kl. 2-3\n  # 2\n"
    )
    made = follow(deck_of(text.replace("Vent lidt.", "|\n      Sig dette:\n      # 2")), date="9. april").text
    assert [line for line in made.split("\n") if line.startswith("  # ")] == [
        "  # 1", "  # Det, deltagerne tog med fra 12. marts 2027 (1 spørgsmål)",
        "  # Næste gang bliver slidet skiftet ud; skriver du selv noget på det, bliver det stående.",
        "  # Afsnit: slide 2–3, kl. 2-3", "  # 3",
    ]  # fmt: skip
    third = follow(deck_of(made)).text
    assert "  # Afsnit: slide 2–3, kl. 2-3\n  # 3\n" in third


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
        ("deck:\n  title: Kursus\n  output: a", {}, "deck:\n  title: Kursus\n  output: a-2"),
        (
            "deck:\n  title: >-\n    Kursusdag\n    3\n  date: 1. maj",
            {"date": "2. maj", "day": 4},
            'deck:\n  title: >-\n    Kursusdag\n    4\n  date: "2. maj"',
        ),
        ("deck:\n  title: Ledelse dag 2\n    på tværs", {}, "deck:\n  title: Ledelse dag 3\n    på tværs"),
        ("deck: {title: Dag 1, date: 1. maj}", {}, "deck: {title: Dag 2}"),
        ("deck: {date: 1. maj, title: Dag 1}", {}, "deck: {title: Dag 2}"),
        ("deck: {title: Dag 1}", {"date": "maj, uge 9"}, 'deck: {title: Dag 2, date: "maj, uge 9"}'),
        ("deck:\n  title: Dag 1\n  date: 1. maj # ?", {}, "deck:\n  title: Dag 2\n  # date: 1. maj # ?"),
        (
            "deck:\n  title: Dag 1\n  # date: 1. maj\n  language: da",
            {"date": "2. maj"},
            'deck:\n  title: Dag 2\n  date: "2. maj"\n  language: da',
        ),
    ],
)
def test_date_number_and_name_of_the_papers(head, arguments, expected):
    slides = "\nslides:\n  - {title: A, reflection: [b]}\n"
    assert follow(deck_of(head + slides), **arguments).text == expected + slides


@pytest.mark.parametrize("style", ["{}", "\ufeff{}"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_line_ends_and_the_end_of_the_file_stay(style, ending, last):
    written = style.format(LAST.rstrip("\n") + last).replace("\n", ending)
    made = follow(deck_of(LAST), written=written, date="9. april 2027").text
    assert made == style.format(NEXT.rstrip("\n") + last).replace("\n", ending)


def test_the_course_days_next_day_reads_and_changes_nothing_else():
    old = read(ROOT / "deck.yaml").deck
    assert old is not None
    made = follow(old, date="9. april 2027")
    new = read(ROOT / "deck.yaml", made.text.encode()).deck
    assert new is not None
    assert {s.id for s in old.slides} < {s.id for s in new.slides}
    before, after = ((ROOT / "deck.yaml").read_text("utf-8"), made.text)
    kept = [re.sub(r"\d+", "N", line) for line in before.splitlines() if line.startswith("  # ")]
    assert set(kept) <= {re.sub(r"\d+", "N", line) for line in after.splitlines()}


ANSWERS = """\
deck: ledelse-dag-2
version: 0123456789ab
questions:
  refleksion/q1: {number: "3.1", text: Hvad nu?}
  refleksion/q2: {number: "3.2", text: Hvad gør du i morgen?}
  sheet/Min plan/refleksion/q2: {number: "3.2", text: Hvad gør du i morgen?}
participants:
  - name: Åse
    file: a.pdf
    answers: {refleksion/q1: Pause, refleksion/q2: Sover, sheet/Min plan/refleksion/q2: "Ringer til Bo, kl. 9"}
"""
SHOWN = """\
  # Svarene derfra, uden navne; de hentes i svar-2.yaml
  # Svarene på et andet spørgsmål vises, når dets navn sættes ind efter answers:
  #   refleksion/q1  Hvad nu?
  - title: Det skrev I sidst
    body:
      - text: "**Hvad gør du: *i morgen*?**"
      - board:
          answers: sheet/Min plan/refleksion/q2
          file: svar-2.yaml
    handout: {skip: yes}

"""


def last_answers(folder: Path, text: str = ANSWERS) -> LastAnswers:
    (folder / "svar-2.yaml").write_text(text, "utf-8")
    return LastAnswers("svar-2.yaml", read_answered(folder / "svar-2.yaml"))


def test_collected_answers_stand_after_the_questions_that_are_asked_again(tmp_path):
    made = follow(deck_of(LAST), date="9. april 2027", answers=last_answers(tmp_path))
    assert made.text == NEXT.replace("  # om støj\n", SHOWN + "  # om støj\n")
    assert made.answered == 1


def test_answers_from_the_sheet_count_more_than_those_on_the_page(tmp_path):
    page_only = ANSWERS.replace(', sheet/Min plan/refleksion/q2: "Ringer til Bo, kl. 9"', "")
    made = follow(deck_of(LAST), answers=last_answers(tmp_path, page_only))
    assert "          answers: refleksion/q2\n" in made.text


@pytest.mark.parametrize("given", ["{refleksion/q1: Pause}", '{refleksion/q2: " "}', "{}"])
def test_without_answers_to_carried_questions_there_is_no_slide_for_them(given, tmp_path):
    text = f"{ANSWERS.partition('participants:')[0]}participants: [{{name: A, file: a.pdf, answers: {given}}}]\n"
    made = follow(deck_of(LAST), date="9. april 2027", answers=last_answers(tmp_path, text))
    assert (made.text, made.answered) == (NEXT, 0)


def test_the_day_after_the_next_shows_its_own_answers_only(tmp_path):
    second = follow(deck_of(LAST), date="9. april 2027", answers=last_answers(tmp_path)).text
    third = follow(deck_of(second, tmp_path), date="7. maj 2027").text
    assert third == follow(deck_of(NEXT), date="7. maj 2027").text


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_first_deck_reads_without_a_word(language, tmp_path):
    text = start(language, 'Dag 1: "ledelse"', "12. marts", "")
    (tmp_path / "deck.yaml").write_text(text, "utf-8")
    result = read(tmp_path / "deck.yaml")
    assert [d.text() for d in result.diagnostics] == []
    assert result.deck is not None
    assert (result.deck.info.title.plain, result.deck.info.owner) == (
        {"da": "Dag 1: »ledelse«", "en": "Dag 1: “ledelse”"}[language],
        None,
    )


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\u00ad\ufeff"), min_size=1)
)
def test_what_is_written_reads_back(text):
    assert safe_load(f"- a: {scalar(text)}")[0]["a"] == text


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
        assert ("Skriv her" in built.stderr) == (name != "deck.yaml")
    assert "redhat.vscode-yaml" in (tmp_path / "dag" / ".vscode" / "extensions.json").read_text("utf-8")
    names = {path.name for path in (tmp_path / "dag" / "output").iterdir() if path.suffix == ".pptx"}
    assert names == {"kursusdag-1.pptx", "kursusdag-2.pptx"}
    assert (tmp_path / "dag" / "output" / "kursusdag-2-vejledning.pdf").is_file()
    third = deckbuild("next", "dag/deck-2.yaml", folder=tmp_path)
    assert (third.returncode, (tmp_path / "dag" / "deck-3.yaml").is_file()) == (0, True), third.stderr


def test_the_command_picks_up_what_was_collected(tmp_path):
    (tmp_path / "deck.yaml").write_text(LAST, "utf-8")
    (tmp_path / "answers.yaml").write_text(ANSWERS, "utf-8")
    done = deckbuild("next", "--date", "fredag den 31. april 2027", folder=tmp_path)
    assert (done.returncode, "Svarene på 1 af dem" in done.stdout) == (0, True), done.stderr
    assert "»fredag den 31. april 2027« er ikke en dato" in done.stderr
    # collecting on the next day writes another answers.yaml: the last day's are kept in a copy
    assert (tmp_path / "answers-deck.yaml").read_text("utf-8") == ANSWERS
    (tmp_path / "answers.yaml").unlink()
    built = deckbuild("build", "deck-2.yaml", folder=tmp_path)
    assert (built.returncode, "answers" in built.stderr) == (0, False), built.stderr
    again = deckbuild("next", "--answers", "answers-deck.yaml", folder=tmp_path)
    assert (again.returncode, (tmp_path / "deck-3.yaml").is_file()) == (0, True), again.stderr
    assert {path.name for path in tmp_path.glob("answers*")} == {"answers-deck.yaml"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["next", "--answers", "bad.yaml"], 1, "not a file of collected answers"),
        (["next", "--answers", "no.yaml"], 1, "“no.yaml” can't be read: it does not exist."),
        (["next", "missing.yaml"], 1, "missing.yaml"),
        (["next", "bad.yaml"], 1, "titel"),
        (["next", "deck.yaml", "-o", "deck.yaml"], 1, "is there already"),
        (["next", "deck.yaml", "-o", "../other.yaml"], 2, "belongs in the folder"),
        (["next", "deck.yaml", "--day", "0"], 2, "--day"),
        (["next", "deck.yaml", "-o", "x"], 2, "x.yaml"),
        (["next", "deck.yaml", "-o", "x.txt"], 2, "x.yaml"),
        (["next", "deck.yaml", "-o", ""], 2, "deck.yaml"),
        (["next", "deck.yaml", "-o", f"{'x' * 300}.yaml"], 1, "Choose a shorter name"),
        (["next", "deck.yaml", "--date", "a\udcffb"], 2, "“a?b” has letters that can't be read"),
        (["next", "."], 1, "is a folder"),
        (["next", "/"], 1, "is a folder"),
        (["next", "none.yaml"], 1, "no slides yet"),
        (["next", "brackets.yaml"], 1, "brackets.yaml:2:10"),
        (["new", "x" * 300], 1, "Choose a shorter name"),
        (["new", "a\udcffb"], 2, "“a?b” has letters that can't be read"),
        (["new", "new", "--title", "a\udcffb"], 2, "“a?b” has letters that can't be read"),
        (["new", "deck.yaml/x"], 1, "Choose a folder that you may write in"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_written(arguments, code, said, tmp_path):
    (tmp_path / "deck.yaml").write_text(LAST, "utf-8")
    (tmp_path / "bad.yaml").write_text(LAST.replace("title: Begreb", "titel: Begreb"), "utf-8")
    (tmp_path / "none.yaml").write_text("deck: {title: A}\nslides: []\n", "utf-8")
    (tmp_path / "brackets.yaml").write_text("deck: {title: A}\nslides: [{title: A, text: b}]\n", "utf-8")
    before = sorted(tmp_path.iterdir())
    done = deckbuild(*arguments, "--lang", "en", folder=tmp_path)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (code, True, False), done.stderr
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there a shell can't close standard input")
@pytest.mark.parametrize("command", ["new dag", "next deck.yaml"])
def test_closed_input_is_no_fault(command, tmp_path):
    (tmp_path / "deck.yaml").write_text(LAST, "utf-8")
    line = f"exec {shlex.quote(sys.executable)} -m deckbuild {command} <&-"
    done = subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals there")
def test_questions_are_answered_in_danish(tmp_path):
    import pty

    (tmp_path / "deck.yaml").write_text(LAST, "utf-8")
    ours, theirs = pty.openpty()
    os.write(ours, "9. april 2027\nmåske\nja\n".encode())
    command = [sys.executable, "-m", "deckbuild", "next"]
    done = subprocess.run(
        command, cwd=tmp_path, stdin=theirs, capture_output=True, text=True, encoding="utf-8", check=False
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 0, done.stderr
    said = done.stdout + done.stderr
    assert ("[j/N] " in said, "Fejl: Svar j eller n." in said, "?:" in said) == (True, True, False)
    assert "quote: Støj er viden" in (tmp_path / "deck-2.yaml").read_text("utf-8")


def test_answers_to_another_deck_are_not_taken_for_the_last_days(tmp_path):
    (tmp_path / "deck-3.yaml").write_text(LAST.replace("dag 2", "dag 3"), "utf-8")
    (tmp_path / "answers.yaml").write_text(ANSWERS, "utf-8")
    done = deckbuild("next", "deck-3.yaml", folder=tmp_path)
    assert ("svarene fra en anden kursusfil" in done.stderr, "Svarene på" in done.stdout) == (True, False)
    (tmp_path / "answers-deck-3.yaml").write_text(ANSWERS.replace("dag-2", "dag-3"), "utf-8")
    done = deckbuild("next", "deck-3.yaml", folder=tmp_path)
    assert "Svarene på 1 af dem" in done.stdout
    assert "file: answers-deck-3.yaml" in (tmp_path / "deck-5.yaml").read_text("utf-8")


def test_two_files_made_from_the_same_deck_have_papers_of_their_own(tmp_path):
    (tmp_path / "deck.yaml").write_text(LAST, "utf-8")
    for name in ("deck-2.yaml", "deck-3.yaml"):
        assert deckbuild("next", folder=tmp_path).returncode == 0
        assert (tmp_path / name).is_file()
    names = [deck_of((tmp_path / name).read_text("utf-8")).name for name in ("deck-2.yaml", "deck-3.yaml")]
    assert names == ["ledelse-dag-3", "ledelse-dag-3-2"]


@pytest.mark.parametrize(
    ("path", "windows", "typed"),
    [
        ("dag/deck.yaml", False, "dag/deck.yaml"),
        ("min dag/deck.yaml", False, "'min dag/deck.yaml'"),
        ("dag\\deck.yaml", True, "dag\\deck.yaml"),
        ("C:\\min dag\\deck.yaml", True, '"C:\\min dag\\deck.yaml"'),
    ],
)
def test_a_path_is_quoted_for_the_terminal(path, windows, typed):
    assert quoted(path, windows=windows) == typed
