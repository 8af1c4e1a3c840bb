"""Files that the deck names and that are there, but not in its folder: the deck would break on another computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckbuild.pipeline.check import check_deck
from deckbuild.reader.fix import mend
from made_templates import make

SLIDE = "deck: {{title: A, language: en}}\n{more}slides:\n  - title: B\n    {block}\n"
PICTURE = "picture: {{file: {path}, alt: A}}"
CHART = "chart: {{type: bar, data: {path}, alt: A}}"
BOARD = "board: {{columns: [a, b], answers: {{question: q, file: {path}}}}}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a deck, with the same files in ``assets`` and beside the folder."""
    folder = tmp_path / "course"
    (folder / "assets").mkdir(parents=True)
    for place in (folder / "assets", tmp_path):
        Image.new("RGB", (80, 60)).save(place / "a.png")
        (place / "a.csv").write_text("Area;2023\nA;41\nB;12\n")
        (place / "a.yaml").write_text("questions: {}\nanswers: []\n")
        make("plain", place / "a.potx")
    return folder


def told(folder: Path, block: str, more: str = "") -> list[tuple[str, str]]:
    (folder / "deck.yaml").write_text(SLIDE.format(block=block, more=more), "utf-8")
    return [(each.text(), each.remedy()) for each in check_deck(folder / "deck.yaml") if each.code == "outside-folder"]


@pytest.mark.parametrize(("block", "name"), [(PICTURE, "a.png"), (CHART, "a.csv")])
@pytest.mark.parametrize("way", ["../{name}", "assets/../../{name}", "{above}/{name}"])
def test_a_file_outside_the_folder_is_told(block: str, name: str, way: str, folder: Path):
    path = way.format(name=name, above=folder.parent.as_posix())
    ((message, remedy),) = told(folder, block.format(path=path))
    assert message == f"“{path}” lies outside the deck's folder: whoever gets the folder does not get this file."
    assert remedy.endswith(f"assets/{name}`.")
    assert remedy.startswith("Put it into the folder `assets` beside the deck, and write ")


def test_a_template_outside_the_folder_is_told(folder: Path):
    assert len(told(folder, "bullets: [a]", "theme: {template: ../a.potx}\n")) == 1


def test_a_whole_path_into_the_folder_is_told_and_mended(folder: Path):
    path = (folder / "assets" / "a.png").as_posix()
    ((message, remedy),) = told(folder, PICTURE.format(path=path))
    assert message == f"“{path}” is the file's place on this computer; on another it is not found there."
    assert remedy == "Write where it is in the deck's folder: `file: assets/a.png`."
    assert b"file: assets/a.png," in mend(folder / "deck.yaml").after


@pytest.mark.parametrize("path", ["assets/a.png", "./assets/a.png", "assets/../assets/a.png"])
def test_a_file_in_the_folder_is_not_told(path: str, folder: Path):
    assert told(folder, PICTURE.format(path=path)) == []
