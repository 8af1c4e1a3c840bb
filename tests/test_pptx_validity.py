"""The PowerPoint writer's files before the validators, and before LibreOffice."""

from pathlib import Path

import pytest

import tools
from deckbuild.frame.document import Presentation
from deckbuild.model.theme import Theme
from deckbuild.writers.pptx import write
from structure import problems
from test_pptx_sample import sample

Files = dict[str, Path]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The full deck, one slide alone, and none."""
    folder = tmp_path_factory.mktemp("pptx")
    full = sample(folder)
    bare = Presentation(title="", author="", lang="en-GB", frames=())
    decks = {
        "full": full,
        "one": Presentation(title="En", author="", lang="da-DK", frames=full.frames[4:5]),
        "none": bare,
    }
    for name, deck in decks.items():
        (folder / f"{name}.pptx").write_bytes(write(deck, Theme()))
    return {name: folder / f"{name}.pptx" for name in decks}


def test_the_structure_is_sound(files: Files) -> None:
    assert {name: problems(path) for name, path in files.items()} == {name: [] for name in files}


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(files: Files) -> None:
    assert tools.sdk_errors(*files.values()) == []


@pytest.mark.slow
def test_the_second_validator_finds_nothing(files: Files) -> None:
    assert tools.audit_errors(files["full"]) == []


@pytest.mark.slow
def test_libreoffice_puts_text_where_layout_did(files: Files, tmp_path: Path) -> None:
    pages = tools.bbox_words(tools.soffice_pdf(files["full"], tmp_path))
    assert len(pages) == 27
    questions = {word: (left, top) for left, top, _, _, word in pages[4]}
    for word in ("Hvordan", "alternativer", "Har"):
        assert questions[word][0] == pytest.approx(200, abs=0.5)  # the tab leads to the indent
    assert questions["4.1"][0] == pytest.approx(56, abs=0.5)
    assert questions["alternativer"][1] - questions["mål"][1] == pytest.approx(32, abs=0.2)  # exact leading
    assert questions["4.2"][1] - questions["4.1"][1] == pytest.approx(2 * 32 + 14, abs=0.2)
    bullets = {word: left for left, _, _, _, word in pages[2]}
    assert bullets["Læs"] == pytest.approx(224, abs=0.5)
    assert bullets["underpunkt,"] > 248
