"""The structural checks themselves: a sound file passes, each corruption is found."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from deckbuild.model.theme import Theme
from deckbuild.writers import pptx
from decks import lay_out_yaml
from structure import problems

SLIDES = """
- section: A
- title: B
  bullets: [x, "[link](#c)"]
  notes: Husk
- title: C
  ladder: {left: v, right: h, alt: x, steps: [{right: a}, {left: b}]}
- title: D
  table: {columns: [a, b], rows: [[c, d]]}
"""
Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def sound() -> Parts:
    presentation, _ = lay_out_yaml(SLIDES)

    with zipfile.ZipFile(io.BytesIO(pptx.write(presentation, Theme()))) as package:
        return {name: package.read(name) for name in package.namelist()}


def saved(parts: Parts, folder: Path) -> Path:
    path = folder / "deck.pptx"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def test_a_sound_file_has_no_problems(sound, tmp_path):
    assert problems(saved(sound, tmp_path)) == []


DECK, MASTER = "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml"
TYPES = "[Content_Types].xml"
BULLETS, LADDER, TABLE = (f"ppt/slides/slide{n}.xml" for n in (3, 4, 5))


@pytest.mark.parametrize(
    ("part", "pattern", "replacement"),
    [
        (LADDER, r'<p:cNvPr id="3"', '<p:cNvPr id="2"'),
        (MASTER, r'<p:sldLayoutId id="2147483650"', '<p:sldLayoutId id="2147483649"'),
        (DECK, r'p14:sldId id="256"', 'p14:sldId id="999"'),
        (DECK, r'(<p:sldId [^>]*?id=)"257"', r'\1"256"'),
        (DECK, r"<p:sldId [^>]*/>(?=</p:sldIdLst>)", ""),
        (BULLETS, r'type="body"([^>]*) idx="\d+"', r'type="body"\1 idx="55"'),
        (TABLE, r"<a:tc>.*?</a:tc>", ""),
        (LADDER, r'<a:stCxn id="\d+"', '<a:stCxn id="88"'),
        (BULLETS, r'(hlinkClick [^>]*r:id=)"rId\d+"', r'\1"rId77"'),
        (BULLETS, r"</p:cSld>", ""),
        (TYPES, r"</Types>", '<Override PartName="/ppt/x.xml" ContentType="application/xml"/></Types>'),
        (TYPES, r'(slide1.xml" ContentType=")[^"]*', r"\1application/xml"),
    ],
)
def test_each_corruption_is_found(sound, tmp_path, part, pattern, replacement):
    changed = re.sub(pattern.encode(), replacement.encode(), sound[part], count=1, flags=re.DOTALL)
    assert changed != sound[part]
    assert problems(saved({**sound, part: changed}, tmp_path))


def test_a_part_that_is_missing_is_found(sound, tmp_path):
    assert problems(saved({n: c for n, c in sound.items() if "notesSlides/notes" not in n}, tmp_path))
