"""What the folder of papers tells: another deck's papers, copies for former people, what is open, what was read."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from commands import deckbuild
from deckbuild.diagnostics import DiagnosticError
from deckbuild.output import disk
from deckbuild.output.papers import write_papers
from deckbuild.pipeline.build import build, build_read
from deckbuild.pipeline.papers import Order, PaperKind
from deckbuild.reader import read

DECK = """\
deck:
  title: {title}
  language: da{more}
handout:
  cover: [Navn]
slides:
  - title: Et slide
    text: {text}
"""


def deck(folder: Path, name: str = "deck", title: str = "Kursus", text: str = "Hej", more: str = "") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(DECK.format(title=title, text=text, more=more), "utf-8")
    return path


def papers(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".pptx", ".pdf") and not path.name.startswith("~$")
    }


def made(folder: Path, *command: str) -> CompletedProcess[str]:
    return deckbuild(*command, "--lang", "en", folder=folder)


# Two decks with one name


@pytest.mark.parametrize(
    ("second", "paste"),
    [
        ({"title": "Kursus"}, "output: kursus-dag2"),
        ({"title": "KURSUS!"}, "output: kursus-dag2"),
        ({"title": "Andet", "more": "\n  output: KURSUS"}, "output: KURSUS-dag2"),
        # each of these has a name of its own
        ({"title": "Andet"}, ""),
        ({"title": "Kursus", "more": "\n  output: kursus-2"}, ""),
    ],
)
def test_a_deck_does_not_replace_the_papers_of_another(tmp_path: Path, second: dict[str, str], paste: str):
    deck(tmp_path, "dag1")
    deck(tmp_path, "dag2", **second)
    assert made(tmp_path, "build", "dag1.yaml").returncode == 0
    before = papers(tmp_path / "output")
    for command in ("check", "build"):  # check does not know where the papers will be made: it warns
        done = made(tmp_path, command, "dag2.yaml")
        assert done.returncode == int(bool(paste) and command == "build")
        said = done.stdout + done.stderr
        assert ("name-taken" in said) == bool(paste)
        assert paste in said
        assert "dag1.yaml" in said or not paste
    assert papers(tmp_path / "output").items() >= before.items()
    assert made(tmp_path, "build", "dag1.yaml").returncode == 0


@pytest.mark.parametrize(
    "command",
    ["build -o other", "slides", "handout --edition booklet", "handout --participants a.csv", "check"],
)
def test_other_papers_of_the_same_name_do_not_keep_a_deck_from_being_built(command: str, tmp_path: Path):
    """In the folder lies the handout of another deck; nothing that these commands make would replace it."""
    deck(tmp_path, "dag1"), deck(tmp_path, "dag2")
    (tmp_path / "a.csv").write_text("Navn\nAnna\n")
    assert made(tmp_path, "handout", "dag1.yaml").returncode == 0
    before = papers(tmp_path)
    name, *options = command.split()
    assert made(tmp_path, name, "dag2.yaml", *options).returncode == 0
    assert papers(tmp_path).items() >= before.items()


@pytest.mark.parametrize("merged", [[], ["--merged"]])
def test_a_deck_does_not_mix_its_copies_with_those_of_another(tmp_path: Path, merged: list[str]):
    deck(tmp_path, "dag1"), deck(tmp_path, "dag2")
    (tmp_path / "a.csv").write_text("Navn\nAnna\n")
    made(tmp_path, "handout", "dag1.yaml", "--participants", "a.csv", *merged)
    done = made(tmp_path, "handout", "dag2.yaml", "--participants", "a.csv", *merged)
    assert done.returncode == 1
    assert "output: kursus-dag2" in done.stderr


def test_a_deck_that_moved_or_was_renamed_keeps_its_papers(tmp_path: Path):
    made(tmp_path, "build", str(deck(tmp_path, "dag1")))
    (tmp_path / "dag1.yaml").rename(tmp_path / "dag-1.yaml")
    assert made(tmp_path, "build", "dag-1.yaml").returncode == 0
    deck(tmp_path, "dag1", title="Noget andet")  # a deck is there again, but its papers have another name
    made(tmp_path, "build", "dag1.yaml")
    assert made(tmp_path, "build", "dag-1.yaml").returncode == 0


def test_a_record_of_before_names_no_deck(tmp_path: Path):
    deck(tmp_path, "dag1"), deck(tmp_path, "dag2")
    made(tmp_path, "build", "dag1.yaml")
    record = tmp_path / "output" / ".deckbuild.json"
    old = {name: {"sha256": entry["sha256"]} for name, entry in json.loads(record.read_text()).items()}
    record.write_text(json.dumps(old))
    assert made(tmp_path, "build", "dag2.yaml").returncode == 0


# Copies for people who are no longer on the list


def test_copies_for_former_people_are_named_and_put_away(tmp_path: Path):
    deck(tmp_path)
    (tmp_path / "a.csv").write_text("Navn\nAnna\nANNA\nBo\n")
    (tmp_path / "b.csv").write_text("Navn\nBo\nEva\n")
    first = made(tmp_path, "handout", "--participants", "a.csv")
    assert "not on this list" not in first.stdout
    second = made(tmp_path, "handout", "--participants", "b.csv")
    assert second.returncode == 0
    names = "kursus-haefte-anna-2.pdf, kursus-haefte-anna.pdf"
    assert f"2 copies in kursus-haefte-navne are for people who are not on this list: {names}." in second.stdout
    assert "`--put-away`" in second.stdout
    told = json.loads(made(tmp_path, "handout", "--participants", "b.csv", "--json").stdout)
    assert [Path(path).name for path in told["former_copies"]] == names.split(", ")
    away = made(tmp_path, "handout", "--participants", "b.csv", "--put-away", "--json")
    assert json.loads(away.stdout)["former_copies"] == told["former_copies"]
    assert "tidligere" in away.stderr
    assert papers(tmp_path / "output").keys() == {
        f"kursus-haefte-navne/{name}" for name in
        ("kursus-haefte-bo.pdf", "kursus-haefte-eva.pdf", *(f"tidligere/{name}" for name in names.split(", ")))
    }  # fmt: skip
    assert "not on this list" not in made(tmp_path, "handout", "--participants", "b.csv").stdout
    for option in ("--put-away", "--merged"):
        alone = made(tmp_path, "handout", option)
        assert alone.returncode == 2
        assert f"`{option}` needs `--participants`" in alone.stderr


# A paper that is open


@pytest.mark.parametrize("sign", ["~$kursus.pptx", ".~lock.kursus.pptx#"])
def test_a_paper_that_somebody_has_open_stays(tmp_path: Path, sign: str):
    deck(tmp_path)
    made(tmp_path, "build")
    before = papers(tmp_path / "output")
    (tmp_path / "output" / sign).write_text("Hanne")
    deck(tmp_path, text="Nyt")
    done = made(tmp_path, "build")
    assert done.returncode == 1
    assert f"“{sign}” says so" in done.stderr
    assert f"delete “{sign}”" in done.stderr
    after = papers(tmp_path / "output")
    assert sorted(after) == ["kursus (ny).pptx", "kursus-haefte.pdf", "kursus.pptx"]
    assert after["kursus.pptx"] == before["kursus.pptx"]
    assert after["kursus-haefte.pdf"] != before["kursus-haefte.pdf"]
    told = json.loads(made(tmp_path, "build", "--json").stdout)
    assert [Path(file).name for paper in told["papers"] for file in paper["files"]] == sorted(after)[:2]
    assert [found["code"] for found in told["diagnostics"]] == ["file-in-use"]
    (tmp_path / "output" / sign).unlink()
    assert made(tmp_path, "build").returncode == 0
    assert papers(tmp_path / "output")["kursus.pptx"] == after["kursus (ny).pptx"]
    assert sorted(papers(tmp_path / "output")) == ["kursus-haefte.pdf", "kursus.pptx"]


# What the record says the papers were made of


@pytest.mark.parametrize("saved", ["deck", "list"])
@pytest.mark.parametrize("when", ["after it was read", "while it is laid out"])
def test_a_file_that_is_saved_during_the_build_leaves_old_papers(tmp_path: Path, saved: str, when: str):
    """The record has what was read, so that the next command tells that the papers show an older version."""
    path = deck(tmp_path)
    path.write_text(
        path.read_text("utf-8").replace("text: Hej", "chart: {type: bar, data: tal.csv, alt: Tal}"), "utf-8"
    )
    (tmp_path / "tal.csv").write_text("Område;2023\nÆldre;41\nBørn;12\n")
    order = Order(path, tmp_path / "output", (PaperKind.SLIDES, PaperKind.HANDOUT))

    def save(*_: object) -> None:
        if saved == "deck":
            path.write_text(path.read_text().replace("Et slide", "Et nyt slide"))
        else:
            (tmp_path / "tal.csv").write_text("Område;2023\nÆldre;99\nBørn;12\n")

    result = read(path)
    assert result.deck is not None, [each.text() for each in result.diagnostics]
    if when == "after it was read":
        save()
    report = build_read(result, order, save if when == "while it is laid out" else lambda *_: None)
    assert len(report.made) == 2
    later = build(Order(path, tmp_path / "output", (PaperKind.HANDOUT,)))
    assert [paper.path.name for paper in later.outdated] == ["kursus.pptx"]


# Long paths, as Windows has them


def test_a_path_that_windows_does_not_take_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write_papers(tmp_path, {"a.pdf": b"old"})
    monkeypatch.setattr(disk, "LONGEST_PATH", len(str(tmp_path)) + 20)
    write_papers(tmp_path, {"b.pdf": b"old"})
    with pytest.raises(DiagnosticError) as caught:
        write_papers(tmp_path, {"a.pdf": b"new", "a-name-of-more-letters.pdf": b"new"})
    assert caught.value.diagnostic.text().endswith(
        "a-name-of-more-letters.pdf” can't be written: the name is too long."
    )
    assert papers(tmp_path) == {"a.pdf": b"old", "b.pdf": b"old"}
