"""Decks, papers, filled handouts and records of every version that is kept: the present version still knows them.

``tests/decks/README.md`` says what is kept. The commands are run as users run them, so that code may move freely.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pikepdf
import pptx
import pypdf
import pytest

import decks
from commands import deckbuild
from keep_version import DECKS, SUMS, load, sums, versions

RECORD = ".deckbuild.json"
VERSIONS = versions()
FAULTY = "faulty"
"""The folder of the deck that has faults."""


def kept(pattern: str) -> list[Any]:
    """Return the folders of all versions in which there is a file or folder like ``pattern``, as parameters."""
    found = sorted({path.parent for version in VERSIONS for path in version.glob(f"*/{pattern}")})
    return [pytest.param(path, id=path.relative_to(DECKS).as_posix()) for path in found]


version = pytest.mark.parametrize("version", [pytest.param(path, id=path.name) for path in VERSIONS])


def copied(folder: Path, target: Path) -> Path:
    """Copy what is kept, to be worked on."""
    return shutil.copytree(folder, target / folder.name)


def run(folder: Path, *arguments: str | Path, code: int = 0) -> CompletedProcess[str]:
    """Run a command in ``folder``; it has to end with ``code``."""
    done = deckbuild(*arguments, folder=folder)
    assert done.returncode == code, f"{done.args} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done


def told(folder: Path, *arguments: str | Path, code: int = 0) -> Any:
    """Run a command in ``folder``; return the JSON it prints."""
    return json.loads(run(folder, *arguments, code=code).stdout)


def papers(folder: Path) -> set[str]:
    """Return the names of the papers in a folder."""
    return {path.name for path in folder.iterdir() if path.suffix in (".pptx", ".pdf")}


def words_of(deck: Path) -> str:
    """Return all text on the slides of a .pptx."""
    shapes = (shape for slide in pptx.Presentation(str(deck)).slides for shape in slide.shapes)
    return "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


# What is kept --------------------------------------------------------------------------------------------------------


@version
def test_the_files_of_a_version_never_change(version: Path) -> None:
    listed = dict(reversed(line.split("  ", 1)) for line in (version / SUMS).read_text("utf-8").splitlines())
    assert sums(version) == listed


@pytest.mark.slow
@version
def test_nothing_kept_names_a_place_on_the_computer_it_was_made_on(version: Path) -> None:
    place = re.compile(rb"/(?:tmp|home|root|Users)/|[A-Z]:\\\\?Users")
    named = {path.name for path in version.rglob("*") if path.is_file() for part in inside(path) if place.search(part)}
    assert named == set()


def inside(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes, and what is packed in it."""
    yield path.read_bytes()
    if path.suffix in (".pptx", ".potx", ".xlsx"):
        with zipfile.ZipFile(path) as package:
            yield from (package.read(name) for name in package.namelist())
    if path.suffix == ".pdf":
        for page in pypdf.PdfReader(path).pages:
            yield page.get_contents().get_data()


def test_the_folder_of_decks_hides_no_module() -> None:
    assert decks.__file__ == f"{DECKS}.py"


# Decks ---------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@version
def test_every_deck_is_still_without_errors(version: Path) -> None:
    files = [path.relative_to(version) for path in version.rglob("*.yaml") if b"\nslides:" in path.read_bytes()]
    sound = [file for file in files if file.parts[0] != FAULTY]
    found = told(version, "check", *sound, "--format", "json")
    assert [each for each in found if each["severity"] == "error"] == []


@dataclass(frozen=True)
class Built:
    """A deck of an earlier version, built over the papers of then."""

    kept: Path
    """The folder in which it is kept."""
    folder: Path
    """The copy in which it was built."""
    told: Any
    """What ``build --json`` printed."""


@pytest.fixture(scope="module", params=kept("output"))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = copied(request.param, tmp_path_factory.mktemp("built"))
    return Built(request.param, folder, told(folder, "build", "--json"))


@pytest.mark.slow
def test_every_deck_still_builds_under_the_same_names(built: Built) -> None:
    made = {Path(file).name for paper in built.told["papers"] for file in paper["files"]}
    assert made <= papers(built.kept / "output")
    assert len(made) >= 2
    assert all((built.folder / file).is_file() for paper in built.told["papers"] for file in paper["files"])


