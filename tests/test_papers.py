"""The papers of deck.yaml, held against the programs that will open them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

import structure
import tools

ROOT = Path(__file__).parent.parent
SLIDES, HANDOUT = "velfaerdstransformation.pptx", "velfaerdstransformation-haefte.pdf"
GUIDE = "velfaerdstransformation-vejledning.pdf"

WITHOUT_FOOT = {0, 5, 16, 23, 28, 31}
"""The title slide and the sections' own."""
TAB = 24
"""The width of the tab at the left edge, whose number may stand anywhere, in points."""

pytestmark = pytest.mark.slow


def build(folder: Path, seed: str = "0") -> Path:
    command = [sys.executable, "-m", "deckbuild", "build", ROOT / "deck.yaml", "-o", folder]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    made = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment)
    assert made.returncode == 0, made.stderr
    assert "Færdig på" in made.stdout
    return folder


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def rendered(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The slides as LibreOffice shows them."""
    return tools.soffice_pdf(papers / SLIDES, tmp_path_factory.mktemp("rendered"))


def test_the_papers_are_there(papers):
    assert {p.name for p in papers.iterdir()} == {SLIDES, HANDOUT, GUIDE, ".deckbuild.json"}


def test_two_builds_in_two_processes_are_the_same_to_the_byte(papers, tmp_path):
    again = build(tmp_path / "again", seed="12345")
    for name in (SLIDES, HANDOUT, GUIDE):
        first, second = (hashlib.sha256((folder / name).read_bytes()).hexdigest() for folder in (papers, again))
        assert first == second, name


def test_the_open_xml_sdk_finds_no_error(papers):
    assert tools.sdk_errors(papers / SLIDES) == []


def test_openxml_audit_finds_no_error(papers):
    assert tools.audit_errors(papers / SLIDES) == []


def test_the_structure_is_sound(papers):
    assert structure.problems(papers / SLIDES) == []


def test_qpdf_finds_the_handout_clean(papers):
    assert tools.qpdf_check(papers / HANDOUT) == []
    assert tools.qpdf_check(papers / GUIDE) == []


def test_libreoffice_shows_every_slide(rendered):
    assert len(PdfDocument(rendered)) == 35


def test_no_text_leaves_its_slide_or_lies_over_another(rendered):
    """Words are boxes as high as their type; they may touch, never cover one another."""
    for number, words in enumerate(tools.bbox_words(rendered)):
        for x0, y0, x1, y1, word in words:
            assert x0 >= 0, (number, word)
            assert y0 >= 0, (number, word)
            assert x1 <= 960.5, (number, word)
            assert y1 <= 540.5, (number, word)
        for index, one in enumerate(words):
            for other in words[index + 1 :]:
                across = min(one[2], other[2]) - max(one[0], other[0])
                down = min(one[3], other[3]) - max(one[1], other[1])
                assert across < 1 or down < 0.35 * min(one[3] - one[1], other[3] - other[1]), (number, one, other)


def test_libreoffice_keeps_every_line_within_the_height_we_gave_it(rendered):
    """Text of the body ends above the foot: no paragraph took more lines than layout gave it."""
    for number, words in enumerate(tools.bbox_words(rendered)):
        if number in WITHOUT_FOOT:
            continue
        assert [w for w in words if w[0] > TAB and w[3] > 484 and w[1] < 498] == [], number
