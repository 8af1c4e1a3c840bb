"""The decks of docs/gallery, one for each kind of block, and the pages made from them.

``python docs/make.py`` makes schema, reference page, page of findings, index and pictures anew. Pictures are looked at
by people; here their decks are built, and everything that stands in them must be in every paper.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from PIL import Image
from pypdfium2 import PdfDocument

import accessibility
import structure
import tools
from deckbuild.blocks.registry import KEYS
from deckbuild.model.deck import Handout
from deckbuild.pipeline.lay_out import LaidOut, lay_out_read
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.reader import read
from deckbuild.schema import deck_schema
from make import texts
from make_gallery import THEMES, Case, cases
from plain_yaml import plain
from slide_parts import A, text_of

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
REMEDY = "run `python docs/make.py`"
CASES = cases()
SHOWN = [case.key for case in CASES]
every_case = pytest.mark.parametrize("case", CASES, ids=SHOWN)
LARGEST = 6_000_000
"""Bytes of all pictures together."""
MARKS = re.compile(r"[*#]|^- |^\d\. ", re.MULTILINE)


@cache
def laid_out(key: str, theme: str = "lys") -> LaidOut:
    return next(case for case in CASES if case.key == key).lay_out(theme)


def test_made_pages_are_current() -> None:
    assert [path for path, text in texts().items() if path.read_text("utf-8") != text()] == [], REMEDY


def test_every_kind_has_a_case() -> None:
    assert [*KEYS, "body"] == SHOWN


@every_case
def test_pictures_are_there(case: Case) -> None:
    """Slides in all themes, and the page of the handout where there is one."""
    named = {*THEMES} | ({"handout"} if case.handout_page(laid_out(case.key)) else set())
    for name in (*THEMES, "handout"):
        assert case.picture(name).is_file() == (name in named), REMEDY
    for theme in THEMES:
        with Image.open(case.picture(theme)) as picture:
            assert picture.size == (960, 540)


def test_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in CASES[0].path.parent.glob("*.png")) < LARGEST


@every_case
def test_is_right_in_an_editor(case: Case) -> None:
    refused = [
        error.message for error in Draft7Validator(deck_schema("en")).iter_errors(plain(case.path.read_text("utf-8")))
    ]
    assert refused == []


@every_case
def test_builds_without_directives_too(case: Case) -> None:
    """A kind needs nothing under ``handout:``."""
    result = read(case.path)
    assert result.deck
    bare = tuple(replace(slide, handout=Handout()) for slide in result.deck.slides)
    made = lay_out_read(replace(result.deck, slides=bare), result.diagnostics)
    assert made
    assert [found.text() for found in result.diagnostics] == []


def words(text: str) -> list[str]:
    """The words of a text, in order, without what divides or joins them."""
    return re.findall(r"\w+", text.replace("\u00ad", ""))


def said(case: Case) -> set[str]:
    """The words of the slide that shows the kind, as its YAML has them."""
    data = plain("\n".join(line[2:] for line in case.yaml.splitlines()))[0]
    shown = {key: value for key, value in data.items() if key in {"title", "section", "body", case.key}}
    return {word for text in _texts(shown) for word in words(MARKS.sub("", text))}


def _texts(value: object, key: str = "") -> list[str]:
    if isinstance(value, dict):
        return [text for name, part in value.items() for text in _texts(part, str(name))]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part, key)]
    unprinted = {
        "alt",
        "file",
        "hint",
        "answer",
        "carry-to",
        "lines",
        "pause",
        "optional",
        "board",
        "figure",
        "choices",
    }
    return [str(value)] if key not in unprinted else []


def pdf_words(pdf: bytes) -> set[str]:
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(pdf)]
    text = "\n".join(pages).replace("\r", "").replace("\ufffe\n", "").replace("\u00ad\n", "").replace("\u0002", "")
    return {*words(text), *words(re.sub(r"-\n", "", text))}


@every_case
def test_all_its_text_is_in_every_paper(case: Case) -> None:
    made = laid_out(case.key)
    assert said(case) - pdf_words(render_paper(made, PaperKind.SLIDES_PDF)) == set()
    if case.handout_page(made):
        assert said(case) - pdf_words(render_paper(made, PaperKind.HANDOUT)) == set()


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """The slides of every case in all themes."""
    folder = tmp_path_factory.mktemp("gallery")
    made = {}
    for case in CASES:
        for theme in THEMES:
            path = made[case.key, theme] = folder / f"{case.key}-{THEMES[theme]}.pptx"
            path.write_bytes(render_paper(laid_out(case.key, theme), PaperKind.SLIDES))
    return made


@pytest.mark.slow
def test_packages_are_sound(packages: dict[tuple[str, str], Path]) -> None:
    assert [(name, found) for name, path in packages.items() for found in structure.problems(path)] == []


@pytest.mark.slow
def test_packages_are_accessible(packages: dict[tuple[str, str], Path]) -> None:
    assert [(name, found) for name, path in packages.items() for found in accessibility.findings(path)] == []


@pytest.mark.slow
def test_all_text_is_in_the_package(packages: dict[tuple[str, str], Path]) -> None:
    for case in CASES:
        parts = structure.read(packages[case.key, "lys"]).parts
        slides = [part for name, part in parts.items() if name.startswith("ppt/slides/slide")]
        text = "\n".join(text_of(paragraph) for slide in slides for paragraph in slide.iter(f"{A}p"))
        charts = [part for name, part in parts.items() if name.startswith("ppt/charts/")]
        text += "\n" + "\n".join(value.text or "" for part in charts for value in part.iter(f"{C}v"))
        assert said(case) - {*words(text)} == set(), case.key


@pytest.mark.slow
def test_the_open_xml_sdk_finds_no_error(packages: dict[tuple[str, str], Path]) -> None:
    assert tools.sdk_errors(*(path for (_, theme), path in packages.items() if theme == "lys")) == []