@pytest.mark.slow
def test_papers_of_then_are_known_as_ours(built: Built) -> None:
    """None is kept as if somebody had changed it, and none is told to show an earlier deck: it is the same deck."""
    assert [file for paper in built.told["papers"] for file in paper["kept"]] == []
    assert built.told["outdated"] == []
    assert papers(built.folder / "output") == papers(built.kept / "output")


@pytest.mark.slow
def test_papers_of_then_are_compared_with_those_of_now(built: Built) -> None:
    found = told(built.folder, "diff", built.kept / "output", "output", "--json")
    compared = {paper["paper"] for paper in found["papers"]}
    assert compared == {name for name in papers(built.folder / "output") if not name.endswith("-slides.pdf")}


@pytest.mark.slow
@pytest.mark.parametrize("folder", kept("deltagere.csv"))
def test_every_edition_and_every_copy_is_made_under_the_same_name(folder: Path, tmp_path: Path) -> None:
    folder = copied(folder, tmp_path)
    before = {path for path in folder.rglob("*.pdf") if "output" in path.parts}
    for switches in (["--edition", "all"], ["--participants", "deltagere.csv"]):
        made = told(folder, "handout", "deck.yaml", *switches, "--json")
        assert [file for paper in made["papers"] for file in paper["kept"]] == []
        assert {folder / file for paper in made["papers"] for file in paper["files"]} <= before


@pytest.mark.parametrize("folder", kept("sidst.yaml"))
@pytest.mark.slow
def test_answers_collected_then_still_stand_on_a_board(folder: Path, tmp_path: Path) -> None:
    folder = copied(folder, tmp_path)
    run(folder, "slides", "deck.yaml", "-o", "now")
    shown = words_of(next((folder / "now").glob("*.pptx")))
    for person in load(folder / "answers.yaml")["participants"]:
        assert person["answers"]["min-plan"] in shown
    for person in load(folder / "sidst.yaml")["participants"]:
        assert person["answers"]["tjek-ind/q1"].splitlines()[0] in shown
    assert [p["name"] for p in load(folder / "sidst.yaml")["participants"] if p["name"] in shown] == []


# Papers and their record ---------------------------------------------------------------------------------------------


def changed(folder: Path, target: Path) -> Path:
    """Copy the first deck, which holds another day now."""
    folder = copied(folder, target)
    deck = folder / "deck.yaml"
    text = deck.read_text("utf-8")
    assert "12. marts 2027" in text
    deck.write_text(text.replace("12. marts 2027", "15. marts 2027"), "utf-8")
    return folder


new = pytest.mark.parametrize("folder", [pytest.param(path / "new", id=path.name) for path in VERSIONS])


@version
def test_the_record_knows_the_papers_beside_it(version: Path) -> None:
    for record in version.rglob(RECORD):
        for name, entry in json.loads(record.read_text("utf-8")).items():
            assert entry["sha256"] == sha256((record.parent / name).read_bytes()).hexdigest()


@new
def test_papers_of_then_are_replaced_by_those_of_a_changed_deck_without_a_copy(folder: Path, tmp_path: Path) -> None:
    folder = changed(folder, tmp_path)
    before = papers(folder / "output")
    made = told(folder, "build", "--json")
    assert [(paper["kept"], paper["unchanged"]) for paper in made["papers"]] == [([], False)] * 3
    assert made["outdated"] == []
    assert papers(folder / "output") == before


@new
def test_papers_of_then_that_show_the_deck_as_it_was_are_named(folder: Path, tmp_path: Path) -> None:
    folder = changed(folder, tmp_path)
    made = told(folder, "slides", "--json")
    handouts = {name for name in papers(folder / "output") if name.endswith(("-haefte.pdf", "-vejledning.pdf"))}
    assert {Path(file).name for file in made["outdated"]} == handouts
    assert len(handouts) == 2


@new
def test_papers_of_then_that_were_changed_by_hand_are_kept_under_a_dated_name(folder: Path, tmp_path: Path) -> None:
    folder = copied(folder, tmp_path)
    slides, handout = (next((folder / "output").glob(name)) for name in ("*.pptx", "*-haefte.pdf"))
    deck = pptx.Presentation(str(slides))
    deck.slides[0].shapes.title.text = "Rettet i hånden"
    deck.save(str(slides))
    handout.write_bytes(handout.read_bytes() + b"\n% skrevet i\n")
    theirs = {path.stem: path.read_bytes() for path in (slides, handout)}
    made = told(folder, "build", "--json")
    copies = [folder / file for paper in made["papers"] for file in paper["kept"]]
    assert {re.sub(r" \d{4}-\d\d-\d\d \d\d\.\d\d$", "", path.stem): path.read_bytes() for path in copies} == theirs
    assert {path.stem for path in copies}.isdisjoint(theirs)


