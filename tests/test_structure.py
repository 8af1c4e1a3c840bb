"""The structural checks themselves: a sound file passes, each corruption is found."""

from __future__ import annotations

import re

import pytest

from decks import pptx_parts, save_parts
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
    return pptx_parts(SLIDES)


def test_a_sound_file_has_no_problems(sound, tmp_path):
    assert problems(save_parts(sound, tmp_path)) == []


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
    assert problems(save_parts({**sound, part: changed}, tmp_path))


def test_a_part_that_is_missing_is_found(sound, tmp_path):
    assert problems(save_parts({n: c for n, c in sound.items() if "notesSlides/notes" not in n}, tmp_path))
