"""The commands as a user meets them: what is printed, what is written, which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import deckbuild

GOOD = """\
deck:
  title: Prøve
slides:
  - title: Punkter
    bullets:
      - Et punkt
"""
BAD = GOOD.replace("bullets", "bulets")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deck.yaml").write_text(GOOD, "utf-8")
    return tmp_path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def test_build_writes_both_papers_beside_the_deck_and_sums_up(folder):
    done = deckbuild("build", folder=folder)
    assert done.returncode == 0, done.stderr
    assert names(folder / "output") == {"proeve.pptx", "proeve-haefte.pdf"}
    first, second, last = done.stdout.splitlines()
    assert "proeve.pptx  (2 slides, " in first
    assert "proeve-haefte.pdf  (" in second
    assert " pages, " in second
    assert last.startswith("Done in ")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["slides"], {"proeve.pptx", "proeve-slides.pdf"}),
        (["handout"], {"proeve-haefte.pdf"}),
        (["build", "--quiet"], {"proeve.pptx", "proeve-haefte.pdf"}),
    ],
)
def test_each_command_writes_its_papers(folder, arguments, expected):
    done = deckbuild(*arguments, "-o", "print", folder=folder)
    assert done.returncode == 0, done.stderr
    assert names(folder / "print") == expected
    assert ("--quiet" in arguments) == (done.stdout == "")


def test_a_deck_with_a_fault_tells_nothing_of_papers_where_there_are_none(folder):
    (folder / "deck.yaml").write_text(BAD, "utf-8")
    done = deckbuild("build", folder=folder)
    assert "Nothing was written.\n" in done.stderr
    assert "papers from before" not in done.stderr


def test_a_deck_with_a_fault_is_told_and_yesterdays_papers_stay(folder):
    deckbuild("build", folder=folder)
    before = {p: p.read_bytes() for p in (folder / "output").iterdir()}
    (folder / "deck.yaml").write_text(BAD, "utf-8")
    done = deckbuild("build", folder=folder)
    assert done.returncode == 1
    assert "deck.yaml:5:5" in done.stderr
    assert "bullets" in done.stderr
    assert "Nothing was written; the papers from before are as they were." in done.stderr
    assert {p: p.read_bytes() for p in (folder / "output").iterdir()} == before


def test_a_deck_that_does_not_fit_is_told_with_its_line_and_writes_nothing(folder):
    long = "Velfærdstransformation er mere og bedre for de samme penge. " * 30
    (folder / "deck.yaml").write_text(GOOD.replace("bullets:\n      - Et punkt", f"quote: {long}"), "utf-8")
    done = deckbuild("build", folder=folder)
    assert done.returncode == 1
    assert "does-not-fit" in done.stderr
    assert "deck.yaml:5:" in done.stderr
    assert not (folder / "output").exists()


def test_a_paper_changed_by_hand_is_kept_and_the_summary_says_so(folder):
    deckbuild("build", folder=folder)
    changed = folder / "output" / "proeve.pptx"
    changed.write_bytes(b"mine")
    done = deckbuild("build", folder=folder)
    kept = [p for p in (folder / "output").iterdir() if p.suffix == ".pptx" and p != changed]
    assert [p.read_bytes() for p in kept] == [b"mine"]
    assert f"changed by hand; it is kept as {kept[0].name}" in done.stdout


def test_a_missing_deck_is_told_plainly(tmp_path):
    done = deckbuild("build", folder=tmp_path)
    assert done.returncode == 1
    assert "deck.yaml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [["bild"], ["build", "--fast"], ["check", "--format", "xml"], ["render", "--pages", "3-1"]]
)
def test_wrong_usage_is_exit_code_2(folder, arguments):
    done = deckbuild(*arguments, folder=folder)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["build", "slides", "handout", "check", "render"])
def test_help_shows_an_example(folder, command):
    done = deckbuild(command, "--help", folder=folder)
    assert done.returncode == 0
    assert "Example" in done.stdout
    assert f"    deckbuild {command}" in done.stdout


def test_render_makes_pictures_of_the_pages_asked_for(folder):
    done = deckbuild("render", "--pages", "2", "--width", "320", "-o", "pictures", folder=folder)
    assert done.returncode == 0, done.stderr
    assert names(folder / "pictures") == {"slides-02.png"}
    assert (folder / "pictures" / "slides-02.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("asked", "made", "beyond"), [("77", set(), 77), ("2,99", {"slides-02.png"}, 99), ("0-1", {"slides-01.png"}, 0)]
)
def test_pages_that_do_not_exist_are_an_error(folder, asked, made, beyond):
    done = deckbuild("render", "--pages", asked, "--width", "320", "-o", "pictures", folder=folder)
    assert done.returncode == 1
    assert f"error: There is no page {beyond}: the last one is page " in done.stderr
    assert (names(folder / "pictures") if made else set()) == made


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--width", "5"], "er uden for grænserne"),
        (["mit.yaml", "--width", "5"], "is not in the range"),
        (["mit.yaml", "--width", "5", "--lang", "da"], "er uden for grænserne"),
        (["--lang", "en", "--width", "5"], "is not in the range"),
    ],
)
def test_wrong_options_are_told_in_the_language_of_the_command(tmp_path, words, said):
    (tmp_path / "deck.yaml").write_text("deck:\n  language: da\n")
    (tmp_path / "mit.yaml").write_text("deck:\n  language: en\n")
    done = deckbuild("render", *words, folder=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr


def test_build_tells_other_programs_what_it_made(folder):
    report = json.loads(deckbuild("build", "--json", folder=folder).stdout)
    slides, handout = report["papers"]
    assert (slides["kind"], slides["pages"]) == ("slides", 2)
    assert (handout["edition"], handout["sheets"]) == ("participant", -(-handout["pages"] // 2))
    assert [Path(name).name for name in handout["files"]] == ["proeve-haefte.pdf"]
    (folder / "deck.yaml").write_text(BAD, "utf-8")
    failed = deckbuild("build", "--json", folder=folder)
    report = json.loads(failed.stdout)
    assert (failed.returncode, report["papers"], report["diagnostics"][0]["code"]) == (1, [], "unknown-key")


@pytest.mark.parametrize(
    ("editions", "sheets", "colored"), [(["greyscale"], 1, False), (["participant"], 1, True), (["booklet"], 1, True)]
)
def test_the_summary_says_what_printing_takes(editions, sheets, colored, folder):
    arguments = [part for edition in editions for part in ("--edition", edition)]
    (paper,) = json.loads(deckbuild("handout", *arguments, "--json", folder=folder).stdout)["papers"]
    assert (paper["sheets"], paper["in_color"] > 0) == (sheets, colored)


def test_several_decks_are_checked_at_once(folder):
    (folder / "bad.yaml").write_text(BAD, "utf-8")
    done = deckbuild("check", "deck.yaml", "bad.yaml", "--format", "concise", folder=folder)
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stdout.splitlines()][:3] == ["deck.yaml", "bad.yaml", "bad.yaml"]


def test_papers_that_a_build_leaves_as_they_were_are_named_with_what_makes_them(folder):
    """So that nobody prints the booklet of yesterday."""
    text = GOOD + "handout: {cover: [Navn]}\n"
    (folder / "deck.yaml").write_text(text, "utf-8")
    (folder / "people.csv").write_text("Navn\nIda\nBo\n", "utf-8")
    for arguments in (
        ["handout", "--edition", "booklet"],
        ["slides"],
        ["handout", "--participants", "people.csv"],
        ["handout", "--participants", "people.csv", "--merged"],
    ):
        assert deckbuild(*arguments, folder=folder).returncode == 0
    assert "as it was before" not in deckbuild("build", folder=folder).stdout
    (folder / "deck.yaml").write_text(text.replace("Et punkt", "Et andet punkt"), "utf-8")
    for _ in range(2):  # until they are made
        reported = [
            line.strip() for line in deckbuild("build", folder=folder).stdout.splitlines() if "as it was" in line
        ]
        assert reported == [
            "proeve-slides.pdf shows the deck as it was before: `deckbuild slides` makes it anew.",
            "proeve-haefte-navne shows the deck as it was before: "
            "`deckbuild handout --edition participant --participants LIST` makes it anew.",
            "proeve-haefte-navne.pdf shows the deck as it was before: "
            "`deckbuild handout --edition participant --participants LIST --merged` makes it anew.",
            "proeve-foldehaefte.pdf shows the deck as it was before: "
            "`deckbuild handout --edition booklet` makes it anew.",
        ]
    assert len(json.loads(deckbuild("build", "--json", folder=folder).stdout)["outdated"]) == 4
    deckbuild("handout", "--edition", "booklet", folder=folder)
    assert "foldehaefte" not in deckbuild("build", folder=folder).stdout


def test_what_cannot_be_told_is_not_said_to_be_changed_by_hand(folder):
    deckbuild("build", folder=folder)
    (folder / "output" / ".deckbuild.json").unlink()
    (folder / "deck.yaml").write_text(GOOD.replace("Et punkt", "Et andet punkt"), "utf-8")
    reported = deckbuild("build", folder=folder).stdout
    assert reported.count("Whether the one before had been changed by hand can't be told; it is kept as ") == 2