@new
def test_a_change_since_then_is_found(folder: Path, tmp_path: Path) -> None:
    then = folder / "output"
    found = told(changed(folder, tmp_path), "diff", then, "deck.yaml", "--json")
    slides = next(paper for paper in found["papers"] if paper["paper"].endswith(".pptx"))
    assert {"what": "changed", "number": 1, "title": "Ny dag"} in slides["changes"]


# What programs are told ----------------------------------------------------------------------------------------------

JSON = [
    pytest.param(path, id=f"{path.parent.parent.name}-{path.stem}")
    for version in VERSIONS
    for path in sorted(version.glob("json/*.json"))
]


def missing(then: Any, now: Any, where: str = "") -> Iterator[str]:
    """Yield what stood in a value of then and doesn't in that of now, or is of another kind.

    Each element of a list has to have one of now that has all it had. What was null may be anything.
    """
    if then is None:
        return
    if type(then) is not type(now):
        yield where
    elif isinstance(then, dict):
        for key, value in then.items():
            yield from missing(value, now[key], f"{where}/{key}") if key in now else [f"{where}/{key}"]
    elif isinstance(then, list):
        for place, value in enumerate(then):
            if all(any(True for _ in missing(value, other)) for other in now):
                yield f"{where}/{place}"


@pytest.mark.slow
@pytest.mark.parametrize("file", JSON)
def test_programs_still_find_what_they_were_told_then(file: Path, tmp_path: Path) -> None:
    told_then = json.loads(file.read_text("utf-8"))
    folder = copied(file.parent.parent, tmp_path)
    now = told(folder, *told_then["command"], code=told_then["code"])
    if file.stem == "check":
        told_then["printed"] = [each for each in told_then["printed"] if not false_then(each)]
    assert list(missing(told_then["printed"], now)) == []


def false_then(finding: dict[str, Any]) -> bool:
    """Whether a finding said what is not so: answers to a question that is not there can't be collected."""
    return (finding["code"], finding["file"], finding["line"]) == ("no-answers", "faulty/deck.yaml", 17)


@version
def test_every_fault_is_still_told_by_its_code_and_place(version: Path) -> None:
    told_then = json.loads((version / "json" / "check.json").read_text("utf-8"))
    now = told(version, *told_then["command"], code=1)
    faults = [{(each["code"], each["severity"], each["file"], each["line"]) for each in found if not false_then(each)}
              for found in (told_then["printed"], now)]  # fmt: skip
    assert faults[0] <= faults[1]


# Answers -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Answers:
    """Handouts filled in then, collected now."""

    kept: Path
    now: Any
    """``answers.yaml``."""
    table: list[dict[str, str]]
    """``answers.csv``."""
    said: str
    """What was told of the files."""


@pytest.fixture(scope="module", params=kept("filled.yaml"))
def collected(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    folder = copied(request.param, tmp_path_factory.mktemp("collected"))
    done = run(folder, "collect", "filled", "-o", "now/answers.yaml", "-o", "now/answers.csv", "--lang", "en")
    now = folder / "now"
    return Answers(request.param, load(now / "answers.yaml"), table(now / "answers.csv"), done.stderr)


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table by the heads of its columns, which here begin with a question's number on its slide.

    The slide's own number may be another: then each further slide that a slide took was counted too.
    """
    rows = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";")
    return [{re.sub(r"^\d+(?=\.\d)", "", head): cell for head, cell in row.items()} for row in rows]


def public(answers: dict[str, Any], then: Any) -> dict[str, Any]:
    """Leave out the notes that participants kept for themselves. They were collected then, and are not any more."""
    own = {name for name, asked in then["questions"].items() if asked["text"].startswith(("Egne noter", "Own notes"))}
    return {name: answer for name, answer in answers.items() if name not in own}


def test_what_participants_wrote_is_collected_as_they_wrote_it(collected: Answers) -> None:
    filled, then = load(collected.kept / "filled.yaml"), load(collected.kept / "answers.yaml")
    wanted = {file: (person["name"], public(person["answers"], then)) for file, person in filled.items()}
    assert {person["file"]: (person["name"], person["answers"]) for person in collected.now["participants"]} == wanted


def test_what_was_collected_then_is_the_same_now(collected: Answers) -> None:
    then = load(collected.kept / "answers.yaml")
    participants = [{**each, "answers": public(each["answers"], then)} for each in then["participants"]]
    assert (collected.now["deck"], collected.now["participants"]) == (then["deck"], participants)
    questions, now = public(then["questions"], then), collected.now["questions"]
    assert {name: now[name]["text"] for name in questions} == {name: each["text"] for name, each in questions.items()}
    assert {name for name in questions if "number" in now[name]} == {n for n in questions if "number" in questions[n]}
    for name, each in questions.items():
        (slide, _, place), (slide_then, _, place_then) = (q.get("number", "").partition(".") for q in (now[name], each))
        assert place == place_then
        assert int(slide or 0) <= int(slide_then or 0)


def test_the_table_has_the_columns_and_cells_of_then(collected: Answers) -> None:
    then = table(collected.kept / "answers.csv")
    assert len(collected.table) == len(then)
    heads = [head for head in then[0] if not head.startswith(("Egne noter", "Own notes"))]
    now = [[row.get(head) for head in heads] for row in collected.table]
    assert now == [[row[head] for head in heads] for row in then]


def test_only_a_handout_of_another_wording_is_told_to_be_of_another(collected: Answers) -> None:
    other = re.findall(r"warning\[other-version\]: “(?:.*/)?(.+?)”", collected.said)
    filled = load(collected.kept / "filled.yaml")
    assert other == [file for file, person in filled.items() if "before" in person]


english = pytest.mark.parametrize("folder", [pytest.param(path / "english", id=path.name) for path in VERSIONS])


def with_one_more(folder: Path, target: Path) -> Path:
    """Copy a deck to which somebody else has sent the first handout once more."""
    folder = copied(folder, target)
    first = next(file for file, person in load(folder / "filled.yaml").items() if "before" not in person)
    with pikepdf.open(folder / "filled" / first) as pdf:
        pdf.Root.AcroForm.Fields[0].V = pikepdf.String("Somebody else")
        pdf.save(folder / "filled" / "en-til.pdf")
    return folder


@english
def test_answers_of_then_are_replaced_without_a_copy(folder: Path, tmp_path: Path) -> None:
    folder = with_one_more(folder, tmp_path)
    before, then = sorted(folder.iterdir()), (folder / "answers.yaml").read_bytes()
    run(folder, "collect", "filled", "-o", "answers.yaml", "-o", "answers.csv")
    assert sorted(folder.iterdir()) == before
    assert (folder / "answers.yaml").read_bytes() != then


@english
def test_answers_of_then_that_were_changed_by_hand_are_kept(folder: Path, tmp_path: Path) -> None:
    folder = with_one_more(folder, tmp_path)
    theirs = (folder / "answers.yaml").read_text("utf-8").replace("Examples", "Eksempler")
    (folder / "answers.yaml").write_text(theirs, "utf-8")
    run(folder, "collect", "filled", "-o", "answers.yaml", "-o", "answers.csv")
    assert [path.read_text("utf-8") for path in folder.glob("answers *")] == [theirs]


# The next day --------------------------------------------------------------------------------------------------------

following = pytest.mark.parametrize("folder", kept("deck-2.yaml"))


@following
def test_the_file_for_the_next_day_is_made_of_a_deck_and_answers_of_then(folder: Path, tmp_path: Path) -> None:
    folder = copied(folder, tmp_path)
    run(folder, "next", "deck.yaml", "-o", "now.yaml", "--date", "9. april 2027", "--content", "empty")
    made = (folder / "now.yaml").read_text("utf-8")
    assert [slide["title"] for slide in load(folder / "now.yaml")["slides"]] == [
        slide["title"] for slide in load(folder / "deck-2.yaml")["slides"]
    ]
    assert "# 1: husk navneskilte" in made
    found = told(folder, "check", "now.yaml", "--format", "json")
    assert [each for each in found if each["severity"] == "error"] == []


@following
def test_slides_that_then_were_made_for_one_day_are_known_the_day_after(folder: Path, tmp_path: Path) -> None:
    """The questions that were carried stand once, not twice; the answers shown on the last day are gone."""
    folder = copied(folder, tmp_path)
    run(folder, "next", "deck-2.yaml", "-o", "now.yaml")
    titles = [slide["title"] for slide in load(folder / "now.yaml")["slides"]]
    assert titles.count("Siden sidst") == 1
    assert "Det skrev I sidst" not in titles
    assert len(titles) == len(set(titles))
